"""Compares our components with the reference markup of the GOV.UK Design System.

Each case renders a reference component and reads the golden file that the Swift tests keep for the same input
(Tests/MarkupTests/Goldens). Both are parsed as a browser would; the trees must be the same. The order of attributes and of
class names, and white space around text, do not count. Exits 1 and prints both trees at any difference.

    python3 -m venv .build-parity && .build-parity/bin/pip install -r Tests/Parity/requirements.txt
    .build-parity/bin/python Tests/Parity/parity.py
"""

import difflib
import pathlib
import sys

import html5lib
from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader

sys.dont_write_bytecode = True

from cases import CASES  # noqa: E402 (after the setting above, so that no cache is left in the sources)

GOLDENS = pathlib.Path(__file__).parent.parent / "MarkupTests" / "Goldens"
# Where white space is part of the value.
KEEPS_SPACE = {"textarea", "pre"}

environment = Environment(
    loader=PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
    undefined=ChainableUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


def reference(component, parameters):
    macro = "govuk" + "".join(word.capitalize() for word in component.split("-"))
    template = environment.from_string(
        f'{{% from "govuk_frontend_jinja/components/{component}/macro.html" import {macro} %}}{{{{ {macro}(given) }}}}'
    )
    return template.render(given=parameters)


def outline(markup):
    """One line for each element and each run of text, indented by depth."""
    lines = []

    def text(words, depth, keeps_space):
        words = (words or "") if keeps_space else " ".join((words or "").split())
        if words:
            lines.append("  " * depth + repr(words))

    def walk(element, depth):
        attributes = {
            name: " ".join(sorted(value.split())) if name == "class" else value for name, value in element.attrib.items()
        }
        name = element.tag.split("}")[-1] if isinstance(element.tag, str) else "comment"
        printed = "".join(f" {key}={value!r}" for key, value in sorted(attributes.items()))
        lines.append("  " * depth + f"<{name}{printed}>")
        text(element.text, depth + 1, name in KEEPS_SPACE)
        for child in element:
            walk(child, depth + 1)
            text(child.tail, depth + 1, name in KEEPS_SPACE)

    fragment = html5lib.parseFragment(markup, namespaceHTMLElements=False)
    text(fragment.text, 0, False)
    for child in fragment:
        walk(child, 0)
        text(child.tail, 0, False)
    return lines


def main():
    different = 0
    for name, component, parameters in CASES:
        ours = outline((GOLDENS / f"{name}.html").read_text(encoding="utf-8"))
        theirs = outline(reference(component, parameters))
        if not theirs:
            sys.exit(f"{name}: the reference printed nothing")
        if ours != theirs:
            different += 1
            print(*difflib.unified_diff(theirs, ours, f"reference {component}", f"ours {name}", lineterm=""), sep="\n")
            print()
    print(f"{len(CASES)} cases, {different} different")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()

"""Counts what a person does: one choice made, one field filled or one press of a button is one input.

Moving the focus is not an input, and what the record already answers is not either.
"""
import os

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TABLE = os.path.join(ROOT, ".build-counted-tasks.txt")


class Hands:
    """A worker at the keyboard of one page."""

    def __init__(self, page):
        self.page = page
        self.inputs = 0

    def focus(self, locator):
        """Goes to a thing with the Tab key, as somebody without a mouse does."""
        locator = locator.first
        locator.wait_for(state="visible")
        for _ in range(400):
            if locator.evaluate("element => element === document.activeElement"):
                return
            if locator.evaluate(
                    "element => element.type === 'radio' && document.activeElement.type === 'radio'"
                    " && document.activeElement.name === element.name"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {locator}")

    def press(self, locator):
        """Presses a button or follows a link, by keyboard."""
        self.focus(locator)
        self.inputs += 1
        with self.page.expect_navigation(wait_until="load"):
            self.page.keyboard.press("Enter")

    def choose(self, locator):
        """Chooses a radio or ticks a box, by keyboard."""
        locator = locator.first
        self.focus(locator)
        self.inputs += 1
        if locator.get_attribute("type") == "radio":
            for _ in range(60):
                if locator.evaluate("element => element === document.activeElement"):
                    break
                self.page.keyboard.press("ArrowDown")
            self.page.keyboard.press("Space")
        else:
            self.page.keyboard.press("Space")
        assert locator.is_checked()

    def fill(self, locator, text):
        """Fills one field."""
        self.focus(locator)
        self.inputs += 1
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)


def note(task, inputs, limit, width):
    """Adds a line to the table of counted tasks and fails when the task has grown."""
    line = f"{task:<28} {inputs:>3} of at most {limit:>3}   at {width} px\n"
    with open(TABLE, "a", encoding="utf-8") as table:
        table.write(line)
    assert inputs <= limit, f"{task} takes {inputs} inputs; the limit is {limit}"

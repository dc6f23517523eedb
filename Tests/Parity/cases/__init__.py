"""The inputs of Tests/MarkupTests/*Goldens.swift in the reference's own words: golden file, component, parameters."""

from .choices import BUTTONS, CHOICES
from .content import CONTENT
from .inputs import INPUTS
from .lists import LISTS

CASES = [*INPUTS, *CHOICES, *BUTTONS, *CONTENT, *LISTS]

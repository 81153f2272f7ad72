"""A place in a text that is no YAML: the value that stands there, and its line made harmless."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sensecheck.claims_file.trouble import Trouble
from sensecheck.model import Span

Mended = tuple[int, str] | None
"""A line's number and what to read in its place; None where reading must stop."""

KEY: Final = re.compile(
    r"""\s* (?: -\ + )* (?: '[^']*' | "[^"]*" | [^\s:'"\[{#&*!|>%@`-][^:]* | -?[\w.]+ ) :\s+""",
    re.VERBOSE,
)
_ITEM: Final = re.compile(r"\s*- +")


class Place:
    """A place in the text, and what can be said of it."""

    def __init__(self, line: int, column: int, lines: Sequence[str], trouble: Trouble) -> None:
        self.number = line
        self.column = column
        self.lines = lines
        self.trouble = trouble
        self.line = lines[line] if line < len(lines) else ""

    def moved(self, line: int, column: int) -> Place:
        """Another place in the same text."""
        return Place(line, column, self.lines, self.trouble)

    def report(self, message: str, hint: str, width: int = 1) -> None:
        """A finding at the characters from here on."""
        end = max(self.column + 1, min(self.column + width, len(self.line)))
        self.trouble.add(Span(self.number, self.column, self.number, end), message, hint)

    @property
    def rest(self) -> str:
        """The value from here on."""
        return value_at(self.lines, self.number, self.column)

    @property
    def character(self) -> str:
        """What stands here; '' at the end of the line."""
        return self.line[self.column : self.column + 1]

    @property
    def indentation(self) -> int:
        """The spaces before the line's first word."""
        return len(self.line) - len(self.line.lstrip(" "))

    @property
    def value_column(self) -> int:
        """Where the value of this line's key, or of its list item, begins."""
        match = KEY.match(self.line) or _ITEM.match(self.line)
        return match.end() if match else self.indentation

    def at_value(self) -> Place:
        """Where the value of this line begins."""
        return self.moved(self.number, self.value_column)

    def above(self) -> Place:
        """The nearest line above that is neither blank nor a comment."""
        number = self.number - 1
        while number > 0 and self.lines[number].lstrip()[:1] in ("", "#"):
            number -= 1
        moved = self.moved(max(number, 0), 0)
        return self.moved(moved.number, moved.indentation)

    def mended(self) -> Mended:
        """The line with its value, or all of it, made harmless."""
        line = self.line[: self.value_column]
        mended = line + "x" if line.strip() else "#"
        return None if mended == self.line else (self.number, mended)


def quoted(value: str) -> str:
    """'quote it: …' for a value, in marks that fit it."""
    if "'" not in value:
        return f"quote it: '{value}'"
    if '"' not in value and "\\" not in value:
        return f'quote it: "{value}"'
    return "quote it: '" + value.replace("'", "''") + "'"


def value_at(lines: Sequence[str], line: int, column: int) -> str:
    """The rest of a line from a column on, without a comment."""
    text = lines[line][column:] if line < len(lines) else ""
    return re.split(r"\s#", text, maxsplit=1)[0].rstrip()

"""Putting a text together from pieces, each with its place in the file."""

from __future__ import annotations

from typing import Final

from sensecheck.article.unsuitable import Unsuitable
from sensecheck.model import Stretch, Text

LONGEST: Final = 16_000_000
"""Characters of the longest text; an article of a book's length has a hundredth of them."""
MOST_STRETCHES: Final = 1_000_000

_RAISED: Final = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_LOWERED: Final = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
_SOFT_HYPHEN: Final = "\u00ad"


class Composer:
    """Collects pieces of text and where each of them comes from."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._stretches: list[Stretch] = []
        self._length = 0

    def add(self, text: str, line: int = 0, column: int = 0, name: str = "") -> None:
        """Appends a piece; one that stands where the last one ends prolongs its stretch."""
        stretch = Stretch(self._length, line, column, name)
        if not self._stretches or not _continues(self._stretches[-1], stretch):
            self._stretches.append(stretch)
        self._append(text)
        if len(self._stretches) > MOST_STRETCHES:
            raise too_long()

    def separate(self, separator: str) -> None:
        """Sets what follows apart from what stands before it, if anything does."""
        if self._pieces:
            self._append(separator)

    def text(self, path: str) -> Text:
        """All of it; Unsuitable where it is nothing."""
        if not self._pieces:
            raise Unsuitable("holds no text")
        return Text(path, "".join(self._pieces), tuple(self._stretches))

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
        if self._length > LONGEST:
            raise too_long()


def _continues(last: Stretch, stretch: Stretch) -> bool:
    if last.name or stretch.name:
        return last.name == stretch.name
    length = stretch.start - last.start
    return last.line == stretch.line and last.column + length == stretch.column


def too_long() -> Unsuitable:
    """What is said of a text past the limits above."""
    return Unsuitable("the text is longer than any article", "take the article out of it")


def shifted(text: str, shift: str) -> str:
    """The text as raised ('sup') or lowered ('sub') characters, one for one; as it is for ''.

    A footnote mark at a number would else be one of its digits: 4.7 with a raised 1 is not 4.71.
    """
    if not shift:
        return text
    return text.translate(_RAISED if shift == "sup" else _LOWERED)


def without_soft_hyphens(text: str) -> str:
    """The text as it is seen: a soft hyphen shows only where a line ends with it."""
    return text.replace(_SOFT_HYPHEN, "")

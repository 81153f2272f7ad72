"""How things look: what each verdict is called and coloured, and what a stream can show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from sensecheck.model import Outcome

BOLD: Final = "1"
DIM: Final = "2"
RED: Final = "1;31"
GREEN: Final = "32"
YELLOW: Final = "33"
CYAN: Final = "36"


@dataclass(frozen=True, slots=True)
class Look:
    """A verdict on the screen: a symbol, a word and a colour; none of them carries it alone."""

    symbol: str
    word: str
    colour: str

    def __str__(self) -> str:
        return f"{self.symbol} {self.word}"


LOOKS: Final = {
    Outcome.PASS: Look("✓", "pass", GREEN),
    Outcome.UNVERIFIABLE: Look("?", "unverifiable", CYAN),
    Outcome.DISCREPANCY: Look("≈", "discrepancy", YELLOW),
    Outcome.FAIL: Look("✗", "fail", RED),
}
CONFLICT: Final = Look("✗", "conflict", RED)


@dataclass(frozen=True, slots=True)
class Style:
    """What the stream can show: colour, its characters, its width (None: as wide as needed)."""

    colour: bool = False
    encoding: str = "utf-8"
    width: int | None = None

    def text(self, text: str) -> str:
        """The text on one line, with nothing in it that a terminal would obey or cannot show."""
        if not text.isprintable():
            text = "".join(visible(char) for char in text)
        if text.isascii() or self.encoding.lower().replace("-", "") == "utf8":
            return text
        return "".join(_encodable(char, self.encoding) for char in text)

    def paint(self, text: str, colour: str) -> str:
        """The text in a colour, if colour is on."""
        return f"\x1b[{colour}m{text}\x1b[0m" if self.colour and text and colour else text

    def wrap(self, text: str, indent: int = 0) -> list[str]:
        """The text in lines of the stream's width, each indented; words are never broken."""
        room = None if self.width is None else max(self.width - indent, 16)
        return [" " * indent + line for line in wrap(text, room)]


def cells(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return len(text) if text.isascii() else sum(map(cell, text))


@cache
def cell(char: str) -> int:
    """How many columns of a terminal the character takes: wide ones two, combining ones none."""
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def pad(text: str, width: int) -> str:
    """The text, filled with spaces up to a width in columns."""
    return text + " " * (width - cells(text))


def wrap(text: str, width: int | None) -> list[str]:
    """The text in lines of at most `width` columns where its words allow; [] for no text."""
    if width is None or cells(text) <= width:
        return [text] if text else []
    tied = _TIED.sub(lambda match: match.group().replace(" ", "\0"), text)
    return [line.replace("\0", " ") for line in _wrapped(tied.split(), width)]


# The ends of a range stay together, and so do a number and its noun or currency, a dot and what
# follows it.
_TIED: Final = re.compile(
    r" (?:…|\.\.) |(?<= )[·-] |(?<=\d) (?=[^\W\d])|(?<=\b[A-Z]{3}) (?=[-−]?\d)"
)


def _wrapped(words: list[str], width: int) -> Iterator[str]:
    line, used = "", 0
    for word in words:
        needed = cells(word)
        if line and used + 1 + needed > width:
            yield line
            line, used = word, needed
        else:
            line, used = (f"{line} {word}", used + 1 + needed) if line else (word, needed)
    yield line


# ── characters ───────────────────────────────────────────────────────────────────────────────

# For streams that cannot show the character on the left. None of these is ever left out: what a
# table does not know is shown as its code.
_PLAIN: Final = {
    **{"✓": "+", "≈": "~", "✗": "x", "…": "..", "·": "-", "→": "->", "×": "*", "÷": "/"},
    **{"−": "-", "–": "-", "—": "-", "≤": "<=", "≥": ">=", "√": "sqrt", "∞": "inf", "Σ": "sum"},
    **{"─": "-", "┼": "+", "├": "|", "┤": "|", "╞": "[", "╡": "]", "═": "=", "│": "|", "║": "#"},
    **{"●": "*", "○": "o", "◄": "<", "►": ">", "‘": "'", "’": "'", "“": '"', "”": '"'},
    **{"\u00a0": " ", "\u2009": " ", "\u202f": " ", "½": "1/2", "¼": "1/4", "¾": "3/4"},
}
_JOINERS: Final = "\u200c\u200d"


@cache
def visible(char: str) -> str:
    """A character that can be printed: itself, a space, or its code."""
    if char.isprintable() or char in _JOINERS or unicodedata.category(char) == "Zs":
        return char
    if char in "\t\n\r":
        return " "
    return f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}"


@cache
def _encodable(char: str, encoding: str) -> str:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return _PLAIN.get(char) or char.encode("ascii", "backslashreplace").decode()
    return char

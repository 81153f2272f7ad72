"""Bytes to text, text to lines, and the characters that have no business in a claims file."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from sensecheck.claims_file.trouble import Trouble
from sensecheck.decoding import LARGEST, LINE_END, Undecodable, decode_utf8
from sensecheck.model import Finding, Span

_MOST_SHOWN: Final = 50

# What YAML does not allow, line breaks that only YAML takes for such, and what turns text round.
_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_BIDI: Final = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
_NAMES: Final = {
    "\x00": "a NUL",
    "\x1b": "an escape character",
    "\ufeff": "a byte order mark",
    "\u2028": "an invisible line break",
    "\u2029": "an invisible line break",
    "\x85": "an invisible line break",
}


def decode(data: bytes) -> tuple[str, tuple[Finding, ...]]:
    """The text of a file, and what is wrong with its bytes. Where anything is, the text is ''."""
    if len(data) > LARGEST:
        return "", (_too_large(),)
    try:
        return decode_utf8(data), ()
    except Undecodable as error:
        span = Span(error.line, error.column, error.line, error.column + 1)
        return "", (Finding(span, error.message, error.hint),)


def clean(text: str) -> tuple[str, Trouble]:
    """The text without its byte order mark and with forbidden characters replaced, one for one.

    The trouble returned holds the lines and a finding for each forbidden character.
    """
    if len(text) > LARGEST:
        trouble = Trouble(())
        large = _too_large()
        trouble.add(large.span, large.message, large.hint)
        return "", trouble
    text = text.removeprefix("\ufeff")
    if not _FORBIDDEN.search(text):
        return text, Trouble(split_lines(text))
    replaced = _FORBIDDEN.sub("\ufffd", text)
    trouble = Trouble(split_lines(replaced))
    lines = enumerate(split_lines(text))
    places = ((number, match) for number, line in lines for match in _FORBIDDEN.finditer(line))
    for number, match in islice(places, _MOST_SHOWN):
        span = Span(number, match.start(), number, match.end())
        trouble.add(span, f"{describe(match.group())} in the text", "delete it")
    return replaced, trouble


def split_lines(text: str) -> tuple[str, ...]:
    """The lines as an editor counts them, without their ends."""
    return tuple(LINE_END.split(text) if "\r" in text else text.split("\n"))


def hidden(text: str) -> re.Match[str] | None:
    """The first forbidden character of a text, as an escape in quotes can make one."""
    return None if text.isascii() and text.isprintable() else _FORBIDDEN.search(text)


def describe(character: str) -> str:
    """The character for messages, escaped."""
    if character in _BIDI:
        name = "a character that turns the direction of text"
    else:
        name = _NAMES.get(character, "a control character")
    return f"{name} (U+{ord(character):04X})"


def _too_large() -> Finding:
    message = "the file is larger than 64 MiB"
    return Finding(Span(0, 0, 0, 0), message, "split it into several files")

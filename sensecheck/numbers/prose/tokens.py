"""Prose as tokens: runs of digits parted where they are a list, addresses and tags left whole.

The word of a number is how `parse` would have it written, '1234.56' for '1.234,56': the note that
nobody can be sure of it is put beside it later (`doubts`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sensecheck.numbers.tokens import HIDDEN, NUMBER, OTHERS, SPACES, Token, Unreadable, read_digits

_TAG: Final = (
    r"</?(?:a|b|br|code|div|em|font|h[1-6]|hr|i|img|li|mark|ol|p|s|small|span|strong|sub|sup|"
    r"table|tbody|td|th|thead|tr|u|ul)\b[^<>\n]{0,300}>"
)
# '15 000': groups between plain spaces, of which one begins with 0 and is no number itself.
_SPACED: Final = (
    r"[0-9]{1,3}(?:\ [0-9]{3}){0,4}\ 0[0-9]{2}(?:\ [0-9]{3}){0,4}(?:\.[0-9]+)?(?![0-9,.])"
)
_TOKEN: Final = re.compile(
    rf"(?P<tag> {_TAG} ) | (?P<hidden> [{HIDDEN}]+ ) | (?P<number> {_SPACED} | {NUMBER} ) {OTHERS}",
    re.VERBOSE,
)
_NO_LIST: Final = re.compile(rf"[^'’{SPACES}]+")
_ADDRESS: Final = re.compile(r"://|www\.|@(?=\w)|\]\((?=\S)")
_NO_SPACE: Final = re.compile(r"\S*")
_LINK: Final = re.compile(r"[^\s)]*")
_THOUSANDS: Final = 3
"""Digits in a group."""


def tokens_in(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch of prose, two empty ones at the end; nothing in it is an error."""
    tokens: list[Token] = []
    at = start
    for first, last in _addresses(text, start, end):
        _add(tokens, text, at, first)
        tokens.append(Token("address", "", first, last))
        at = last
    _add(tokens, text, at, end)
    stop = Token("", "", end, end)
    return [*tokens, stop, stop]


def _add(tokens: list[Token], text: str, start: int, end: int) -> None:
    # Most of the time that finding takes goes by here: a word costs one tuple and no more.
    add, make = tokens.append, Token._make
    for match in _TOKEN.finditer(text, start, end):
        kind, raw = match.lastgroup, match[0]
        first, last = match.span()
        if kind == "word":
            add(make(("word", raw.lower(), first, last)))
        elif kind == "number" and not raw.isdigit():
            tokens += _numbers(raw, first)
        elif kind != "hidden":
            add(make((kind or "", "-" if kind == "dash" else raw.lower(), first, last)))


# ── runs of digits ───────────────────────────────────────────────────────────────────────────


def _numbers(raw: str, start: int) -> Iterator[Token]:
    """One number, or those of a list: '22,24,26,31', a year and a number that share a space."""
    word = _written(raw)
    if word is not None:
        yield Token("number", word, start, start + len(raw))
        return
    for piece in _NO_LIST.finditer(raw):
        yield from _listed(piece.group(), start + piece.start())


def _written(raw: str) -> str | None:
    """How the one number that `raw` prints is written; None where it may be none, or several."""
    try:
        read_digits(raw, 0)
    except Unreadable as error:
        return error.instead or None
    return raw


def _listed(raw: str, start: int) -> Iterator[Token]:
    word, parts = _written(raw), raw.split(",")
    is_list = len(parts) > 1 and (
        all("." in part for part in parts)
        if word is None and "." in raw
        else len(parts) > 2 and not any(len(part) == _THOUSANDS for part in parts[1:])
    )
    if not is_list or word is not None:
        yield Token("number", word or raw, start, start + len(raw))
        return
    for part in parts:
        yield Token("number", part, start, start + len(part))
        start += len(part) + 1


# ── addresses ────────────────────────────────────────────────────────────────────────────────


def _addresses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where web and mail addresses, handles and the targets of links stand."""
    at = start
    while (mark := _ADDRESS.search(text, at, end)) is not None:
        if mark.group() == "](":
            first, rest = mark.end(), _LINK
        else:
            first, rest = mark.start(), _NO_SPACE
            while first > at and not text[first - 1].isspace():
                first -= 1
        match = rest.match(text, mark.end(), end)
        at = match.end() if match else mark.end()
        yield first, at

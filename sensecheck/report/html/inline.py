"""Emphasis, code and links inside a block of Markdown: which stretches, and which signs go."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from enum import Flag, auto
from typing import Final, NamedTuple

from sensecheck.model import Passage


class Emphasis(Flag):
    """How characters are set."""

    NONE = 0
    EM = auto()
    STRONG = auto()
    CODE = auto()


class Run(NamedTuple):
    """A stretch that is set in some way."""

    start: int
    end: int
    emphasis: Emphasis


class Inline(NamedTuple):
    """What a block's signs come to: set stretches, properly nested, and the signs themselves."""

    runs: list[Run]
    hidden: list[Passage]


def inline(content: str, start: int, end: int) -> Inline:
    """Reads the signs between two offsets, in one pass; one without a partner is a character."""
    found = Inline([], [])
    signs = list(_SIGNS.finditer(content, start, end))
    ticks = _Ticks(signs)
    opened: list[re.Match[str]] = []
    waiting: Counter[str] = Counter()
    after_code = start
    for sign in signs:
        text = sign.group()
        if sign.start() < after_code:
            continue
        if text[0] == "\\":
            found.hidden.append(Passage(sign.start(), sign.start() + 1))
        elif text[0] == "`":
            closing = ticks.closing(sign)
            if closing is not None:
                after_code = closing.end()
                _pair(found, sign, closing, Emphasis.CODE)
        elif text[-1] == "[":
            opened.append(sign)
            waiting["]"] += 1
        elif waiting[key := "]" if text[0] == "]" else text] and _may_close(content, sign, end):
            first = _popped(opened, waiting, key)
            if text != "]":  # a bracket without an address is a bracket
                _pair(found, first, sign, _EMPHASIS.get(text, Emphasis.NONE))
        elif text[0] != "]" and _may_open(content, sign, start, end):
            opened.append(sign)
            waiting[text] += 1
    return found


_SIGNS: Final = re.compile(
    r"\\[!-/:-@\[-`{-~]|`+|(?<![*])\*{1,3}(?![*])|(?<![_])_{1,3}(?![_])|!?\[|\](?:\([^()\s]*\))?"
)
_EMPHASIS: Final = {
    mark * number: emphasis
    for mark in "*_"
    for number, emphasis in (
        (1, Emphasis.EM),
        (2, Emphasis.STRONG),
        (3, Emphasis.EM | Emphasis.STRONG),
    )
}


class _Ticks:
    """Where runs of backticks stand, by their length."""

    def __init__(self, signs: list[re.Match[str]]) -> None:
        self._by_text: dict[str, list[re.Match[str]]] = {}
        for sign in signs:
            if sign.group()[0] == "`":
                self._by_text.setdefault(sign.group(), []).append(sign)

    def closing(self, sign: re.Match[str]) -> re.Match[str] | None:
        """The next run of the same length."""
        alike = self._by_text[sign.group()]
        index = bisect_right(alike, sign.start(), key=lambda other: other.start())
        return alike[index] if index < len(alike) else None


def _pair(found: Inline, first: re.Match[str], last: re.Match[str], emphasis: Emphasis) -> None:
    found.hidden.extend(Passage(*sign.span()) for sign in (first, last))
    if emphasis:
        found.runs.append(Run(first.end(), last.start(), emphasis))


def _popped(opened: list[re.Match[str]], waiting: Counter[str], key: str) -> re.Match[str]:
    """The last sign that this one closes; those behind it stay characters."""
    while True:
        sign = opened.pop()
        own = "]" if sign.group()[-1] == "[" else sign.group()
        waiting[own] -= 1
        if own == key:
            return sign


def _may_open(content: str, sign: re.Match[str], start: int, end: int) -> bool:
    before = content[sign.start() - 1] if sign.start() > start else " "
    after = content[sign.end()] if sign.end() < end else " "
    return not after.isspace() and not before.isalnum()


def _may_close(content: str, sign: re.Match[str], end: int) -> bool:
    before = content[sign.start() - 1]
    after = content[sign.end()] if sign.end() < end else " "
    return sign.group()[0] == "]" or (not before.isspace() and not after.isalnum())


def ends(runs: list[Run]) -> Iterator[int]:
    """All offsets at which the setting may change."""
    for run in runs:
        yield run.start
        yield run.end

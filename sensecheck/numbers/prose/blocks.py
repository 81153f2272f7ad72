"""Blocks of a text: stretches across whose ends no number is read.

A line break inside a sentence is no end, so that hard-wrapped text reads like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_BREAK: Final = re.compile(r"(?<![ \t])[ \t]*[\n\r\v\f\x85\u2028\u2029]\s*")
_LINE_ENDS: Final = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_CURRENCY_CODE: Final = re.compile(r"[A-Z]{2,3}[$ ]")


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each block, in order; what lies between them is white space."""
    start = 0
    for gap in _BREAK.finditer(text):
        if _ends_block(text, gap):
            if start < gap.start():
                yield start, gap.start()
            start = gap.end()
    if start < len(text):
        yield start, len(text)


def _ends_block(text: str, gap: re.Match[str]) -> bool:
    before, after = text[max(gap.start() - 1, 0) : gap.start()], text[gap.end() : gap.end() + 1]
    if not before or not after or before in ".!?:" or len(_LINE_ENDS.findall(gap.group())) > 1:
        return True
    if after.islower() or after.isdigit() or after in "$£€¥(":
        return False
    return _CURRENCY_CODE.match(text, gap.end()) is None

"""Blocks of a text: stretches across whose ends no number is read.

A line break inside a sentence is no end, so that hard-wrapped text reads like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_BREAK: Final = re.compile(r"[\n\r\v\f\x85\u2028\u2029]\s*")
_LINE_ENDS: Final = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
# 'RMB', 'GPUs': no first word of a sentence or heading.
_LIST_MARK: Final = re.compile(r"[0-9]{1,2}[.)]\s")
_CAPITALS: Final = re.compile(r"[A-Z]{2}")


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each block, in order; what lies between them is white space."""
    start = 0
    for gap in _BREAK.finditer(text):
        end = _stripped(text, start, gap.start())
        if _ends_block(text, start, end, gap):
            if start < end:
                yield start, end
            start = gap.end()
    if start < len(text):
        yield start, len(text)


def _stripped(text: str, start: int, end: int) -> int:
    """Where the line ends, without the blanks at its end."""
    while end > start and text[end - 1] in " \t":
        end -= 1
    return end


def _ends_block(text: str, start: int, end: int, gap: re.Match[str]) -> bool:
    after = text[gap.end() : gap.end() + 1]
    if start == end or not after or text[end - 1] in ".!?:":
        return True
    if len(_LINE_ENDS.findall(gap.group())) > 1:
        return True
    if _LIST_MARK.match(text, gap.end()):
        return True
    if after.islower() or after.isdigit() or after in "$£€¥(":
        return False
    return _CAPITALS.match(text, gap.end()) is None

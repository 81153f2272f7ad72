"""The sentences of a text: good enough to show where a number stands, and which stand together."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from sensecheck.model import Passage

_END: Final = re.compile(
    r"""
    # A full stop; not that of an initial, of Mr or of No. 5.
    (?<![ .(][A-Za-z]) (?<!\b[Mm]r) (?<!\b[Mm]rs) (?<!\b[Dd]r) (?<!\bSt) (?<!\bvs)
    (?<!\bNo(?=\.\s[0-9])) [.!?] ['"’”)\]]* \s+ (?=[^a-z\s])
  | (?<!\s) \s* [\n\r] \s* [\n\r] \s*   # a blank line
  | \n (?=[#|>*-])
  | [\f\v]
    """,
    re.VERBOSE,
)


class Sentences:
    """Where each sentence of a text begins."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._starts = [0, *(match.end() for match in _END.finditer(content))]

    def number_of(self, offset: int) -> int:
        """Which sentence, counted from 0, the offset lies in."""
        return bisect_right(self._starts, offset) - 1

    def around(self, passage: Passage) -> Passage:
        """The sentences that hold a passage, without the space around them."""
        first, last = self.number_of(passage.start), self.number_of(max(passage.end - 1, 0))
        start = self._starts[first]
        is_last = last + 1 == len(self._starts)
        end = len(self._content) if is_last else self._starts[last + 1]
        raw = self._content[start:end]
        start += len(raw) - len(raw.lstrip())
        return Passage(start, start + len(raw.strip()))

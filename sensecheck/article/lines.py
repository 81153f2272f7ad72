"""Texts that are lines of characters, where every place is a line and a column."""

from __future__ import annotations

from sensecheck.decoding import LINE_END
from sensecheck.model import Stretch, Text


def text_of_lines(path: str, content: str) -> Text:
    """The text with a stretch for each of its lines, as an editor counts them."""
    starts = [0, *(match.end() for match in LINE_END.finditer(content))]
    stretches = tuple(Stretch(start, line, 0) for line, start in enumerate(starts))
    return Text(path, content, stretches)

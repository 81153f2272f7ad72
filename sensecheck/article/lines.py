"""Texts that are lines of characters, where every place is a line and a column."""

from __future__ import annotations

import re
from typing import Final

from sensecheck.model import Stretch, Text

_LINE_END: Final = re.compile(r"\r\n|\n|\r")


def text_of_lines(path: str, content: str) -> Text:
    """The text with a stretch for each of its lines, as an editor counts them."""
    starts = [0, *(match.end() for match in _LINE_END.finditer(content))]
    stretches = tuple(Stretch(start, line, 0) for line, start in enumerate(starts))
    return Text(path, content, stretches)

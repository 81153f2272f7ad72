"""Text from files in Markdown, where it is never markup, and never speaks to anybody."""

from __future__ import annotations

import re
from typing import Final

from sensecheck.report.style import Style

_SPECIAL: Final = re.compile(r"[\\`*\[\]<>#&|~$!]|(?<![^\W_])_|_(?![^\W_])")
_BLOCK: Final = re.compile(r"^(?=[+-](?:[ -]|$))|^[0-9]+(?=[.)](?: |$))")
# What GitHub and GitLab look for in the finished page, where a backslash is gone: @somebody, #12,
# addresses, :emoji:. A space of no width after its first character keeps it what it is.
_SPEAKING: Final = re.compile(r"@(?=\S)|#(?=\w)|:(?=//|[a-z+-][\w+-]*:)|www(?=\.)", re.IGNORECASE)
_NO_WIDTH: Final = "&#8203;"


def escaped(text: str) -> str:
    """The text on one line, so that Markdown shows it as it is."""
    plain = " ".join(Style().text(text).split())
    marked = _SPECIAL.sub(lambda match: f"\\{match.group()}", plain)
    marked = _BLOCK.sub(lambda match: f"{match.group()}\\", marked)
    return _SPEAKING.sub(lambda match: f"{match.group()}{_NO_WIDTH}", marked)

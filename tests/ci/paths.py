"""Path filters of workflows, after GitHub's filter pattern cheat sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

_PART: Final = re.compile(r"\*\*/|\*\*|\*|\[[\w-]+\]|\\.|.", re.DOTALL)
_SPECIAL: Final = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "?", "+": "+"}


def triggered(patterns: Sequence[str], paths: Iterable[str]) -> bool:
    """Whether a workflow with the filter runs for changes of these files."""
    return any(_is_wanted(patterns, path) for path in paths)


def _is_wanted(patterns: Sequence[str], path: str) -> bool:
    """The last pattern that matches decides; one that begins with ! takes the path out again."""
    wanted = False
    for pattern in patterns:
        if _regex(pattern.removeprefix("!")).fullmatch(path):
            wanted = not pattern.startswith("!")
    return wanted


def _regex(pattern: str) -> re.Pattern[str]:
    """A pattern matches whole paths; ? and + are about the character before them."""
    parts = (part[0] for part in _PART.finditer(pattern))
    return re.compile("".join(_SPECIAL.get(part) or _plain(part) for part in parts), re.DOTALL)


def _plain(part: str) -> str:
    if part.startswith("[") and len(part) > 1:
        return part
    return re.escape(part[1:] if part.startswith("\\") and len(part) > 1 else part)

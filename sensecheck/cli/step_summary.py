"""The summary of a step in GitHub Actions: Markdown that the runner collects from a file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from sensecheck.report.markdown import within
from sensecheck.terminal import complain

VARIABLE: Final = "GITHUB_STEP_SUMMARY"
MOST: Final = 1024 * 1024
"""Bytes of a step's summary; of one that is longer GitHub shows nothing at all."""


def append_summary(text: str) -> None:
    """Appends what the run came to, if the runner names a file; trouble with it is a message."""
    name = os.environ.get(VARIABLE)
    if not name or not text:
        return
    path = Path(name)
    try:
        used = path.stat().st_size if path.exists() else 0
        added = within(f"\n{text}" if used else text, MOST - used)
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(added)
    except OSError as error:
        complain(f"{VARIABLE}: {name}: {error.strerror}")
        return
    if not added:
        complain(f"{VARIABLE}: {name}: is full; nothing was added")

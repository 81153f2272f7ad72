"""Streams: what they can show, and writing to them without ever failing on what they cannot."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from enum import StrEnum
from typing import TextIO

from sensecheck.report.style import Style


class Color(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def style_of(stream: TextIO, color: Color, environment: Mapping[str, str]) -> Style:
    """What the stream can show: colour, encoding, width (None where it is no screen)."""
    colour = _is_coloured(stream, color, environment)
    if colour and os.name == "nt":
        os.system("")  # an empty command switches escape codes on in an old console
    return Style(
        colour=colour,
        encoding=stream.encoding or "utf-8",
        width=_width(stream, environment),
    )


def write(text: str) -> None:
    """Writes results; a reader that has gone away (`| head`) is no error."""
    try:
        sys.stdout.write(_encodable(text, sys.stdout))
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_output()


def complain(text: str) -> None:
    """Writes a message of one line beside the results; it is no command to a CI service."""
    shown = Style(encoding=sys.stderr.encoding or "utf-8").text(text)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        shown = _disarmed(shown)
    try:
        sys.stderr.write(f"{shown}\n")
        sys.stderr.flush()
    except OSError:
        pass


class Progress:
    """'checking 500 of 20,000', on a screen only; call `done` before anything else is written."""

    def __init__(self) -> None:
        self._is_shown = False

    def __call__(self, done: int, total: int) -> None:
        """Shows how far the run is."""
        if done and sys.stderr.isatty():
            self._is_shown = True
            sys.stderr.write(f"\rchecking {done:,} of {total:,}")
            sys.stderr.flush()

    def done(self) -> None:
        """Takes the line away."""
        if self._is_shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._is_shown = False


def _is_coloured(stream: TextIO, color: Color, environment: Mapping[str, str]) -> bool:
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    if environment.get("NO_COLOR"):
        return False
    forced = environment.get("FORCE_COLOR")
    if forced:
        return forced.lower() not in ("0", "false")
    return stream.isatty() and environment.get("TERM") != "dumb"


def _width(stream: TextIO, environment: Mapping[str, str]) -> int | None:
    columns = environment.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and 0 < int(columns) < 10_000:
        return int(columns)
    return shutil.get_terminal_size().columns if stream.isatty() else None


def _disarmed(line: str) -> str:
    """The line with a blank where GitHub's runner would take a file's name for a command."""
    line = line.replace("##[", "## [")
    return line.replace("::", ": :") if line.lstrip().startswith("::") else line


def _encodable(text: str, stream: TextIO) -> str:
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def _discard_output() -> None:
    # Python flushes the stream once more at its end, and would complain then.
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115

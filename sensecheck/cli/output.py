"""Writing what a command made: to standard output, or to the file that --output names."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sensecheck.exit_codes import ExitCode
from sensecheck.terminal import complain, write

if TYPE_CHECKING:
    from sensecheck.model import Results


def deliver(text: str, output: str | None) -> None:
    """Writes the text to the file, or to standard output; ends the run where it cannot."""
    if output is None:
        write(text)
        return
    try:
        Path(output).write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        complain(f"{output}: {error.strerror}")
        raise typer.Exit(ExitCode.UNUSABLE) from None


def not_onto(output: str | None, paths: Sequence[str]) -> None:
    """Ends the run before it would overwrite a file that it reads."""
    if output is not None and os.path.realpath(output) in map(os.path.realpath, paths):
        raise typer.BadParameter(f"{output} is a claims file", param_hint="--output")


def is_annotated(output: str | None) -> bool:
    """Whether GitHub Actions reads what is written, and shows annotations on the lines."""
    return os.environ.get("GITHUB_ACTIONS") == "true" and output is None


def any_empty(every: Sequence[Results]) -> bool:
    """Whether a file names no claims at all; says so."""
    empty = [results for results in every if not results.document.claim_count]
    for results in empty:
        if not results.findings:
            complain(f"{results.document.path}: no claims")
    return bool(empty)

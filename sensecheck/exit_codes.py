"""What the exit code of a command says; the same for every output format."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sensecheck.model import Results


class ExitCode(IntEnum):
    """The exit codes, as --help lists them."""

    OK = 0
    TROUBLE = 1
    UNUSABLE = 2
    INTERRUPTED = 130


EXIT_CODES: Final = """
\b
Exit codes:
  0  nothing failed
  1  a claim failed, or statements cannot all be true; with --strict also a
     discrepancy or an acceptance that no longer applies
  2  the command or the claims file cannot be used as it is (2 beats 1)
"""
SHORT_EXIT_CODES: Final = """
\b
Exit codes:
  0  done
  2  the command or the claims file cannot be used as it is
"""


def exit_code(every: Sequence[Results], *, strict: bool) -> ExitCode:
    """The exit code of a run whose files could all be used."""
    from sensecheck.report.counts import count

    if any(results.interrupted for results in every):
        return ExitCode.INTERRUPTED
    counts = count(every)
    if counts.errors:
        return ExitCode.UNUSABLE
    if counts.fail or counts.contradictory or counts.conflict:
        return ExitCode.TROUBLE
    if strict and (counts.discrepancy or counts.warnings):
        return ExitCode.TROUBLE
    return ExitCode.OK

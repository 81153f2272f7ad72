"""A code quality report for GitLab: problems in a list that merge requests show.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sensecheck.report.kinds import Level
from sensecheck.report.positions import Position
from sensecheck.report.problems import Problem
from sensecheck.report.style import Style

_SEVERITIES: Final = {Level.ERROR: "critical", Level.WARNING: "minor", Level.NOTE: "info"}


def gitlab(problems: Sequence[Problem]) -> str:
    """The report, in ASCII; a problem has an entry for each of its places."""
    entries = [entry for problem in problems for entry in _entries(problem)]
    return json.dumps(entries, indent=2) + "\n"


def _entries(problem: Problem) -> Iterator[dict[str, Any]]:
    yield _entry(problem, problem.position, problem.fingerprint)
    for number, position in enumerate(_once(problem.article)):
        yield _entry(problem, position, f"{problem.fingerprint}-article-{number}")


def _once(positions: Iterable[Position]) -> Iterable[Position]:
    """One for each line, as GitLab shows no columns."""
    return {(position.path, position.line): position for position in positions}.values()


def _entry(problem: Problem, position: Position, fingerprint: str) -> dict[str, Any]:
    return {
        "description": problem.message,
        "check_name": problem.kind,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[problem.level],
        "location": {"path": Style().text(position.path), "lines": {"begin": position.line}},
    }

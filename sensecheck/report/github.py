"""Annotations for GitHub Actions: workflow commands on standard output, and the log below them.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Final

from sensecheck.report.kinds import Level
from sensecheck.report.positions import Position
from sensecheck.report.problems import Problem
from sensecheck.report.style import Style

_COMMANDS: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_LEVELS: Final = list(_COMMANDS)


def github(problems: Sequence[Problem], log: str, style: Style) -> str:
    """One command a place, then the log.

    GitHub shows the first ten of a kind in a step: failures come first, and the places in the
    claims file before those in the article.
    """
    ordered = sorted(problems, key=lambda problem: _LEVELS.index(problem.level))
    lines = [*_in_claims(ordered), *_in_article(ordered)]
    commands = "".join(f"{_command(*line, style)}\n" for line in lines)
    return commands + ("\n" if commands and log else "") + _disarmed(log)


Annotation = tuple[Problem, Position, str]
"""A problem, one of its places, and what to say there."""


def _in_claims(problems: Iterable[Problem]) -> Iterator[Annotation]:
    for problem in problems:
        yield problem, problem.position, problem.message


def _in_article(problems: Iterable[Problem]) -> Iterator[Annotation]:
    """The same where the article says it, with the line of the claims file."""
    for problem in problems:
        claim = f"{problem.position.path}:{problem.position.line}"
        for position in problem.article:
            yield problem, position, f"{problem.message} ({claim})"


def _command(problem: Problem, position: Position, message: str, style: Style) -> str:
    properties: dict[str, str | int] = {
        "file": position.path,
        "line": position.line,
        "endLine": position.end_line,
    }
    if position.line == position.end_line:  # columns are for a single line only
        properties |= {"col": position.column, "endColumn": position.end_column}
    properties["title"] = style.text(f"sensecheck: {problem.name or problem.kind}")
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[problem.level]} {listed}::{_data(style.text(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str | int) -> str:
    return _data(str(value)).replace(":", "%3A").replace(",", "%2C")


def _disarmed(log: str) -> str:
    """The log, in which no text from a file is a command to the runner.

    Commands are off until the token comes again: one that no text can hold, being made of it.
    """
    if "::" not in log and "##[" not in log:
        return log
    token = sha256(log.encode("utf-8", "backslashreplace")).hexdigest()
    return f"::stop-commands::{token}\n{log}::{token}::\n"

"""SARIF 2.1.0, for GitHub's code scanning and other viewers.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; GitHub wants more than the
standard does: help for every rule, relative addresses, all four ends of a region.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from sensecheck.report.kinds import KINDS, Kind, Level
from sensecheck.report.positions import Position
from sensecheck.report.problems import Problem

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
MOST: Final = 25_000
"""Results that GitHub accepts in a run."""
FINGERPRINT: Final = "sensecheck/v1"

_ROOT: Final = "%SRCROOT%"
_RULES: Final = list(Kind)
_LEVELS: Final = list(Level)
_SEVERITIES: Final = {
    Level.ERROR: "error",
    Level.WARNING: "warning",
    Level.NOTE: "recommendation",
}

Object = dict[str, Any]


def sarif(problems: Sequence[Problem], version: str) -> str:
    """One run with a result for each problem, in ASCII; of very many, the worst."""
    ordered = sorted(problems, key=lambda problem: _LEVELS.index(problem.level))
    run = {
        "tool": {"driver": _driver(version)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "invocations": [_invocation(len(ordered) - MOST)],
        "results": [_result(problem) for problem in ordered[:MOST]],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2) + "\n"


def _driver(version: str) -> Object:
    return {
        "name": "sensecheck",
        "version": version,
        "rules": [_rule(kind) for kind in _RULES],
    }


def _rule(kind: Kind) -> Object:
    about = KINDS[kind]
    return {
        "id": kind,
        "name": "".join(word.capitalize() for word in kind.split("-")),
        "shortDescription": {"text": about.title},
        "fullDescription": {"text": about.summary},
        "help": {"text": about.help, "markdown": about.help},
        "defaultConfiguration": {"level": about.level},
        "properties": {"problem.severity": _SEVERITIES[about.level], "precision": "very-high"},
    }


def _invocation(left_out: int) -> Object:
    invocation: Object = {"executionSuccessful": True}
    if left_out > 0:
        message = {"text": f"{left_out} more problems are left out: {MOST} is the most."}
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": message}]
    return invocation


def _result(problem: Problem) -> Object:
    places = [(at, f"the article, line {at.line}") for at in problem.article]
    linked = len(places)
    places += [(related.position, related.text) for related in problem.related]
    if problem.kind is Kind.CONFLICT:
        linked = len(places)
    # Code scanning shows a related place only where the message has a link to it.
    links = [f"[{_linked(text)}]({n})" for n, (_, text) in enumerate(places[:linked], start=1)]
    see = f"; see {', '.join(links)}" if links else ""
    return {
        "ruleId": problem.kind,
        "ruleIndex": _RULES.index(problem.kind),
        "level": problem.level,
        "message": {"text": _message(problem.message) + see},
        "locations": [_location(problem.position)],
        "relatedLocations": [
            {"id": number, "message": {"text": _message(text)}, **_location(position)}
            for number, (position, text) in enumerate(places, start=1)
        ],
        "partialFingerprints": {FINGERPRINT: problem.fingerprint},
        "suppressions": _suppressions(problem),
        "properties": {"name": problem.name},
    }


def _location(position: Position) -> Object:
    region = {
        "startLine": position.line,
        "startColumn": position.column,
        "endLine": position.end_line,
        "endColumn": position.end_column,
    }
    return {"physicalLocation": {"artifactLocation": _artifact(position.path), "region": region}}


def _artifact(path: str) -> Object:
    """A file by its address, which is relative to the repository's root where it lies in one."""
    address = quote(path, safe="/", errors="surrogateescape")
    if PurePath(path).is_absolute():
        return {"uri": f"file://{'' if address.startswith('/') else '/'}{address}"}
    return {"uri": address, "uriBaseId": _ROOT}


def _suppressions(problem: Problem) -> list[Object]:
    """Who accepted it, if anybody; a list for every result, as the standard wants all or none."""
    if not problem.accepted:
        return []
    return [{"kind": "inSource", "status": "accepted", "justification": problem.accepted}]


def _message(text: str) -> str:
    """The text as a message, in which nothing is a placeholder, as {0} is, or a link."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "]\u200b(")


def _linked(text: str) -> str:
    """The text of a link."""
    return _message("".join(f"\\{char}" if char in "\\[]" else char for char in text))

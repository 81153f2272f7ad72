"""What a run came to, in numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sensecheck.model import Outcome, Results, Severity


@dataclass(frozen=True, slots=True)
class Counts:
    """How many claims came to what; accepted trouble is counted only as accepted."""

    passed: int = 0
    weak: int = 0
    """Weak passes and weak discrepancies."""
    weak_passed: int = 0
    unverifiable: int = 0
    discrepancy: int = 0
    fail: int = 0
    conflict: int = 0
    contradictory: int = 0
    accepted: int = 0
    errors: int = 0
    warnings: int = 0
    claims: int = 0
    stated: int = 0
    """Claims that the files name, checked or not."""


def count(every: Iterable[Results]) -> Counts:
    """The numbers of one run over some files."""
    total = dict.fromkeys(Counts.__slots__, 0)
    for results in every:
        for verdict in results.verdicts:
            total["claims"] += 1
            total["weak"] += verdict.weak
            total["weak_passed"] += verdict.weak and verdict.outcome is Outcome.PASS
            if verdict.accepted:
                total["accepted"] += 1
            else:
                total[_FIELDS[verdict.outcome]] += 1
        for conflict in results.conflicts:
            total["accepted" if conflict.accepted else "conflict"] += 1
        total["contradictory"] += len(results.printings)
        for finding in results.findings:
            total["errors" if finding.severity is Severity.ERROR else "warnings"] += 1
        total["stated"] += results.document.claim_count
    return Counts(**total)


def several(number: int, noun: str) -> str:
    """'1 claim', '2 claims'."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


_FIELDS = {
    Outcome.PASS: "passed",
    Outcome.UNVERIFIABLE: "unverifiable",
    Outcome.DISCREPANCY: "discrepancy",
    Outcome.FAIL: "fail",
}

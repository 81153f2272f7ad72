"""Results as JSON, for programs: the same bytes for the same results.

Numbers are texts: exact decimals, or fractions where no decimal is exact, in base units (no
scale), percentages as printed (13.86). null stands for what is not there, at an end of a range for
no bound. What is irrational, or too long to write out, is rounded outwards to 12 digits, and its
claim says `"exact": false`. Keys are only ever added within a schema version.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any, Final

from sensecheck.model import (
    Conflict,
    Document,
    Finding,
    Implied,
    Results,
    Severity,
    Verdict,
    place,
)
from sensecheck.numbers.display import Rounding, exact_text, significant
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.units import Style, Unit
from sensecheck.report.counts import count
from sensecheck.report.findings import in_order
from sensecheck.report.values import stated_text

SCHEMA_VERSION: Final = 1
DIGITS: Final = 12
"""Significant digits of a number that cannot be written exactly."""

_HUNDRED: Final = Fraction(100)
_dump: Final = json.JSONEncoder(check_circular=False).encode


def as_json(every: Sequence[Results]) -> str:
    """One document for all files of a run; ASCII, one claim a line."""
    counts = count(every)
    summary = {
        "pass": counts.passed,
        "discrepancy": counts.discrepancy,
        "fail": counts.fail + counts.contradictory,
        "unverifiable": counts.unverifiable,
        "conflict": counts.conflict,
        "accepted": counts.accepted,
        "weak": counts.weak,
    }
    files = ",\n".join(_file(results) for results in every)
    listed = f"[\n{files}\n]" if files else "[]"
    return (
        f'{{"schema_version": {SCHEMA_VERSION}, "files": {listed},\n"summary": {_dump(summary)}}}\n'
    )


def _file(results: Results) -> str:
    document = results.document
    parts = {
        "path": _dump(document.path),
        "article": _dump(_article(document)),
        "claims": _list(claim_records(results)),
        "assumptions": _list(assumption_records(results)),
        "conflicts": _list(map(conflict_record, results.conflicts)),
        "implied": _list(_implied(implied, document) for implied in results.implied),
        "not_reconciled": _dump(results.not_reconciled),
        "findings": _list(map(finding_record, in_order(results.findings))),
    }
    return "{" + ",\n".join(f'"{name}": {text}' for name, text in parts.items()) + "}"


def _list(items: Iterable[dict[str, Any]]) -> str:
    lines = ",\n".join(map(_dump, items))
    return f"[\n{lines}\n]" if lines else "[]"


def _article(document: Document) -> dict[str, Any]:
    article = document.article
    return {
        "title": article.title or None,
        "publisher": article.publisher or None,
        "published": article.published or None,
        "text": article.text or None,
    }


def claim_records(results: Results) -> Iterator[dict[str, Any]]:
    """The claims, and the figures whose printings exclude each other."""
    return (_claim(verdict) for verdict in (*results.verdicts, *results.printings))


def assumption_records(results: Results) -> Iterator[dict[str, Any]]:
    """The assumptions, in the form of claims."""
    return (_claim(verdict) for verdict in results.assumptions)


def _claim(verdict: Verdict) -> dict[str, Any]:
    claim = verdict.claim
    numbers = _Numbers(verdict.unit)
    recomputed, values = numbers.recomputed(verdict), numbers.range(verdict)
    line, column = place(claim.span)
    return {
        "id": claim.id,
        "rule": claim.rule or None,
        "quote": claim.quote or None,
        "says": claim.says or None,
        "stated": stated_text(verdict) or None,
        "unit": unit_text(verdict.unit),
        "recomputed": recomputed,
        "exact": numbers.exact,
        "range": values,
        "verdict": verdict.outcome.value,
        "accepted": claim.accepted or None,
        "admits": verdict.admits,
        "weak": verdict.weak,
        "witness": _witness(verdict) or None,
        "reason": verdict.reason or None,
        "slip": verdict.slip.text if verdict.slip else None,
        "repair": verdict.repair or None,
        "implied": _implied_by(verdict),
        "line": line,
        "column": column,
    }


def _witness(verdict: Verdict) -> dict[str, str]:
    units = {o.figure.name: o.figure.unit for o in verdict.claim.arguments.operands}
    return {
        name: _Numbers(units.get(name, verdict.unit)).text(value)
        for name, value in verdict.witness.items()
    }


def _implied_by(verdict: Verdict) -> dict[str, Any] | None:
    if verdict.implied is None:
        return None
    units = {o.figure.name: o.figure.unit for o in verdict.claim.arguments.operands}
    because = verdict.implied.because or (verdict.claim.id,)
    return _bounds(verdict.implied, units.get(verdict.implied.figure), because)


def _implied(implied: Implied, document: Document) -> dict[str, Any]:
    figure = document.figures.get(implied.figure)
    return _bounds(implied, figure.unit if figure else None, implied.because)


def _bounds(implied: Implied, unit: Unit | None, because: tuple[str, ...]) -> dict[str, Any]:
    numbers = _Numbers(unit)
    return {
        "figure": implied.figure,
        "low": numbers.end(implied.interval.low, "down"),
        "high": numbers.end(implied.interval.high, "up"),
        "unit": unit_text(unit),
        "because": because,
    }


def conflict_record(conflict: Conflict) -> dict[str, Any]:
    """Statements that cannot all be true."""
    return {
        "id": conflict.id,
        "claims": conflict.claims,
        "assumptions": conflict.assumptions,
        "printings": conflict.printings,
        "accepted": conflict.accepted or None,
        "proof": conflict.proof,
    }


def finding_record(finding: Finding) -> dict[str, Any]:
    """A problem with the claims file itself."""
    line, column = place(finding.span)
    warning = "" if finding.severity is Severity.ERROR else "warning: "
    return {
        "line": line,
        "column": column,
        "message": f"{warning}{finding.message}",
        "hint": finding.hint or None,
    }


def unit_text(unit: Unit | None) -> str | None:
    """'RMB', 'HKD per share', 'percent'; None for plain numbers and for words."""
    return None if unit is None else unit.name


class _Numbers:
    """Writes the numbers of one unit, and remembers whether all of them are exact."""

    def __init__(self, unit: Unit | None) -> None:
        self.exact = True
        self._percent = unit is not None and unit.style in (Style.PERCENT, Style.POINTS)

    def text(self, value: Fraction, rounding: Rounding = "half_even", *, known: bool = True) -> str:
        """The number; to `DIGITS` digits where it is not `known` exactly or is very long."""
        shown = value * _HUNDRED if self._percent else value
        if known:
            try:
                return exact_text(shown)
            except ValueError:
                pass
        self.exact = False
        return significant(shown, DIGITS, grouping=False, rounding=rounding)

    def end(self, value: Fraction | None, rounding: Rounding, *, known: bool = True) -> str | None:
        """An end of a range; null for none."""
        return None if value is None else self.text(value, rounding, known=known)

    def recomputed(self, verdict: Verdict) -> str | None:
        """The result at the printed values: a number, or a word."""
        match verdict.recomputed:
            case Fraction() as value:
                return self.text(value)
            case Interval() as enclosure:
                middle = enclosure.low if enclosure.low is not None else enclosure.high
                return None if middle is None else self.text(middle, known=enclosure.is_point)
            case word:
                return word or None

    def range(self, verdict: Verdict) -> dict[str, Any] | None:
        """All results, with what is open about them."""
        if verdict.range is None:
            return None
        interval, known = verdict.range.interval, verdict.range.exact
        return {
            "low": self.end(interval.low, "down", known=known),
            "high": self.end(interval.high, "up", known=known),
            "low_open": interval.low_open,
            "high_open": interval.high_open,
            "reading": verdict.range.reading.value,
        }

"""Results as JSON, for programs: the same bytes for the same results.

Numbers are texts: exact decimals, or fractions where no decimal is exact, in base units (no
scale), percentages as printed (13.86). null stands for what is not there, at an end of a range for
no bound. What is irrational, or too long to write out, is rounded outwards to 12 digits, and its
claim says `"exact": false`. Keys are only ever added within a schema version.

Where the article was read, a claim's `article` lists where it prints the stated figure: `start`
and `end` count characters of the text from 0, the end exclusive; `line` and `column` count from 1
and are null in a file without lines, whose `place` is named instead ('page 3').

The records, one for each thing that there is to tell, are what `json_lines` writes, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any, Final

from sensecheck.model import (
    Conflict,
    Finding,
    Implied,
    Passage,
    ReadArticle,
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
Record = dict[str, Any]

dump: Final = json.JSONEncoder(check_circular=False).encode
"""A value as JSON, in ASCII and on one line."""


def as_json(every: Sequence[Results]) -> str:
    """One document for all files of a run; ASCII, one claim a line."""
    files = ",\n".join(_file(results) for results in every)
    listed = f"[\n{files}\n]" if files else "[]"
    summary = dump(summary_record(every))
    return f'{{"schema_version": {SCHEMA_VERSION}, "files": {listed},\n"summary": {summary}}}\n'


def _file(results: Results) -> str:
    parts = {
        "path": dump(results.document.path),
        "article": dump(article_record(results)),
        "claims": _list(claim_records(results)),
        "assumptions": _list(assumption_records(results)),
        "conflicts": _list(map(conflict_record, results.conflicts)),
        "implied": _list(implied_records(results)),
        "not_reconciled": dump(results.not_reconciled),
        "findings": _list(map(finding_record, in_order(results.findings))),
    }
    return "{" + ",\n".join(f'"{name}": {text}' for name, text in parts.items()) + "}"


def _list(items: Iterable[Record]) -> str:
    lines = ",\n".join(map(dump, items))
    return f"[\n{lines}\n]" if lines else "[]"


# ── records ──────────────────────────────────────────────────────────────────────────────────


def summary_record(every: Sequence[Results]) -> Record:
    """What all files came to."""
    counts = count(every)
    return {
        "pass": counts.passed,
        "discrepancy": counts.discrepancy,
        "fail": counts.fail + counts.contradictory,
        "unverifiable": counts.unverifiable,
        "conflict": counts.conflict,
        "accepted": counts.accepted,
        "weak": counts.weak,
    }


def article_record(results: Results) -> Record:
    """What the claims file says of its article."""
    article = results.document.article
    return {
        "title": article.title or None,
        "publisher": article.publisher or None,
        "published": article.published or None,
        "text": article.text or None,
    }


def claim_records(results: Results) -> Iterator[Record]:
    """The claims, and the figures whose printings exclude each other."""
    return (_claim(v, results.article) for v in (*results.verdicts, *results.printings))


def assumption_records(results: Results) -> Iterator[Record]:
    """The assumptions, in the form of claims."""
    return (_claim(verdict, results.article) for verdict in results.assumptions)


def _claim(verdict: Verdict, article: ReadArticle | None) -> Record:
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
        "article": None if article is None else _passages(claim.id, article),
    }


def _passages(name: str, article: ReadArticle) -> list[Record]:
    """Where the article prints a claim's stated figure, or a figure of that name."""
    passages = article.stated.get(name) or article.figures.get(name, ())
    return [_passage(passage, article) for passage in passages]


def _passage(passage: Passage, article: ReadArticle) -> Record:
    line, column = article.text.position(passage.start) or (None, None)
    return {
        "start": passage.start,
        "end": passage.end,
        "line": line,
        "column": column,
        "place": article.text.stretch(passage.start).name or None,
    }


def _witness(verdict: Verdict) -> dict[str, str]:
    units = {o.figure.name: o.figure.unit for o in verdict.claim.arguments.operands}
    return {
        name: _Numbers(units.get(name, verdict.unit)).text(value)
        for name, value in verdict.witness.items()
    }


def _implied_by(verdict: Verdict) -> Record | None:
    if verdict.implied is None:
        return None
    units = {o.figure.name: o.figure.unit for o in verdict.claim.arguments.operands}
    because = verdict.implied.because or (verdict.claim.id,)
    return _bounds(verdict.implied, units.get(verdict.implied.figure), because)


def implied_records(results: Results) -> Iterator[Record]:
    """What the figures must be that nobody prints."""
    for implied in results.implied:
        figure = results.document.figures.get(implied.figure)
        yield _bounds(implied, figure.unit if figure else None, implied.because)


def _bounds(implied: Implied, unit: Unit | None, because: tuple[str, ...]) -> Record:
    numbers = _Numbers(unit)
    return {
        "figure": implied.figure,
        "low": numbers.end(implied.interval.low, "down"),
        "high": numbers.end(implied.interval.high, "up"),
        "unit": unit_text(unit),
        "because": because,
    }


def conflict_record(conflict: Conflict) -> Record:
    """Statements that cannot all be true."""
    return {
        "id": conflict.id,
        "claims": conflict.claims,
        "assumptions": conflict.assumptions,
        "printings": conflict.printings,
        "accepted": conflict.accepted or None,
        "proof": conflict.proof,
    }


def finding_record(finding: Finding) -> Record:
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

    def range(self, verdict: Verdict) -> Record | None:
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

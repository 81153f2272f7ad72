"""JSON: exact numbers as texts, the same bytes for the same results."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from sensecheck.checking import check_text
from sensecheck.model import (
    Finding,
    Implied,
    Outcome,
    Passage,
    Range,
    Reading,
    Results,
    Severity,
    Verdict,
)
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.units import MULTIPLE, PERCENT, PLAIN, POINTS, Unit
from sensecheck.report.as_json import as_json, unit_text
from tests.conftest import Golden
from tests.report import build, troubles


def parsed(*every: Results) -> Any:
    return json.loads(as_json(every))


def claim_of(verdict: Verdict) -> Any:
    return parsed(build.results(verdict))["files"][0]["claims"][0]


def test_the_whole_document(golden: Golden) -> None:
    finding = Finding(
        build.span(3, 10, 9), "unknown figure 'staf.2021'", "did you mean staff.2021?"
    )
    implied = Implied("revenue.2020", build.interval("3445500000", "3446500000"), "", ("a", "b"))
    about = build.document(figures=(build.REVENUE_2020,), claim_count=9)
    results = replace(build.sample(), document=about, findings=(finding,), implied=(implied,))
    golden.check("json/sample.json", as_json([results]))
    assert as_json([results]) == as_json([results])
    assert as_json([results]).isascii()


def test_the_shape() -> None:
    document = parsed(build.sample())
    assert list(document) == ["schema_version", "files", "summary"]
    (file,) = document["files"]
    assert list(file) == [
        *("path", "article", "claims", "assumptions", "conflicts", "implied"),
        *("not_reconciled", "findings"),
    ]
    assert list(file["claims"][0]) == [
        *("id", "rule", "quote", "says", "stated", "unit", "recomputed", "exact", "range"),
        *("verdict", "accepted", "admits", "weak", "witness", "reason", "slip", "repair"),
        *("implied", "line", "column", "article"),
    ]
    assert list(file["claims"][0]) == list(file["assumptions"][0])
    assert list(file["claims"][0]["range"]) == [
        *("low", "high", "low_open", "high_open", "reading")
    ]
    assert list(file["conflicts"][0]) == [
        *("id", "claims", "assumptions", "printings", "accepted", "proof")
    ]
    assert document["summary"] == {
        "pass": 2,
        "discrepancy": 1,
        "fail": 2,  # with the figure whose printings exclude each other
        "unverifiable": 4,
        "conflict": 2,
        "accepted": 0,
        "weak": 1,
    }


def test_percentages_are_as_printed_and_exact() -> None:
    claim = claim_of(build.discrepancy())
    assert claim["unit"] == "percent"
    assert claim["recomputed"] == "41900/3027"  # 419 ÷ 3027, in percent
    assert claim["range"]["low"] == "16720/1211"  # 4,180 ÷ 30,275, in percent
    assert claim["exact"] is True
    assert claim["stated"] == "13.86%"
    assert claim["witness"] == {"revenue.2019": "3026800000", "revenue.2020": "3446200000"}


def test_no_bound_is_null_and_open() -> None:
    values = Range(build.interval("250000000000", None, open_ends="("), Reading.LOOSE)
    claim = claim_of(replace(build.layoffs(), range=values))
    assert claim["range"] == {
        "low": "250000000000",
        "high": None,
        "low_open": True,
        "high_open": True,
        "reading": "loose",
    }


def test_irrational_values_are_rounded_outwards_to_12_digits() -> None:
    low, high = Fraction(2) / 3, Fraction(5) / 3
    verdict = replace(
        build.layoffs(),
        recomputed=Interval(Fraction("1.41421356237309504880"), Fraction("1.41421356237309504881")),
        range=Range(Interval(low, high), Reading.STRICT, exact=False),
    )
    claim = claim_of(verdict)
    assert claim["recomputed"] == "1.41421356237"
    assert claim["range"]["low"] == "0.666666666666"
    assert claim["range"]["high"] == "1.66666666667"
    assert claim["exact"] is False


def test_numbers_too_long_to_write_are_rounded() -> None:
    verdict = replace(build.layoffs(), recomputed=Fraction(7**2000, 3**2000))
    claim = claim_of(verdict)
    assert claim["exact"] is False
    assert len(claim["recomputed"]) < 800


def test_answers_and_nothing() -> None:
    verdict = Verdict(build.claim("a", "compare", build.answer("higher")), Outcome.PASS)
    assert claim_of(replace(verdict, recomputed="higher"))["recomputed"] == "higher"
    bare = claim_of(verdict)
    for key in ("quote", "says", "unit", "recomputed", "range", "accepted", "witness", "implied"):
        assert bare[key] is None
    assert bare["stated"] == "higher"


def test_the_first_of_several_stated_printings() -> None:
    said = build.stated("RMB 49.205 billion", "exceeding RMB 49 billion")
    verdict = Verdict(build.claim("a", "sum", said), Outcome.PASS)
    assert claim_of(verdict)["stated"] == "RMB 49.205 billion"


def test_an_implied_value_names_its_claim_and_unit() -> None:
    implied = claim_of(build.missing())["implied"]
    assert implied == {
        "figure": "staff.h1_2023",
        "low": "5016",
        "high": "5020",
        "unit": None,
        "because": ["staff-a-year-ago"],
    }


def test_accepted_ones_are_counted_apart() -> None:
    conflict = replace(build.NET_PROFIT, accepted="known")
    results = build.results(build.discrepancy(accepted="known"), conflicts=(conflict,))
    document = parsed(results)
    assert document["summary"]["accepted"] == 2
    assert document["summary"]["discrepancy"] == document["summary"]["conflict"] == 0
    assert document["files"][0]["claims"][0]["accepted"] == "known"


def test_positions_count_from_one_and_warnings_say_so() -> None:
    warning = Finding(build.span(3, 10, 9), "odd", severity=Severity.WARNING)
    (finding,) = parsed(build.results(findings=(warning,)))["files"][0]["findings"]
    assert finding == {"line": 3, "column": 11, "message": "warning: odd", "hint": None}


def test_where_the_article_prints_it() -> None:
    read = troubles.everything(article="article.md")
    claims = {claim["id"]: claim for claim in parsed(read)["files"][0]["claims"]}
    # Line 4 is 'So 1,528 people left. …', after 69 characters.
    assert claims["too-few"]["article"] == [
        {"start": 72, "end": 77, "line": 4, "column": 4, "place": None}
    ]
    assert claims["layoffs"]["article"] == []
    assert read.article is not None
    page = troubles.text_of(troubles.ARTICLE, "a.pdf", {3: "page 2"})
    paged = replace(read, article=replace(read.article, text=page))
    claims = {claim["id"]: claim for claim in parsed(paged)["files"][0]["claims"]}
    assert claims["too-few"]["article"] == [
        {"start": 72, "end": 77, "line": None, "column": None, "place": "page 2"}
    ]
    assert claim_of(build.fail())["article"] is None  # nobody read one


def test_where_the_article_prints_a_figure_twice_in_two_ways() -> None:
    read = troubles.everything(article="article.md")
    assert read.article is not None
    both = (Passage(2, 5), Passage(10, 15))
    twice = replace(read, article=replace(read.article, figures={"expenses.2021": both}))
    claims = {claim["id"]: claim for claim in parsed(twice)["files"][0]["claims"]}
    assert [place["start"] for place in claims["expenses.2021"]["article"]] == [2, 10]


def test_no_files_at_all() -> None:
    assert parsed() == {"schema_version": 1, "files": [], "summary": dict.fromkeys(_SUMMARY, 0)}


_SUMMARY = ("pass", "discrepancy", "fail", "unverifiable", "conflict", "accepted", "weak")


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (None, None),
        (PLAIN, None),
        (PERCENT, "percent"),
        (POINTS, "percentage points"),
        (MULTIPLE, "times"),
        (Unit((("RMB", 1),)), "RMB"),
        (Unit((("HKD", 1), ("share", -1))), "HKD per share"),
        (Unit((("share", -1),)), "1 per share"),
        (Unit((("metre", 2),)), "metre^2"),
    ],
)
def test_units(unit: Unit | None, text: str | None) -> None:
    assert unit_text(unit) == text


def test_what_reconciling_fills() -> None:
    text = """
figures:
  profit: {unit: RMB million, 2022: not printed, 2023: -24.0}
  sales: {unit: RMB million, 2022: not printed, 2023: 24.0}
claims:
  less: {rule: percent_decrease, from: -profit.2022, to: -profit.2023, stated: 20.0%}
  more: {rule: percent_increase, from: -profit.2022, to: -profit.2023, stated: 20.0%}
  up: {rule: increase, from: sales.2022, to: sales.2023, stated: RMB 4.0 million}
"""
    (file,) = parsed(check_text(text))["files"]
    assert file["findings"] == []
    # 23.95 − 4.05 and 24.05 − 3.95
    assert file["implied"] == [
        {
            "figure": "sales.2022",
            "low": "19900000",
            "high": "20100000",
            "unit": "RMB",
            "because": ["up"],
        }
    ]
    (conflict,) = file["conflicts"]
    assert {key: conflict[key] for key in ("id", "claims", "assumptions", "accepted")} == {
        "id": "less+more",
        "claims": ["less", "more"],
        "assumptions": [],
        "accepted": None,
    }
    assert conflict["printings"] == ["sign of profit.2022"]
    assert [line.partition(" must be ")[0] for line in conflict["proof"]] == [
        "less: profit.2022",
        "more: profit.2022",
    ]
    assert file["not_reconciled"] == []

"""The pages of explain. The golden files are whole pages; their figures are in build.py."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from sensecheck.checking import check, check_text
from sensecheck.model import (
    Arguments,
    Conflict,
    Implied,
    Operand,
    Outcome,
    Range,
    Reading,
    Results,
    Verdict,
)
from sensecheck.numbers.expressions import Root, Sum, Variable
from sensecheck.numbers.intervals import Interval
from sensecheck.report.explain import did_you_mean, explained, unknown
from sensecheck.report.style import Style
from tests.conftest import Golden
from tests.report import build

WIDE = Style(width=100)
PAGES = ["layoffs", "revenue-2021", "staff-a-year-ago", "funding-rounds", "revenue-2020", "deficit"]


def page(name: str, results: Results | None = None, width: int | None = 100) -> str:
    text = explained(name, results or _sample(), Style(width=width))
    assert text is not None
    return text


def _sample() -> Results:
    figures = (build.REVENUE_2019, build.REVENUE_2020, build.REVENUE_2021, build.figure("staff.x"))
    implied = Implied("staff.x", build.interval("1", "2"), "1 … 2", ("layoffs",))
    about = build.document(figures=figures, claim_count=8)
    return replace(build.sample(), document=about, implied=(implied,))


@pytest.mark.parametrize("name", [*PAGES, "fleet-did-not-shrink", "net-loss-up"])
@pytest.mark.parametrize("width", [60, 100])
def test_claims(golden: Golden, name: str, width: int) -> None:
    golden.check(f"explain/{name}-{width}.txt", page(name, width=width))


@pytest.mark.parametrize(
    "name", ["revenue.2020", "staff.x", "revenue", "net-loss-up+net-profit-up"]
)
def test_figures_series_and_conflicts(golden: Golden, name: str) -> None:
    golden.check(f"explain/{name}.txt", page(name))


def test_poor_encodings(golden: Golden) -> None:
    text = explained("revenue-2020", _sample(), Style(encoding="ascii", width=100))
    assert text is not None
    assert text.isascii()
    golden.check("explain/ascii.txt", text)


def test_a_piped_page_is_set_like_a_page_of_100_columns() -> None:
    assert page("revenue-2020", width=None) == page("revenue-2020", width=100)


@pytest.mark.parametrize("width", range(30, 130, 7))
def test_values_are_never_cut(width: int) -> None:
    text = page("revenue-2020", width=width)
    for value in ("RMB 3.027 billion", "3.0265 … 3.0275", "13.855 … 13.865%", "13.84%"):
        assert value in text


def test_marks_of_the_article_survive() -> None:
    assert "'the deficit shrank by 29.6% [sic]'" in page("deficit")


def test_negative_operands_show_what_they_come_to() -> None:
    loss = build.figure("net_profit.2019", "RMB -4.963 billion")
    more = build.figure("net_profit.2020", "RMB -12.16 billion")
    claim = build.claim("loss", "sum", build.stated("RMB 17.123 billion"))
    operands = {"of": (Operand(loss, negative=True), Operand(more, negative=True))}
    verdict = Verdict(
        replace(claim, arguments=Arguments(operands)),
        Outcome.PASS,
        recomputed=Fraction("17123000000"),
        expression=Sum((-Variable("net_profit.2019"), -Variable("net_profit.2020"))),
    )
    text = page("loss", build.results(verdict))
    assert "-net_profit.2019    RMB -4.963 billion    4.9625 … 4.9635" in text
    assert "sum = −net_profit.2019 − net_profit.2020\n      = 4.963 + 12.16 = 17.123" in text


def test_scales_that_differ_are_written_out() -> None:
    part = build.figure("a.x", "RMB 680 million")
    whole = build.figure("b.x", "RMB 1.7 billion")
    claim = build.claim("c", "share", build.stated("40%"), {"part": (part,), "whole": (whole,)})
    verdict = Verdict(claim, Outcome.PASS, expression=Variable("a.x") / Variable("b.x"))
    assert "= RMB 680 million ÷ RMB 1.7 billion" in page("c", build.results(verdict))


def test_irrational_and_huge_values() -> None:
    huge = build.figure("a.x", f"RMB 1{'0' * 29} billion")
    claim = build.claim("c", "formula", build.stated("5"), {"of": (huge,)})
    root = Interval(Fraction("1.41421356237309504880"), Fraction("1.41421356237309504881"))
    verdict = Verdict(
        claim,
        Outcome.FAIL,
        "far off",
        recomputed=root,
        range=Range(Interval(Fraction(1), Fraction(10**50)), Reading.STRICT, exact=False),
        stated=build.interval("4.5", "5.5"),
        expression=Root(Variable("a.x"), 2),
    )
    text = page("c", build.results(verdict))
    assert "formula = sqrt(of)" in text
    assert f"99{',999' * 9} … 100{',000' * 8},001" in text


def test_open_sets_say_which_side_is_open() -> None:
    over = build.figure("a.x", "over HKD 250 billion")
    claim = build.claim("c", "sum", build.stated("less than 5 shops"), {"of": (over,)})
    verdict = Verdict(claim, Outcome.PASS, stated=build.interval("0", "5", open_ends=")"))
    text = page("c", build.results(verdict))
    assert "over HKD 250 billion    above 250" in text
    assert "less than 5 shops       0 … below 5" in text


def test_accepted_trouble_says_so() -> None:
    verdict = build.discrepancy(accepted="from unrounded figures")
    assert "Accepted: From unrounded figures." in page("revenue-2020", build.results(verdict))


def article(name: str) -> str:
    results = check(Path(__file__).parents[2] / "claims.yaml")
    text = explained(name, replace(results, document=replace(results.document, path="c")), WIDE)
    assert text is not None
    return text


def test_neighbours_say_more_than_the_printing() -> None:
    # 3.8085 ÷ (1 − 0.18965) = 4.69982 and 3.4465 × 1.36395 = 4.70085 billion
    assert (
        "Its neighbours leave RMB 4.6998 … 4.7009 billion: revenue-2021, revenue-2022."
    ) in article("revenue.2021")
    # 680.5 × 1.3225 = 899.96 and 679.5 × 1.3215 = 897.96; as 675 … 685 million: 892 … 906
    assert "Even if it is itself rounded, its neighbours leave RMB 892 … 906 million" in article(
        "sales_expenses.2022"
    )
    assert "neighbours" not in article("revenue.h1_2023")
    assert "neighbours" not in article("net_profit.h1_2024")


def test_what_a_figure_must_be_is_said_once() -> None:
    text = article("generative_ai.h1_2023")
    assert text.count("to be true, it must be") == 1
    assert "For generative-ai-growth to be true, it must be RMB 295.29 … 295.66 million." in text


def test_assumptions_are_marked_as_such() -> None:
    assert "and segments-add-up-h1-2024 (assumed) to be true" in " ".join(
        article("revenue.h1_2023").split()
    )


def test_statements_that_exclude_each_other_each_say_what_it_must_be() -> None:
    assert article("net_profit.h1_2023").count("to be true, it must be") == 2


CONFLICTS = """
figures:
  profit: {unit: RMB million, 2022: not printed, 2023: -24.0}
  gpus: {2023: "45,000 GPUs", march_2024: not printed, august_2024: "54,000 GPUs"}
claims:
  less:
    quote: a loss that is smaller by 20.0%
    rule: percent_decrease
    from: -profit.2022
    to: -profit.2023
    stated: 20.0%
  more:
    says: the loss grew
    rule: percent_increase
    from: -profit.2022
    to: -profit.2023
    stated: 20.0%
  gpus-up-70:
    quote: 70.0% more [sic] than in March
    rule: percent_increase
    from: gpus.march_2024
    to: gpus.august_2024
    stated: 70.0%
assumptions:
  fleet-did-not-shrink:
    says: the fleet did not shrink
    rule: compare
    figure: gpus.march_2024
    stated: at least
    than: gpus.2023
accepted:
  less+more: a smaller loss is worded as a larger one
"""


@pytest.mark.parametrize("name", ["less+more", "fleet-did-not-shrink+gpus-up-70"])
def test_the_proof_page_of_a_conflict(golden: Golden, name: str) -> None:
    # 23.95 ÷ 0.8005 = 29.92 … 24.05 ÷ 0.7995 = 30.08, 23.95 ÷ 1.2005 = 19.95 … 24.05 ÷ 1.1995 =
    # 20.05 million; 53,500 ÷ 1.7005 = 31,461.3 … 54,500 ÷ 1.6995 = 32,068.3 GPUs
    golden.check(f"explain/{name}.txt", page(name, check_text(CONFLICTS)))


def test_one_of_several_printings_is_named() -> None:
    both = build.figure("a.x", "RMB 168 million", "less than RMB 170 million")
    conflict = Conflict("c", (), (), ("a.x as printed (2)", "sign of a.x", "what else"), "", ())
    results = build.results(conflicts=(conflict,), of=build.document(figures=(both,)))
    text = page("c", results)
    assert "less than RMB 170 million" in text
    assert "RMB 168 million" not in text
    assert "what else" in text


def test_unknown_names_get_suggestions() -> None:
    assert unknown("revenu-2020", _sample()).startswith(
        "claims.yaml: no claim or figure 'revenu-2020'; did you mean revenue-2020, "
    )
    assert unknown("staff.y", _sample()).endswith("; did you mean staff.x or staff?")
    assert unknown("zzz", _sample()) == "claims.yaml: no claim or figure 'zzz'"
    assert explained("zzz", _sample(), Style()) is None


def test_did_you_mean_is_empty_without_a_near_name() -> None:
    assert did_you_mean("zzz", ["abc"]) == ""

"""What a desk sends to the author. The golden files are whole letters of results built by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sensecheck.checking import check_text
from sensecheck.model import Conflict, Implied, Outcome, Results, Slip, Verdict
from sensecheck.numbers.periods import parse_label
from sensecheck.report.escaping import escaped
from sensecheck.report.letter import NOTHING, as_markdown, as_text
from sensecheck.report.naming import figures_in_words, period_in_words, spellings
from sensecheck.report.questions import questions
from sensecheck.report.style import Style
from tests.conftest import Golden
from tests.report import build

WIDE = Style(width=100)


def sample() -> Results:
    """A figure that is missing, a discrepancy, a fail, a contradiction, two conflicts."""
    implied = Implied(
        "staff.h1_2023", build.interval("5016", "5020"), "5,016 … 5,020", ("staff-a-year-ago",)
    )
    staff = build.figure("staff.h1_2023", line=12)
    staff = replace(staff, period=parse_label("h1_2023"))
    others = (
        build.figure("staff.h1_2024", "4,672 employees", line=13),
        replace(build.figure("sales_expenses.2021", line=11), period=parse_label("2021")),
    )
    about = build.document(figures=(staff, *others), claim_count=8)
    accepted = replace(build.NET_PROFIT, accepted="worded in two ways")
    return replace(
        build.sample(), document=about, implied=(implied,), conflicts=(accepted, build.GPUS)
    )


def texts(results: Results) -> list[str]:
    return [question.text for question in questions(results)]


@pytest.mark.parametrize("width", [60, 100])
def test_the_letter(golden: Golden, width: int) -> None:
    golden.check(f"questions/{width}.txt", as_text(sample(), Style(width=width)))


def test_the_letter_in_markdown(golden: Golden) -> None:
    golden.check("questions/letter.md", as_markdown(sample()))


def test_questions_are_in_file_order() -> None:
    spans = [question.span for question in questions(sample())]
    assert spans == sorted(spans)


def test_a_piped_letter_is_set_like_one_of_100_columns() -> None:
    assert as_text(sample(), Style()) == as_text(sample(), WIDE)


def test_nothing_to_ask() -> None:
    results = build.results(build.layoffs(), build.unverifiable())
    assert as_text(results, WIDE) == as_markdown(results) == NOTHING


def test_what_somebody_accepted_is_no_question() -> None:
    accepted = build.discrepancy(accepted="from unrounded figures")
    fails = replace(build.fail(), claim=replace(build.fail().claim, accepted="a typing error"))
    assert texts(build.results(accepted, fails)) == []


def test_a_slip_of_the_claims_file_is_asked_of_the_article() -> None:
    slip = Slip("holds with loans.2022: is that what the article means?", in_claims_file=True)
    (text,) = texts(build.results(replace(build.fail(), slip=slip)))
    assert text.endswith("Holds with loans.2022: is that what the article means?")


def test_words_as_results() -> None:
    claim = build.claim("c", "compare", build.answer("higher"), quote="which is more")
    verdict = Verdict(claim, Outcome.DISCREPANCY, recomputed="equal")
    assert texts(build.results(verdict)) == [
        '"which is more": the article says higher, its printed figures make it equal.'
        " From unrounded figures?"
    ]


def test_a_fail_that_has_no_result_gives_its_reason() -> None:
    claim = build.claim("c", "percent_decrease", build.stated("6.94%"))
    verdict = Verdict(claim, Outcome.FAIL, "no whole number of employees fits")
    assert texts(build.results(verdict)) == ["c: no whole number of employees fits. What is right?"]


# ── on whole files ───────────────────────────────────────────────────────────────────────────

TOGETHER = """
figures:
  revenue:
    2021: not printed
    2022: RMB 110 million
    2023: RMB 132.0 million
  costs: {unit: RMB million, 2021: not printed, 2022: not printed}
claims:
  up-a-tenth:
    quote: a tenth more than in 2021
    rule: percent_increase
    from: revenue.2021
    to: revenue.2022
    stated: 10.0%
  up-again:
    quote: revenue rose by 20.0%
    rule: percent_increase
    from: revenue.2022
    to: revenue.2023
    stated: 20.0%
  lower-then:
    quote: revenue was lower in 2021
    rule: compare
    figure: revenue.2021
    stated: lower
    than: revenue.2022
    note: said twice
  costs-down:
    quote: costs went down
    rule: decrease
    from: costs.2021
    to: costs.2022
    stated: RMB 5 million
"""


def test_one_question_for_each_missing_figure() -> None:
    # 131.95 ÷ 1.2005 ÷ 1.1005 = 99.875 and 132.05 ÷ 1.1995 ÷ 1.0995 = 100.125 million
    results = check_text(TOGETHER)
    assert results.findings == ()
    revenue, costs = questions(results)
    assert revenue.text.startswith(
        'Revenue in 2021 (revenue.2021): not printed. "a tenth more than in 2021" and "revenue '
    )
    assert "together mean RMB 99.87 to 100.13 million. Source?" in revenue.text
    assert costs.text == (
        "Costs in 2021 and in 2022 (costs.2021, costs.2022): not printed."
        ' "costs went down" needs them. Source?'
    )


CONFLICT = """
figures:
  profit: {unit: RMB million, 2022: not printed, 2023: -24.0}
claims:
  less:
    quote: 20% less
    rule: percent_decrease
    from: -profit.2022
    to: -profit.2023
    stated: 20.0%
    note: of the loss
  more:
    quote: 20% more
    rule: percent_increase
    from: -profit.2022
    to: -profit.2023
    stated: 20.0%
"""


def test_a_conflict_asks_for_its_figure_by_itself() -> None:
    # 24 ÷ 0.8 = 30 and 24 ÷ 1.2 = 20 million of loss
    (question,) = questions(check_text(CONFLICT))
    assert question.text == (
        "These 2 statements cannot both be true: less+more. Which one is meant?"
    )
    first, second, note = question.details
    assert first.startswith('"20% less": profit.2022 must be RMB -30')
    assert second.startswith('"20% more": profit.2022 must be RMB -20')
    assert note == "Note: of the loss"


def test_an_assumption_may_not_hold() -> None:
    conflict = Conflict("a+b", ("layoffs",), ("fleet-did-not-shrink",), (), "", ())
    results = build.results(
        build.layoffs(), assumptions=(build.assumption(),), conflicts=(conflict,)
    )
    (question,) = questions(results)
    assert question.text.endswith("What is meant, or does the assumption not hold?")
    assert question.details == ('layoffs: "1,582 people left in two years"',)


# ── words ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("2021", "2021"),
        ("fy2021", "fiscal 2021"),
        ("h1_2023", "the first half of 2023"),
        ("h2_2023", "the second half of 2023"),
        ("q3_2022", "the third quarter of 2022"),
        ("march_2024", "March 2024"),
        ("2024_03", "March 2024"),
        ("2024_10_31", "31 October 2024"),
    ],
)
def test_labels_in_words(label: str, words: str) -> None:
    period = parse_label(label)
    assert period is not None
    assert period_in_words(period) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("staff.h1_2023", "Staff in the first half of 2023"),
        ("share_price.2024_10_31", "Share price on 31 October 2024"),
        ("market_value.at_peak", "Market value, at peak"),
        ("generative_ai.2023", "Generative AI in 2023"),
        ("gpus.march_2024", "GPUs in March 2024"),
    ],
)
def test_figures_in_words(name: str, words: str) -> None:
    figure = build.figure(name)
    figure = replace(figure, period=parse_label(figure.label))
    spelled = {"ai": "AI", "gpus": "GPUs"}
    assert figures_in_words([figure], spelled) == words


def test_spellings_are_those_of_the_article() -> None:
    claims = (
        build.claim("a", quote="GPUs, AI and the IT staff"),
        build.claim("b", quote="how it came to this"),
    )
    about = replace(build.document(), claims=claims)
    assert spellings(about) == {"gpus": "GPUs", "ai": "AI"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[sic] *now* <b>", r"\[sic\] \*now\* \<b\>"),
        ("staff.h1_2023", "staff.h1_2023"),
        ("_both_ & more", r"\_both\_ \& more"),
        ("- no list", r"\- no list"),
        ("12. no list", r"12\. no list"),
        ("two\nlines\x1b[0m", r"two lines\\x1b\[0m"),
        ("`code` # ~~a~~ |", r"\`code\` \# \~\~a\~\~ \|"),
    ],
)
def test_markdown_is_escaped(text: str, shown: str) -> None:
    assert escaped(text) == shown

from __future__ import annotations

from fractions import Fraction

import pytest

from sensecheck.numbers.expressions import variables
from sensecheck.numbers.readings import Rounding
from tests.claims_file.loading import claim_of, document_of, messages_of, operands_of


def test_the_smallest_claim_has_two_literals() -> None:
    claim = claim_of("rule: decrease\nfrom: 6,113\nto: 4,531\nstated: 1,582")
    assert operands_of(claim, "from") == ["6,113"]
    (operand,) = claim.arguments.figures["from"]
    assert operand.figure.is_literal
    assert operand.figure.values is not None
    assert operand.figure.values.printed == 6113


def test_literals_printed_alike_stay_apart() -> None:
    claim = claim_of("rule: sum\nof: [5 GPUs, 5 GPUs, 6 GPUs]\nstated: 16 GPUs")
    assert operands_of(claim, "of") == ["5 GPUs", "5 GPUs (2)", "6 GPUs"]


@pytest.mark.parametrize(
    ("of", "names"),
    [
        ("staff.2021", ["staff.2021"]),
        ("staff.2021..2023", ["staff.2021", "staff.2022", "staff.2023"]),
        ("-net_profit.*", ["-net_profit.2019", "-net_profit.2020", "-net_profit.2021"]),
        ("−net_profit.2019..2020", ["-net_profit.2019", "-net_profit.2020"]),
        ("[net_profit.2019, -net_profit.2020..2021, RMB 5 billion]",
         ["net_profit.2019", "-net_profit.2020", "-net_profit.2021", "RMB 5 billion"]),
        ("\n  - staff.2021\n  - -staff.2023", ["staff.2021", "-staff.2023"]),
    ],
)  # fmt: skip
def test_names_series_slices_negatives_and_literals(of: str, names: list[str]) -> None:
    unit = "people" if "staff" in of else "RMB"
    assert operands_of(claim_of(f"rule: sum\nof: {of}\nstated: 5 {unit}"), "of") == names


@pytest.mark.parametrize(
    ("body", "parameter", "names"),
    [
        ("rule: trend\nof: staff.*\nstated: falling", "of", 4),
        ("rule: rank\nfigure: staff.2021\namong: staff.*\nstated: peak", "among", 4),
        ("rule: compare\nfigure: staff.2021\nthan: staff.2022..h1_2023\nstated: higher", "than", 2),
    ],
)
def test_unprinted_labels_of_a_series_are_left_out_and_named(
    body: str, parameter: str, names: int
) -> None:
    claim = claim_of(body)
    assert len(operands_of(claim, parameter)) == names
    assert claim.arguments.left_out == ("staff.h1_2023",)


@pytest.mark.parametrize(
    "body",
    [
        "rule: trend\nof: [staff.2021, staff.h1_2023]\nstated: falling",
        "rule: rank\nfigure: staff.h1_2023\namong: staff.*\nstated: peak",
        "rule: sum\nof: staff.2023..h1_2023\nstated: 9,000 people",
    ],
)
def test_unprinted_figures_that_are_meant_stay(body: str) -> None:
    if "sum" in body:
        assert any("overlap" in message for message in messages_of(body))
        return
    claim = claim_of(body)
    assert claim.arguments.left_out == ()
    assert "staff.h1_2023" in {operand.text for operand in claim.arguments.operands}


def test_a_year_less_its_half_is_no_overlap() -> None:
    body = "rule: sum\nof: [staff.2023, -staff.h1_2023]\nstated: 5 people"
    assert operands_of(claim_of(body), "of") == ["staff.2023", "-staff.h1_2023"]


@pytest.mark.parametrize(
    ("years", "expected"),
    [("", 2), ("years: 2", 2), ("years: 2 years", 2), ("years: two", 2)],
)
def test_years_of_growth(years: str, expected: int) -> None:
    body = f"rule: cagr\nfrom: staff.2021\nto: staff.2023\n{years}\nstated: -13.9%"
    assert claim_of(body).arguments.numbers["years"] == (Fraction(expected),)


def test_years_without_labels() -> None:
    body = "rule: cagr\nfrom: 5\nto: 6\nyears: 5.5\nstated: 3.4%"
    assert claim_of(body).arguments.numbers["years"] == (Fraction(11, 2),)


@pytest.mark.parametrize(
    ("body", "unit", "starts"),
    [
        ("from: 2014\nto: October 22, 2024\nstated: 10th", "year", ["2014-01-01", "2024-10-22"]),
        ("from: staff.2021\nto: h1_2024\nstated: 3 years", "year", ["2021-01-01", "2024-01-01"]),
        ("from: end of 2021\nto: 2023\nstated: 730 days", "day", ["2021-12-31", "2023-01-01"]),
        ("of: staff.2021..2023\nstated: three years", "year",
         ["2021-01-01", "2022-01-01", "2023-01-01"]),
    ],
)  # fmt: skip
def test_durations(body: str, unit: str, starts: list[str]) -> None:
    arguments = claim_of(f"rule: duration\n{body}").arguments
    periods = [period for group in arguments.periods.values() for period in group]
    assert [period.start.isoformat() for period in periods] == starts
    assert arguments.texts["unit"] == (unit,)


def test_counts_take_names_and_texts() -> None:
    claim = claim_of("rule: count\nof: [Smart City, traditional AI 1.0, staff.2021]\nstated: three")
    assert claim.arguments.texts["of"] == ("Smart City", "traditional AI 1.0")
    assert operands_of(claim, "of") == ["staff.2021"]


def test_weights_are_numbers_or_figures() -> None:
    body = "rule: average\nof: [margin.2021, margin.2022]\nweights: {}\nstated: 14%"
    numbers = claim_of(body.format("[1, 2.5]")).arguments.numbers["weights"]
    assert numbers == (Fraction(1), Fraction(5, 2))
    figures = claim_of(body.format("[staff.2021, staff.2022]"))
    assert operands_of(figures, "weights") == ["staff.2021", "staff.2022"]


@pytest.mark.parametrize("rule", ["", "rule: formula\n"])
def test_a_formula_needs_no_rule(rule: str) -> None:
    formula = "(staff.2022 + staff.2021) / 2 - staff.2022"
    claim = claim_of(f"{rule}formula: {formula}\nstated: 500 people")
    assert claim.rule == "formula"
    assert operands_of(claim, "formula") == ["staff.2022", "staff.2021"]
    assert claim.arguments.formula is not None
    assert list(variables(claim.arguments.formula)) == ["staff.2022", "staff.2021"]
    assert claim.arguments.formula_text == formula


def test_stated_printings_must_all_hold() -> None:
    printings = "RMB 17.1 billion, exceeding RMB 17.1 billion"
    stated = claim_of(f"rule: sum\nof: -net_profit.2019..2020\nstated: [{printings}]").stated
    assert stated is not None and stated.values is not None
    assert stated.values.strict.low == 17_100_000_000
    assert stated.values.strict.low_open
    assert stated.text == printings


@pytest.mark.parametrize(
    ("name", "negative"), [("net_profit.2021", False), ("-net_profit.2021", True)]
)
def test_stated_may_name_a_figure(name: str, negative: bool) -> None:
    stated = claim_of(f"rule: sum\nof: net_profit.2019..2020\nstated: {name}").stated
    assert stated is not None and stated.operand is not None
    assert stated.operand.figure.name == "net_profit.2021"
    assert stated.operand.negative is negative
    assert stated.finest is stated.operand.figure.finest


def test_stated_answers_are_canonical() -> None:
    stated = claim_of("rule: compare\nfigure: 5\nthan: 4\nstated: more than").stated
    assert stated is not None
    assert (stated.answer, stated.text) == ("higher", "more than")


def test_an_unverifiable_claim() -> None:
    claim = claim_of("quote: 12 rounds\nunverifiable: the rounds are not listed\nstated: 12 rounds")
    assert (claim.rule, claim.unverifiable) == ("", "the rounds are not listed")
    assert claim.stated is not None
    assert [printing.printed.text for printing in claim.stated.printings] == ["12 rounds"]


@pytest.mark.parametrize(
    "tags", ["[staff, big-news]", "staff, big-news", "\n  - staff\n  - big-news"]
)
def test_all_common_keys(tags: str) -> None:
    claim = claim_of(
        "quote: 1,582 people left\nsays: staff went down\nrule: decrease\nfrom: staff.2021\n"
        "to: staff.2023\nstated: 1,582 employees\nrounding: truncate\naccepted: looked at\n"
        f"note: >-\n  one\n  two\ntags: {tags}"
    )
    assert (claim.quote, claim.says) == ("1,582 people left", "staff went down")
    assert (claim.accepted, claim.note) == ("looked at", "one two")
    assert claim.tags == ("staff", "big-news")
    assert claim.rounding is Rounding.TRUNCATE


def test_rounding_of_a_claim_is_of_its_stated_figure() -> None:
    body = "rule: increase\nfrom: RMB 5 million\nto: RMB 7 million\nstated: RMB 2 million\n"
    stated = claim_of(body + "rounding: truncate").stated
    assert stated is not None and stated.values is not None
    assert stated.values.strict.low == 2_000_000
    assert stated.values.strict.high == 3_000_000
    (operand,) = claim_of(body + "rounding: truncate").arguments.figures["from"]
    assert operand.figure.values is not None
    assert operand.figure.values.strict.low == 4_500_000


def test_a_stated_count_is_rounded_where_the_rule_says_so() -> None:
    average = claim_of("rule: average\nof: staff.2021..2022\nstated: 5,606 people").stated
    total = claim_of("rule: sum\nof: staff.2021..2022\nstated: 11,211 people").stated
    assert average is not None and average.values is not None
    assert total is not None and total.values is not None
    assert average.values.strict.width == 1
    assert total.values.strict.is_point


def test_assumptions_and_acceptances() -> None:
    document = document_of(
        "a-claim:\n  unverifiable: why",
        head="""
        assumptions:
          all-add-up:
            rule: sum
            of: net_profit.2019..2020
            stated: net_profit.2021
        accepted:
          a-claim+all-add-up: looked at
        """,
    )
    assert not document.findings
    assert [claim.id for claim in document.assumptions] == ["all-add-up"]
    assert document.assumptions[0].assumption
    assert [(item.id, item.reason) for item in document.accepted] == [
        ("a-claim+all-add-up", "looked at")
    ]
    assert document.claim_count == 1


def test_the_article() -> None:
    head = "article:\n  title: T\n  publisher: P\n  published: 2024-11-01\n  text: a/b.md\n"
    article = document_of(head=head + "  ignore:\n    version 5.0: a version\n").article
    assert (article.title, article.publisher, article.published) == ("T", "P", "2024-11-01")
    assert (article.text, article.ignore) == ("a/b.md", {"version 5.0": "a version"})


@pytest.mark.parametrize("path", ["/etc/passwd", "../a.md", "a/../../b", "C:\\a.md", "..\\a.md"])
def test_the_article_stays_inside_its_folder(path: str) -> None:
    document = document_of(head=f"article:\n  text: '{path}'\n")
    assert [finding.message for finding in document.findings] == [
        "the article lies outside this folder"
    ]
    assert document.article.text == ""


def test_quoted_items_need_no_space_after_the_comma() -> None:
    claim = claim_of('rule: sum\nof: ["100","200"]\nstated: 300')
    assert operands_of(claim, "of") == ["100", "200"]

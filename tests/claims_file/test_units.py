from __future__ import annotations

from fractions import Fraction

import pytest

from sensecheck.numbers.units import MULTIPLE, PERCENT, POINTS, Unit
from tests.claims_file.loading import claim_of, document_of, messages_of

RMB = Unit((("RMB", 1),))
PERSON = Unit((("person", 1),))


@pytest.mark.parametrize(
    ("body", "parameter", "value"),
    [
        ("rule: increase\nfrom: RMB 4.5 million\nto: 6\nstated: RMB 1.5 million", "to", 6_000_000),
        ("rule: increase\nfrom: 4.5\nto: 6\nstated: RMB 1.5 million", "to", 6_000_000),
        ("rule: share\npart: 3\nwhole: RMB 6 million\nstated: 50%", "part", 3_000_000),
        ("rule: compound\nof: [3, 5%]\nstated: 8.2%", "of", Fraction(3, 100)),
        ("rule: compare\nfigure: 3\nthan: RMB 2 billion\nstated: higher", "figure", 3_000_000_000),
        (
            "rule: compare\nfigure: 3 million\nthan: RMB 2 billion\nstated: lower",
            "figure",
            3_000_000,
        ),
        ("rule: compare\nfigure: 0\nthan: mixed.2023..2024\nstated: lower", "figure", 0),
        ("rule: before_change\nto: 5\nchange: 25%\nstated: RMB 4 million", "to", 5_000_000),
    ],
)
def test_a_bare_number_takes_unit_and_scale(body: str, parameter: str, value: Fraction) -> None:
    operand = claim_of(body).arguments.figures[parameter][0]
    assert operand.figure.values is not None
    assert operand.figure.values.printed == value


@pytest.mark.parametrize(
    ("body", "value", "unit"),
    [
        ("rule: sum\nof: net_profit.2019..2020\nstated: -17.123", -17_123_000_000, RMB),
        ("rule: decrease\nfrom: staff.2021\nto: staff.2023\nstated: 1,582", 1582, PERSON),
        ("formula: (staff.2021 + staff.2022) / 2\nstated: 5,605.5", Fraction(11211, 2), PERSON),
        ("rule: product\nof: [3, RMB 5 million]\nstated: 15 million", 15_000_000, RMB),
        ("rule: ratio\nof: staff.2021\nto: staff.2023\nstated: 1.35", Fraction(135, 100), MULTIPLE),
    ],
)
def test_a_bare_stated_figure_takes_the_unit_of_the_result(
    body: str, value: Fraction, unit: Unit
) -> None:
    stated = claim_of(body).stated
    assert stated is not None and stated.values is not None
    assert (stated.values.printed, stated.unit) == (value, unit)


def test_a_count_never_comes_from_a_neighbour() -> None:
    claim = claim_of("rule: decrease\nfrom: 6,113 employees\nto: 4,531\nstated: 1,582 employees")
    (operand,) = claim.arguments.figures["to"]
    assert operand.figure.values is not None
    assert operand.figure.values.strict.width == 1


def test_a_figure_takes_its_unit_for_the_whole_file() -> None:
    document = document_of(
        """
        first:
          rule: compare
          figure: other.2024
          than: other.2023
          stated: higher
        second:
          rule: compare
          figure: other.2024
          than: RMB 3 million
          stated: higher
        """,
        figures="other:\n  2023: 4\n  2024: 5",
    )
    assert not document.findings
    assert document.figures["other.2024"].unit == RMB
    for claim in document.claims:
        for operand in claim.arguments.operands:
            if operand.figure.series:
                assert operand.figure is document.figures[operand.figure.name]
                assert operand.figure.unit == RMB


def test_two_claims_may_not_give_a_figure_two_scales() -> None:
    document = document_of(
        """
        first:
          rule: compare
          figure: other
          than: RMB 3 million
          stated: higher
        second:
          rule: compare
          figure: other
          than: RMB 3 billion
          stated: higher
        """,
        figures="other: 5",
    )
    assert [finding.message for finding in document.findings] == [
        "other has no unit, and the claims read it as RMB million and as RMB billion"
    ]
    assert [claim.id for claim in document.claims] == ["first"]


def test_an_unprinted_figure_takes_the_unit_of_what_is_stated() -> None:
    body = "rule: decrease\nfrom: segment.2022\nto: segment.2022\nstated: RMB 418 million"
    (operand,) = claim_of(body).arguments.figures["from"]
    assert operand.figure.unit == RMB


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("rule: sum\nof: mixed.*\nstated: RMB 5 billion",
         "mixed.2025 has no unit, and the others differ: RMB million and RMB billion"),
        ("rule: sum\nof: [RMB 5, HKD 6]\nstated: RMB 11", "RMB and HKD cannot be added"),
        ("rule: sum\nof: [5 GPUs, 6 employees]\nstated: 11 GPUs", "cannot be added"),
        ("rule: share\npart: 3\nwhole: 6\nstated: 50", "write 50%"),
        ("rule: cagr\nfrom: 3\nto: 6\nyears: 5\nstated: 14.87", "write 14.87%"),
        ("rule: increase\nfrom: margin.2021\nto: margin.2022\nstated: 3.5",
         "write 3.5 percentage points"),
        ("rule: percent_increase\nfrom: 3\nto: 6\nstated: doubled", "use the rule ratio"),
        ("rule: before_change\nto: 5\nchange: 25\nstated: 4", "the change is a percentage"),
        ("rule: ratio\nof: RMB 5\nto: 2 employees\nstated: RMB 2.5", "write RMB 2.5 per person"),
        ("rule: ratio\nof: RMB 4.7 billion\nto: 4,672\nstated: 1 million",
         "4,672 has no unit: is it in RMB billion?"),
        ("rule: sum\nof: [RMB 4.7 billion, '900,000']\nstated: RMB 5 billion",
         "900,000 has no unit: is it in RMB billion?"),
        ("rule: increase\nfrom: RMB 4.7 billion\nto: RMB 5.6 billion\nstated: 900,000,000",
         "'900,000,000' has no unit: is it in RMB billion?"),
        ("rule: increase\nfrom: RMB 4 billion\nto: RMB 5 billion\nstated: 1st", "'1st' has no"),
        ("rule: duration\nfrom: 2014\nto: 2024\nstated: 10", "as 10 years"),
        ("rule: duration\nfrom: 2014\nto: 2024\nstated: RMB 10", "in years, 'RMB 10' is in RMB"),
        ("rule: sum\nof: [staff.2021, staff.2022]\nstated: fx_rate", "in people, 'fx_rate' is in"),
    ],
)  # fmt: skip
def test_units_that_do_not_go_together_are_one_finding(body: str, message: str) -> None:
    (found,) = messages_of(body)
    assert message in found


@pytest.mark.parametrize(
    ("body", "unit"),
    [
        ("rule: increase\nfrom: margin.2021\nto: margin.2022\nstated: 3.5%", PERCENT),
        ("rule: increase\nfrom: margin.2021\nto: margin.2022\nstated: 350 basis points", POINTS),
        ("rule: percent_increase\nfrom: 3\nto: 6\nstated: 100 percentage points", POINTS),
        ("rule: share\npart: 3\nwhole: 6\nstated: half", MULTIPLE),
        ("rule: ratio\nof: 3\nto: 6\nstated: 50%", PERCENT),
        ("formula: 30 * 5\nstated: 150 employees", PERSON),
        ("rule: count\nof: [a, b]\nstated: two people", PERSON),
        ("formula: net_profit.2019 / fx_rate\nstated: US$-699 million", Unit((("USD", 1),))),
    ],
)
def test_units_that_are_left_to_the_judge(body: str, unit: Unit) -> None:
    stated = claim_of(body).stated
    assert stated is not None
    assert stated.unit == unit


@pytest.mark.parametrize("stated", ["down 6.9%", "6.9% fewer", "a fall of 6.9%"])
def test_a_direction_that_the_rule_names_is_absorbed(stated: str) -> None:
    claim = claim_of(f"rule: percent_decrease\nfrom: staff.2021\nto: staff.2022\nstated: {stated}")
    assert claim.stated is not None and claim.stated.values is not None
    assert claim.stated.values.printed == Fraction(69, 1000)


def test_a_direction_stays_where_the_rule_names_none() -> None:
    body = "rule: after_change\nfrom: RMB 5 million\nchange: down 20%\nstated: RMB 4 million"
    (change,) = claim_of(body).arguments.figures["change"]
    assert change.figure.values is not None
    assert change.figure.values.printed == Fraction(-1, 5)


def test_yen_signs_are_rmb_where_nobody_speaks_of_yen() -> None:
    assert document_of(figures="a: ¥5 million").figures["a"].unit == RMB
    found = document_of(figures="a: ¥5 million\nb: JP¥7 million").findings
    assert ["¥ may be RMB or yen" in finding.message for finding in found] == [True]

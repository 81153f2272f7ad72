"""The way from a case to a claim, on its own: the claim says what the case says."""

from __future__ import annotations

import re
from fractions import Fraction

from tests.external import cases

CASE = {
    "id": "x",
    "kind": "percent_change",
    "scale": "percent",
    "factor": 100,
    "numbers": ["$283,710", "$223,630", "$223,630"],
    "derivation": "($283,710 - $223,630)/$223,630",
    "stated": "26.87",
}


def test_a_base_is_one_figure() -> None:
    assert cases.derivation(CASE) == cases.Derivation(
        ("283,710", "223,630"), "({}.a-{}.b)/{}.b", "(#-#)/#"
    )


def test_equal_summands_are_two_figures() -> None:
    case = {
        **CASE,
        "kind": "average",
        "factor": 1,
        "scale": "none",
        "numbers": ["4", "4"],
        "derivation": "(4+4)/2",
    }
    assert cases.derivation(case).formula == "({}.a+{}.b)/2"


def test_a_percentage_among_others_is_the_number_it_stands_for() -> None:
    case = {**CASE, "kind": "ratio", "factor": 1, "scale": "none", "numbers": ["1,027", "11%"]}
    assert cases.derivation({**case, "derivation": "1,027/11%"}).figures == ("1,027", "0.11")


def test_a_claims_file() -> None:
    sketch = cases.by_rule(CASE)
    assert sketch is not None
    assert cases.claims_file([sketch], "digits") == (
        "article:\n  rounding: digits\nfigures:\n  s0:\n    a: 283,710\n    b: 223,630\n"
        "claims:\n  x:\n    rule: percent_increase\n    from: s0.b\n    to: s0.a\n"
        "    stated: 26.87%\n"
    )


def test_a_fact_is_printed_with_its_precision() -> None:
    assert cases.fact({"value": "748000", "decimals": -3}) == "USD 748 thousand"
    assert cases.fact({"value": "1107590000000", "decimals": -7}) == "USD 1107.59 billion"
    assert cases.fact({"value": "-5.7", "decimals": 1}) == "USD -5.7"


def test_every_formula_gives_what_is_stated() -> None:
    for case in cases.read("derivations.jsonl"):
        sketch = cases.by_formula(case)
        values = iter(dict(sketch.parameters)["formula"].split("{}."))
        python = next(values)
        for rest in values:
            figure = sketch.figures[ord(rest[0]) - ord("a")]
            python += f"number({figure!r}){rest[1:]}"
        result = eval(python, {"number": number})
        digits = len(case["stated"].partition(".")[2])
        unit = Fraction(1, 10**digits) / (100 if sketch.stated.endswith("%") else 1)
        assert abs(result - number(sketch.stated)) <= unit / 2, case["id"]


def number(printed: str) -> Fraction:
    value = Fraction(re.sub("[^-0-9.]", "", printed))
    return value / 100 if printed.endswith("%") else value

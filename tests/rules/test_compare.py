from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import product
from operator import eq, ge, gt, le, lt

import pytest
from hypothesis import given as sample
from hypothesis import settings
from hypothesis import strategies as st

from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.units import PERCENT
from sensecheck.rules.base import Given, UnitMismatch
from sensecheck.rules.compare import RULE
from tests.rules.everywhere import boxes, check, check_example, operands, points, value_of
from tests.rules.workbench import HKD, RMB, Point, arguments, given, hold, shown

HOLDS = {"higher": gt, "lower": lt, "equal": eq, "at least": ge, "at most": le}


def claim(
    than: str, box: Mapping[str, str], steps: Mapping[str, str] | None = None, unknown: str = ""
) -> Given:
    """Figure a, compared."""
    plain = given({"figure": "a", "than": than}, box, unknown=unknown)
    return replace(plain, steps={name: Fraction(step) for name, step in (steps or {}).items()})


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("higher", "higher"),
        ("Higher than", "higher"),
        ("more", "higher"),
        ("ahead of", "higher"),
        ("fewer than", "lower"),
        ("the same", "equal"),
        ("the same as", "equal"),
        ("unchanged", "equal"),
        ("at least", "at least"),
        ("no less than", "at least"),
        ("not below", "at least"),
        ("at most", "at most"),
        ("not higher", "at most"),
        ("no more than", "at most"),
        ("up", "higher"),
        ("up to", "at most"),
    ],
)
def test_words(text: str, answer: str) -> None:
    assert RULE.read(text) == answer


@pytest.mark.parametrize("text", ["", "nice", "not equal", "no", "than", "double"])
def test_other_words(text: str) -> None:
    with pytest.raises(ValueError, match="write higher, lower, equal, at least or at most"):
        RULE.read(text)


@pytest.mark.parametrize("answer", RULE.answers)
def test_answers_are_words(answer: str) -> None:
    assert RULE.read(answer) == answer


@pytest.mark.parametrize(
    ("a", "b", "answer", "always", "possible"),
    [
        ("3", "2", "higher", True, True),
        ("3", "3", "higher", False, False),
        ("3", "3", "at least", True, True),
        ("4.65..4.75", "4.705..4.715", "higher", False, True),  # 4.7 may be more than 4.71
        ("4.65..4.75", "4.75..4.85", "higher", False, False),  # at most as much
        ("4.65..4.75", "4.75..4.85", "at least", False, True),  # both 4.75
        ("4.65..4.75)", "4.75..4.85", "at least", False, False),
        ("4.65..4.75)", "4.75..4.85", "lower", True, True),
        ("(5..", "4", "higher", True, True),
        ("(5..", "1000", "higher", False, True),
        ("-5..-4", "0", "lower", True, True),
    ],
)
def test_two_figures(a: str, b: str, answer: str, always: bool, possible: bool) -> None:
    pair = claim("b", {"a": a, "b": b})
    assert RULE.always(pair, answer) == always
    assert (RULE.example(pair, answer) is not None) == possible


@pytest.mark.parametrize(
    ("a", "b", "steps", "equal"),
    [
        ("4.7", "4.71", ("0.1", "0.01"), True),  # 4.71 prints as 4.7 too
        ("4.71", "4.7", ("0.01", "0.1"), True),
        ("4.69", "4.71", ("0.01", "0.01"), False),  # one last digit, other digits
        ("4.71", "4.71", ("0.01", "0.01"), True),
        ("4.7", "4.75", ("0.1", "0.01"), True),  # half a unit: 4.745 … 4.755 may print as 4.7
        ("4.7", "4.76", ("0.1", "0.01"), False),  # prints as 4.8
        ("5", "4.5", ("1", "0.1"), True),
        ("5", "4.4", ("1", "0.1"), False),
        ("2/3", "1/2", ("1", "1"), False),  # a half and two-thirds, in words
    ],
)
def test_equal_is_what_prints_the_same(a: str, b: str, steps: tuple[str, str], equal: bool) -> None:
    named = dict(zip("ab", steps, strict=True))
    printed = claim("b", {"a": a, "b": b}, named)
    assert RULE.always(printed, "equal") == equal
    assert (RULE.example(printed, "equal") is not None) == equal
    if "/" in a:
        return
    strict = {
        name: f"{Fraction(text) - Fraction(step) / 2}..{Fraction(text) + Fraction(step) / 2}"
        for name, text, step in zip("ab", (a, b), steps, strict=True)
    }
    assert (RULE.example(claim("b", strict, named), "equal") is not None) == equal


def test_printings_that_meet_at_an_end_may_be_equal() -> None:
    # 4.69 and 4.70: 4.695 may print as either.
    strict = claim("b", {"a": "4.685..4.695", "b": "4.695..4.705"}, {"a": "0.01", "b": "0.01"})
    assert RULE.example(strict, "equal") == {"a": Fraction("4.695"), "b": Fraction("4.695")}


def test_exact_counts_are_equal_where_they_are() -> None:
    assert RULE.always(claim("b", {"a": "5098", "b": "5098"}), "equal")
    assert RULE.example(claim("b", {"a": "5098", "b": "5099"}), "equal") is None
    # '5.1 thousand' and 5,098: the count prints as 5.1 thousand.
    assert RULE.always(claim("b", {"a": "5100", "b": "5098"}, {"a": "100"}), "equal")


def test_equal_to_each_of_a_list_by_itself() -> None:
    # 4.7 prints like 4.71 and like 4.69, though no value is all three.
    box = {"a": "4.65..4.75", "b": "4.705..4.715", "c": "4.685..4.695"}
    steps = {"a": "0.1", "b": "0.01", "c": "0.01"}
    assert RULE.example(claim("b c", box, steps), "equal") is not None
    assert RULE.example(claim("b c", {**box, "c": "4.755..4.765"}, steps), "equal") is None


def test_every_figure_of_a_list_counts() -> None:
    box = {"a": "3", "b": "2", "c": "4"}
    assert not RULE.always(claim("b c", box), "higher")
    assert RULE.example(claim("b c", box), "higher") is None
    assert RULE.note(claim("b c", box), "higher") == "not so with c"
    assert RULE.note(claim("b", box), "higher") == ""
    assert RULE.note(claim("c", box), "higher") == ""


def test_one_point_has_to_do_for_the_whole_list() -> None:
    # Below b, b is above 0; below -b, b is below 0: each is possible, both are not.
    box = {"a": "0..1", "b": "-3..3"}
    assert RULE.example(claim("b", box), "lower") is not None
    assert RULE.example(claim("-b", box), "lower") is not None
    assert RULE.example(claim("b -b", box), "lower") is None


def test_the_example_is_near_the_printed_values() -> None:
    found = RULE.example(claim("b", {"a": "4.65..4.75", "b": "1.95..2.05"}), "higher")
    assert found == {"a": Fraction("4.7"), "b": Fraction(2)}


@pytest.mark.parametrize(
    ("a", "b", "c", "answer"),
    [
        ("3", "2", "1", "higher"),
        ("0", "2", "1", "lower"),
        ("2", "2", "2", "equal"),
        ("2", "2", "1", "at least"),
        ("1", "2", "1", "at most"),
        ("2", "3", "1", "partly higher, partly lower"),
    ],
)
def test_actual(a: str, b: str, c: str, answer: str) -> None:
    assert RULE.actual(claim("b c", {"a": a, "b": b, "c": c})) == answer


@settings(deadline=None, max_examples=200)
@sample(operands(st.just(1)), operands(st.integers(1, 3)), boxes(), st.sampled_from(RULE.answers))
def test_everywhere(figure: str, than: str, box: Mapping[str, Interval], answer: str) -> None:
    def holds(point: Point) -> bool:
        others = [value_of(point, other) for other in than.split()]
        return all(HOLDS[answer](value_of(point, figure), other) for other in others)

    compared = Given(arguments({"figure": figure, "than": than}), box)
    possible = any(holds(point) for point in points(box, {"a", "b", "c"}))
    if answer == "equal" and not possible:
        return  # a figure may print the same as each of two others that have nothing in common
    check(RULE, compared, answer, holds)


@settings(deadline=None, max_examples=200)
@sample(
    st.lists(st.tuples(st.integers(-2, 3), st.sampled_from([1, 2])), min_size=2, max_size=3),
    st.booleans(),
)
def test_equal_everywhere(printed: list[tuple[int, int]], negative: bool) -> None:
    # Figures of whole and of half units, as printed: the finer one lies in the coarser one's set.
    steps = {name: Fraction(1, part) for name, (_, part) in zip("abc", printed, strict=False)}
    values = {name: Fraction(n, part) for name, (n, part) in zip("abc", printed, strict=False)}
    box = {name: Interval.around(values[name], steps[name] / 2) for name in values}
    others = [f"-{name}" if negative else name for name in values if name != "a"]

    def print_alike(point: Point, other: str) -> bool:
        sign = -1 if negative else 1
        name = other.removeprefix("-")
        a, b = point["a"], sign * point[name]
        signed = {"a": box["a"], other: -box[name] if negative else box[name]}
        in_a, in_b = b in signed["a"], a in signed[other]
        if steps["a"] == steps[name]:
            return in_a and in_b
        return in_a if steps["a"] > steps[name] else in_b

    def holds(point: Point) -> bool:
        return all(print_alike(point, other) for other in others)

    compared = replace(
        Given(arguments({"figure": "a", "than": " ".join(others)}), box), steps=steps
    )
    possible = any(holds(point) for point in points(box, set(values)))
    check_example(RULE, compared, "equal", holds, possible=possible)
    at_printed = replace(compared, box={name: Interval.point(v) for name, v in values.items()})
    if RULE.always(at_printed, "equal"):
        assert possible


def test_rows_are_the_differences() -> None:
    pair = claim("b -c", {"a": "1..2", "b": "..", "c": ".."}, unknown="b c")
    assert shown(RULE.rows(pair, "higher")) == ["1·a + -1·b ∈ (0, ∞)", "1·a + 1·c ∈ (0, ∞)"]
    assert shown(RULE.rows(pair, "at most"))[0] == "1·a + -1·b ∈ (−∞, 0]"


def test_rows_of_equal() -> None:
    box = {"a": "4.65..4.75", "b": "..", "c": "4.705..4.715"}
    steps = {"a": "0.1", "c": "0.01"}
    # An unknown figure, or a finer one, is what prints as a does.
    assert shown(RULE.rows(claim("b", box, steps, "b"), "equal")) == ["1·b ∈ [93/20, 19/4]"]
    assert shown(RULE.rows(claim("-c", box, steps), "equal")) == ["-1·c ∈ [93/20, 19/4]"]
    assert RULE.rows(claim("c", box, steps), "equal")[0].built_from == ("a",)
    # However much is known of a: 4.66 prints as 4.7 too.
    known = {**box, "a": "4.69..4.70"}
    assert shown(RULE.rows(claim("b", known, steps, "b"), "equal")) == ["1·b ∈ [23/5, 479/100]"]
    # Of two that are equally fine each is what the other prints as; of two unknowns, the same.
    twin = claim("d", {**box, "d": "4.75..4.85"}, {**steps, "d": "0.1"})
    assert shown(RULE.rows(twin, "equal")) == ["1·d ∈ [93/20, 19/4]", "1·a ∈ [19/4, 97/20]"]
    unknown = claim("b", {"a": "..", "b": ".."}, unknown="a b")
    assert shown(RULE.rows(unknown, "equal")) == ["1·a + -1·b ∈ [0, 0]"]


@pytest.mark.parametrize("answer", RULE.answers)
def test_rows_hold_where_the_answer_does(answer: str) -> None:
    values = [Fraction(n, 2) for n in range(-4, 5)]
    for a, b in product(values, values):
        # What is true of a and b holds when their printings are known to the unit around them.
        box = {"a": Interval.around(a, Fraction(1, 2)), "b": Interval.around(b, Fraction(1, 2))}
        steps = {"a": Fraction(1), "b": Fraction(1)}
        pair = Given(arguments({"figure": "a", "than": "b"}), box, steps=steps)
        if HOLDS[answer](a, b):
            assert hold(RULE.rows(pair, answer), {"a": a, "b": b})


def test_units_agree() -> None:
    pair = arguments({"figure": "a", "than": "b"})
    assert RULE.unit(pair, {"figure": (PERCENT,), "than": (PERCENT,)}) == PERCENT
    with pytest.raises(UnitMismatch):
        RULE.unit(pair, {"figure": (RMB,), "than": (HKD,)})

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import assume, settings
from hypothesis import given as sample
from hypothesis import strategies as st

from sensecheck.model import Arguments, Figure, Operand
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.readings import Readings
from sensecheck.rules.base import Given, NotComputable, UnitMismatch
from sensecheck.rules.rank import RULE
from tests.rules.everywhere import boxes, check, operands, value_of
from tests.rules.workbench import HKD, NOWHERE, RMB, Point, arguments, given, shown

ORDER = ("highest", "second highest", "third highest", "fourth highest")


def claim(figure: str, among: str, box: Mapping[str, str], unknown: str = "") -> Given:
    return given({"figure": figure, "among": among}, box, unknown=unknown)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("highest", "highest"),
        ("the highest", "highest"),
        ("first", "highest"),
        ("1st", "highest"),
        ("No. 1", "highest"),
        ("peak", "highest"),
        ("record", "highest"),
        ("all-time high", "highest"),
        ("joint first", "highest"),
        ("latest", "highest"),
        ("earliest", "lowest"),
        ("fewest", "lowest"),
        ("last", "lowest"),
        ("record low", "lowest"),
        ("second", "second highest"),
        ("second-largest", "second highest"),
        ("2nd highest", "second highest"),
        ("third lowest", "third lowest"),
        ("3rd smallest", "third lowest"),
        ("10th largest", "tenth highest"),
        ("11th largest", "11th highest"),
        ("21st largest", "21st highest"),
        ("112th lowest", "112th lowest"),
    ],
)
def test_words(text: str, answer: str) -> None:
    assert RULE.read(text) == answer
    assert RULE.read(answer) == answer


@pytest.mark.parametrize("text", ["", "rising", "0th", "second to none", "2", "number two"])
def test_other_words(text: str) -> None:
    with pytest.raises(ValueError, match="write highest, lowest, second highest"):
        RULE.read(text)


@pytest.mark.parametrize("answer", RULE.answers)
def test_answers_are_words(answer: str) -> None:
    assert RULE.read(answer) == answer


@pytest.mark.parametrize(
    ("figure", "places"),
    [
        # 9, 7, 7, 4: both 7 are second and third, from either end.
        ("a", {"highest", "fourth lowest"}),
        ("b", {"second highest", "third highest", "second lowest", "third lowest"}),
        ("c", {"second highest", "third highest", "second lowest", "third lowest"}),
        ("d", {"fourth highest", "lowest"}),
    ],
)
def test_places_with_a_tie(figure: str, places: set[str]) -> None:
    four = claim(figure, "a b c d", {"a": "9", "b": "7", "c": "7", "d": "4"})
    assert {answer for answer in RULE.answers if RULE.always(four, answer)} == places
    assert {answer for answer in RULE.answers if RULE.example(four, answer)} == places


def test_a_tie_for_the_first_place_passes_and_is_noted() -> None:
    tie = claim("a", "a b c", {"a": "9", "b": "9", "c": "4"})
    assert RULE.always(tie, "highest")
    assert RULE.note(tie, "highest") == "tied with b"
    assert RULE.note(claim("c", "a b c", {"a": "9", "b": "9", "c": "4"}), "lowest") == ""


@pytest.mark.parametrize(
    ("a", "b", "answer", "always", "possible"),
    [
        ("4.65..4.75", "4.705..4.715", "highest", False, True),
        ("4.65..4.75", "4.705..4.715", "second highest", False, True),
        ("4.65..4.75", "4.75..4.85", "highest", False, True),  # both 4.75
        ("4.65..4.75)", "4.75..4.85", "highest", False, False),
        ("4.65..4.75)", "4.75..4.85", "lowest", True, True),
        ("(5..", "5", "highest", True, True),
        ("..", "5", "second highest", False, True),
        ("4", "5", "third highest", False, False),  # there are only two
    ],
)
def test_two_figures(a: str, b: str, answer: str, always: bool, possible: bool) -> None:
    pair = claim("a", "a b", {"a": a, "b": b})
    assert RULE.always(pair, answer) == always
    assert (RULE.example(pair, answer) is not None) == possible


def test_what_is_not_among_the_others_is_one_more() -> None:
    box = {"a": "7", "b": "9", "c": "4"}
    for among in ("b c", "a b c", "b a a c b"):
        assert RULE.always(claim("a", among, box), "second highest")
        assert not RULE.always(claim("a", among, box), "third highest")


def test_a_figure_and_its_negative_are_two() -> None:
    # 3, 1, −3: the negative of the first is the last.
    three = claim("-a", "a b -a", {"a": "3", "b": "1"})
    assert RULE.always(three, "lowest")
    assert RULE.always(three, "third highest")


def test_a_figure_that_must_move_takes_its_negative_along() -> None:
    found = RULE.example(claim("a", "a -a b", {"a": "1..2", "b": "1.8..3"}), "highest")
    assert found is not None
    assert found["b"] <= found["a"] <= 2


def test_no_piece_of_a_set_is_forgotten() -> None:
    # Where a is below 0 its negative is higher; where b is below −2.5 its negative is above 2.5.
    assert not RULE.always(claim("a", "a -a", {"a": "(-1..3"}), "highest")
    assert not RULE.always(claim("a", "a b -b", {"a": "2.5", "b": "(-3..2)"}), "highest")
    assert RULE.always(claim("a", "a b -b", {"a": "3", "b": "(-3..2)"}), "highest")
    # Only above 2.9, the negative of b, is a the highest.
    assert RULE.example(claim("a", "a -b", {"a": "(0..3)", "b": "-2.9"}), "highest") is not None


def printed_in_place(name: str, number: int) -> Operand:
    point = Interval.point(Fraction(number))
    return Operand(Figure(name, NOWHERE, values=Readings(point, point, Fraction(number))))


def test_a_figure_printed_in_place_may_be_among_the_others_again() -> None:
    figure, again = printed_in_place("7 km", 7), printed_in_place("7 km (2)", 7)
    others = (printed_in_place("9 km", 9), again, printed_in_place("4 km", 4))
    figures = {"figure": (figure,), "among": others}
    box = {
        operand.figure.name: operand.figure.values.strict
        for group in figures.values()
        for operand in group
        if operand.figure.values
    }
    ranked = Given(Arguments(figures=figures), box)
    assert RULE.always(ranked, "second highest")
    assert not RULE.always(ranked, "third highest")  # as it would be if it tied with itself
    assert RULE.note(ranked, "second highest") == ""


def test_alone_it_has_no_rank() -> None:
    alone = claim("a", "a", {"a": "3"})
    for answer in (RULE.always, RULE.example):
        with pytest.raises(NotComputable, match="nothing else"):
            answer(alone, "highest")
    with pytest.raises(NotComputable, match="nothing else"):
        RULE.actual(alone)
    assert RULE.rows(alone, "highest") == ()


@pytest.mark.parametrize(
    ("figure", "answer"),
    [("a", "highest"), ("b", "second highest"), ("c", "third highest"), ("d", "second lowest")],
)
def test_actual_counts_from_the_nearer_end(figure: str, answer: str) -> None:
    box = {"a": "9", "b": "8", "c": "7", "d": "6", "e": "5"}
    assert RULE.actual(claim(figure, "a b c d e", box)) == answer


def test_the_example_stays_at_the_printed_values_where_it_can() -> None:
    box = {"a": "8.5..9.5", "b": "8.55..8.65", "c": "0.5..1.5", "d": ".."}
    found = RULE.example(claim("a", "a b c d", box), "second highest")
    assert found is not None
    assert found["a"] == 9
    assert found["b"] == Fraction("8.6")
    assert found["c"] == 1
    assert found["d"] >= 9


@settings(deadline=None, max_examples=300)
@sample(
    operands(st.just(1)),
    operands(st.integers(1, 4)),
    boxes(),
    st.integers(1, 4),
    st.sampled_from(("highest", "lowest")),
)
def test_everywhere(
    figure: str, among: str, box: Mapping[str, Interval], place: int, end: str
) -> None:
    others = set(among.split()) - {figure}
    assume(others)

    def holds(point: Point) -> bool:
        sign = 1 if end == "highest" else -1
        own = sign * value_of(point, figure)
        values = [sign * value_of(point, other) for other in others]
        return sum(v > own for v in values) < place <= sum(v >= own for v in values) + 1

    ranked = Given(arguments({"figure": figure, "among": among}), box)
    answer = ORDER[place - 1].replace("highest", end)
    check(RULE, ranked, answer, holds)


def test_rows_of_a_first_place() -> None:
    ranked = claim("a", "a b -c", {"a": "..", "b": "..", "c": ".."}, unknown="a b c")
    assert shown(RULE.rows(ranked, "highest")) == ["1·a + -1·b ∈ [0, ∞)", "1·a + 1·c ∈ [0, ∞)"]
    assert shown(RULE.rows(ranked, "lowest"))[0] == "1·a + -1·b ∈ (−∞, 0]"
    assert RULE.rows(ranked, "second highest") == ()


def test_units_agree() -> None:
    pair = arguments({"figure": "a", "among": "b"})
    assert RULE.unit(pair, {"figure": (RMB,), "among": (RMB,)}) == RMB
    with pytest.raises(UnitMismatch):
        RULE.unit(pair, {"figure": (RMB,), "among": (HKD,)})

"""The rules whose answer is a word, compared with trying out every point of a fine grid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from sensecheck.numbers.intervals import Interval
from sensecheck.rules.base import Given, RelationRule
from tests.rules.workbench import Point

LOW, HIGH = -3, 5
"""How far the grid goes: sets end one before it, or nowhere."""

_SIZES = (0, 0, 1, 2)


@st.composite
def sets(draw: st.DrawFn) -> Interval:
    """Points and short intervals between whole numbers, open or closed; a few without an end."""
    low = draw(st.integers(LOW + 1, 2))
    high = low + draw(st.sampled_from(_SIZES))
    if low == high:
        return Interval.point(Fraction(low))
    ends = [Fraction(low), Fraction(high)]
    missing = draw(st.sampled_from(("", "", "", "low", "high")))
    return Interval(
        None if missing == "low" else ends[0],
        None if missing == "high" else ends[1],
        draw(st.booleans()),
        draw(st.booleans()),
    )


def operands(size: st.SearchStrategy[int]) -> st.SearchStrategy[str]:
    """Some of three figures, each once or more, some of them negated."""
    one = st.sampled_from(("a", "b", "c", "a", "b", "c", "-a", "-b"))
    return size.flatmap(lambda n: st.lists(one, min_size=n, max_size=n)).map(" ".join)


def boxes() -> st.SearchStrategy[dict[str, Interval]]:
    """What the three figures may be."""
    return st.fixed_dictionaries({name: sets() for name in "abc"})


def points(box: Mapping[str, Interval], names: set[str]) -> Iterator[Point]:
    """All points of a grid in quarters: enough for three values in a row between two ends."""
    ordered = sorted(names)
    axes = [
        [Fraction(n, 4) for n in range(4 * LOW, 4 * HIGH + 1) if Fraction(n, 4) in box[name]]
        for name in ordered
    ]
    for values in product(*axes):
        yield dict(zip(ordered, values, strict=True))


def check(rule: RelationRule, claim: Given, answer: str, holds: Callable[[Point], bool]) -> None:
    """`always` means every point, `example` is a point, and None means that there is none."""
    names = {operand.figure.name for operand in claim.arguments.operands}
    found = [holds(point) for point in points(claim.box, names)]
    assert rule.always(claim, answer) == all(found)
    check_example(rule, claim, answer, holds, possible=any(found))


def check_example(
    rule: RelationRule,
    claim: Given,
    answer: str,
    holds: Callable[[Point], bool],
    *,
    possible: bool,
) -> None:
    """There is an example just where it is possible, and it is one."""
    example = rule.example(claim, answer)
    assert (example is not None) == possible
    if example is not None:
        assert all(value in claim.box[name] for name, value in example.items())
        assert holds(example)


def value_of(point: Point, operand: str) -> Fraction:
    """The value of 'a' or '-a' at a point."""
    value = point[operand.removeprefix("-")]
    return -value if operand.startswith("-") else value

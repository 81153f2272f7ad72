"""The solver: worked by hand, and against z3 over the reals with the same conditions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random
from typing import Any

import pytest
import z3

from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.linear import Linear
from sensecheck.reconcile import simplex
from sensecheck.reconcile.certificate import (
    Certificate,
    Condition,
    Side,
    proves_bound,
    proves_infeasible,
)
from sensecheck.reconcile.simplex import (
    Feasible,
    Infeasible,
    Optimum,
    SpentBudget,
    System,
    components,
)

Terms = dict[str, Fraction | int | str]


def condition(terms: Terms, within: str, statement: str = "", constant: str = "0") -> Condition:
    """`within` as [0, 3.5), (, 3] or 7."""
    form = {name: Fraction(value) for name, value in terms.items()}
    return Condition(Linear(form, Fraction(constant)), interval(within), statement)


def interval(text: str) -> Interval:
    if text[0] not in "[(":
        return Interval.point(Fraction(text))
    low, high = (end.strip() for end in text[1:-1].split(","))
    return Interval(
        Fraction(low) if low else None,
        Fraction(high) if high else None,
        text[0] == "(",
        text[-1] == ")",
    )


def excluded(*conditions: Condition) -> list[int]:
    """The conditions that exclude each other, as a proof that holds says; none where none do."""
    answer = checked(conditions)
    return sorted(use.condition for use in answer) if isinstance(answer, tuple) else []


def checked(conditions: Sequence[Condition], system: System | None = None) -> Certificate | None:
    """What `check` proves, after the proof, or the point, has been checked."""
    answer = (system or System(conditions)).check()
    if isinstance(answer, Infeasible):
        assert proves_infeasible(conditions, answer.certificate)
        return answer.certificate
    for each in conditions:
        terms = each.form.coefficients.items()
        value = sum((factor * answer.point[name] for name, factor in terms), each.form.constant)
        assert value in each.within
    return None


def furthest(
    system: System, conditions: Sequence[Condition], name: str, side: Side
) -> Optimum | None:
    """A maximum or minimum, after its proof has been checked."""
    found = system.maximum(name) if side is Side.HIGH else system.minimum(name)
    if found is not None:
        strict = not found.attained
        assert proves_bound(conditions, found.certificate, name, side, found.value, strict)
    return found


def maximum(conditions: Sequence[Condition], name: str) -> str:
    """'3', or '< 3' where it is not attained, or 'no end'."""
    return shown(furthest(System(conditions), conditions, name, Side.HIGH), "<")


def minimum(conditions: Sequence[Condition], name: str) -> str:
    """'3', '> 3' or 'no end'."""
    return shown(furthest(System(conditions), conditions, name, Side.LOW), ">")


def shown(found: Optimum | None, strict: str) -> str:
    if found is None:
        return "no end"
    return str(found.value) if found.attained else f"{strict} {found.value}"


# ── by hand ──────────────────────────────────────────────────────────────────────────────────


def test_more_than_3000_is_not_at_most_3000() -> None:
    above, at_most = condition({"x": 1}, "(3000,)"), condition({"x": 1}, "(,3000]")
    beside = condition({"x": 1, "y": 1}, "[0, 9000]")
    assert excluded(beside, above, at_most) == [1, 2]
    assert excluded(beside, condition({"x": 1}, "[3000,)"), at_most) == []


X_UP_TO_3, Y_UP_TO_4 = condition({"x": 1}, "(,3]"), condition({"y": 1}, "(,4]")


def test_a_sum_of_two_bounded_numbers() -> None:
    assert excluded(X_UP_TO_3, Y_UP_TO_4, condition({"x": 1, "y": 1}, "[7,)")) == []
    assert excluded(X_UP_TO_3, Y_UP_TO_4, condition({"x": 1, "y": 1}, "(7,)")) == [0, 1, 2]
    assert excluded(X_UP_TO_3, Y_UP_TO_4, condition({"x": 2, "y": 2}, "[14.1,)")) == [0, 1, 2]


def test_equations() -> None:
    both = condition({"x": 1, "y": 1}, "10"), condition({"x": 1, "y": -1}, "4")
    answer = System(both).check()
    assert isinstance(answer, Feasible)
    assert answer.point == {"x": 7, "y": 3}
    assert excluded(*both, condition({"x": 1, "y": 2}, "13")) == []
    assert excluded(*both, condition({"x": 1, "y": 2}, "13.01")) == [0, 1, 2]


def test_multiples_of_one_form_bound_one_quantity() -> None:
    a = condition({"x": "1/2", "y": "-1/3"}, "[1, 2]")
    b = condition({"x": -3, "y": 2}, "[-6, -5]")  # −6 times the first: that lies in [5/6, 1]
    assert excluded(a, b) == []
    assert excluded(a, replace(b, within=interval("(-6, -5]"))) == [0, 1]
    assert len(System((a, b))._quantities.sums) == 1


def test_conditions_without_variables() -> None:
    assert excluded(X_UP_TO_3, condition({}, "[0, 1]", constant="1")) == []
    assert excluded(X_UP_TO_3, condition({}, "[0, 1)", constant="1")) == [1]
    assert excluded(condition({}, "[2,)"), condition({}, "(,-1]"))[1:] == []
    assert System(()).check() == Feasible({})


def test_the_point_satisfies_strict_bounds_however_near() -> None:
    near = [condition({"x": 1}, "(0, 1/1000000)"), condition({"y": 1}, "(0,)")]
    assert excluded(*near, condition({"y": 1, "x": -1}, "(, 0)")) == []


def test_the_furthest_values() -> None:
    both = X_UP_TO_3, Y_UP_TO_4, condition({"x": 1, "y": 2, "s": -1}, "0", constant="-1")
    assert maximum(both, "s") == "10"
    assert maximum(both, "x") == "3"
    assert minimum(both, "s") == "no end"
    assert maximum(both, "unheard of") == "no end"
    strict = (*both, condition({"x": 1}, "[-5, 3)"), condition({"y": 1}, "[1,)"))
    assert maximum(strict, "s") == "< 10"
    assert minimum(strict, "s") == "-4"


def test_a_variable_that_nothing_bounds() -> None:
    free = (condition({"x": 1, "y": -1}, "[0, 1]"), condition({"z": 1}, "(,)"))
    for name in "xyz":
        assert maximum(free, name) == minimum(free, name) == "no end"


def test_there_is_no_furthest_value_of_the_impossible() -> None:
    system = System((X_UP_TO_3, condition({"x": 1}, "4")))
    with pytest.raises(ValueError, match="no values satisfy"):
        system.maximum("x")


BEALE = (  # Cycling in the dual simplex algorithm, 1955: Dantzig's rule goes in circles here
    condition({"a": "1/4", "b": -60, "c": "-1/25", "d": 9}, "(, 0]"),
    condition({"a": "1/2", "b": -90, "c": "-1/50", "d": 3}, "(, 0]"),
    condition({"c": 1}, "[0, 1]"),
    *(condition({name: 1}, "[0,)") for name in "abd"),
    condition({"a": "3/4", "b": -150, "c": "1/50", "d": -6, "z": -1}, "0"),
)


@pytest.mark.parametrize("before_bland", [0, 5, 2000])
def test_it_does_not_go_in_circles(monkeypatch: pytest.MonkeyPatch, before_bland: int) -> None:
    monkeypatch.setattr(simplex, "EXCHANGES_BEFORE_BLAND", before_bland)
    assert maximum(BEALE, "z") == "1/20"
    assert excluded(*BEALE, condition({"z": 1}, "[0.05,)")) == []
    assert excluded(*BEALE, condition({"z": 1}, "(0.05,)")) != []


def test_a_spent_budget_is_no_answer_and_can_be_topped_up() -> None:
    conditions = random_conditions(Random(7), 30)
    system = System(conditions, budget=2)
    with pytest.raises(SpentBudget):
        system.check()
    with pytest.raises(SpentBudget):
        system.check()
    system.budget = 10_000
    assert bool(checked(conditions, system)) == bool(checked(conditions))
    assert 0 < system.budget < 10_000


def test_monstrous_numbers_spend_the_budget_at_once() -> None:
    ends = (Fraction(1, 10**60 + number) for number in range(4000))
    conditions = [
        Condition(Linear({"x": Fraction(1)}, Fraction(0)), Interval(None, end), "") for end in ends
    ]
    assert maximum(conditions[-3:], "x") == str(conditions[-1].within.high)
    with pytest.raises(SpentBudget):
        System(conditions)


def test_components() -> None:
    conditions = (
        condition({"a": 1, "b": 1}, "1"),
        condition({"c": 1}, "1"),
        condition({}, "0"),
        condition({"d": 1, "e": 1}, "1"),
        condition({"b": 1, "e": 1}, "1"),
        condition({}, "0"),
        condition({"c": 2}, "1"),
    )
    assert components(conditions) == [[0, 3, 4], [1, 6], [2], [5]]
    long = [condition({f"x{i}": 1, f"x{i + 1}": 1}, "1") for i in range(5000)]
    assert components(long) == [list(range(5000))]
    assert components(()) == []


# ── against z3 ───────────────────────────────────────────────────────────────────────────────


def random_conditions(random: Random, variables: int) -> list[Condition]:
    """Conditions around a hidden point, many of them touching it, and sometimes a few beside it."""

    def number(largest: int) -> Fraction:
        return Fraction(random.randint(-largest, largest), random.choice((1, 1, 1, 2, 10, 12, 100)))

    names = [f"v{i}" for i in range(variables)]
    hidden = {name: number(1000) for name in names}
    beside = random.choice((0, 0, 0, 0.02, 0.1, 0.3))
    made: list[Condition] = []
    for index in range(random.randint(variables, 3 * variables)):
        chosen = random.sample(names, min(variables, random.choice((1, 1, 2, 2, 3, 4, 6))))
        form = Linear({name: number(20) or Fraction(1) for name in chosen}, number(5))
        if made and random.random() < 0.15:
            form = random.choice(made).form.times(number(3) or Fraction(1))
        value = sum((f * hidden[name] for name, f in form.coefficients.items()), form.constant)
        if random.random() < beside:
            value += number(3)
        made.append(Condition(form, random_interval(random, value), f"s{index // 2}"))
    return made


def random_interval(random: Random, value: Fraction) -> Interval:
    """One that holds the value, often just so."""
    if random.random() < 0.2:
        return Interval.point(value)
    down, up = (Fraction(random.choice((0, 0, 1, 3, 50)), random.choice((1, 2, 7))) for _ in "du")
    open_down, open_up = random.random() < 0.4, random.random() < 0.4
    return Interval(
        None if random.random() < 0.3 else value - down,
        None if random.random() < 0.3 else value + up,
        open_down and down > 0,
        open_up and up > 0,
    )


@dataclass(frozen=True, slots=True)
class Oracle:
    """The same conditions in z3."""

    conditions: Sequence[Condition]

    def constraints(self) -> Iterator[Any]:
        for each in self.conditions:
            terms = [self.constant(f) * z3.Real(n) for n, f in each.form.coefficients.items()]
            value = z3.Sum([*terms, self.constant(each.form.constant)])
            within = each.within
            if within.low is not None:
                low = self.constant(within.low)
                yield value > low if within.low_open else value >= low
            if within.high is not None:
                high = self.constant(within.high)
                yield value < high if within.high_open else value <= high

    @staticmethod
    def constant(value: Fraction) -> Any:
        return z3.RealVal(f"{value.numerator}/{value.denominator}")

    def is_possible(self, *more: Any) -> bool:
        solver = z3.Solver()
        solver.add(*self.constraints(), *more)
        answer = solver.check()
        assert answer != z3.unknown
        return bool(answer == z3.sat)

    def furthest(self, name: str, side: Side) -> tuple[Fraction, bool] | None:
        optimizer, variable = z3.Optimize(), z3.Real(name)
        optimizer.add(*self.constraints())
        goal = optimizer.maximize(variable if side is Side.HIGH else -variable)
        assert optimizer.check() == z3.sat
        infinity, value, _ = optimizer.upper_values(goal)
        if Fraction(infinity.as_string()):
            return None
        end = Fraction(value.as_string()) * (1 if side is Side.HIGH else -1)
        return end, self.is_possible(variable == self.constant(end))


def without_one_side(conditions: Sequence[Condition], proof: Certificate, left_out: int) -> Any:
    """The sides that a proof uses but one, as conditions."""
    for number, use in enumerate(proof):
        if number != left_out:
            within = conditions[use.condition].within
            high = use.side is Side.HIGH
            half = (
                Interval(None, within.high, high_open=within.high_open)
                if high
                else Interval(within.low, None, within.low_open)
            )
            yield replace(conditions[use.condition], within=half)


@pytest.mark.parametrize("before_bland", [2000, 0])
def test_feasible_just_where_z3_says_so(
    monkeypatch: pytest.MonkeyPatch, full: bool, before_bland: int
) -> None:
    monkeypatch.setattr(simplex, "EXCHANGES_BEFORE_BLAND", before_bland)
    systems, answers = 3000 if full else 300, set()
    for seed in range(systems if before_bland else systems // 3):
        random = Random(seed)
        conditions = random_conditions(random, random.randint(5, 40))
        proof = checked(conditions)
        assert Oracle(conditions).is_possible() == (proof is None), seed
        answers.add(proof is None)
        if proof is not None and seed % 5 == 0:
            for left_out in range(len(proof)):
                rest = list(without_one_side(conditions, proof, left_out))
                assert Oracle(rest).is_possible(), (seed, left_out)
    assert answers == {True, False}


def test_the_furthest_values_are_those_of_z3(full: bool) -> None:
    compared, kinds = 0, set()
    for seed in range(10**6):
        random = Random(seed)
        conditions = random_conditions(random, random.randint(5, 20))
        system = System(conditions)
        if isinstance(system.check(), Infeasible):
            continue
        for name in random.sample(sorted({n for c in conditions for n in c.form.coefficients}), 4):
            side = random.choice((Side.LOW, Side.HIGH))
            found = furthest(system, conditions, name, side)
            ours = None if found is None else (found.value, found.attained)
            assert ours == Oracle(conditions).furthest(name, side), (seed, name, side)
            kinds.add(ours and ours[1])
            compared += 1
        if compared >= (2000 if full else 200):
            break
    assert kinds == {None, True, False}


def test_without_some_statements_it_is_the_system_of_the_others() -> None:
    answers = []
    for seed in range(150):
        random = Random(seed)
        conditions = random_conditions(random, random.randint(2, 12))
        statements = sorted({each.statement for each in conditions})
        dropped = random.sample(statements, random.randint(0, len(statements)))
        kept = [each for each in conditions if each.statement not in dropped]
        system = System(conditions)
        before = isinstance(system.check(), Feasible)
        fewer = system.without(dropped)
        answer = fewer.check()
        if isinstance(answer, Infeasible):
            assert proves_infeasible(conditions, answer.certificate)
            used = {conditions[use.condition].statement for use in answer.certificate}
            assert used.isdisjoint(dropped), seed
            assert excluded(*kept)
        else:
            checked(kept, fewer)
            assert all_furthest(fewer, conditions) == all_furthest(System(kept), kept), seed
        if before:  # and the other one has not moved under it
            assert all_furthest(system, conditions) == all_furthest(System(conditions), conditions)
        answers.append((before, isinstance(answer, Feasible)))
    assert set(answers) == {(True, True), (False, True), (False, False)}


def all_furthest(
    system: System, conditions: Sequence[Condition]
) -> dict[tuple[str, Side], tuple[Fraction, bool]]:
    """The ends of all variables that have some."""
    names = {name for each in conditions for name in each.form.coefficients}
    found = {(n, side): furthest(system, conditions, n, side) for n in names for side in Side}
    return {key: (end.value, end.attained) for key, end in found.items() if end is not None}

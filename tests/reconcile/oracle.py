"""A second opinion on claims files: z3 over the real numbers, told what each rule means.

It shares with the program the document and the readings of printed figures. Of the rules' linear
rows, the solver and the signs it uses nothing: every meaning is written here once more, from what
the rule is about.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

import z3

from sensecheck.model import Claim, Document, Figure, Operand, Printing, Sign
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.printed import Nature

Formula = Any
"""A condition or a term of z3, which has no types."""

PATIENCE = 20_000
"""Milliseconds for one question; an answer that takes longer is an error."""


@dataclass(frozen=True)
class End:
    """How far a figure can go, and whether it gets there; `value` is None where nothing ends it."""

    value: Fraction | None
    attained: bool


class Oracle:
    """The statements of a document, by the ids that conflicts name them with."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.claims = {c.id: c for c in (*document.claims, *document.assumptions) if is_told(c)}
        self.assumed_signs: set[str] = set()
        self.grounds = dict(self._grounds())
        self._meanings = {name: meaning_of(claim) for name, claim in self.claims.items()}

    def possible(self, ids: Collection[str]) -> bool:
        """Whether all these statements can be true, whatever signs are only assumed."""
        return _is_satisfiable(
            [self._formula(name) for name in ids if name not in self.assumed_signs]
        )

    def possible_together(self, claims: Collection[str]) -> bool:
        """Whether these claims can be true of figures that print as they do."""
        return self.possible((*claims, *self.grounds))

    def possible_alone(self, name: str) -> bool:
        """Whether a claim can be true of its own figures, where people come in whole numbers.

        The sign of a figure that nobody printed is open.
        """
        claim = self.claims[name]
        figures = {operand.figure.name: operand.figure for operand in operands_of(claim)}
        formulas = [self._meanings[name]]
        for figure in figures.values():
            formulas += [_within(_real(figure.name), p.readings.loose) for p in figure.printings]
            if self._is_count(figure) and not figure.printings:
                formulas += [_real(figure.name) >= 0]
                if not _is_average(claim, figure):
                    formulas += [z3.IsInt(_real(figure.name))]
        return _is_satisfiable(formulas)

    def follows(self, name: str, claims: Collection[str]) -> bool:
        """Whether a comparison cannot be false where these claims and all printings hold."""
        claim = self.claims[name]
        formulas = [self._formula(other) for other in (*claims, *self.grounds)]
        untrue = z3.Not(MEANINGS[claim.rule](claim))
        return not _is_satisfiable([*formulas, *_literals(claim), untrue])

    def furthest(self, figure: str, claims: Collection[str], *, up: bool) -> End:
        """The exact end of what a figure can be, where these claims and all printings hold."""
        optimize = z3.Optimize()
        optimize.set("timeout", PATIENCE)
        for name in (*claims, *self.grounds):
            optimize.add(self._formula(name))
        goal = optimize.maximize(_real(figure)) if up else optimize.minimize(_real(figure))
        if optimize.check() != z3.sat:
            raise ValueError("these claims cannot all be true")
        values = optimize.upper_values(goal) if up else optimize.lower_values(goal)
        infinite, value, tiny = (_number(each) for each in values)
        return End(None, False) if infinite else End(value, not tiny)

    def has_no_sign(self, claim: str, grounds: Collection[str]) -> bool:
        """Whether these printings and signs leave it open on which side of 0 a divisor lies.

        Nothing is then said of the claim (design, section 7).
        """
        return any(
            not any(
                _is_one_sided(self.grounds_of[name])
                for name in grounds
                if name in self.grounds_of and self._figure_of[name] == figure.name
            )
            for figure in _divisors(self.claims[claim])
            if not figure.is_literal
        )

    def uses(self, claim: str, figures: Collection[str]) -> bool:
        """Whether a claim is about one of the figures."""
        return any(o.figure.name in figures for o in operands_of(self.claims[claim]))

    def may_divide_by_zero(self, claim: str) -> bool:
        """Whether a change may be of 100 % or more, after which anything may have been before."""
        one = Interval(Fraction(-1), Fraction(1), low_open=True, high_open=True)
        changes = self.claims[claim].arguments.figures.get("change", ())
        values = [operand.figure.values for operand in changes]
        return any(each is None or not one.covers(each.loose) for each in values)

    def _formula(self, name: str) -> Formula:
        return self._meanings[name] if name in self._meanings else self.grounds[name]

    def _grounds(self) -> Iterator[tuple[str, Formula]]:
        self.grounds_of: dict[str, Interval] = {}
        self._figure_of: dict[str, str] = {}
        named = {o.figure.name for claim in self.claims.values() for o in operands_of(claim)}
        for figure in self.document.figures.values():
            if figure.name not in named or figure.contradictory:
                continue
            for name, values in self._values(figure):
                self.grounds_of[name] = values
                self._figure_of[name] = figure.name
                yield name, _within(_real(figure.name), values)

    def _values(self, figure: Figure) -> Iterator[tuple[str, Interval]]:
        for number, printing in enumerate(figure.printings, start=1):
            which = f" ({number})" if len(figure.printings) > 1 else ""
            yield f"{figure.name} as printed{which}", values_of(printing)
        if not figure.printings:
            sign = self._sign(figure)
            if sign is not None:
                yield f"sign of {figure.name}", sign

    def _sign(self, figure: Figure) -> Interval | None:
        positive = Interval(Fraction(0), None, low_open=True)
        if figure.sign is not None:
            return {Sign.POSITIVE: positive, Sign.NEGATIVE: -positive, Sign.ANY: None}[figure.sign]
        if self._is_count(figure):
            return Interval(Fraction(0), None)
        printed = {p.printed.is_downward for p in self._siblings(figure) if p.printed.magnitude}
        if len(printed) != 1:
            return None
        self.assumed_signs.add(f"sign of {figure.name}")
        return -positive if printed.pop() else positive

    def _is_count(self, figure: Figure) -> bool:
        return any(p.printed.nature is Nature.COUNT for p in self._siblings(figure))

    def _siblings(self, figure: Figure) -> list[Printing]:
        labels = self.document.series[figure.series] if figure.series else ()
        figures = (self.document.figures[f"{figure.series}.{label}"] for label in labels)
        return [printing for sibling in figures for printing in sibling.printings]


def values_of(printing: Printing) -> Interval:
    """What one printing allows: a hedged count is a whole number all the same."""
    values = printing.readings.loose
    if printing.printed.nature is not Nature.COUNT:
        return values
    low, high = values.low, values.high
    if low is not None:
        low = Fraction(low.__floor__() + 1 if values.low_open else low.__ceil__())
    if high is not None:
        high = Fraction(high.__ceil__() - 1 if values.high_open else high.__floor__())
    return values if low is not None and high is not None and low > high else Interval(low, high)


def is_told(claim: Claim) -> bool:
    """Whether the claim is about figures and has a meaning here."""
    return claim.rule in MEANINGS


def meaning_of(claim: Claim) -> Formula:
    """What the claim says, of its figures and of those that it prints in place."""
    return z3.And(*_literals(claim), MEANINGS[claim.rule](claim))


def _literals(claim: Claim) -> list[Formula]:
    return [
        _within(_real(f"{claim.id}: {figure.name}"), figure.values.loose)
        for figure in (operand.figure for operand in operands_of(claim))
        if figure.is_literal and figure.values is not None
    ]


# ── the rules, as design section 4 has them ──────────────────────────────────────────────────


def _equals_stated(claim: Claim, result: Formula) -> Formula:
    """The result is what the claim states."""
    return _is_stated(claim, lambda stated: result == stated, lambda v: _within(result, v))


def _quotient_is_stated(claim: Claim, over: Formula, under: Formula) -> Formula:
    """over ÷ under is what the claim states; `under` is positive. Multiplied out."""
    return z3.And(
        under > 0,
        _is_stated(
            claim,
            lambda stated: over == stated * under,
            lambda values: _within_times(over, values, under),
        ),
    )


def _sum(claim: Claim) -> Formula:
    return _equals_stated(claim, z3.Sum(_every(claim, "of")))


def _increase(claim: Claim) -> Formula:
    return _equals_stated(claim, _one(claim, "to") - _one(claim, "from"))


def _decrease(claim: Claim) -> Formula:
    return _equals_stated(claim, _one(claim, "from") - _one(claim, "to"))


def _percent_increase(claim: Claim) -> Formula:
    base, to = _one(claim, "from"), _one(claim, "to")
    return _quotient_is_stated(claim, to - base, _magnitude(base))


def _percent_decrease(claim: Claim) -> Formula:
    base, to = _one(claim, "from"), _one(claim, "to")
    return _quotient_is_stated(claim, base - to, _magnitude(base))


def _after_change(claim: Claim) -> Formula:
    base, after = _one(claim, "from"), z3.Real(f"{claim.id}: after")
    return z3.And(_changed(claim, base, after), _equals_stated(claim, after))


def _before_change(claim: Claim) -> Formula:
    base, after = z3.Real(f"{claim.id}: before"), _one(claim, "to")
    return z3.And(_changed(claim, base, after), _equals_stated(claim, base))


def _changed(claim: Claim, base: Formula, after: Formula) -> Formula:
    """after = base + |base| · change."""
    (change,) = claim.arguments.figures["change"]
    if not change.figure.is_literal:
        return after - base == _magnitude(base) * _one(claim, "change")
    assert change.figure.values is not None
    values = change.figure.values.loose
    values = -values if change.negative else values
    nothing = z3.And(base == 0, after == 0)
    return z3.Or(nothing, _within_times(after - base, values, _magnitude(base)))


def _cagr(claim: Claim) -> Formula:
    """(to ÷ from) ^ (1 ÷ years) − 1; a growth of less than −1 there is not."""
    base, to = _one(claim, "from"), _one(claim, "to")
    (years,) = claim.arguments.numbers["years"]
    assert years.denominator == 1 and claim.stated is not None
    assert claim.stated.values is not None
    growth = (claim.stated.values.loose + Interval.point(Fraction(1))).intersect(
        Interval(Fraction(0), None)
    )
    assert growth is not None
    power = growth**years.numerator
    assert power is not None
    alike = z3.Or(z3.And(base > 0, to >= 0), z3.And(base < 0, to <= 0))
    size_of_to = z3.If(base > 0, to, -to)
    return z3.And(alike, _within_times(size_of_to, power, _magnitude(base)))


def _share(claim: Claim) -> Formula:
    return _over(claim, z3.Sum(_every(claim, "part")), _one(claim, "whole"))


def _ratio(claim: Claim) -> Formula:
    return _over(claim, _one(claim, "of"), _one(claim, "to"))


def _over(claim: Claim, over: Formula, under: Formula) -> Formula:
    return _quotient_is_stated(claim, z3.If(under > 0, over, -over), _magnitude(under))


def _product(claim: Claim) -> Formula:
    return _equals_stated(claim, z3.Product(_every(claim, "of")))


def _average(claim: Claim) -> Formula:
    figures = _every(claim, "of")
    weights = claim.arguments.numbers.get("weights") or tuple(Fraction(1) for _ in figures)
    total = z3.Sum([_exact(w) * x for w, x in zip(weights, figures, strict=True)])
    return _equals_stated(claim, total / _exact(sum(weights, Fraction(0))))


_RELATIONS: dict[str, Callable[[Formula, Formula], Formula]] = {
    "higher": lambda a, b: a > b,
    "lower": lambda a, b: a < b,
    "at least": lambda a, b: a >= b,
    "at most": lambda a, b: a <= b,
}


def _compare(claim: Claim) -> Formula:
    (figure,) = claim.arguments.figures["figure"]
    others = claim.arguments.figures["than"]
    return z3.And([_related(claim, _answer(claim), figure, other) for other in others])


def _rank(claim: Claim) -> Formula:
    """The k-th highest: fewer than k are higher, and at least k − 1 are as high."""
    (figure,) = claim.arguments.figures["figure"]
    words = _answer(claim).split()
    place = 1 if len(words) == 1 else ("second", "third", "fourth").index(words[0]) + 2
    others = [
        operand
        for operand in claim.arguments.figures["among"]
        if (operand.figure.name, operand.negative) != (figure.figure.name, figure.negative)
    ]
    sign = 1 if words[-1] == "highest" else -1
    own = sign * _term(claim, figure)
    higher = z3.Sum([z3.If(sign * _term(claim, other) > own, 1, 0) for other in others])
    as_high = z3.Sum([z3.If(sign * _term(claim, other) >= own, 1, 0) for other in others])
    return z3.And(higher <= place - 1, as_high >= place - 1)


def _trend(claim: Claim) -> Formula:
    answer, figures = _answer(claim), claim.arguments.figures["of"]
    if answer.startswith("overall "):
        figures = (figures[0], figures[-1])
    relation = {"rising": "higher", "falling": "lower", "unchanged": "equal"}[answer.split()[-1]]
    pairs = pairwise(figures)
    return z3.And([_related(claim, relation, later, earlier) for earlier, later in pairs])


def _related(claim: Claim, relation: str, a: Operand, b: Operand) -> Formula:
    if relation == "equal":
        return _prints_the_same(claim, a, b)
    return _RELATIONS[relation](_term(claim, a), _term(claim, b))


def _prints_the_same(claim: Claim, a: Operand, b: Operand) -> Formula:
    """The finer figure is one that would print as the coarser one does; of two alike, each is."""
    cells = {a: _cell(a), b: _cell(b)}
    if cells[a] is None and cells[b] is None:
        return _term(claim, a) == _term(claim, b)
    held = []
    for one, other in ((a, b), (b, a)):
        mine, theirs = cells[one], cells[other]
        if theirs is not None and (mine is None or _is_as_wide(theirs, mine)):
            held.append(_within(_term(claim, one), theirs))
    return z3.And(held)


def _cell(operand: Operand) -> Interval | None:
    values = operand.figure.values
    if values is None:
        return None
    return -values.loose if operand.negative else values.loose


def _is_as_wide(a: Interval, b: Interval) -> bool:
    return a.width is None or (b.width is not None and a.width >= b.width)


MEANINGS: dict[str, Callable[[Claim], Formula]] = {
    "sum": _sum,
    "increase": _increase,
    "decrease": _decrease,
    "percent_increase": _percent_increase,
    "percent_decrease": _percent_decrease,
    "before_change": _before_change,
    "after_change": _after_change,
    "cagr": _cagr,
    "share": _share,
    "ratio": _ratio,
    "product": _product,
    "average": _average,
    "compare": _compare,
    "rank": _rank,
    "trend": _trend,
}

_DIVISORS = {
    "percent_increase": "from",
    "percent_decrease": "from",
    "cagr": "from",
    "share": "whole",
    "ratio": "to",
    "after_change": "from",
}


def _divisors(claim: Claim) -> Iterable[Figure]:
    """The figures whose sign the meaning of a claim turns on."""
    stated = claim.stated.operand if claim.stated is not None else None
    if claim.rule == "before_change":
        return [] if stated is None else [stated.figure]
    operands = claim.arguments.figures.get(_DIVISORS.get(claim.rule, ""), ())
    return [operand.figure for operand in operands]


# ── terms ────────────────────────────────────────────────────────────────────────────────────


def operands_of(claim: Claim) -> tuple[Operand, ...]:
    stated = claim.stated.operand if claim.stated is not None else None
    return (*claim.arguments.operands, *([stated] if stated is not None else []))


def _is_average(claim: Claim, figure: Figure) -> bool:
    """Whether the figure is what an average of counts comes to, which need not be whole."""
    stated = claim.stated.operand if claim.stated is not None else None
    return stated is not None and stated.figure.name == figure.name and claim.rule in _ROUNDED


_ROUNDED = ("average", "ratio", "product", "before_change", "after_change")


def _is_stated(
    claim: Claim,
    is_figure: Callable[[Formula], Formula],
    is_within: Callable[[Interval], Formula],
) -> Formula:
    stated = claim.stated
    assert stated is not None
    if stated.operand is None:
        assert stated.values is not None
        return is_within(stated.values.loose)
    printings = stated.operand.figure.printings
    if claim.rule in _ROUNDED and any(p.rounded is not None for p in printings):
        # A printed count is the result to the nearest whole number.
        rounding = z3.Real(f"{claim.id}: rounding")
        exact = is_figure(_term(claim, stated.operand) + rounding)
        return z3.And(_within(rounding, Interval.around(Fraction(0), Fraction(1, 2))), exact)
    return is_figure(_term(claim, stated.operand))


def _answer(claim: Claim) -> str:
    assert claim.stated is not None
    return claim.stated.answer


def _one(claim: Claim, parameter: str) -> Formula:
    (operand,) = claim.arguments.figures[parameter]
    return _term(claim, operand)


def _every(claim: Claim, parameter: str) -> list[Formula]:
    return [_term(claim, operand) for operand in claim.arguments.figures[parameter]]


def _term(claim: Claim, operand: Operand) -> Formula:
    name = operand.figure.name
    variable = _real(f"{claim.id}: {name}" if operand.figure.is_literal else name)
    return -variable if operand.negative else variable


def _real(name: str) -> Formula:
    return z3.Real(name)


def _exact(value: Fraction) -> Formula:
    return z3.RealVal(str(value))


def _magnitude(term: Formula) -> Formula:
    return z3.If(term > 0, term, -term)


def _within(term: Formula, values: Interval) -> Formula:
    return _within_times(term, values, _exact(Fraction(1)))


def _within_times(term: Formula, values: Interval, scale: Formula) -> Formula:
    """The term ÷ scale lies in the interval; the scale is positive."""
    formulas = [scale > 0]
    if values.low is not None:
        low = _exact(values.low) * scale
        formulas.append(term > low if values.low_open else term >= low)
    if values.high is not None:
        high = _exact(values.high) * scale
        formulas.append(term < high if values.high_open else term <= high)
    return z3.And(formulas)


def _is_one_sided(values: Interval) -> bool:
    """Whether all values have one sign, 0 aside."""
    return (values.low is not None and values.low >= 0) or (
        values.high is not None and values.high <= 0
    )


def _is_satisfiable(formulas: Iterable[Formula]) -> bool:
    solver = z3.Solver()
    solver.set("timeout", PATIENCE)
    solver.add(*formulas)
    answer = solver.check()
    assert answer != z3.unknown, "z3 does not know"
    return bool(answer == z3.sat)


def _number(value: Formula) -> Fraction:
    return Fraction(value.as_string())

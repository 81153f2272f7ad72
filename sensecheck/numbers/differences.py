"""Values from a box whose differences lie where they should, exactly, or the proof of none.

A term is a variable or its negative, a condition says where first − second lies. Each term is a
node, x and −x are two; 'a − b at most w' and 'x at most h', which is x − (−x) at most 2·h, are
edges. Labels that no edge can lower are a solution; where lowering never ends, a cycle of edges
adds up to something below zero, and there is none (Bellman-Ford; Miné, The octagon abstract
domain, 2006). Strict conditions are an infinitesimal short: numbers are pairs (value, count of
infinitesimals), ordered as tuples are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from sensecheck.numbers.display import magnitude
from sensecheck.numbers.intervals import Interval

Term = tuple[str, bool]
"""A variable's name, and whether its negative is meant."""

Condition = tuple[Term, Term, Interval]
"""First − second lies in the interval."""

_Number = tuple[Fraction, Fraction]
_Edge = tuple[Term, Term, _Number]
"""First − second is at most the number."""


def solve(
    box: Mapping[str, Interval], conditions: Iterable[Condition]
) -> dict[str, Fraction] | None:
    """A value for each variable of the conditions, near the middle of its set; None: no solution.

    The box decides about its ends, open or closed or infinite, and so do the conditions.
    """
    conditions = tuple(conditions)
    names = tuple(dict.fromkeys(name for a, b, _ in conditions for name, _ in (a, b)))
    edges = tuple(_edges(box, names, conditions))
    labels: dict[Term, _Number] = {}
    for name in names:
        start = middle(box[name])
        labels[name, False] = start, Fraction(0)
        labels[name, True] = -start, Fraction(0)
    for _ in range(len(labels) + 1):
        if not _lower(labels, edges):
            return _values(names, labels, edges)
    return None


def middle(values: Interval) -> Fraction:
    """A number of the set: its midpoint, or one beside its only end."""
    if values.low is not None and values.high is not None:
        return (values.low + values.high) / 2
    if values.low is not None:
        return values.low + 1 if values.low_open else values.low
    if values.high is not None:
        return values.high - 1 if values.high_open else values.high
    return Fraction(0)


def _edges(
    box: Mapping[str, Interval], names: Iterable[str], conditions: Iterable[Condition]
) -> Iterator[_Edge]:
    for name in names:
        values = box[name]
        low, high = (None if end is None else 2 * end for end in (values.low, values.high))
        doubled = Interval(low, high, values.low_open, values.high_open)
        yield from _within((name, False), (name, True), doubled)
    for a, b, within in conditions:
        yield from _within(a, b, within)
        yield from _within(_minus(b), _minus(a), within)


def _within(a: Term, b: Term, within: Interval) -> Iterator[_Edge]:
    if within.high is not None:
        yield a, b, (within.high, Fraction(-within.high_open))
    if within.low is not None:
        yield b, a, (-within.low, Fraction(-within.low_open))


def _minus(term: Term) -> Term:
    name, negative = term
    return name, not negative


def _lower(labels: dict[Term, _Number], edges: Iterable[_Edge]) -> bool:
    """Lowers each label to what the edges allow, once round; whether any had to be."""
    lowered = False
    for a, b, (value, count) in edges:
        limit = labels[b][0] + value, labels[b][1] + count
        if labels[a] > limit:
            labels[a] = limit
            lowered = True
    return lowered


def _values(
    names: Iterable[str], labels: Mapping[Term, _Number], edges: Iterable[_Edge]
) -> dict[str, Fraction]:
    """The labels as values: x is half of what the nodes x and −x differ by."""
    found = {}
    for name in names:
        (up, up_count), (down, down_count) = labels[name, False], labels[name, True]
        found[name] = (up - down) / 2, (up_count - down_count) / 2
    epsilon = _infinitesimal(found, edges)
    return {name: value + count * epsilon for name, (value, count) in found.items()}


def _infinitesimal(found: Mapping[str, _Number], edges: Iterable[_Edge]) -> Fraction:
    """A power of ten, small enough to stand for the infinitesimal."""
    limit = None
    for a, b, (most, _) in edges:
        (x, x_count), (y, y_count) = found[a[0]], found[b[0]]
        value = _sign(a) * x - _sign(b) * y
        count = _sign(a) * x_count - _sign(b) * y_count
        if count > 0:
            # The value is below `most`: where it is equal, the count is at most 0.
            room = (most - value) / count / 2
            limit = room if limit is None else min(limit, room)
    return Fraction(10) ** (0 if limit is None else magnitude(limit))


def _sign(term: Term) -> int:
    return -1 if term[1] else 1

"""Stretches of a text that carry a value: laid flat, so that every offset has one or none."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Layer(Generic[T]):
    """Stretches in order, none over another."""

    stretches: tuple[tuple[int, int, T], ...]

    def at(self, offset: int) -> T | None:
        """The value at an offset."""
        index = bisect_right(self.stretches, offset, key=lambda stretch: stretch[0]) - 1
        if index < 0 or offset >= self.stretches[index][1]:
            return None
        return self.stretches[index][2]

    @property
    def ends(self) -> Iterator[int]:
        """Every offset at which a value begins or ends."""
        for start, end, _ in self.stretches:
            yield start
            yield end


def flat(stretches: Iterable[tuple[int, int, T]], combine: Callable[[Iterable[T]], T]) -> Layer[T]:
    """The stretches cut at one another's ends; where several lie, their values combined.

    Values have to be few: at every end, `combine` is given all that are different.
    """
    events: list[tuple[int, int, T]] = []
    for start, end, value in stretches:
        if start < end:
            events += ((start, 1, value), (end, -1, value))
    events.sort(key=lambda event: event[0])
    found: list[tuple[int, int, T]] = []
    active: Counter[T] = Counter()
    before = 0
    for offset, change, value in events:
        if active and offset > before:
            found.append((before, offset, combine(active)))
        active[value] += change
        if not active[value]:
            del active[value]
        before = offset
    return Layer(tuple(found))

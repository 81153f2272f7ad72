"""What linked statements leave of a figure, be it printed or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.linear import Linear
from sensecheck.reconcile.certificate import Certificate
from sensecheck.reconcile.conflicts import Part
from sensecheck.reconcile.simplex import Optimum, System
from sensecheck.reconcile.statements import Statement


@dataclass(frozen=True, slots=True)
class Bounds:
    """All values of a variable that the statements allow, and those that say so."""

    values: Interval
    because: tuple[Statement, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims and assumptions among the reasons, in their order."""
        return tuple(s.id for s in self.because if s.claim is not None)


class Solved:
    """A consistent part, ready to be asked for bounds; `system` where it was checked before."""

    def __init__(self, part: Part, system: System | None = None) -> None:
        self._conditions = part.conditions
        self._statements = {statement.id: statement for statement in part.statements}
        self._system = System(self._conditions) if system is None else system
        if system is None:
            self._system.check()

    def bounds(self, variable: str) -> Bounds:
        """The exact range of a variable; raises SpentBudget."""
        low, high = self._system.minimum(variable), self._system.maximum(variable)
        values = Interval(
            None if low is None else low.value,
            None if high is None else high.value,
            low is None or not low.attained,
            high is None or not high.attained,
        )
        return Bounds(values, self._reasons((low, high)))

    def that_keep(self, form: Linear, within: Interval) -> tuple[Statement, ...] | None:
        """The statements that keep a form's value in an interval; None where it can leave it.

        Raises SpentBudget.
        """
        low = None if within.low is None else self._system.minimum(form)
        high = None if within.high is None else self._system.maximum(form)
        if (low is None, high is None) != (within.low is None, within.high is None):
            return None
        reached = Interval(
            None if low is None else low.value,
            None if high is None else high.value,
            low is None or not low.attained,
            high is None or not high.attained,
        )
        return self._reasons((low, high)) if within.covers(reached) else None

    def _reasons(self, ends: Iterable[Optimum | None]) -> tuple[Statement, ...]:
        used: set[str] = set()
        for end in ends:
            if end is not None:
                used.update(self._names(end.certificate))
        return tuple(one for name, one in self._statements.items() if name in used)

    def _names(self, certificate: Certificate) -> list[str]:
        return [self._conditions[use.condition].statement for use in certificate]

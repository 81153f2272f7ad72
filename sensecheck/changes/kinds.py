"""The words of a comparison: what happened to claims, figures, conflicts and findings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sensecheck.model import (
    Conflict,
    Figure,
    Finding,
    Implied,
    Outcome,
    Results,
    Severity,
    Verdict,
)


class Absent(Enum):
    """Why one side of a change has no verdict."""

    MISSING = "not there"
    UNCHECKED = "not checked"
    """The file names the claim, but has problems that keep it from being checked."""


Side = Verdict | Absent


class Effect(Enum):
    """What an edit did to a claim, from the least to the most that somebody should look at."""

    SAME = "the same verdict"
    REMOVED = "removed"
    NEW = "new"
    BETTER = "better"
    ACCEPTED = "accepted"
    """Trouble that the edit, or that with the edit, somebody keeps and gives a reason for."""
    LOST = "no longer checked"
    WORSE = "worse"
    BROKEN = "broken"
    """It fails now and did not before; a claim that is new, or that could not be checked before,
    is broken where it fails."""


@dataclass(frozen=True, slots=True)
class ParameterChange:
    """What a claim says of itself, before and after: one of its keys, each figure a text."""

    name: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure of a series that is printed, read or given otherwise, and the claims that use it."""

    name: str
    before: Figure | None
    after: Figure | None
    users: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim that changed, or that uses a figure that did; or a figure's contradictory printings.

    `linked` names changed claims that share figures with one of which nothing of its own changed.
    """

    before: Side
    after: Side
    effect: Effect
    parameters: tuple[ParameterChange, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    linked: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """The verdict after the edit; the one before it, where there is none any more."""
        side = self.after if isinstance(self.after, Verdict) else self.before
        assert isinstance(side, Verdict)  # a change of nothing into nothing is none
        return side

    @property
    def id(self) -> str:
        """The claim's id, the new one where it was renamed."""
        return self.verdict.claim.id

    @property
    def renamed_from(self) -> str:
        """The claim's id before the edit, where that was another one."""
        old = self.before.claim.id if isinstance(self.before, Verdict) else self.id
        return "" if old == self.id else old

    @property
    def is_new_discrepancy(self) -> bool:
        """Whether it is a discrepancy that nobody accepted, and was no trouble before."""
        return is_open(self.after, Outcome.DISCREPANCY) and not is_open(
            self.before, Outcome.DISCREPANCY, Outcome.FAIL
        )


@dataclass(frozen=True, slots=True)
class ConflictChange:
    """A conflict that appeared or went, or whose acceptance changed."""

    before: Conflict | None
    after: Conflict | None

    @property
    def id(self) -> str:
        """The conflict's id; after the edit, where there is one."""
        conflict = self.after or self.before
        assert conflict is not None  # a change of nothing into nothing is none
        return conflict.id

    @property
    def is_broken(self) -> bool:
        """Whether the edit made statements exclude each other, and nobody accepted it."""
        return self.after is not None and not self.after.accepted


@dataclass(frozen=True, slots=True)
class ImpliedChange:
    """What a figure must be that nobody prints, before and after."""

    before: Implied | None
    after: Implied | None


@dataclass(frozen=True, slots=True)
class Changes:
    """All that an edit did to one claims file; None stands for a file that was not there.

    `claims` are in the order of the file, removed ones last.
    """

    before: Results | None
    after: Results | None
    claims: tuple[ClaimChange, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    conflicts: tuple[ConflictChange, ...] = ()
    implied: tuple[ImpliedChange, ...] = ()
    appeared: tuple[Finding, ...] = ()
    went: tuple[Finding, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the edit did nothing that could be shown."""
        parts = (self.claims, self.figures, self.conflicts, self.implied, self.appeared, self.went)
        return not any(parts)

    def of(self, effect: Effect) -> tuple[ClaimChange, ...]:
        """The claims on which the edit had this effect."""
        return tuple(change for change in self.claims if change.effect is effect)

    def broke(self, *, strict: bool = False) -> bool:
        """Whether a claim or several together fail now that did not before.

        `strict` counts a new discrepancy and a new warning, too.
        """
        if any(change.effect is Effect.BROKEN for change in self.claims):
            return True
        if any(change.is_broken for change in self.conflicts):
            return True
        return strict and (
            any(change.is_new_discrepancy for change in self.claims) or bool(self.appeared)
        )

    @property
    def is_unusable(self) -> bool:
        """Whether the edit left problems in the file, or nothing in it that can be checked."""
        if self.after is None:
            return False
        problems = any(finding.severity is Severity.ERROR for finding in self.appeared)
        return problems or not self.after.verdicts


def is_open(side: Side, *outcomes: Outcome) -> bool:
    """Whether a statement of the article has one of the outcomes, and nobody accepted it."""
    if not isinstance(side, Verdict):
        return False
    return side.outcome in outcomes and not side.accepted and not side.claim.assumption

"""What became of claims: verdicts, conflicts, implied figures, and the results of a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from sensecheck.model.article import ReadArticle
from sensecheck.model.claims import Claim, Document
from sensecheck.model.places import Finding

if TYPE_CHECKING:
    from fractions import Fraction

    from sensecheck.numbers.expressions import Expr
    from sensecheck.numbers.intervals import Interval
    from sensecheck.numbers.printed import Printed
    from sensecheck.numbers.units import Unit


class Outcome(Enum):
    """The four verdicts, in the order in which a table shows them."""

    PASS = "pass"
    UNVERIFIABLE = "unverifiable"
    DISCREPANCY = "discrepancy"
    FAIL = "fail"


class Reading(Enum):
    """Which of the two readings of the printed figures a verdict needed."""

    STRICT = "strict"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True)
class Range:
    """All results that the printed figures allow, in one reading.

    `exact` is False where an end is irrational and rounded outwards.
    """

    interval: Interval
    reading: Reading
    exact: bool = True


class CauseKind(Enum):
    """Why a statement can hold although the printed figures do not give it."""

    ROUNDING = "rounding"
    ZEROS = "trailing zeros"
    HEDGE = "hedge"


@dataclass(frozen=True, slots=True)
class Cause:
    """One figure whose printing explains a discrepancy; `name` is 'stated' for the stated one."""

    name: str
    text: str
    kind: CauseKind


@dataclass(frozen=True, slots=True)
class Implied:
    """What a figure that is not printed must be for the statement to hold.

    `text` is the range as people read it (whole numbers for counts), `because` the ids of the
    statements that give it.
    """

    figure: str
    interval: Interval
    text: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slip:
    """The one likely slip that would make the claim pass: in the claims file, or in the article."""

    text: str
    in_claims_file: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one claim, with all that a proof of it shows.

    `recomputed` is the rule at the printed values: a number (percent as a fraction of 1), an
    enclosure where it is irrational, an answer of a relation rule, or None. `stated` is what the
    stated figure allows, in the reading of `range`. `admits` counts the printed
    values (or answers) that would not have failed; None where it has no meaning. `witness` maps
    inputs to true values that make a discrepancy's statement true; `nearest` is a fail's nearest
    possible result, `gap` how far that is from what the article allows.
    """

    claim: Claim
    outcome: Outcome
    reason: str = ""
    unit: Unit | None = None
    recomputed: Fraction | Interval | str | None = None
    range: Range | None = None
    stated: Interval | None = None
    expression: Expr | None = None
    causes: tuple[Cause, ...] = ()
    witness: Mapping[str, Fraction] = field(default_factory=dict)
    nearest: Fraction | None = None
    gap: Fraction | None = None
    admits: int | None = None
    weak: bool = False
    extreme: str = ""
    slip: Slip | None = None
    repair: str = ""
    implied: Implied | None = None
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The recomputed value in the stated figure's own scale, with decimals to compare."""
        from sensecheck.numbers import showing
        from sensecheck.numbers.intervals import Interval

        value = self.recomputed
        if value is None or isinstance(value, str):
            return value or ""
        if isinstance(value, Interval):  # irrational: its lower end is as good as any
            assert value.low is not None
            value = value.low
        return showing.recomputed(value, self._like, self.unit, self.stated)

    @property
    def shown_range(self) -> tuple[str, str] | None:
        """The ends of the range in the stated figure's own scale; None where it is one number."""
        from sensecheck.numbers import showing

        if self.range is None or self.range.interval.is_point:
            return None
        return showing.bounds(self.range.interval, self._like, self.unit)

    @property
    def _like(self) -> Printed | None:
        """The printing of the stated figure, whose scale and decimals others take."""
        finest = None if self.claim.stated is None else self.claim.stated.finest
        return None if finest is None else finest.printed

    @property
    def accepted(self) -> bool:
        """Whether somebody looked at this trouble and keeps it."""
        trouble = self.outcome in (Outcome.DISCREPANCY, Outcome.FAIL)
        return trouble and bool(self.claim.accepted)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements that cannot all be true."""

    id: str
    claims: tuple[str, ...]
    assumptions: tuple[str, ...]
    printings: tuple[str, ...]
    accepted: str
    proof: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """All that one claims file came to.

    `printings` are the verdicts on figures whose printings exclude each other, each under a claim
    with the figure's name. `findings` are the document's and those of the checks. `not_reconciled`
    names the claims that could not be held exactly against the others; `interrupted` says that
    somebody stopped the run before they were. `article` is the text beside the claims, where one
    was read.
    """

    document: Document
    verdicts: tuple[Verdict, ...]
    assumptions: tuple[Verdict, ...]
    printings: tuple[Verdict, ...]
    conflicts: tuple[Conflict, ...] = ()
    implied: tuple[Implied, ...] = ()
    findings: tuple[Finding, ...] = ()
    not_reconciled: tuple[str, ...] = ()
    interrupted: bool = False
    article: ReadArticle | None = None

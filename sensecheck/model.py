"""The words of the tool: figures, claims, verdicts, conflicts, findings. Data only.

Positions are 0-based code points everywhere; `place` is the one function that turns them into the
1-based line and column that people read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from sensecheck.numbers.expressions import Expr
    from sensecheck.numbers.intervals import Interval
    from sensecheck.numbers.periods import Period
    from sensecheck.numbers.printed import Printed
    from sensecheck.numbers.readings import Readings, Rounding
    from sensecheck.numbers.units import Unit


# ── places ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, 0-based, in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


def place(span: Span) -> tuple[int, int]:
    """Line and column as people count them, from 1."""
    return span.line + 1, span.column + 1


class Severity(Enum):
    """Whether a finding stops the run or only warns."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with the claims file itself: what is wrong, where, what to write instead."""

    span: Span
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR


# ── figures ──────────────────────────────────────────────────────────────────────────────────


class Sign(Enum):
    """What is known of the sign of a figure that nobody printed."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Printing:
    """How one place prints a figure, and the true values that this admits.

    `rounded` is what a count admits where it is an average or the like; None where it makes no
    difference.
    """

    printed: Printed
    readings: Readings
    span: Span
    rounded: Readings | None = None


def _finest(printings: tuple[Printing, ...]) -> Printing | None:
    if len(printings) < 2:
        return printings[0] if printings else None
    return min(printings, key=lambda printing: printing.printed.step)


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity that the article prints or refers to.

    `values` is what all its printings admit together; None where it is not printed, or where its
    printings exclude each other (`contradictory`). `series` and `label` are empty for a figure
    that a claim prints in place, whose `name` is then its parameter and text.
    """

    name: str
    span: Span
    printings: tuple[Printing, ...] = ()
    values: Readings | None = None
    unit: Unit | None = None
    series: str = ""
    label: str = ""
    period: Period | None = None
    sign: Sign | None = None
    contradictory: bool = False
    source: str = ""
    url: str = ""
    quote: str = ""
    note: str = ""

    @property
    def finest(self) -> Printing | None:
        """The printing with the smallest unit of its last digit; the first of equals."""
        return _finest(self.printings)

    @property
    def is_literal(self) -> bool:
        """Whether a claim prints the figure in place."""
        return not self.series


# ── claims ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure as a claim uses it: itself or its negative."""

    figure: Figure
    negative: bool = False

    @property
    def text(self) -> str:
        """As one would write it in the claims file."""
        return f"-{self.figure.name}" if self.negative else self.figure.name


@dataclass(frozen=True, slots=True)
class Arguments:
    """The parameters of a claim's rule, sorted by what they take.

    `figures` holds every parameter that takes figures; a parameter that takes one holds a tuple of
    one. `texts` are the listed texts of a count; `numbers` are exact numbers such as the years of
    a growth rate; `periods` are the two ends of a duration, or the periods of a slice.
    """

    figures: Mapping[str, tuple[Operand, ...]] = field(default_factory=dict)
    numbers: Mapping[str, tuple[Fraction, ...]] = field(default_factory=dict)
    periods: Mapping[str, tuple[Period, ...]] = field(default_factory=dict)
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    formula: Expr | None = None
    formula_text: str = ""
    left_out: tuple[str, ...] = ()
    """Names of unprinted figures that `*` or a slice left out (trend and rank)."""

    @property
    def operands(self) -> tuple[Operand, ...]:
        """All figures of all parameters, in order."""
        return tuple(operand for group in self.figures.values() for operand in group)


@dataclass(frozen=True, slots=True)
class Stated:
    """What the article says the result is: printings, one of the rule's answers, or a figure."""

    text: str
    span: Span
    printings: tuple[Printing, ...] = ()
    values: Readings | None = None
    unit: Unit | None = None
    answer: str = ""
    operand: Operand | None = None

    @property
    def finest(self) -> Printing | None:
        """The printing with the smallest unit of its last digit; of the named figure, if any."""
        if self.operand is not None:
            return self.operand.figure.finest
        return _finest(self.printings)


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that follows from figures by arithmetic, or that says why it cannot be checked.

    `rule` is empty just where `unverifiable` says why. `assumption` marks what nobody printed but
    everybody takes for granted.
    """

    id: str
    span: Span
    rule: str = ""
    arguments: Arguments = field(default_factory=Arguments)
    stated: Stated | None = None
    quote: str = ""
    says: str = ""
    unverifiable: str = ""
    tags: tuple[str, ...] = ()
    rounding: Rounding | None = None
    accepted: str = ""
    note: str = ""
    assumption: bool = False


# ── the file ─────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Article:
    """What the claims file says of its article."""

    title: str = ""
    publisher: str = ""
    published: str = ""
    text: str = ""
    ignore: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A conflict that somebody looked at and keeps: its claims' ids, sorted, and the reason."""

    id: str
    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A claims file, read and understood. Claims with findings of their own are left out.

    `series` maps each series to its labels in file order; `claim_count` counts all claims that the
    file names, checked or not.
    """

    path: str
    lines: tuple[str, ...]
    article: Article
    figures: Mapping[str, Figure]
    series: Mapping[str, tuple[str, ...]]
    claims: tuple[Claim, ...]
    assumptions: tuple[Claim, ...]
    accepted: tuple[Acceptance, ...]
    findings: tuple[Finding, ...]
    claim_count: int


# ── verdicts ─────────────────────────────────────────────────────────────────────────────────


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
    somebody stopped the run before they were.
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

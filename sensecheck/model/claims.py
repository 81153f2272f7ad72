"""Claims, and the claims file that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sensecheck.model.figures import Figure, Printing, finest
from sensecheck.model.places import Finding, Span

if TYPE_CHECKING:
    from fractions import Fraction

    from sensecheck.numbers.expressions import Expr
    from sensecheck.numbers.periods import Period
    from sensecheck.numbers.readings import Readings, Rounding
    from sensecheck.numbers.units import Unit


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
        return finest(self.printings)


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
    quote_span: Span | None = None
    says: str = ""
    unverifiable: str = ""
    tags: tuple[str, ...] = ()
    rounding: Rounding | None = None
    accepted: str = ""
    note: str = ""
    assumption: bool = False

    @property
    def figures(self) -> dict[str, Figure]:
        """The figures of series that it uses, its stated one too, by name, each once, in order."""
        stated = self.stated.operand if self.stated else None
        operands = (*self.arguments.operands, *((stated,) if stated else ()))
        return {o.figure.name: o.figure for o in operands if not o.figure.is_literal}


# ── the file ─────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Article:
    """What the claims file says of its article."""

    title: str = ""
    publisher: str = ""
    published: str = ""
    text: str = ""
    text_span: Span | None = None
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

"""What the page shows of a claim: all that `sensecheck explain` says of it, with links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sensecheck.model import Passage, Verdict, place
from sensecheck.report.arithmetic import Workings, workings
from sensecheck.report.conflicts import headline
from sensecheck.report.html.context import Context, Link, Prose, Wording, wording
from sensecheck.report.html.drawing import Drawing, drawing_of
from sensecheck.report.html.standing import Standing
from sensecheck.report.inputs import inputs
from sensecheck.report.sentences import in_words, notes

MOST_USERS: Final = 4
"""Other claims that are named beside a figure; the page of the figure has all of them."""
MOST_STEPS: Final = 6
"""A longer proof of a conflict stands in its own place alone."""


@dataclass(frozen=True, slots=True)
class Row:
    """An input: what for, which figure, what is printed, what that allows.

    Of rows for the same parameter, those after the first are `more` of it.
    """

    parameter: str
    more: bool
    words: str
    figure: Link | None
    printed: Link
    allowed: str


@dataclass(frozen=True, slots=True)
class Use:
    """A figure that other claims use, too: some of them, and how many more there are."""

    figure: Link
    claims: tuple[Link, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class Clash:
    """A conflict that the claim is in."""

    headline: str
    conflict: Link
    steps: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """A claim at length. `number` is that of its note on paper.

    `quoted_at` and `inputs_at` are stretches of the text: '310-330 402-409'.
    """

    anchor: str
    number: int
    standing: Standing
    words: Wording
    name: str
    places: tuple[Link, ...]
    sentences: tuple[Prose, ...]
    drawing: Drawing | None
    rows: tuple[Row, ...]
    workings: Workings | None
    uses: tuple[Use, ...]
    clashes: tuple[Clash, ...]
    notes: tuple[Prose, ...]
    quoted_at: str
    inputs_at: str


def proofs(context: Context) -> list[Proof]:
    """All claims and assumptions: as the article makes them, then those that it shows nowhere."""
    results, marks = context.results, context.mark_of_claim
    every = [*results.verdicts, *results.assumptions]
    last = len(context.shown) + 1
    ordered = sorted(every, key=lambda v: marks[v.claim.id].index if v.claim.id in marks else last)
    return [_proof(verdict, number, context) for number, verdict in enumerate(ordered, 1)]


def _proof(verdict: Verdict, number: int, context: Context) -> Proof:
    claim, results = verdict.claim, context.results
    line = f"{results.document.path}:{place(claim.span)[0]}"
    in_text = context.place(context.mark_of_claim.get(claim.id))
    return Proof(
        context.anchors.claim(claim.id),
        number,
        context.standings[claim.id],
        wording(claim),
        claim.id,
        (*((in_text,) if in_text else ()), Link(line)),
        _prose(in_words(verdict, results), context),
        drawing_of(verdict),
        tuple(_rows(verdict, context)),
        workings(verdict),
        tuple(_uses(verdict, context)),
        tuple(_clashes(claim.id, context)),
        _prose(notes(verdict), context),
        stretches(_quoted(claim.id, context)),
        stretches(_inputs(verdict, context)),
    )


def stretches(passages: Iterable[Passage]) -> str:
    """Passages as the script reads them."""
    return " ".join(f"{start}-{end}" for start, end in sorted(set(passages)))


def _prose(sentences: Iterable[str], context: Context) -> tuple[Prose, ...]:
    return tuple(context.prose(sentence) for sentence in sentences if sentence)


def _rows(verdict: Verdict, context: Context) -> Iterator[Row]:
    figures, own = context.results.document.figures, context.mark_of_claim.get(verdict.claim.id)
    latest = ""
    for parameter, name, printed, allowed in inputs(verdict, context.results):
        latest = parameter or latest
        figure = figures.get(name.removeprefix("-"))
        mark = context.mark_of_figure.get(figure.name) if figure else None
        if parameter == "stated" and figure is None and own is not None and not own.words:
            mark = own
        at = f"#{context.anchors.mark(mark.index)}" if mark else ""
        words = context.in_words(figure) if figure else ""
        if figure and name.startswith("-"):
            words = f"minus {context.within(figure)}"
        link = Link(name, context.figure(figure.name).href) if figure else None
        yield Row(latest, not parameter, words, link, Link(printed, at), allowed)


def _uses(verdict: Verdict, context: Context) -> Iterator[Use]:
    own = verdict.claim.id
    for name in verdict.claim.figures:
        users = context.users.get(name, ())
        others = [user for user in users[: MOST_USERS + 1] if user != own][:MOST_USERS]
        if others:
            figure, left = context.named(name), len(users) - 1 - len(others)
            more = Link(f"{left:,} more", figure.href) if left else None
            yield Use(figure, tuple(map(context.claim, others)), more)


def _clashes(name: str, context: Context) -> Iterator[Clash]:
    for conflict in context.conflicts.get(name, ()):
        steps = conflict.proof if len(conflict.proof) <= MOST_STEPS else ()
        link = Link(conflict.id, f"#{context.anchors.conflict(conflict.id)}")
        yield Clash(headline(conflict, context.results), link, _prose(steps, context))


def _quoted(name: str, context: Context) -> Iterator[Passage]:
    article = context.results.article
    if article is not None:
        if name in article.quotes:
            yield article.quotes[name]
        yield from article.stated.get(name, ())


def _inputs(verdict: Verdict, context: Context) -> Iterator[Passage]:
    article, claim = context.results.article, verdict.claim
    if article is None:
        return
    for name in claim.figures:
        yield from article.figures.get(name, ())
    for operand in claim.arguments.operands:
        if operand.figure.is_literal:
            yield from article.literals.get((claim.id, operand.figure.name), ())

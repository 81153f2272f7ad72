"""The table of all claims, and what figures must be that nobody prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sensecheck.model import Verdict
from sensecheck.report.conflicts import contradicted
from sensecheck.report.html.context import Context, Link, Prose, Wording, wording
from sensecheck.report.html.standing import Standing, rank
from sensecheck.report.table import why
from sensecheck.report.values import because_of, range_text, stated_text, with_noun


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: the statement, what it says, what its figures give, and why it stands as it does."""

    standing: Standing
    words: Wording
    proof: Link
    stated: str
    recomputed: str
    range: str
    why: Prose


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of one standing."""

    anchor: str
    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Unprinted:
    """A figure that nobody prints, what it must be, and the claims that say so."""

    figure: Link
    text: str
    because: tuple[Link, ...]


def sections(context: Context) -> list[Section]:
    """All claims by how they stand, the worst first, then what is assumed."""
    results = context.results
    clashes = contradicted(results)
    entries = [
        _entry(verdict, clashes.get(verdict.claim.id, ()), context)
        for verdict in (*results.verdicts, *results.printings)
    ]
    ordered = sorted(entries, key=lambda entry: rank(entry.standing))
    found = [
        Section(context.anchors.part(f"all-{kind}"), kind, tuple(run))
        for kind, run in groupby(ordered, key=lambda entry: entry.standing.kind)
    ]
    if results.assumptions:
        assumed = tuple(
            _entry(verdict, clashes.get(verdict.claim.id, ()), context)
            for verdict in results.assumptions
        )
        found.append(Section(context.anchors.part("all-assumed"), "assumed", assumed))
    return found


def _entry(verdict: Verdict, clashes: tuple[str, ...], context: Context) -> Entry:
    claim = verdict.claim
    return Entry(
        context.standings[claim.id],
        wording(claim),
        context.entry(claim.id),
        stated_text(verdict),
        verdict.shown,
        range_text(verdict),
        context.prose(why(verdict, clashes)),
    )


def unprinted(context: Context) -> Iterator[Unprinted]:
    """The figures that nobody prints, as far as claims say what they must be."""
    results = context.results
    for implied in results.implied:
        claims = zip(implied.because, because_of(implied, results.document), strict=True)
        yield Unprinted(
            context.named(implied.figure),
            with_noun(implied, results.document),
            tuple(Link(text, context.claim(name).href) for name, text in claims),
        )

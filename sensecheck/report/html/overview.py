"""What an editor sees first: the counts, what is wrong, what cannot all be true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sensecheck.model import Claim, Conflict, Results, Verdict, place
from sensecheck.report.conflict_page import grounds, last_words
from sensecheck.report.conflicts import headline
from sensecheck.report.counts import Counts, count
from sensecheck.report.html.context import Context, Link, Prose, Wording, wording
from sensecheck.report.html.standing import CONFLICT_SYMBOL, UNCOVERED, WEAK_SYMBOL, Standing
from sensecheck.report.page import Cells
from sensecheck.report.sentences import in_words, sentence, slip_text
from sensecheck.report.style import LOOKS


@dataclass(frozen=True, slots=True)
class Tally:
    """A count of the summary, which filters what is shown."""

    name: str
    symbol: str
    number: int
    meaning: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """A statement that somebody should look at, and why."""

    standing: Standing
    words: Wording
    why: Prose
    proof: Link
    place: Link | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One of the statements of a conflict: its words, its proof, and where it stands."""

    words: Wording
    proof: Link
    place: Link


@dataclass(frozen=True, slots=True)
class ConflictEntry:
    """A conflict with its proof."""

    anchor: str
    name: str
    standing: Standing
    headline: str
    accepted: str
    statements: tuple[Statement, ...]
    steps: tuple[Prose, ...]
    grounds: tuple[Cells, ...]
    last: str


_CONFLICT: Final = Standing("conflict", CONFLICT_SYMBOL, "conflict", ("conflict",))
_ACCEPTED: Final = Standing("accepted", CONFLICT_SYMBOL, "conflict, accepted", ("accepted",))
_MEANINGS: Final = (
    ("fail", "proved wrong"),
    ("conflict", "cannot all be true"),
    ("discrepancy", "rounding explains it"),
    ("uncovered", "nobody checks it"),
    ("unverifiable", "a figure is missing"),
    ("pass", "its figures give it"),
    ("weak", "holds, but says little"),
    ("accepted", "looked at, and kept"),
)
_SYMBOLS: Final = {
    **{outcome.value: look.symbol for outcome, look in LOOKS.items()},
    "conflict": CONFLICT_SYMBOL,
    "uncovered": UNCOVERED.symbol,
    "weak": WEAK_SYMBOL,
    "accepted": "·",
}


def tallies(counts: Counts, uncovered: int, lists: Mapping[str, str]) -> list[Tally]:
    """The counts that are not 0, the worst first; that of fails always.

    `lists` names the places of the page that list what is counted.
    """
    numbers = {
        "fail": counts.fail + counts.contradictory,
        "conflict": counts.conflict,
        "discrepancy": counts.discrepancy,
        "uncovered": uncovered,
        "unverifiable": counts.unverifiable,
        "pass": counts.passed,
        "weak": counts.weak,
        "accepted": counts.accepted,
    }
    return [
        Tally(name, _SYMBOLS[name], numbers[name], meaning, lists.get(name, "main"))
        for name, meaning in _MEANINGS
        if numbers[name] or name == "fail"
    ]


def verdict_on_all(every: Sequence[Results], uncovered: int) -> str:
    """What a run comes to, in a few sentences."""
    counts = count(every)
    wrong = counts.fail + counts.contradictory
    if not counts.claims and not wrong:
        return "Nothing was checked."
    accepted = sum(bool(c.accepted) for results in every for c in results.conflicts)
    together = "cannot be true together"
    said = (
        _several(wrong, "statement is proved wrong", "statements are proved wrong"),
        _several(
            counts.conflict, f"set of statements {together}", f"sets of statements {together}"
        ),
        _several(
            accepted,
            f"set of statements {together}, which somebody has accepted",
            f"sets of statements {together}, which somebody has accepted",
        ),
        _several(
            counts.discrepancy,
            "statement differs from its figures, but rounding explains it",
            "statements differ from their figures, but rounding explains it",
        ),
        _several(uncovered, "number is checked by nobody", "numbers are checked by nobody"),
    )
    sentences = [sentence(part) for part in said if part]
    return " ".join(sentences if wrong else ["Nothing is proved wrong.", *sentences])


def _several(number: int, one: str, more: str) -> str:
    return f"{number:,} {one if number == 1 else more}" if number else ""


def troubles(context: Context) -> list[Trouble]:
    """Fails and discrepancies that nobody accepted, fails first, in the order of the file."""
    results = context.results
    every = (_trouble(verdict, context) for verdict in (*results.verdicts, *results.printings))
    found = [trouble for trouble in every if {"fail", "discrepancy"} & {*trouble.standing.filters}]
    return sorted(found, key=lambda trouble: "fail" not in trouble.standing.filters)


def _trouble(verdict: Verdict, context: Context) -> Trouble:
    name = verdict.claim.id
    first = next(filter(None, in_words(verdict, context.results)), "")
    return Trouble(
        context.standings[name],
        wording(verdict.claim),
        context.prose(f"{first} {slip_text(verdict)}".strip()),
        context.entry(name),
        context.place(context.mark_of_claim.get(name) or context.mark_of_figure.get(name)),
    )


def conflict_entries(context: Context) -> list[ConflictEntry]:
    """All conflicts; those that somebody accepted come last."""
    entries = [_conflict(conflict, context) for conflict in context.results.conflicts]
    return sorted(entries, key=lambda entry: bool(entry.accepted))


def _conflict(conflict: Conflict, context: Context) -> ConflictEntry:
    names = (*conflict.claims, *conflict.assumptions)
    claims = [context.verdicts[name].claim for name in names if name in context.verdicts]
    document = context.results.document
    return ConflictEntry(
        context.anchors.conflict(conflict.id),
        conflict.id,
        _ACCEPTED if conflict.accepted else _CONFLICT,
        headline(conflict, context.results),
        conflict.accepted,
        tuple(_statement(c, context) for c in sorted(claims, key=lambda claim: claim.span)),
        tuple(map(context.prose, conflict.proof)),
        tuple(grounds(conflict, context.verdicts, document)),
        " ".join(last_words(conflict)),
    )


def _statement(claim: Claim, context: Context) -> Statement:
    line = Link(f"{context.results.document.path}:{place(claim.span)[0]}")
    where = context.place(context.mark_of_claim.get(claim.id)) or line
    return Statement(wording(claim), context.claim(claim.id), where)

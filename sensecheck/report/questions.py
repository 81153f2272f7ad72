"""What a desk sends to the author: what is not printed, what differs, what cannot all be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sensecheck.model import (
    Claim,
    Conflict,
    Figure,
    Implied,
    Outcome,
    Results,
    Span,
    Verdict,
    place,
)
from sensecheck.report.conflicts import headline
from sensecheck.report.naming import figures_in_words, spellings
from sensecheck.report.places import place_of
from sensecheck.report.proof import repair_text
from sensecheck.report.values import range_text, result_text, stated_text, with_noun

LONGEST_QUOTE: Final = 60
"""Characters of the article's words that say which statement is meant."""
MOST_QUOTES: Final = 2
"""Statements behind a figure that are quoted; of more, those that speak of it themselves."""
_NOTE: Final = "Note: "
_ONE_END: Final = ("above ", "at least ", "at most ", "below ")


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask, where it comes from, and what belongs to it in lines of their own."""

    span: Span
    text: str
    details: tuple[str, ...] = ()
    where: str = ""
    """'article.md:16', or where the article is not read, 'claims.yaml:189'."""


def questions(results: Results) -> list[Question]:
    """All questions, in the order of the claims file.

    What somebody accepted is no question any more; but of statements that cannot all be true, the
    author alone knows which one is meant.
    """
    by_id = {v.claim.id: v for v in (*results.verdicts, *results.assumptions)}
    found = [
        *_Missing(results, by_id).questions(),
        *(_conflict(conflict, results, by_id) for conflict in results.conflicts),
        *(_contradiction(verdict, results) for verdict in results.printings),
    ]
    for verdict in results.verdicts:
        if verdict.outcome is Outcome.DISCREPANCY and not verdict.accepted:
            found.append(_discrepancy(verdict))
        elif verdict.outcome is Outcome.FAIL and not verdict.accepted:
            found.append(_fail(verdict))
    claims = {verdict.claim.span: verdict.claim for verdict in results.verdicts}
    placed = (replace(q, where=_where(q.span, claims.get(q.span), results)) for q in found)
    return list(_each_note_once(sorted(placed, key=lambda question: question.span)))


def _where(span: Span, claim: Claim | None, results: Results) -> str:
    if claim is not None:
        return place_of(claim, results)
    return f"{results.document.path}:{place(span)[0]}"


def _each_note_once(every: Iterable[Question]) -> Iterator[Question]:
    """A claim's note belongs to the first question about it."""
    told: set[str] = set()
    for question in every:
        details = dict.fromkeys(question.details)
        yield replace(question, details=tuple(d for d in details if d not in told))
        told |= {detail for detail in details if detail.startswith(_NOTE)}


# ── figures that are not printed ─────────────────────────────────────────────────────────────


class _Missing:
    """The figures that claims need and nobody prints, each asked for once."""

    def __init__(self, results: Results, by_id: dict[str, Verdict]) -> None:
        self._results = results
        self._by_id = by_id
        self._spelled = spellings(results.document)
        self._together = {implied.figure: implied for implied in results.implied}
        self._needed: dict[str, list[Verdict]] = {}
        for verdict in results.verdicts:
            if verdict.outcome is Outcome.UNVERIFIABLE and verdict.claim.rule:
                for name in verdict.missing:
                    figure = results.document.figures.get(name)
                    if figure is not None and not figure.printings:
                        self._needed.setdefault(name, []).append(verdict)

    def questions(self) -> Iterator[Question]:
        """One for each figure; figures of a series that are needed for the same, together."""
        in_conflict = {name for c in self._results.conflicts for name in c.claims}
        figures = self._results.document.figures
        alike: dict[tuple[str, tuple[str, ...]], list[Figure]] = {}
        for name, verdicts in self._needed.items():
            implied = self._implied(name, verdicts)
            claims = tuple(verdict.claim.id for verdict in verdicts)
            if name not in self._together and in_conflict.issuperset(claims):
                continue  # the question about the conflict asks for it
            if implied is None:
                alike.setdefault((figures[name].series, claims), []).append(figures[name])
            else:
                yield self._question(figures[name], implied, verdicts)
        for (_, claims), group in alike.items():
            yield self._bare([self._by_id[claim].claim for claim in claims], group)

    def _implied(self, name: str, verdicts: Sequence[Verdict]) -> Implied | None:
        """By all statements together, or else by the first one that says something."""
        alone = (v.implied for v in verdicts if v.implied and v.implied.figure == name)
        return self._together.get(name) or next(alone, None)

    def _question(self, figure: Figure, implied: Implied, verdicts: list[Verdict]) -> Question:
        own = [v.claim for v in verdicts]
        ids = implied.because or tuple(
            v.claim.id for v in verdicts if v.implied and v.implied.figure == figure.name
        )
        behind = [self._by_id[name].claim for name in ids if name in self._by_id]
        said = [claim for claim in behind if not claim.assumption]
        assumed = [_wording(claim) for claim in behind if claim.assumption]
        values = with_noun(implied, self._results.document).replace(" … ", " to ")
        text = f"{self._named([figure])}: not printed."
        if said:
            text += f" {_mean(said, own)} {'it is ' if values.startswith(_ONE_END) else ''}{values}"
            text += f", if {' and '.join(assumed)}." if assumed else "."
        return Question(own[0].span, f"{text} Source?", _notes(own))

    def _bare(self, claims: list[Claim], figures: list[Figure]) -> Question:
        quotes = _listed([_quoted(claim) for claim in claims])
        verb = "need" if len(claims) > 1 else "needs"
        them = "them" if len(figures) > 1 else "it"
        text = f"{self._named(figures)}: not printed. {quotes} {verb} {them}. Source?"
        return Question(claims[0].span, text, _notes(claims))

    def _named(self, figures: list[Figure]) -> str:
        names = ", ".join(figure.name for figure in figures)
        return f"{figures_in_words(figures, self._spelled)} ({names})"


def _mean(said: list[Claim], own: list[Claim]) -> str:
    """'"…" means', '"…" and 5 other statements together mean'."""
    shown = said
    if len(said) > MOST_QUOTES:
        direct = [claim for claim in said if claim in own]
        shown = (direct or said)[:MOST_QUOTES]
    quotes = [_quoted(claim) for claim in shown]
    others = len(said) - len(shown)
    if others:
        quotes.append("another statement" if others == 1 else f"{others} other statements")
    return f"{_listed(quotes)} {'means' if len(said) == 1 else 'together mean'}"


# ── what does not agree ──────────────────────────────────────────────────────────────────────


def _conflict(conflict: Conflict, results: Results, by_id: dict[str, Verdict]) -> Question:
    claims = [by_id[name].claim for name in conflict.claims if name in by_id]
    spans = [claim.span for claim in claims] or [by_id[n].claim.span for n in conflict.assumptions]
    ask = "Which one is meant?" if len(claims) > 1 else "What is meant?"
    if conflict.assumptions:
        ask = "What is meant, or does the assumption not hold?"
        if len(conflict.assumptions) > 1:
            ask = "What is meant, or does an assumption not hold?"
    details = [*_steps(conflict, by_id), *_notes(claims)]
    if conflict.accepted:
        details.append(f"Accepted: {conflict.accepted}")
    text = f"{headline(conflict, results)}: {conflict.id}. {ask}"
    return Question(min(spans, default=Span(0, 0, 0, 0)), text, tuple(details))


def _steps(conflict: Conflict, by_id: dict[str, Verdict]) -> Iterator[str]:
    """The lines that exclude each other, in the article's words; first who is not in them."""
    members = (*conflict.claims, *conflict.assumptions)
    leaders = {line.partition(": ")[0] for line in conflict.proof}
    for name in conflict.claims:
        if name in by_id and name not in leaders and by_id[name].claim.quote:
            yield f"{name}: {_quoted(by_id[name].claim)}"
    for line in conflict.proof:
        leader, colon, rest = line.partition(": ")
        is_member = colon and leader in members and leader in by_id
        yield f"{_quoted(by_id[leader].claim)}: {rest}" if is_member else line


def _contradiction(verdict: Verdict, results: Results) -> Question:
    figure = results.document.figures.get(verdict.claim.id)
    named = verdict.claim.id
    if figure is not None and figure.series:
        named = f"{figures_in_words([figure], spellings(results.document))} ({figure.name})"
    return Question(verdict.claim.span, f"{named}: {verdict.reason}. Which one is meant?")


def _discrepancy(verdict: Verdict) -> Question:
    text = f"{_quoted(verdict.claim)}: {_difference(verdict)} From unrounded figures?"
    return Question(verdict.claim.span, text, _notes([verdict.claim]))


def _fail(verdict: Verdict) -> Question:
    parts = [f"{_quoted(verdict.claim)}: {_difference(verdict)}"]
    if verdict.slip is not None and verdict.slip.in_claims_file:
        parts.append(verdict.slip.text[:1].upper() + verdict.slip.text[1:])
    else:
        slip = f"Likely slip: {verdict.slip.text}." if verdict.slip is not None else ""
        parts += (slip, repair_text(verdict), "What is right?")
    return Question(verdict.claim.span, " ".join(filter(None, parts)), _notes([verdict.claim]))


def _difference(verdict: Verdict) -> str:
    """'13.86% from the printed figures is 13.84% (13.81 … 13.88).'."""
    said, shown, between = stated_text(verdict), result_text(verdict), range_text(verdict)
    if not said or not shown:
        return verdict.reason + ("" if verdict.reason.endswith((".", "?")) else ".")
    if isinstance(verdict.recomputed, str):
        return f"the article says {said}, its printed figures make it {shown}."
    return f"{said} from the printed figures is {shown}{f' ({between})' if between else ''}."


# ── words ────────────────────────────────────────────────────────────────────────────────────


def _quoted(claim: Claim) -> str:
    """The article's words, shortened; where there are none, the claim's."""
    words = " ".join((claim.quote or claim.says).split())
    if len(words) > LONGEST_QUOTE:
        words = f"{words[:LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
    return f'"{words}"' if words else claim.id


def _wording(claim: Claim) -> str:
    return (claim.says or claim.quote or claim.id).rstrip(".")


def _notes(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(f"{_NOTE}{claim.note}" for claim in claims if claim.note)


def _listed(texts: list[str]) -> str:
    *first, last = texts
    return f"{', '.join(first)} and {last}" if first else last

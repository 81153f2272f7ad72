"""One conflict at length: what cannot all be true, why, and what that rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sensecheck.judge.signs import sign_of
from sensecheck.model import Conflict, Document, Results, Verdict
from sensecheck.numbers.intervals import NEGATIVE, NOT_NEGATIVE
from sensecheck.report.conflicts import headline
from sensecheck.report.page import Cells, columns, running, title
from sensecheck.report.places import place_of, words_of
from sensecheck.report.style import CONFLICT, Style, cells, pad
from sensecheck.report.values import stated_text

RESTS_ON = "It rests on:"
_SIGN = "sign of "
_PRINTED = " as printed"


def explain_conflict(conflict: Conflict, results: Results, style: Style) -> str:
    """The page of a conflict."""
    by_id = {v.claim.id: v for v in (*results.verdicts, *results.assumptions)}
    members = [by_id[name] for name in (*conflict.claims, *conflict.assumptions) if name in by_id]
    blocks = [
        [
            title(f"{conflict.id} · {CONFLICT}", results.document.path, style, CONFLICT.colour),
            *running(f"{headline(conflict, results)}.", style),
        ],
        _statements(members, results, style),
        [line for step in conflict.proof for line in running(step, style, 4)],
        [*running(RESTS_ON, style), *columns(grounds(conflict, by_id, results.document), style)],
        [line for text in last_words(conflict) for line in running(text, style)],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _statements(members: list[Verdict], results: Results, style: Style) -> list[str]:
    """Where each statement stands, and its words, in file order."""
    lines: list[str] = []
    claims = sorted((verdict.claim for verdict in members), key=lambda claim: claim.span)
    places = [style.text(place_of(claim, results)) for claim in claims]
    widest = max(map(cells, places), default=0)
    for where, claim in zip(places, claims, strict=True):
        words = words_of(claim, results)
        kind = "an assumption: " if claim.assumption else ""
        first, *more = running(f"{kind}{words or claim.id}", style, widest + 4)
        lines += (f"  {pad(where, widest)}  {first.strip()}", *more)
    return lines


def grounds(
    conflict: Conflict, by_id: Mapping[str, Verdict], document: Document
) -> Iterator[Cells]:
    """A row for each thing that a conflict rests on: claims, assumptions, printings, signs."""
    for kind, names in (("claim", conflict.claims), ("assumption", conflict.assumptions)):
        for name in names:
            verdict = by_id.get(name)
            rule = verdict.claim.rule if verdict else ""
            yield kind, name, rule, stated_text(verdict) if verdict else ""
    yield from (_ground(name, document) for name in conflict.printings)


def last_words(conflict: Conflict) -> Iterator[str]:
    """What the proof comes to."""
    yield "Without any one of these the rest can be true."
    if conflict.accepted:
        yield f"Accepted: {conflict.accepted}"


def _ground(name: str, document: Document) -> Cells:
    """A printing, or a sign that nobody printed, as a row."""
    if name.startswith(_SIGN):
        figure_name = name.removeprefix(_SIGN)
        return ("sign", figure_name, *_sign(figure_name, document))
    printed, _, number = name.partition(_PRINTED)
    figure = document.figures.get(printed)
    if figure is None or not figure.printings:
        return "", name, "", ""
    index = int(number.strip(" ()") or 1) - 1
    return "printed", printed, figure.printings[index].printed.text, ""


def _sign(name: str, document: Document) -> tuple[str, str]:
    """The sign that a figure is taken to have, and why."""
    figure = document.figures.get(name)
    values = None if figure is None else sign_of(figure, document)
    if figure is None or values is None:
        return "", ""
    if values == NOT_NEGATIVE:
        return "not negative", "a count"
    return (
        "negative" if values == NEGATIVE else "positive",
        "says the claims file" if figure.sign else "as its series is; the other would not help",
    )

"""The numbers of the text that no claim accounts for: those nobody covers, those excused."""

from __future__ import annotations

from dataclasses import dataclass

from sensecheck.report.html.context import Context, Link


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A number that nobody checks."""

    anchor: str
    text: str
    place: Link
    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class Excused:
    """Numbers that need no claim, for one and the same reason."""

    reason: str
    numbers: tuple[Link, ...]


def uncovered(context: Context) -> list[Uncovered]:
    """Each number that nothing covers, in the order of the text."""
    found = []
    for mark in context.shown:
        place = context.place(mark)
        if mark.standing.kind == "uncovered" and mark.mention is not None and place is not None:
            mention = mark.mention
            anchor = context.anchors.number(mark.index)
            found.append(Uncovered(anchor, mention.text, place, mention.kind, mention.note))
    return found


def excused(context: Context) -> list[Excused]:
    """The numbers that need no claim, by the reason, in the order of the text."""
    by_reason: dict[str, list[Link]] = {}
    for mark in context.shown:
        if mark.standing.kind == "excused" and mark.mention is not None:
            link = Link(mark.mention.text, f"#{context.anchors.mark(mark.index)}")
            by_reason.setdefault(mark.mention.reason or mark.mention.kind, []).append(link)
    return [Excused(reason, tuple(links)) for reason, links in by_reason.items()]

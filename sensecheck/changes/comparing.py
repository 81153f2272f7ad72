"""Two results of one claims file, compared: what the edit between them did, and through what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sensecheck.changes.kinds import (
    Absent,
    Changes,
    ClaimChange,
    ConflictChange,
    Effect,
    FigureChange,
    ImpliedChange,
    Side,
    is_open,
)
from sensecheck.changes.links import with_links
from sensecheck.changes.named import has_problems, named, unread_figures
from sensecheck.changes.parameters import changed, texts_of
from sensecheck.changes.verdicts import came_to_the_same, effect_of
from sensecheck.model import Claim, Conflict, Figure, Finding, Outcome, Results, Severity, Verdict

_NUMBER_OF_A_PLACE: Final = re.compile(r"(?<=\bline )[0-9]+|(?<=:)[0-9]+")


def compare(before: Results | None, after: Results | None) -> Changes:
    """What became of the claims of `before` in `after`; None for a file that was not there.

    Where problems keep a side from being checked at all, there is nothing to compare: only what
    fails now is told then, and the problems.
    """
    if _is_unreadable(before) or _is_unreadable(after):
        return _of_what_can_be_read(before, after)
    old, new = _by_id(before), _by_id(after)
    renamed = _renamed(old, new)
    figures = _figures(before, after, (*old.values(), *new.values()))
    pairs = _pairs(old, new, renamed, named(before), named(after))
    own = [_of_one(*pair, figures) for pair in pairs]
    claims = [change for change in with_links(own) if _is_news(change)]
    printings = _contradictions(before, after)
    return Changes(
        before,
        after,
        tuple(sorted((*claims, *printings), key=_in_file_order)),
        tuple(figures.values()),
        _conflicts(before, after, renamed),
        _implied(before, after),
        _only_in(_findings(after), _findings(before)),
        _only_in(_findings(before), _findings(after)),
    )


def _is_unreadable(results: Results | None) -> bool:
    return results is not None and not results.document.claims and has_problems(results)


def _of_what_can_be_read(before: Results | None, after: Results | None) -> Changes:
    fails = [
        ClaimChange(Absent.UNCHECKED, verdict, Effect.BROKEN)
        for verdict in ((*after.verdicts, *after.printings) if after else ())
        if is_open(verdict, Outcome.FAIL)
    ]
    return Changes(
        before,
        after,
        tuple(sorted(fails, key=_in_file_order)),
        conflicts=tuple(
            ConflictChange(None, conflict)
            for conflict in (after.conflicts if after else ())
            if not conflict.accepted
        ),
        appeared=_only_in(_findings(after), _findings(before)),
        went=_only_in(_findings(before), _findings(after)),
    )


# ── claims ───────────────────────────────────────────────────────────────────────────────────


def _by_id(results: Results | None) -> dict[str, Verdict]:
    verdicts = (*results.verdicts, *results.assumptions) if results else ()
    return {verdict.claim.id: verdict for verdict in verdicts}


def _renamed(old: Mapping[str, Verdict], new: Mapping[str, Verdict]) -> dict[str, str]:
    """The new ids of claims that say all the same under another id, where there is one such."""
    gone = _by_texts(verdict.claim for name, verdict in old.items() if name not in new)
    come = _by_texts(verdict.claim for name, verdict in new.items() if name not in old)
    return {
        names[0]: come[texts][0]
        for texts, names in gone.items()
        if len(names) == len(come.get(texts, ())) == 1
    }


def _by_texts(claims: Iterable[Claim]) -> dict[tuple[tuple[str, tuple[str, ...]], ...], list[str]]:
    found: dict[tuple[tuple[str, tuple[str, ...]], ...], list[str]] = {}
    for claim in claims:
        found.setdefault(tuple(sorted(texts_of(claim).items())), []).append(claim.id)
    return found


def _pairs(
    old: Mapping[str, Verdict],
    new: Mapping[str, Verdict],
    renamed: Mapping[str, str],
    named_before: set[str],
    named_after: set[str],
) -> Iterator[tuple[Side, Side]]:
    before = {renamed.get(name, name): verdict for name, verdict in old.items()}
    for name in {**new, **before}:
        absent_before = Absent.UNCHECKED if name in named_before else Absent.MISSING
        absent_after = Absent.UNCHECKED if name in named_after else Absent.MISSING
        yield before.get(name, absent_before), new.get(name, absent_after)


def _of_one(before: Side, after: Side, figures: Mapping[str, FigureChange]) -> ClaimChange:
    sides = [side.claim for side in (before, after) if isinstance(side, Verdict)]
    used = {name: None for claim in sides for name in claim.figures}
    return ClaimChange(
        before,
        after,
        effect_of(before, after),
        changed(*sides) if len(sides) == 2 else (),
        tuple(figures[name] for name in used if name in figures),
    )


def _is_news(change: ClaimChange) -> bool:
    """Whether something about a claim changed, or about a figure that it uses."""
    own = change.parameters or change.figures or change.renamed_from
    return bool(own) or not came_to_the_same(change.before, change.after)


def _contradictions(before: Results | None, after: Results | None) -> Iterator[ClaimChange]:
    """Figures whose printings exclude each other now, or did."""
    old, new = (
        {verdict.claim.id: verdict for verdict in (results.printings if results else ())}
        for results in (before, after)
    )
    for name in {**new, **old}:
        sides = old.get(name, Absent.MISSING), new.get(name, Absent.MISSING)
        if Absent.MISSING in sides:
            yield ClaimChange(*sides, effect_of(*sides, of_printings=True))


def _in_file_order(change: ClaimChange) -> tuple[bool, int, int]:
    span = change.verdict.claim.span
    return not isinstance(change.after, Verdict), span.line, span.column


# ── figures ──────────────────────────────────────────────────────────────────────────────────


def _figures(
    before: Results | None, after: Results | None, verdicts: Iterable[Verdict]
) -> dict[str, FigureChange]:
    """The figures that changed, new ones, and those that are gone, by name."""
    old, new = (results.document.figures if results else {} for results in (before, after))
    unread = {*unread_figures(before), *unread_figures(after)}
    users: dict[str, dict[str, None]] = {}
    for verdict in verdicts:
        for name in verdict.claim.figures:
            users.setdefault(name, {})[verdict.claim.id] = None
    return {
        name: FigureChange(name, old.get(name), new.get(name), tuple(users.get(name, ())))
        for name in {**old, **new}
        if name not in unread and _printed(old.get(name)) != _printed(new.get(name))
    }


def _printed(figure: Figure | None) -> object:
    """All of a figure that decides verdicts; its sign does where nothing is printed.

    Its unit does not: one that the printing does not say is borrowed from other figures.
    """
    if figure is None:
        return None
    texts = tuple(printing.printed.text for printing in figure.printings)
    return texts, figure.values, None if texts else figure.sign


def _implied(before: Results | None, after: Results | None) -> tuple[ImpliedChange, ...]:
    old, new = (
        {implied.figure: implied for implied in (results.implied if results else ())}
        for results in (before, after)
    )
    return tuple(
        ImpliedChange(old.get(name), new.get(name))
        for name in {**old, **new}
        if name not in old or name not in new or old[name].text != new[name].text
    )


# ── conflicts, findings ──────────────────────────────────────────────────────────────────────


def _conflicts(
    before: Results | None, after: Results | None, renamed: Mapping[str, str]
) -> tuple[ConflictChange, ...]:
    old = {_members(c, renamed): c for c in (before.conflicts if before else ())}
    new = {_members(c, {}): c for c in (after.conflicts if after else ())}
    return tuple(
        ConflictChange(old.get(members), new.get(members))
        for members in {**new, **old}
        if members not in old
        or members not in new
        or old[members].accepted != new[members].accepted
    )


def _members(conflict: Conflict, renamed: Mapping[str, str]) -> tuple[str, ...]:
    """The statements of a conflict, by which it is known: its claims, assumptions, printings."""
    claims = (renamed.get(name, name) for name in (*conflict.claims, *conflict.assumptions))
    return (*sorted(claims), *sorted(conflict.printings))


def _findings(results: Results | None) -> tuple[Finding, ...]:
    return results.findings if results else ()


def _only_in(findings: Iterable[Finding], others: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that the others do not say, wherever in the file; each as often as it is new."""
    left = Counter(map(_said, others))
    new = []
    for finding in findings:
        said = _said(finding)
        if left[said]:
            left[said] -= 1
        else:
            new.append(finding)
    return tuple(new)


def _said(finding: Finding) -> tuple[Severity, str, str]:
    message = _NUMBER_OF_A_PLACE.sub("", finding.message)
    return finding.severity, message, _NUMBER_OF_A_PLACE.sub("", finding.hint)

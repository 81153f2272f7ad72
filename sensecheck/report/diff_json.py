"""What an edit did as JSON, for programs: the same bytes for the same edit.

Each side of a change is what `verify --output-format json` says of it; null stands for a side
that is not there, and `"not checked"` for a claim that problems of its file keep from being
checked. `effect` is one of broken, worse, lost, accepted, better, new, removed, same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sensecheck.changes import (
    Absent,
    Changes,
    ClaimChange,
    ConflictChange,
    Effect,
    FigureChange,
    Side,
)
from sensecheck.model import Figure, Finding, Results, place
from sensecheck.report.as_json import (
    Record,
    assumption_records,
    claim_records,
    conflict_record,
    dump,
    finding_record,
)
from sensecheck.report.diff_words import causes, implied_text, outcome_lines

SCHEMA_VERSION: Final = 1

Records = Mapping[tuple[str, int, int], Record]
"""By id and place: a figure may be called like a claim."""


def diff_json(every: Sequence[Changes], before: Record, after: Record) -> str:
    """One document for all files, a claim a line; `before` and `after` name the revisions."""
    files = ",\n".join(_file(changes) for changes in every)
    counts = {
        effect.name.lower(): sum(len(changes.of(effect)) for changes in every)
        for effect in reversed(Effect)
    }
    counts["new_conflicts"] = sum(c.is_broken for changes in every for c in changes.conflicts)
    parts = {
        "schema_version": dump(SCHEMA_VERSION),
        "before": dump(before),
        "after": dump(after),
        "files": f"[\n{files}\n]" if files else "[]",
        "summary": dump(counts),
    }
    return _object(parts) + "\n"


def _file(changes: Changes) -> str:
    old, new = _records(changes.before), _records(changes.after)
    parts = {
        "before_path": dump(changes.before and changes.before.document.path),
        "path": dump(changes.after and changes.after.document.path),
        "claims": _list(_claim(change, old, new) for change in changes.claims),
        "figures": _list(map(_figure, changes.figures)),
        "conflicts": _list(map(_conflict, changes.conflicts)),
        "implied": _list(
            dict(zip(("figure", "change"), implied_text(change, changes), strict=True))
            for change in changes.implied
        ),
        "findings": _findings(changes.appeared),
        "findings_gone": _findings(changes.went),
    }
    return _object(parts)


def _records(results: Results | None) -> Records:
    if results is None:
        return {}
    every = (*assumption_records(results), *claim_records(results))
    return {(r["id"], r["line"], r["column"]): r for r in every}


def _claim(change: ClaimChange, old: Records, new: Records) -> Record:
    return {
        "id": change.id,
        "renamed_from": change.renamed_from or None,
        "effect": change.effect.name.lower(),
        "assumption": change.verdict.claim.assumption,
        "before": _side(change.before, old),
        "after": _side(change.after, new),
        "figures": [figure.name for figure in change.figures],
        "parameters": [
            {"name": each.name, "before": each.before, "after": each.after}
            for each in change.parameters
        ],
        "linked": change.linked,
        "why": [*causes(change), *outcome_lines(change)],
    }


def _side(side: Side, records: Records) -> Record | str | None:
    if isinstance(side, Absent):
        return None if side is Absent.MISSING else side.value
    return records[side.claim.id, *place(side.claim.span)]


def _figure(change: FigureChange) -> Record:
    return {
        "name": change.name,
        "before": _printings(change.before),
        "after": _printings(change.after),
        "used_by": change.users,
    }


def _printings(figure: Figure | None) -> list[str] | None:
    """How it is printed; an empty list where it is not, null where there is no such figure."""
    return None if figure is None else [p.printed.text for p in figure.printings]


def _conflict(change: ConflictChange) -> Record:
    return {
        "id": change.id,
        "before": change.before and conflict_record(change.before),
        "after": change.after and conflict_record(change.after),
    }


def _findings(findings: Iterable[Finding]) -> str:
    return _list(map(finding_record, findings))


def _list(items: Iterable[Record]) -> str:
    lines = ",\n".join(map(dump, items))
    return f"[\n{lines}\n]" if lines else "[]"


def _object(parts: Mapping[str, str]) -> str:
    return "{" + ",\n".join(f'"{name}": {text}' for name, text in parts.items()) + "}"

"""What an edit did, for a comment on a pull request: trouble first; nothing in it is markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sensecheck.changes import Changes, ClaimChange, ConflictChange, Effect
from sensecheck.model import Finding, Severity, place
from sensecheck.report.conflicts import headline
from sensecheck.report.diff_summary import (
    FIGURES,
    GONE_CONFLICTS,
    GONE_PROBLEMS,
    HEADINGS,
    KEPT_CONFLICTS,
    MUST_BE,
    NEW_CONFLICTS,
    NOTHING,
    acceptance,
    file_name,
    summary,
)
from sensecheck.report.diff_words import (
    became,
    causes,
    figure_text,
    implied_text,
    outcome_lines,
    users_text,
)
from sensecheck.report.escaping import escaped
from sensecheck.report.findings import closing
from sensecheck.report.markdown import within

MOST: Final = 50
"""Rows of a table: a comment has an end."""
LONGEST: Final = 600
"""Code points of a cell."""
ROOM: Final = 65_536
"""Bytes of a comment: GitHub takes as many characters."""


def diff_markdown(every: Sequence[Changes], revisions: str) -> str:
    """A part for each file in which anything changed; `revisions` says between what."""
    changed = [changes for changes in every if not changes.is_empty]
    if not changed:
        return f"{NOTHING} ({_cell(revisions)})\n"
    blocks = [block for changes in changed for block in _file(changes, revisions)]
    return within("\n\n".join(blocks) + "\n", ROOM)


def _file(changes: Changes, revisions: str) -> Iterator[str]:
    yield f"**{_cell(file_name(changes))}** ({_cell(revisions)}): {_cell(summary(changes))}"
    yield from _findings(changes)
    groups = {effect: changes.of(effect) for effect in reversed(HEADINGS)}
    yield from _claims(HEADINGS[Effect.BROKEN], groups.pop(Effect.BROKEN))
    yield from _conflicts(changes)
    same = groups.pop(Effect.SAME)
    for effect, found in groups.items():
        yield from _claims(HEADINGS[effect], found)
    yield from _folded(_claims("", same), f"{HEADINGS[Effect.SAME]}: {len(same)}")
    figures = ((f.name, figure_text(f), users_text(f)) for f in changes.figures)
    yield from _folded(
        _table(("figure", "printed", "used"), list(figures)), f"{FIGURES}: {len(changes.figures)}"
    )
    implied = [implied_text(change, changes) for change in changes.implied]
    yield from _folded(_table(("figure", "must be"), implied), f"{MUST_BE}: {len(implied)}")


# ── claims ───────────────────────────────────────────────────────────────────────────────────


def _claims(heading: str, changes: Sequence[ClaimChange]) -> Iterator[str]:
    rows = [
        (change.id, became(change), *([*causes(change), *outcome_lines(change)] or [""]))
        for change in changes
    ]
    table = "\n".join(_table(("claim", "verdict", "why"), rows))
    if table:
        yield f"**{heading}**\n\n{table}" if heading else table


def _table(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table; what a row has more than there are columns stands in lines in its last cell."""
    if not rows:
        return
    last = len(names) - 1
    lines = [f"| {' | '.join(names)} |", "|---" * len(names) + "|"]
    for row in rows[:MOST]:
        cells = [*map(_cell, row[:last]), "<br>".join(map(_cell, row[last:]))]
        lines.append(f"| {' | '.join(cells)} |")
    if len(rows) > MOST:
        lines += ["", f"… and {len(rows) - MOST} more"]
    yield "\n".join(lines)


def _folded(blocks: Iterable[str], title: str) -> Iterator[str]:
    """The blocks under a title that opens them."""
    inside = "\n\n".join(blocks)
    if inside:
        yield f"<details><summary>{title}</summary>\n\n{inside}\n\n</details>"


def _cell(text: str) -> str:
    cut = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
    return escaped(cut)


# ── conflicts and findings ───────────────────────────────────────────────────────────────────


def _conflicts(changes: Changes) -> Iterator[str]:
    parts = {
        NEW_CONFLICTS: [c for c in changes.conflicts if c.is_broken],
        KEPT_CONFLICTS: [c for c in changes.conflicts if c.after and not c.is_broken],
        GONE_CONFLICTS: [c for c in changes.conflicts if c.after is None],
    }
    for heading, found in parts.items():
        lines = [line for change in found[:MOST] for line in _conflict(change, changes)]
        if lines:
            yield f"**{heading}**\n\n" + "\n".join(lines)


def _conflict(change: ConflictChange, changes: Changes) -> Iterator[str]:
    if change.after is None or changes.after is None:
        yield f"- {_cell(change.id)}"
        return
    yield f"- {_cell(change.after.id)}: {_cell(headline(change.after, changes.after))}"
    said = [f"accepted: {change.after.accepted}"] if change.after.accepted else []
    for line in (*said, *filter(None, [acceptance(change)]), *change.after.proof):
        yield f"  - {_cell(line)}"


def _findings(changes: Changes) -> Iterator[str]:
    if changes.after is not None and changes.appeared:
        path = changes.after.document.path
        lines = [f"- {_cell(_place(path, f))} {_cell(_said(f))}" for f in changes.appeared[:MOST]]
        yield "\n".join(lines)
    if changes.after is not None and closing(changes.after):
        yield _cell(closing(changes.after))
    if changes.went:
        gone = [f"- {_cell(_said(finding))}" for finding in changes.went[:MOST]]
        yield from _folded(["\n".join(gone)], f"{GONE_PROBLEMS}: {len(changes.went)}")


def _place(path: str, finding: Finding) -> str:
    line, column = place(finding.span)
    return f"{path}:{line}:{column}"


def _said(finding: Finding) -> str:
    warning = "" if finding.severity is Severity.ERROR else "warning: "
    hint = f"; {finding.hint}" if finding.hint else ""
    return f"{warning}{finding.message}{hint}"

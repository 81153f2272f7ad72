"""The screen of `diff`: what an edit did, trouble last, next to the prompt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sensecheck.changes import Changes, ClaimChange, ConflictChange
from sensecheck.model import Verdict
from sensecheck.report.conflicts import conflict_lines
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
from sensecheck.report.findings import closing, findings_text
from sensecheck.report.page import title
from sensecheck.report.style import BOLD, DIM, LOOKS, RED, Style, cells, pad

GAP = 3
BESIDE = 36
"""Columns from which text may stand beside a name or a verdict."""

Line = tuple[str, str, str, Sequence[str]]
"""A name, what it became and the colour of that, and why."""


def diff(every: Sequence[Changes], revisions: str, style: Style) -> str:
    """The screens of all files in which anything changed; `revisions` says between what."""
    screens = [_screen(each, revisions, style) for each in every if not each.is_empty]
    return "\n".join(screens) if screens else f"{NOTHING}\n"


def _screen(changes: Changes, revisions: str, style: Style) -> str:
    groups = [
        (heading, list(_claims(changes.of(effect), style))) for effect, heading in HEADINGS.items()
    ]
    blocks = [
        _findings(changes, style),
        [title(file_name(changes), revisions, style)],
        _block(FIGURES, _figures(changes, style), style),
        _block(MUST_BE, _implied(changes, style), style),
        *(_block(heading, lines, style) for heading, lines in groups),
        _block(GONE_PROBLEMS, _gone_problems(changes, style), style),
        *_conflicts(changes, style),
        style.wrap(style.text(summary(changes)), 2),
        _closing(changes, style),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _block(heading: str, lines: Sequence[str], style: Style) -> list[str]:
    title_lines = [f"  {style.paint(line.lstrip(), BOLD)}" for line in style.wrap(heading, 2)]
    return [*title_lines, *lines] if lines else []


# ── claims and figures ───────────────────────────────────────────────────────────────────────


def _claims(changes: Sequence[ClaimChange], style: Style) -> Iterator[str]:
    lines: list[Line] = []
    for change in changes:
        is_there = isinstance(change.after, Verdict)
        colour = LOOKS[change.verdict.outcome].colour if is_there else DIM
        lines.append((change.id, became(change), colour, causes(change)))
    yield from _laid_out(lines, [outcome_lines(change) for change in changes], style)


def _figures(changes: Changes, style: Style) -> list[str]:
    lines: list[Line] = [(f.name, figure_text(f), "", [users_text(f)]) for f in changes.figures]
    return list(_laid_out(lines, [[] for _ in lines], style))


def _implied(changes: Changes, style: Style) -> list[str]:
    found = [implied_text(change, changes) for change in changes.implied]
    lines: list[Line] = [(name, text, "", []) for name, text in found]
    return list(_laid_out(lines, [[] for _ in lines], style))


def _laid_out(lines: Sequence[Line], below: Sequence[Sequence[str]], style: Style) -> Iterator[str]:
    """Name, change and causes in columns where they fit; each under the one before, else."""
    shown = [(style.text(name), style.text(text)) for name, text, _, _ in lines]
    name_width = max((cells(name) for name, _ in shown), default=0)
    text_width = max((cells(text) for _, text in shown), default=0)
    second = 2 + name_width + GAP
    third = second + text_width + GAP
    width = style.width or third + BESIDE
    is_flat = second + text_width <= width
    is_beside = third + BESIDE <= width
    indent = second if is_flat and second + BESIDE <= width else 4
    for (name, text), (_, _, colour, why), details in zip(shown, lines, below, strict=True):
        reasons = [line for each in why for line in style.wrap(style.text(each), third)]
        if is_flat:
            head = f"  {pad(name, name_width)}{' ' * GAP}{style.paint(text, colour)}"
            if is_beside and reasons:
                head += " " * (third - second - cells(text)) + reasons.pop(0).lstrip()
            yield head.rstrip()
        else:
            yield f"  {name}"
            yield from (f"    {style.paint(line.lstrip(), colour)}" for line in style.wrap(text, 4))
        if is_beside:
            yield from reasons
        else:
            yield from (line for each in why for line in style.wrap(style.text(each), indent))
        yield from (line for each in details for line in style.wrap(style.text(each), indent))


# ── conflicts and findings ───────────────────────────────────────────────────────────────────


def _conflicts(changes: Changes, style: Style) -> Iterator[list[str]]:
    gone = [f"  {style.text(c.id)}" for c in changes.conflicts if c.after is None]
    kept = [c for c in changes.conflicts if c.after is not None and not c.is_broken]
    broken = [change for change in changes.conflicts if change.is_broken]
    yield _block(GONE_CONFLICTS, gone, style)
    yield _block(KEPT_CONFLICTS, _at_length(kept, changes, style), style)
    yield _block(NEW_CONFLICTS, _at_length(broken, changes, style), style)


def _at_length(found: Sequence[ConflictChange], changes: Changes, style: Style) -> list[str]:
    assert changes.after is not None or not found
    lines: list[str] = []
    for change in found:
        if change.after is None or changes.after is None:
            continue
        lines += conflict_lines(replace(changes.after, conflicts=(change.after,)), style)
        lines += style.wrap(style.text(acceptance(change)), 4)
    return lines


def _findings(changes: Changes, style: Style) -> list[str]:
    if changes.after is None or not changes.appeared:
        return []
    return findings_text(replace(changes.after, findings=changes.appeared), style).split("\n")


def _gone_problems(changes: Changes, style: Style) -> list[str]:
    return [line for each in changes.went for line in style.wrap(style.text(each.message), 2)]


def _closing(changes: Changes, style: Style) -> list[str]:
    text = closing(changes.after) if changes.after else ""
    return [style.paint(style.text(text), RED)] if text else []

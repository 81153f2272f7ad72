"""The screen of `verify`: one row a claim, trouble last, next to the prompt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from sensecheck.model import Outcome, Results, Verdict
from sensecheck.report.conflicts import conflict_lines, contradicted
from sensecheck.report.counts import Counts, count, several
from sensecheck.report.findings import closing, findings_text
from sensecheck.report.grid import Cell, Grid, Row
from sensecheck.report.style import BOLD, DIM, LOOKS, RED, Style, cells
from sensecheck.report.unprinted import not_reconciled_lines, unprinted_lines
from sensecheck.report.values import range_text, stated_text

Sort = Literal["trouble", "file"]

RULE_COLUMN_FROM = 120
_ORDER = list(Outcome)


def table(
    results: Results,
    style: Style,
    *,
    sort: Sort = "trouble",
    quiet: bool = False,
    verbose: bool = False,
) -> str:
    """The whole screen of one file."""
    rows = "\n".join(_rows(results, style, sort, quiet, verbose))
    blocks = [
        findings_text(results, style),
        _header(results, style) if rows or results.conflicts else "",
        rows,
        "" if quiet else "\n".join(unprinted_lines(results, style, verbose=verbose)),
        "\n".join(conflict_lines(results, style, quiet=quiet)),
        "" if quiet else "\n".join(not_reconciled_lines(results, style, verbose=verbose)),
        "\n".join(_uncovered_lines(results, style)) if verbose else "",
        "\n".join(_summary_lines(results, style)) if results.verdicts else "",
        style.paint(style.text(closing(results)), RED),
    ]
    shown = [block for block in blocks if block]
    return "\n\n".join(shown) + "\n" if shown else ""


def tables(
    every: Sequence[Results],
    style: Style,
    *,
    sort: Sort = "trouble",
    quiet: bool = False,
    verbose: bool = False,
) -> str:
    """The screens of all files, and one line over all of them."""
    screens = [table(r, style, sort=sort, quiet=quiet, verbose=verbose) for r in every]
    return "\n".join([*screens, *total(every, style)])


def total(every: Sequence[Results], style: Style) -> list[str]:
    """One line over all files, where there are several."""
    if len(every) < 2:
        return []
    return [*style.wrap(style.text(f"{len(every)} files, {summary(count(every))}"), 2), ""]


def summary(counts: Counts) -> str:
    """'81 claims: 42 pass (4 weak) · 1 fail · 2 conflicts'."""
    passed, others = counts.weak_passed, counts.weak - counts.weak_passed
    parts = [
        f"{counts.passed} pass{_weak(passed)}" if counts.passed else "",
        f"{counts.unverifiable} unverifiable" if counts.unverifiable else "",
        f"{counts.discrepancy} discrepancy{_weak(others)}" if counts.discrepancy else "",
        f"{counts.fail} fail" if counts.fail else "",
        several(counts.contradictory, "contradictory figure") if counts.contradictory else "",
        several(counts.conflict, "conflict") if counts.conflict else "",
        f"{counts.accepted} accepted" if counts.accepted else "",
    ]
    return f"{several(counts.claims, 'claim')}: {' · '.join(part for part in parts if part)}"


def _weak(number: int) -> str:
    return f" ({number} weak)" if number else ""


def _header(results: Results, style: Style) -> str:
    article = results.document.article
    named = " · ".join(
        part for part in (article.title, article.publisher, article.published) if part
    )
    left, right = style.text(named), style.text(results.document.path)
    if not left:
        return style.paint(right, BOLD)
    width = min(style.width or 100, 100)
    gap = width - cells(left) - cells(right)
    if gap >= 2:
        return f"{style.paint(left, BOLD)}{' ' * gap}{style.paint(right, DIM)}"
    return "\n".join(
        [*(style.paint(line, BOLD) for line in style.wrap(left)), style.paint(right, DIM)]
    )


def _summary_lines(results: Results, style: Style) -> list[str]:
    text = style.text(summary(count([results])))
    worst = _worst(results)
    if not worst:
        return style.wrap(text, 2)
    path = results.document.path
    where = "" if path == "claims.yaml" else f" {path}"
    hint = style.text(f"why: sensecheck explain {worst}{where}")
    if style.width is None or cells(text) + cells(hint) + 9 <= style.width:
        return [f"  {text}       {style.paint(hint, DIM)}"]
    return [*style.wrap(text, 2), f"  {style.paint(hint, DIM)}"]


def _uncovered_lines(results: Results, style: Style) -> Iterator[str]:
    """The article's numbers that nothing accounts for."""
    if results.article is not None:
        from sensecheck.report.coverage import uncovered_lines  # only -v pays for it

        yield from uncovered_lines(results.article, style)


def _worst(results: Results) -> str:
    """The claim to explain first: a fail, else a conflict, else a discrepancy."""
    every = [v for v in (*results.verdicts, *results.printings) if not v.accepted]
    fails = [verdict.claim.id for verdict in every if verdict.outcome is Outcome.FAIL]
    conflicts = [conflict.id for conflict in results.conflicts if not conflict.accepted]
    less = [verdict.claim.id for verdict in every if verdict.outcome is Outcome.DISCREPANCY]
    return next(iter([*fails, *conflicts, *less]), "")


# ── rows ─────────────────────────────────────────────────────────────────────────────────────


def _rows(results: Results, style: Style, sort: Sort, quiet: bool, verbose: bool) -> Iterator[str]:
    clashes = contradicted(results)
    groups = _grouped(results, sort)
    if quiet:
        groups = [[verdict for verdict in group if is_trouble(verdict)] for group in groups]
    rows = [
        [_row(verdict, clashes.get(verdict.claim.id, ()), style, verbose) for verdict in group]
        for group in groups
    ]
    grid = _grid([row for group in rows for row in group], style)
    articles, assumptions = rows
    if articles:
        yield from grid.header()
        yield from (line for row in articles for line in grid.lines(row))
    if assumptions:
        yield ""
        yield "  " + style.paint("Assumed, printed nowhere", BOLD)
        yield from (line for row in assumptions for line in grid.lines(row))


def _grid(rows: list[Row], style: Style) -> Grid:
    """The columns: with the rules where there is room and nothing has to fold for them."""
    grid = Grid(rows, style, rule_column=False)
    if style.width is not None and style.width < RULE_COLUMN_FROM:
        return grid
    with_rules = Grid(rows, style, rule_column=True)
    return with_rules if with_rules.fold == grid.fold else grid


def is_trouble(verdict: Verdict) -> bool:
    """Whether somebody should look at it."""
    return verdict.outcome in (Outcome.DISCREPANCY, Outcome.FAIL) and not verdict.accepted


def _grouped(results: Results, sort: Sort) -> list[list[Verdict]]:
    """The article's statements, then the assumptions, each in the order asked for."""
    if sort == "file":
        every = [*results.verdicts, *results.printings]
        return [
            sorted(group, key=lambda verdict: verdict.claim.span)
            for group in (every, list(results.assumptions))
        ]
    claims, assumptions = (
        sorted(group, key=lambda verdict: (_ORDER.index(verdict.outcome), verdict.claim.span))
        for group in (results.verdicts, results.assumptions)
    )
    return [[*claims, *results.printings], assumptions]


def _row(verdict: Verdict, clashes: tuple[str, ...], style: Style, verbose: bool) -> Row:
    look = LOOKS[verdict.outcome]
    is_pass = verdict.outcome is Outcome.PASS
    tone = DIM if (is_pass and not verdict.weak and not clashes) or verdict.accepted else ""
    word = f"{look} (weak)" if verdict.weak else str(look)
    stated = verdict.claim.stated
    return Row(
        verdict=Cell(style.text(word), DIM if verdict.accepted else look.colour),
        claim=Cell(style.text(verdict.claim.id), tone),
        rule=Cell(style.text(verdict.claim.rule), DIM),
        stated=Cell(style.text(stated_text(verdict) if stated else ""), tone),
        recomputed=Cell(style.text(verdict.shown), tone),
        range=Cell(style.text(range_text(verdict)), tone),
        why=Cell(style.text(why(verdict, clashes)), tone),
        details=tuple(style.text(line) for line in _details(verdict)) if verbose else (),
    )


def why(verdict: Verdict, clashes: tuple[str, ...] = ()) -> str:
    """The reason of a verdict in one line."""
    if verdict.accepted:
        return f"accepted: {verdict.claim.accepted}"
    parts = [verdict.reason]
    if verdict.slip is not None and verdict.slip.text not in verdict.reason:
        prefix = "" if verdict.slip.in_claims_file else "likely slip: "
        parts.append(f"{prefix}{verdict.slip.text}")
    if clashes:
        parts.append(f"cannot be true together with {' and '.join(clashes)}")
    return "; ".join(part for part in parts if part)


def _details(verdict: Verdict) -> Iterator[str]:
    if verdict.accepted and verdict.reason:
        yield verdict.reason
    if verdict.witness:
        from sensecheck.report.witness import witness_text  # only -v pays for it

        yield witness_text(verdict)
    if verdict.claim.arguments.left_out:
        yield "left out, not printed: " + ", ".join(verdict.claim.arguments.left_out)
    yield from verdict.notes
    if verdict.claim.note:
        yield f"note: {verdict.claim.note}"

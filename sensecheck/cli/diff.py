"""`sensecheck diff`: what an edit did to the verdicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from typer.core import TyperCommand

from sensecheck.cli.options import ColorOption, OutputOption, output_style
from sensecheck.cli.output import deliver, is_annotated, not_onto
from sensecheck.exit_codes import ExitCode, exit_code
from sensecheck.sources import check_bytes
from sensecheck.terminal import Color, complain

if TYPE_CHECKING:
    from sensecheck.changes import Changes, Pair
    from sensecheck.model import Document, Results
    from sensecheck.report.style import Style
    from sensecheck.revisions import Tree

Contents = Mapping[str, bytes]
_BEHIND_DASHES: Final = "sensecheck.diff.files"


class Format(StrEnum):
    """How changes are written."""

    AUTO = "auto"
    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    GITHUB = "github"


class FailOn(StrEnum):
    """What makes the command fail."""

    NEW = "new"
    ANY = "any"
    NEVER = "never"


class Command(TyperCommand):
    """Keeps apart what stands behind `--`, as git does."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parses what stands before `--`; all behind it is a file."""
        if "--" in args:
            at = args.index("--")
            ctx.meta[_BEHIND_DASHES] = args[at + 1 :]
            args = args[:at]
        return super().parse_args(ctx, args)


EPILOG: Final = """
\b
Revisions are told from files as git does it: revisions come first, a word that
is no revision and names a file ends them, and what stands behind -- is a file.
  REV           from REV to the files as they are here (REV: HEAD if left out)
  REV REV2      from REV to REV2; REV..REV2 is the same
  REV...REV2    from where the two parted to REV2; HEAD if that is left out

\b
Examples:
  sensecheck diff
  sensecheck diff main... --output-format markdown -o comment.md
  sensecheck diff v1.0 v1.1 -- articles/claims.yaml

\b
Exit codes, with --fail-on new:
  0  the edit broke nothing, whatever was wrong before
  1  a claim fails, or statements cannot all be true, that were no such trouble
     before; with --strict also a new discrepancy or acceptance that no longer
     applies
  2  the edit left a problem in a claims file, or no claims in it; an unknown
     revision, no git, or wrong usage (2 beats 1)
--fail-on any counts what was wrong before, too, like verify; with --fail-on
never only wrong usage fails.
"""


def diff(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[REV [REV2]] [FILES]...",
            help="Revisions, then claims files or folders. [default: HEAD, and all claims files "
            "in this folder that differ]",
            show_default=False,
        ),
    ] = None,
    fail_on: Annotated[FailOn, typer.Option(help="What counts as failed.")] = FailOn.NEW,
    strict: Annotated[
        bool, typer.Option("--strict", help="Discrepancies and stale acceptances fail, too.")
    ] = False,
    color: ColorOption = Color.AUTO,
    output_format: Annotated[
        Format, typer.Option(help="How to write it; auto: text, in GitHub Actions github.")
    ] = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """Show what an edit did to the verdicts."""
    from sensecheck.revisions import Repository, RevisionError, sides, told_apart

    try:
        repository = Repository.here()
        behind = context.meta.get(_BEHIND_DASHES)
        revisions, files = told_apart(repository, words or [], behind)
        trees = sides(repository, revisions)
        found = _found(trees, files)
        not_onto(output, [repository.shown(path) for path in found[1]])
        every = _compared(trees, found, also_alike=fail_on is FailOn.ANY)
    except RevisionError as error:
        complain(str(error))
        raise typer.Exit(ExitCode.UNUSABLE) from None
    form, style = _chosen(output_format, output), output_style(color, output)
    text = _rendered(every, trees, form, style)
    if form is Format.GITHUB:
        from sensecheck.cli.step_summary import append_summary

        text = _annotated(every, text, style, old=fail_on is FailOn.ANY, strict=strict)
        append_summary(_rendered(every, trees, Format.MARKDOWN, style))
    deliver(text, output)
    raise typer.Exit(_code(every, fail_on, strict=strict))


def _found(trees: tuple[Tree, Tree], files: Sequence[str]) -> tuple[Contents, Contents]:
    """The claims files of both sides that are meant, by their paths."""
    from sensecheck.revisions import RevisionError

    names = {trees[0].repository.inside(name): name for name in files or ["."]}
    before, after = (tree.claims_files(list(names)) for tree in trees)
    for path, name in names.items():
        if not any(path in (".", one) or one.startswith(f"{path}/") for one in (*before, *after)):
            where = f"in {trees[0].label} or in {trees[1].label}"
            raise RevisionError(f"{name}: no claims file of this name, or in this folder, {where}")
    return before, after


def _compared(
    trees: tuple[Tree, Tree], found: tuple[Contents, Contents], *, also_alike: bool
) -> list[Changes]:
    """Both sides of each file; of those that are alike only if asked for."""
    from sensecheck.changes import compare, paired

    return [
        compare(*(_checked(*side) for side in zip(trees, found, pair, strict=True)))
        for pair in paired(*found)
        if also_alike or not _is_alike(trees, found, pair)
    ]


def _checked(tree: Tree, contents: Contents, path: str | None) -> Results | None:
    if path is None:
        return None
    results = check_bytes(contents[path], tree.repository.shown(path), tree.article_of(path))
    if results.interrupted:  # half of the results say nothing of what an edit did
        complain("interrupted: nothing was compared")
        raise typer.Exit(ExitCode.INTERRUPTED)
    return results


def _is_alike(trees: tuple[Tree, Tree], found: tuple[Contents, Contents], pair: Pair) -> bool:
    """Whether the claims file is the same on both sides, and the article that it names, too."""
    from sensecheck.claims_file import decode, load

    old, new = pair
    if old is None or new is None or found[0][old] != found[1][new]:
        return False
    document = load(decode(found[0][old])[0], old)
    before, after = trees
    return _article(before, old, document) == _article(after, new, document)


def _article(tree: Tree, path: str, document: Document) -> str | None:
    """The text of the article that a claims file names, or why it cannot be read."""
    from sensecheck.article.unsuitable import Unsuitable

    try:
        text = tree.article_of(path)(document)
    except Unsuitable as error:
        return str(error)
    return None if text is None else text.content


def _chosen(form: Format, output: str | None) -> Format:
    """The format that was asked for; of itself one that annotates, where that is read."""
    if form is not Format.AUTO:
        return form
    return Format.GITHUB if is_annotated(output) else Format.TEXT


def _rendered(
    every: Sequence[Changes], trees: tuple[Tree, Tree], form: Format, style: Style
) -> str:
    revisions = " → ".join(tree.label for tree in trees)
    if form is Format.JSON:
        from sensecheck.report.diff_json import diff_json

        named = ({"revision": tree.label, "commit": tree.hash} for tree in trees)
        return diff_json(every, *named)
    if form is Format.MARKDOWN:
        from sensecheck.report.diff_markdown import diff_markdown

        return diff_markdown(every, revisions)
    from sensecheck.report.diff import diff as screen

    return screen(every, revisions, style)


def _annotated(
    every: Sequence[Changes], screen: str, style: Style, *, old: bool, strict: bool
) -> str:
    """The screen with annotations; of `old` trouble, too, where that fails the command."""
    from sensecheck.cli.repository import in_repository
    from sensecheck.report.diff_problems import diff_problems
    from sensecheck.report.github import github

    found = diff_problems(every, old=old, strict=strict, locate=in_repository)
    return github(found, screen, style)


def _code(every: Sequence[Changes], fail_on: FailOn, *, strict: bool) -> ExitCode:
    if fail_on is FailOn.NEVER:
        return ExitCode.OK
    if any(changes.is_unusable for changes in every):
        return ExitCode.UNUSABLE
    if fail_on is FailOn.ANY:
        return exit_code([changes.after for changes in every if changes.after], strict=strict)
    return ExitCode.TROUBLE if any(c.broke(strict=strict) for c in every) else ExitCode.OK

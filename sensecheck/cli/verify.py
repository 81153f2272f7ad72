"""`sensecheck verify`: what became of each claim."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

import typer

from sensecheck.cli.options import ArticleOption, ColorOption, OutputOption, output_style
from sensecheck.cli.output import any_empty, deliver, is_annotated, not_onto
from sensecheck.exit_codes import EXIT_CODES, ExitCode, exit_code
from sensecheck.sources import DEFAULT_FILE, check_all, claims_files
from sensecheck.terminal import Color, complain

if TYPE_CHECKING:
    from sensecheck.model import Results
    from sensecheck.report.style import Style


class Format(StrEnum):
    """How results are written."""

    AUTO = "auto"
    TABLE = "table"
    CONCISE = "concise"
    MARKDOWN = "markdown"
    JSON = "json"
    JSON_LINES = "json-lines"
    HTML = "html"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    SARIF = "sarif"


class Sort(StrEnum):
    """The order of a table's rows."""

    TROUBLE = "trouble"
    FILE = "file"


EPILOG: Final = f"""
\b
Examples:
  sensecheck verify
  sensecheck verify articles/ --select fail --output-format concise
  sensecheck verify --output-format html -o report.html
  sensecheck verify --output-format sarif -o sensecheck.sarif
{EXIT_CODES}"""


def verify(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILES]...",
            help="Claims files, or folders: every claims.yaml and *.claims.yaml in them. "
            f"[default: {DEFAULT_FILE}]",
            show_default=False,
        ),
    ] = None,
    article: ArticleOption = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Discrepancies and stale acceptances fail, too.")
    ] = False,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 although claims failed.")
    ] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHAT",
            help="Only these: an id, a glob of ids, a tag or a verdict. May be repeated.",
            show_default=False,
        ),
    ] = None,
    sort: Annotated[Sort, typer.Option(help="Trouble last, or as in the file.")] = Sort.TROUBLE,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only trouble.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Notes and witnesses, too.")
    ] = False,
    color: ColorOption = Color.AUTO,
    output_format: Annotated[
        Format, typer.Option(help="How to write it; auto: a table, in GitHub Actions github.")
    ] = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """Check claims files and show what became of each claim."""
    if output_format is Format.HTML and output is None and sys.stdout.isatty():
        raise typer.BadParameter(
            "html is for a browser: add -o report.html", param_hint="--output-format"
        )
    paths, missing = claims_files(files or [DEFAULT_FILE])
    not_onto(output, paths)
    if article is not None and len(paths) > 1:
        raise typer.BadParameter("an article goes with one claims file", param_hint="--article")
    every, unusable = check_all(paths, article)
    unusable = unusable or missing or any_empty(every)
    if select:
        from sensecheck.report.selection import selected, unmatched

        for pattern in unmatched(every, select):
            unusable = True
            complain(f"--select {pattern}: no claim has this id, tag or verdict")
        every = [selected(results, select) for results in every]
    form, style = _chosen(output_format, output), output_style(color, output)
    deliver(_rendered(every, form, style, sort, quiet, verbose, strict), output)
    if form is Format.GITHUB:
        from sensecheck.cli.step_summary import append_summary
        from sensecheck.report.markdown import markdown

        append_summary(markdown(every))
    code = ExitCode.UNUSABLE if unusable else exit_code(every, strict=strict)
    raise typer.Exit(ExitCode.OK if exit_zero and code is ExitCode.TROUBLE else code)


def _chosen(form: Format, output: str | None) -> Format:
    """The format that was asked for; of itself one that annotates, where that is read."""
    if form is not Format.AUTO:
        return form
    return Format.GITHUB if is_annotated(output) else Format.TABLE


def _rendered(
    every: list[Results],
    form: Format,
    style: Style,
    sort: Sort,
    quiet: bool,
    verbose: bool,
    strict: bool,
) -> str:
    if form is Format.JSON:
        from sensecheck.report.as_json import as_json

        return as_json(every)
    if form is Format.CONCISE:
        from sensecheck.report.concise import concise

        return "".join(concise(results, style, quiet=quiet) for results in every)
    if form is Format.TABLE:
        from sensecheck.report.table import tables

        return tables(every, style, sort=sort.value, quiet=quiet, verbose=verbose)
    from sensecheck.cli.more_formats import View, rendered

    return rendered(every, form.value, View(style, sort.value, quiet, verbose, strict))

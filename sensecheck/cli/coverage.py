"""`sensecheck coverage`: which numbers of an article its claims file accounts for."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

import typer

from sensecheck.cli.options import ArticleOption, ColorOption, OutputOption, output_style
from sensecheck.cli.output import deliver, not_onto
from sensecheck.exit_codes import ExitCode
from sensecheck.sources import DEFAULT_FILE, check_file
from sensecheck.terminal import Color, complain

if TYPE_CHECKING:
    from sensecheck.model import ReadArticle
    from sensecheck.report.style import Style

EPILOG: Final = """
\b
Examples:
  sensecheck coverage
  sensecheck coverage articles/claims.yaml --fail-under 100
\b
Exit codes:
  0  done
  1  less is covered than --fail-under asks for
  2  the command or the claims file cannot be used as it is, or it has no article
"""


class CoverageFormat(StrEnum):
    """How coverage is written."""

    TABLE = "table"
    CONCISE = "concise"
    JSON = "json"


def coverage(
    file: Annotated[str, typer.Argument(metavar="[FILE]", help="The claims file.")] = DEFAULT_FILE,
    article: ArticleOption = None,
    fail_under: Annotated[
        float,
        typer.Option(
            metavar="PERCENT", min=0, max=100, help="Fail where less than this is covered."
        ),
    ] = 0,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Covered and excused numbers, too.")
    ] = False,
    color: ColorOption = Color.AUTO,
    output_format: Annotated[
        CoverageFormat, typer.Option(help="How to write it.")
    ] = CoverageFormat.TABLE,
    output: OutputOption = None,
) -> None:
    """Show which numbers of the article are accounted for."""
    from sensecheck.report.coverage import coverage_of
    from sensecheck.report.findings import closing

    not_onto(output, [file])
    results = check_file(file, article)
    if results is None:
        raise typer.Exit(ExitCode.UNUSABLE)
    problems = closing(results)
    if problems:
        complain(f"{problems} (see 'sensecheck verify {file}')")
    if results.article is None:
        if not problems:
            complain(f"{file}: names no article: write 'text:' under 'article:', or use --article")
        raise typer.Exit(ExitCode.UNUSABLE)
    deliver(_rendered(results.article, output_format, output_style(color, output), verbose), output)
    if problems:
        raise typer.Exit(ExitCode.UNUSABLE)
    is_short = coverage_of(results.article).percent < fail_under
    raise typer.Exit(ExitCode.TROUBLE if is_short else ExitCode.OK)


def _rendered(article: ReadArticle, form: CoverageFormat, style: Style, verbose: bool) -> str:
    from sensecheck.report import coverage as report

    if form is CoverageFormat.JSON:
        return report.coverage_json(article)
    if form is CoverageFormat.CONCISE:
        return report.coverage_concise(article, style)
    return report.coverage_table(article, style, verbose=verbose)

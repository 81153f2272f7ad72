"""`sensecheck questions`: what to ask the author."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final

import typer

from sensecheck.cli.options import ArticleOption, OutputOption, output_style
from sensecheck.cli.output import any_empty, deliver, not_onto
from sensecheck.exit_codes import SHORT_EXIT_CODES, ExitCode
from sensecheck.sources import DEFAULT_FILE, check_file
from sensecheck.terminal import Color, complain


class Letter(StrEnum):
    """How questions are written."""

    TEXT = "text"
    MARKDOWN = "markdown"


EPILOG: Final = f"""
\b
Examples:
  sensecheck questions
  sensecheck questions articles/claims.yaml --output-format markdown -o questions.md
{SHORT_EXIT_CODES}"""


def questions(
    file: Annotated[str, typer.Argument(metavar="[FILE]", help="The claims file.")] = DEFAULT_FILE,
    article: ArticleOption = None,
    output_format: Annotated[Letter, typer.Option(help="How to write it.")] = Letter.TEXT,
    output: OutputOption = None,
) -> None:
    """Write what to ask the author: missing figures, differences, contradictions."""
    not_onto(output, [file])
    results = check_file(file, article)
    if results is None:
        raise typer.Exit(ExitCode.UNUSABLE)
    from sensecheck.report.findings import closing
    from sensecheck.report.letter import as_markdown, as_text

    is_empty, problems = any_empty([results]), closing(results)
    if results.verdicts:
        is_text = output_format is Letter.TEXT
        style = output_style(Color.NEVER, output)
        deliver(as_text(results, style) if is_text else as_markdown(results), output)
    if problems:
        complain(f"{problems} (see 'sensecheck verify {file}')")
    raise typer.Exit(ExitCode.UNUSABLE if is_empty or problems else ExitCode.OK)

"""`sensecheck numbers`: every number of a text."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from sensecheck.cli.options import ColorOption, OutputOption, output_style
from sensecheck.cli.output import deliver
from sensecheck.exit_codes import SHORT_EXIT_CODES, ExitCode
from sensecheck.terminal import Color, complain

if TYPE_CHECKING:
    from sensecheck.model import Text

EPILOG: Final = f"""
\b
Examples:
  sensecheck numbers article.md
  cat article.txt | sensecheck numbers - --output-format json-lines
{SHORT_EXIT_CODES}"""


class Listing(StrEnum):
    """How numbers are listed."""

    TABLE = "table"
    JSON_LINES = "json-lines"


def numbers(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text; - for standard input.")],
    output_format: Annotated[Listing, typer.Option(help="How to write it.")] = Listing.TABLE,
    color: ColorOption = Color.AUTO,
    output: OutputOption = None,
) -> None:
    """List the numbers of a text: place, kind, meaning."""
    from sensecheck.numbers.prose import find
    from sensecheck.report.numbers_list import numbers_lines, numbers_table

    if output is not None and os.path.realpath(output) == os.path.realpath(file):
        raise typer.BadParameter(f"{output} is the text itself", param_hint="--output")
    text = _read(file)
    found = find(text.content)
    if output_format is Listing.JSON_LINES:
        deliver(numbers_lines(found), output)
    else:
        deliver(numbers_table(found, text, output_style(color, output)), output)


def _read(file: str) -> Text:
    from sensecheck.article.documents import read_document
    from sensecheck.article.unsuitable import Unsuitable

    try:
        return read_document(
            file, sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        )
    except Unsuitable as error:
        complain(f"{file}: {error.message}{f'; {error.hint}' if error.hint else ''}")
    except (OSError, ValueError) as error:
        complain(f"{file}: {getattr(error, 'strerror', None) or 'no such file'}")
    raise typer.Exit(ExitCode.UNUSABLE)

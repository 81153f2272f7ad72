"""`sensecheck explain`: one claim, figure or conflict at length."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from sensecheck.cli.options import ArticleOption, ColorOption
from sensecheck.exit_codes import SHORT_EXIT_CODES, ExitCode
from sensecheck.sources import DEFAULT_FILE, check_file
from sensecheck.terminal import Color, complain, style_of, write

EPILOG: Final = f"""
\b
Examples:
  sensecheck explain revenue-2020
  sensecheck explain staff.2021 articles/claims.yaml
{SHORT_EXIT_CODES}"""


def _complete_id(incomplete: str) -> list[str]:
    """Ids of the claims and figures in ./claims.yaml; nothing where it cannot be read."""
    try:
        from sensecheck.claims_file import decode, load

        text, _ = decode(Path(DEFAULT_FILE).read_bytes())
        document = load(text, DEFAULT_FILE)
    except Exception:  # a shell must never show a traceback
        return []
    claims = [claim.id for claim in (*document.claims, *document.assumptions)]
    return [name for name in (*claims, *document.figures) if name.startswith(incomplete)]


def explain(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A claim, an assumption, a conflict, a figure or a series.",
            autocompletion=_complete_id,
        ),
    ],
    file: Annotated[str, typer.Argument(metavar="[FILE]", help="The claims file.")] = DEFAULT_FILE,
    article: ArticleOption = None,
    color: ColorOption = Color.AUTO,
) -> None:
    """Show one claim, figure or conflict at length."""
    from sensecheck.report.explain import explained, unknown

    results = check_file(file, article)
    if results is None:
        raise typer.Exit(ExitCode.UNUSABLE)
    text = explained(name, results, style_of(sys.stdout, color, os.environ))
    if text is None:
        complain(unknown(name, results))
        raise typer.Exit(ExitCode.UNUSABLE)
    write(text)

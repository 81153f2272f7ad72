"""Options that several commands have."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from sensecheck.terminal import Color, style_of

if TYPE_CHECKING:
    from sensecheck.report.style import Style

OutputOption = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where to write it, as UTF-8."),
]
ArticleOption = Annotated[
    str | None,
    typer.Option(
        "--article",
        metavar="FILE",
        help="The article, where it is not the one that the claims file names.",
        show_default=False,
    ),
]
ColorOption = Annotated[Color, typer.Option("--color", help="When to use colour.")]


def output_style(color: Color, output: str | None) -> Style:
    """What standard output can show, or the file that --output names."""
    if output is None:
        return style_of(sys.stdout, color, os.environ)
    from sensecheck.report.style import Style

    return Style(colour=color is Color.ALWAYS)

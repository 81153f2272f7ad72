"""`sensecheck rules`: the rules and their manual pages."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Final

import typer

from sensecheck.exit_codes import SHORT_EXIT_CODES, ExitCode
from sensecheck.terminal import Color, complain, style_of, write

EPILOG: Final = f"""
\b
Examples:
  sensecheck rules
  sensecheck rules percent_increase
{SHORT_EXIT_CODES}"""


def rules(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="One rule.", show_default=False)
    ] = None,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="The manual of all rules as one Markdown page.")
    ] = False,
) -> None:
    """List the rules, or show the manual page of one."""
    from sensecheck.rules import RULES

    if name is not None and name not in RULES:
        from sensecheck.report.explain import did_you_mean

        complain(f"no rule {name!r}{did_you_mean(name, RULES)}")
        raise typer.Exit(ExitCode.UNUSABLE)
    if name is None and not markdown:
        from sensecheck.report.rules_list import rules_list

        write(rules_list(style_of(sys.stdout, Color.NEVER, os.environ)))
        return
    from sensecheck.report.manual import rule_manual, rules_page

    if name is None or markdown:
        write(rules_page() if name is None else rule_manual(name))
        return
    style = style_of(sys.stdout, Color.NEVER, os.environ)
    write("\n".join(map(style.text, rule_manual(name).split("\n"))))

"""The formats of `verify` that are not for a screen: imported where one of them is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sensecheck.cli.repository import in_repository
from sensecheck.model import Results
from sensecheck.report.style import Style
from sensecheck.report.table import Sort


@dataclass(frozen=True, slots=True)
class View:
    """What somebody wants to see, and on what."""

    style: Style
    sort: Sort
    quiet: bool
    verbose: bool
    strict: bool


def rendered(every: Sequence[Results], form: str, view: View) -> str:
    """The results in the format of that name."""
    match form:
        case "markdown":
            from sensecheck.report.markdown import markdown

            return markdown(every, sort=view.sort, quiet=view.quiet)
        case "json-lines":
            from sensecheck.report.json_lines import json_lines

            return json_lines(every)
        case "html":
            from sensecheck.report.html import as_html

            # The page says of itself that it is UTF-8, of which ASCII is a part.
            text, encoding = as_html(every), view.style.encoding.lower().replace("-", "")
            return (
                text if encoding == "utf8" else text.encode("ascii", "xmlcharrefreplace").decode()
            )
        case "junit":
            from sensecheck.report.junit import junit

            return junit(every, strict=view.strict, locate=in_repository)
        case _:
            return _of_problems(every, form, view)


def _of_problems(every: Sequence[Results], form: str, view: View) -> str:
    """The formats that list problems only; `quiet` leaves out what nobody needs to act on."""
    from sensecheck.report.kinds import Level
    from sensecheck.report.problems import problems

    found = problems(every, strict=view.strict, verbose=view.verbose, locate=in_repository)
    if view.quiet:
        found = tuple(problem for problem in found if problem.level is not Level.NOTE)
    match form:
        case "github":
            from sensecheck.report.github import github
            from sensecheck.report.table import tables

            log = tables(every, view.style, sort=view.sort, quiet=view.quiet, verbose=view.verbose)
            return github(found, log, view.style)
        case "gitlab":
            from sensecheck.report.gitlab import gitlab

            return gitlab(found)
        case "sarif":
            from sensecheck import __version__
            from sensecheck.report.sarif import sarif

            return sarif(found, __version__)
    raise ValueError(form)

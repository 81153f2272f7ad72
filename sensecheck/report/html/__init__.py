"""The annotated article: one HTML page that an editor opens, with nothing outside of it.

`as_html` is pure; templates, styles and scripts are files beside it that end up in the page. The
page works without its script: every proof is in it, and every mark links to its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from sensecheck.model import Results


def as_html(every: Sequence[Results]) -> str:
    """The page of a run, with a section for each file where there are several."""
    from sensecheck.report.html.page import page_of
    from sensecheck.report.html.rendering import rendered

    return rendered(page_of(every))

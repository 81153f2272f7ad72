"""What a file names although it has problems that keep some of it from being read or checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sensecheck.model import Document, Results, Severity

_TOP_KEY: Final = re.compile(r"([a-z]+)['\"]?\s*:")
_KEY: Final = re.compile(r"""( +)['"]?([a-z0-9][a-z0-9-]*)['"]?\s*:""")


def has_problems(results: Results) -> bool:
    """Whether anything in the file is wrong."""
    return any(finding.severity is Severity.ERROR for finding in results.findings)


def named(results: Results | None) -> set[str]:
    """The claims that a file with problems names, checked or not; without problems none."""
    if results is None or not has_problems(results):
        return set()
    return set(_ids(results.document))


def unread_figures(results: Results | None) -> Iterator[str]:
    """The figures that are printed in a way that cannot be read; they look unprinted."""
    if results is None or not has_problems(results):
        return
    lines = {finding.span.line for finding in results.findings}
    for name, figure in results.document.figures.items():
        if not figure.printings and figure.span.line in lines:
            yield name


def _ids(document: Document) -> Iterator[str]:
    section, indent = "", ""
    for line in document.lines:
        top = _TOP_KEY.match(line.lstrip("'\""))
        key = _KEY.match(line)
        if top and not line.startswith(" "):
            section, indent = top[1], ""
        elif key and section in ("claims", "assumptions"):
            indent = indent or key[1]
            if key[1] == indent:
                yield key[2]

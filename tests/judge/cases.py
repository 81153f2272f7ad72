"""Verdicts on claims written as YAML."""

from __future__ import annotations

from textwrap import dedent, indent

from sensecheck.checking import check_text
from sensecheck.model import Results, Verdict


def results_of(text: str) -> Results:
    """The results of a claims file that has no findings."""
    results = check_text(dedent(text))
    assert [finding.message for finding in results.findings] == []
    return results


def verdict_of(claim: str, figures: str = "", rounding: str = "nearest") -> Verdict:
    """The verdict on one claim: its parameters a line each, `stated` among them."""
    body = "\n".join(f"    {line.strip()}" for line in claim.strip().splitlines())
    named = f"figures:\n{indent(dedent(figures).strip(), '  ')}\n" if figures else ""
    text = f"article:\n  rounding: {rounding}\n{named}claims:\n  it:\n    says: so\n{body}\n"
    (verdict,) = results_of(text).verdicts
    return verdict

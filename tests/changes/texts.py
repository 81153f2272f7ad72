"""Claims files, written small, and what an edit from one to another did."""

from __future__ import annotations

from textwrap import dedent, indent

from sensecheck.changes import Changes, ClaimChange, compare
from sensecheck.checking import check_text

REVENUE = """
  revenue:
    2019: RMB 3.027 billion
    2020: RMB 3.446 billion
    2021: RMB 4.7 billion
"""
# 3.446 ÷ 3.027 − 1 = 13.84 %; the rounding of either figure explains 13.86 %.
REVENUE_2020 = """
  revenue-2020:
    rule: percent_increase
    from: revenue.2019
    to: revenue.2020
    stated: 13.86%
"""
# 4.7 ÷ 3.446 − 1 = 36.39 %.
REVENUE_2021 = """
  revenue-2021:
    rule: percent_increase
    from: revenue.2020
    to: revenue.2021
    stated: 36.39%
"""
REVENUE_RISES = """
  revenue-rises:
    rule: trend
    of: revenue.*
    stated: rising
"""
STAFF = """
  staff:
    2021: 6,113 employees
    2023: 4,531 employees
"""
# 6,113 − 4,531 = 1,582.
LAYOFFS = """
  layoffs:
    rule: decrease
    from: staff.2021
    to: staff.2023
    stated: 1,582 employees
"""


def file(*parts: str, figures: str = "", rest: str = "") -> str:
    """A claims file of these claims."""
    top = f"figures:{figures}" if figures else ""
    return f"{top}claims:{''.join(parts)}{dedent(rest)}"


def changes(before: str | None, after: str | None) -> Changes:
    """What the edit from one text to the other did."""
    sides = (None if text is None else check_text(text) for text in (before, after))
    return compare(*sides)


def by_id(found: Changes) -> dict[str, ClaimChange]:
    """The changes of claims, by their ids."""
    return {change.id: change for change in found.claims}


def section(name: str, body: str) -> str:
    """One more section of a file."""
    return f"{name}:\n{indent(dedent(body).strip(), '  ')}\n"

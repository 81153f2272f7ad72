"""Claims files of one claim or two, with the lines of what they state."""

from __future__ import annotations

from typing import Final

RIGHT: Final = """\
claims:
  layoffs:
    rule: decrease
    from: 6,113 employees
    to: 4,531 employees
    stated: 1,582 employees
"""
"""6,113 − 4,531 = 1,582, on line 6."""

WRONG: Final = RIGHT.replace("1,582", "1,528")

ROUNDED: Final = f"""\
{RIGHT}\
  revenue:
    rule: percent_increase
    from: RMB 3.027 billion
    to: RMB 3.446 billion
    stated: 13.86%
"""
"""3.446 ÷ 3.027 − 1 = 13.84 %, on line 11; rounding explains what is stated."""

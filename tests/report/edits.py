"""An edit with everything in it, worked out by hand: a claims file before and after it."""

from __future__ import annotations

from sensecheck.changes import Changes, compare
from sensecheck.checking import check_text

BEFORE = """\
article:
  title: Break and Rebuild
figures:
  revenue:
    2019: RMB 3.027 billion
    2020: RMB 3.446 billion
    2021: RMB 4.7 billion
    note: RMB 4.65 … 4.75 billion in 2021
  staff:
    2021: 6,113 employees
    2023: 4,531 employees
  gpus:
    2023: 45,123 GPUs
    march_2024: not printed
    august_2024: 54,321 GPUs
  cost:
    2022: RMB 21.37 million
    2023: not printed
claims:
  revenue-2020:
    quote: revenue rose by 13.86% in 2020
    rule: percent_increase
    from: revenue.2019
    to: revenue.2020
    stated: 13.86%
  revenue-2021:
    rule: percent_increase
    from: revenue.2020
    to: revenue.2021
    stated: 36.39%
  revenue-rises:
    rule: trend
    of: revenue.*
    stated: rising
  layoffs:
    rule: decrease
    from: staff.2021
    to: staff.2023
    stated: 1,528 employees
  staff-fell:
    rule: percent_decrease
    from: staff.2021
    to: staff.2023
    stated: 25.9%
  share-kept:
    rule: share
    part: 3.1
    whole: 9.2
    stated: 33.8%
  gpus-since-march:
    rule: increase
    from: gpus.march_2024
    to: gpus.august_2024
    stated: 4,321 GPUs
  gpus-until-march:
    rule: increase
    from: gpus.2023
    to: gpus.march_2024
    stated: 4,877 GPUs
  costs-doubled:
    rule: ratio
    of: cost.2023
    to: cost.2022
    stated: 2.03 times
  typed-wrongly:
    rule: sum
    of: ["1,234 people", "2,345 people"]
    stated: 3,579 people
  two-of-three:
    rule: share
    part: 2 people
    whole: 3 people
    stated: 66.7%
accepted:
  costs-doubled+two-of-three: a slip of the pen
"""
# revenue-2020   3.464 ÷ 3.027 − 1 = 14.44 %: fails. revenue-2021: 4.7 ÷ 3.464 − 1 = 35.68 %, and
#                4.75 ÷ 3.4635 − 1 = 37.1 %: possible. revenue-rises: 3.027 < 3.464 < 4.7 as before.
# layoffs        6,113 − 4,531 = 1,582: mended. staff-fell: 25.88 %, as before, now renamed.
# share-kept     3.1 ÷ 9.2 = 33.70 %, 3.05 ÷ 9.15 = 33.33 … 3.15 ÷ 9.15 = 34.4 %: kept now.
# gpus           54,321 − 4,321 = 50,000; 45,123 + 4,877 = 50,000; with 4,777 it is 49,900.
# costs-doubled  cost.2023 is printed: 43.4 ÷ 21.37 = 2.03. typed-wrongly: the rule is misspelt.
# two-of-three   goes; half comes, and is wrong: 1 ÷ 3 is 33.3 %.
AFTER = (
    BEFORE.replace("3.446", "3.464")
    .replace("1,528", "1,582")
    .replace("  staff-fell:", "  staff-fell-by-a-quarter:")
    .replace("stated: 33.8%", "stated: 33.8%\n    accepted: from unrounded [sic] figures | tonnes")
    .replace("4,877", "4,777")
    .replace("    2023: not printed\nclaims", "    2023: RMB 43.4 million\nclaims")
    .replace("rule: sum", "rule: sums")
    .replace("two-of-three:", "half:")
    .replace("part: 2 people", "part: 1 person")
    .replace("stated: 66.7%", "stated: 50.0%")
)
REVISIONS = "main → work tree"


def edit() -> Changes:
    """What the edit did."""
    return compare(check_text(BEFORE), check_text(AFTER))


def backwards() -> Changes:
    """What undoing it does."""
    return compare(check_text(AFTER), check_text(BEFORE))

"""Claims files with everything in them that a CI format has to show, and an article beside one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sensecheck.checking import check_text
from sensecheck.model import Passage, ReadArticle, Results, Stretch, Text

EVERYTHING = """\
article:
  title: Troubles
  publisher: The Example
  published: 2024-11-01
  text: article.md

figures:
  staff:
    2021: 6,113 employees
    2023: 4,531 employees
    h1_2023: not printed
    h1_2024: 4,672 employees
  revenue:
    2019: RMB 3.027 billion
    2020: RMB 3.446 billion
    2021: RMB 4.7 billion
  profit: {unit: RMB million, 2022: not printed, 2023: -24.0}
  expenses:
    2021: [RMB 680 million, RMB 0.71 billion]

claims:
  layoffs: {rule: decrease, from: staff.2021, to: staff.2023, stated: "1,582 employees"}
  too-few:
    quote: 1,528 people left
    rule: decrease
    from: staff.2021
    to: staff.2023
    stated: 1,528 employees
  too-few-kept:
    rule: decrease
    from: staff.2021
    to: staff.2023
    stated: 1,633 employees
    accepted: counted otherwise
  revenue-2020:
    quote: rose by 13.86% in 2020
    rule: percent_increase
    from: revenue.2019
    to: revenue.2020
    stated: 13.86%
  revenue-2020-kept:
    rule: percent_increase
    from: revenue.2019
    to: revenue.2020
    stated: 13.87%
    accepted: from unrounded figures
  revenue-2021: {rule: percent_increase, from: revenue.2020, to: revenue.2021, stated: 36.39%}
  staff-a-year-ago:
    rule: percent_decrease
    from: staff.h1_2023
    to: staff.h1_2024
    stated: 6.9%
  rounds: {quote: 12 rounds, unverifiable: the rounds are not listed}
  stale: {rule: decrease, from: 5 shops, to: 3 shops, stated: 2 shops, accepted: once wrong}
  broken: {rule: decrease, from: staf.2021, to: staff.2023, stated: "1,582 employees"}
  expenses-up: {rule: increase, from: expenses.2021, to: RMB 900 million, stated: RMB 220 million}
  less: {rule: percent_decrease, from: -profit.2022, to: -profit.2023, stated: 20.0%}
  more: {rule: percent_increase, from: -profit.2022, to: -profit.2023, stated: 20.0%}

assumptions:
  half: {rule: compare, figure: staff.h1_2023, stated: higher, than: staff.h1_2024}
"""
"""Every verdict, plain and accepted, a conflict, a contradictory figure, findings of both kinds."""

ARTICLE = """\
# Troubles

SenseTime had 6,113 employees in 2021 and 4,531 in 2023.
So 1,528 people left. Revenue rose by 13.86% in 2020,
the loss by 20.0%, or fell by as much.
"""

NASTY = (
    "%0A::error::x ]]> <script>alert(1)</script> [a](https://b.c) {0} @all #1 <!-- 🎉 | `c` ##[d]"
)
"""What no format may take for its own."""

HOSTILE = f"""\
article:
  title: '::error::title {NASTY}'
figures:
  staff:
    2021: 6,113 employees
    2023: 4,531 employees
claims:
  fewer:
    quote: 'of %0A <b>them</b> left {NASTY}'
    rule: decrease
    from: staff.2021
    to: staff.2023
    stated: 1,528 employees
  kept:
    says: '{NASTY}'
    rule: decrease
    from: staff.2021
    to: staff.2023
    stated: 1,700 employees
    accepted: '{NASTY}'
  unknown: {{unverifiable: '{NASTY}'}}
  right-to-left: {{rule: "sum\u202e", of: [staff.2021], stated: 1}}
  mark: {{unverifiable: "one\u200ftwo"}}
  ansi: {{unverifiable: "\\e[31mred\\e[0m"}}
  'a::b,c%0A]]>': {{unverifiable: x}}
  odd: {{rule: decrease, from: 'staff.<script>', to: '%0A::error::]]>', stated: 5 employees}}
"""


def everything(path: str = "claims.yaml", *, article: str | None = None) -> Results:
    """The results of EVERYTHING, with the article read where it has a path."""
    results = check_text(EVERYTHING, path)
    if article is None:
        return results
    return replace(results, article=read(ARTICLE, article))


def hostile(path: str = "claims.yaml") -> Results:
    return check_text(HOSTILE, path)


def read(content: str, path: str) -> ReadArticle:
    """The article as one reads it: what it says where, by hand."""
    return ReadArticle(
        text_of(content, path),
        quotes={"too-few": _passage(content, "1,528 people left")},
        stated={
            "too-few": (_passage(content, "1,528"),),
            "revenue-2020": (_passage(content, "13.86%"),),
            "less": (_passage(content, "20.0%"),),
            "more": (_passage(content, "20.0%"),),
        },
        figures={
            "staff.2021": (_passage(content, "6,113 employees"),),
            "staff.2023": (_passage(content, "4,531"),),
        },
    )


def text_of(content: str, path: str, names: Mapping[int, str] | None = None) -> Text:
    """A text with a stretch for each of its lines; `names` calls some of them pages instead."""
    stretches, start = [], 0
    for number, line in enumerate(content.splitlines(keepends=True)):
        stretches.append(Stretch(start, number, 0, (names or {}).get(number, "")))
        start += len(line)
    return Text(path, content, tuple(stretches))


def _passage(content: str, words: str) -> Passage:
    start = content.index(words)
    return Passage(start, start + len(words))

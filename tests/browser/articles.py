"""The articles that the tests look at."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from sensecheck.checking import check
from sensecheck.model import Results
from tests.article.reading import results_of

ROOT = Path(__file__).parents[2]


@cache
def article() -> Results:
    """The article that the project checks itself with."""
    return check(ROOT / "claims.yaml")


@cache
def errors() -> Results:
    """One error of each kind."""
    return check(ROOT / "examples/errors/claims.yaml")


EVERYTHING = """
    article:
      title: Shops and their sales
      ignore: {3 of us: the authors}
    figures:
      shops:
        2021: 1,013 shops
        2022: 1,114 shops
        2023: not printed
      sales:
        2021: £3.027 billion
        2022: £3.446 billion
        2023: £4.7 billion
    claims:
      more-shops: {quote: rose by 10%, rule: percent_increase, from: shops.2021, to: shops.2022,
        stated: 10%}
      sales-2022: {quote: grew by 13.86%, rule: percent_increase, from: sales.2021,
        to: sales.2022, stated: 13.86%}
      sales-2023: {quote: by 36.39%, rule: percent_increase, from: sales.2022, to: sales.2023,
        stated: 36.39%}
      wrong: {quote: up 20%, rule: percent_increase, from: shops.2021, to: shops.2022, stated: 20%}
      kept: {quote: up 13.9%, rule: percent_increase, from: sales.2021, to: sales.2022,
        stated: 13.9%, accepted: from unrounded figures}
      growing: {quote: kept on growing, rule: trend, of: sales.*, stated: rising}
      up: {quote: up by 50%, rule: percent_increase, from: shops.2022, to: shops.2023, stated: 50%}
      down: {quote: down by 50%, rule: percent_decrease, from: shops.2022, to: shops.2023,
        stated: 50%}
      rounds: {quote: 12 rounds, unverifiable: they are not listed}
    assumptions:
      some-left: {says: there are shops left, rule: compare, figure: shops.2023, stated: higher,
        than: 0 shops}
"""
EVERY_WORD = """
    # Shops

    In 2021 there were 1,013 shops, a year later 1,114 shops: it *rose by 10%*, or up 20%. Sales
    came to £3.027 billion, £3.446 billion and £4.7 billion; they grew by 13.86%, or up 13.9%, and
    by 36.39%, and kept on growing.

    - Then shops were up by 50%, or down by 50%.
    - There were 12 rounds and 7 prizes for 3 of us.
"""


@cache
def everything() -> Results:
    """A short article with a mark of every look, a conflict, and something accepted."""
    found = results_of(EVERYTHING, EVERY_WORD)
    assert found.findings == ()
    return found


@cache
def bare() -> Results:
    """Claims without their article."""
    return replace(errors(), article=None)


@cache
def unaccepted() -> Results:
    """The article, its conflicts accepted by nobody."""
    found = article()
    return replace(found, conflicts=tuple(replace(c, accepted="") for c in found.conflicts))

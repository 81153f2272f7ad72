"""Each number of an article: covered, excused or uncovered."""

from __future__ import annotations

from sensecheck.model import Cover, ReadArticle
from tests.article.reading import read

CLAIMS = """\
article:
  ignore:
    version 5.0 to 5.5: a product version
    seven wonders: a saying
figures:
  staff:
    2021: 6,113 employees
    2023: 4,531 employees
claims:
  layoffs:
    quote: 1,582 people left
    rule: decrease
    from: staff.2021
    to: staff.2023
    stated: 1,582 employees
  rounds:
    quote: 12 rounds of funding
    unverifiable: they are not listed
"""
TEXT = (
    "On October 22, 2024 it was 10 years old. From 6,113 employees in 2021 to 4,531 in 2023: "
    "1,582 people left. After 12 rounds of funding it is one of the seven wonders, the first of "
    "them. From version 5.0 to 5.5 it took 3 months, said 12 people.\n"
)


def covers(article: ReadArticle) -> dict[str, tuple[Cover, str]]:
    return {
        m.text: (m.cover, ", ".join((*m.figures, *m.claims)) or m.reason) for m in article.mentions
    }


def test_every_number_is_accounted_for_or_listed() -> None:
    assert covers(read(CLAIMS, TEXT)) == {
        "October 22, 2024": (Cover.EXCUSED, "a date"),
        "10 years": (Cover.UNCOVERED, ""),
        "6,113 employees": (Cover.COVERED, "staff.2021"),
        "2021": (Cover.EXCUSED, "a year"),
        "4,531": (Cover.COVERED, "staff.2023"),
        "2023": (Cover.EXCUSED, "a year"),
        "1,582 people": (Cover.COVERED, "layoffs"),
        # An unverifiable claim accounts for what its words hold.
        "12 rounds": (Cover.COVERED, "rounds"),
        "one": (Cover.EXCUSED, "an idiom"),
        "seven wonders": (Cover.EXCUSED, "a saying"),
        "first": (Cover.EXCUSED, "an ordinal"),
        "5.0": (Cover.EXCUSED, "a product version"),
        "5.5": (Cover.EXCUSED, "a product version"),
        "3 months": (Cover.UNCOVERED, ""),
        "12 people": (Cover.UNCOVERED, ""),
    }


def test_a_stated_figure_that_stands_twice_is_covered_where_it_is_quoted() -> None:
    text = TEXT + "\nElsewhere 1,582 people were hired.\n"
    mentions = [m for m in read(CLAIMS, text).mentions if m.text == "1,582 people"]
    assert [mention.cover for mention in mentions] == [Cover.COVERED, Cover.UNCOVERED]


def test_what_a_quotation_leaves_out_is_not_accounted_for() -> None:
    claims = """\
    claims:
      rounds:
        quote: after 12 rounds … it has 7 partners
        unverifiable: they are not listed
    """
    text = "After 12 rounds of funding and 3 years it has 7 partners.\n"
    assert covers(read(claims, text)) == {
        "12 rounds": (Cover.COVERED, "rounds"),
        "3 years": (Cover.UNCOVERED, ""),
        "7 partners": (Cover.COVERED, "rounds"),
    }


def test_what_else_stands_in_the_words_of_a_claim_is_not_accounted_for() -> None:
    claims = """\
    figures:
      shop: 12 people
    claims:
      average:
        quote: in 3 years, weighted 2 to 1, on average 14 people
        rule: average
        of: [shop, 18 people]
        weights: [2, 1]
        stated: 14 people
    """
    text = (
        "From 12 people and 18 people one gets, in 3 years, weighted 2 to 1, on average 14 people; "
        "elsewhere 12 to 15 people.\n"
    )
    found = covers(read(claims, text))
    assert {number: cover for number, (cover, _) in found.items() if number[0].isdigit()} == {
        "12 people": Cover.COVERED,
        "18 people": Cover.COVERED,
        "3 years": Cover.UNCOVERED,
        "2": Cover.COVERED,  # the weights
        "1": Cover.COVERED,
        "14 people": Cover.COVERED,
        "12 to 15 people": Cover.UNCOVERED,  # whose low end is another number
    }

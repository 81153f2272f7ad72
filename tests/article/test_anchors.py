"""Tying the claims file to the article: what is found where, and what is said of the rest."""

from __future__ import annotations

import pytest

from sensecheck.model import Severity
from tests.article.reading import problems, read, results_of

STAFF = """\
figures:
  staff:
    2021: 6,113 employees
    2022: 5,098 employees
    2023: 4,531 employees
claims:
  layoffs:
    quote: 1,582 people left
    rule: decrease
    from: staff.2021
    to: staff.2023
    stated: 1,582 employees
"""
STAFF_TEXT = (
    "There were 6,113 employees at the end of 2021. At the end of 2022 and 2023 there were "
    "5,098 and 4,531. So 1,582 people left in two years.\n"
)


def test_figures_and_claims_are_found() -> None:
    article = read(STAFF, STAFF_TEXT)
    content = article.text.content
    texts = {
        name: [content[start:end] for start, end in places]
        for name, places in article.figures.items()
    }
    # '5,098 and 4,531' have no noun of their own.
    assert texts == {
        "staff.2021": ["6,113 employees"],
        "staff.2022": ["5,098"],
        "staff.2023": ["4,531"],
    }
    ((start, end),) = article.stated["layoffs"]
    assert content[start:end] == "1,582 people"
    start, end = article.quotes["layoffs"]
    assert content[start:end] == "1,582 people left"


def test_a_figure_that_is_nowhere_names_the_nearest_number() -> None:
    text = STAFF_TEXT.replace("5,098", "5,089")
    assert problems(STAFF, text) == [
        (4, "the article does not print '5,098 employees'", "article.md:1 prints 5,089")
    ]


def test_digits_that_differ_are_quoted() -> None:
    claims = """\
    figures:
      sales: RMB 0.68 billion
    claims:
      sales-up:
        rule: increase
        from: sales
        to: RMB 900 million
        stated: RMB 220 million
    """
    text = "Sales rose from RMB 680 million to RMB 900 million, by RMB 220 million."
    assert problems(claims, text) == [
        (
            2,
            "the article prints this as 'RMB 680 million'",
            "write it as article.md:1 prints it",
        )
    ]


@pytest.mark.parametrize(
    ("printed", "text", "fits"),
    [
        ("6,113 employees", "6113 employees", True),  # grouping is no difference
        ("6,113 employees", "6,113 staff", True),
        ("6,113 employees", "6,113 GPUs", True),  # another noun: wording may differ
        ("6,113 employees", "RMB 6,113", False),
        ("three times", "3 times", True),
        ("RMB 4.7 billion", "4.7 billion yuan", True),
        ("RMB 4.7 billion", "RMB 4.70 billion", False),  # another precision
        ("RMB 4.7 billion", "HKD 4.7 billion", False),
        ("RMB 4.7 billion", "RMB 4.7 million", False),
        ("RMB -2.457 billion", "a loss of RMB 2.457 billion", True),  # a word for the minus
        ("HKD 3.85 per share", "an issue price of HKD 3.85", True),
        ("£54", "£54 a head", True),
        ("13.86%", "13.86 per cent", True),
        ("13.86%", "13.86 percentage points", False),
        ("12–15%", "12% to 15%", True),
        ("12–15%", "12% and 15%", False),
        ("10th", "tenth", True),
        ("10 people", "10th", False),
        ("half", "half of them", True),
        ("RMB 4.7 billion", "RMB 4.6 billion, then RMB 4.7", True),  # the scale stands once
        ("RMB 4.7", "RMB 4.7 billion", False),
        ("£47 million", "47 pence", False),
        ("5.2 million people", "5.2 people", False),
        ("12 percentage points", "a 12-point lead", True),
        ("12 basis points", "a 12-point lead", False),
        ("12%", "a 12-point lead", False),
        # Part of another number is no printing, though the very words stand there.
        ("582 people", "1,582 people", False),
        ("7 billion", "4.7 billion", False),
        ("£5", "£5.50", False),
        ("1,582 shares", "1,582,000 shares", False),
        ("RMB 4", "RMB 4 billion", False),
        ("RMB 4 billion", "RMB 4 billion", True),
        ("3 people", "2/3 people", False),
        ("five people", "twenty-five people", False),
        ("two thousand", "two thousand five hundred people", False),
        ("1.2", "version 1.2.3", False),
        # Read as something else than one number, it is printed all the same.
        ("6 113 people", "6 113 in town", True),
        ("6 113 people", "6 people, and 113", False),
        ("48.1%", "51.9 per cent to Remain's 48.1", True),
        ("1999 shops", "built in 1999", False),
        # The ends of a range and the sides of a score are numbers of their own.
        ("45%", "45%-50%", True),
        ("50%", "45% to 50%", True),
        ("45 people", "between 45 and 50 people", True),
        ("46 people", "between 45 and 50 people", False),
        ("3 goals", "3–1", True),
        ("1 goal", "3–1", True),
        ("2 goals", "3–1", False),
        ("48 votes", "52-48", True),
    ],
)
def test_unit_precision_and_wording(printed: str, text: str, fits: bool) -> None:
    claims = f"""\
    figures:
      figure: {printed}
      other:
        printed: {printed}
        source: elsewhere
    claims:
      same:
        rule: compare
        figure: figure
        stated: equal
        than: other
    """
    found = problems(claims, f"It was {text}, they say.")
    assert [line for line, *_ in found] == ([] if fits else [2])


def test_what_comes_from_elsewhere_is_not_looked_for() -> None:
    claims = """\
    figures:
      rate:
        printed: 7.1 yuan per US dollar
        source: the central bank
    claims:
      worth:
        rule: product
        of: [rate, USD 2]
        stated: 14.2 yuan
    """
    assert problems(claims, "USD 2 are 14.2 yuan.") == []


def test_words_that_the_article_does_not_say() -> None:
    text = STAFF_TEXT.replace("people left", "people had to go")
    assert problems(STAFF, text) == [
        (
            8,
            "the article does not say the quoted words",
            "quote it word for word, or write them as 'says'",
        )
    ]


def test_words_that_do_not_hold_the_stated_figure() -> None:
    claims = STAFF.replace("quote: 1,582 people left", "quote: There were 6,113 employees")
    assert problems(claims, STAFF_TEXT) == [
        (8, "the quoted words do not hold '1,582 employees'", "article.md:1 prints it")
    ]


def test_of_several_places_that_say_it_the_one_with_the_figure_is_meant() -> None:
    claims = """\
    claims:
      up:
        quote: a rise … percent
        rule: percent_increase
        from: 100
        to: 110
        stated: 10%
    """
    text = "From 100 to 102: a rise of 2 percent. From 100 to 110: a rise of 10 percent.\n"
    article = read(claims, text)
    start, end = article.quotes["up"]
    assert text[start:end] == "a rise of 10 percent"


def test_relation_words_are_never_looked_for() -> None:
    claims = """\
    figures:
      staff:
        2021: 6,113 employees
        2022: 5,098 employees
    claims:
      peak:
        rule: rank
        figure: staff.2021
        among: staff.*
        stated: peak
    """
    assert problems(claims, "First 6,113 employees, then 5,098 employees.") == []


def test_a_series_stands_in_one_sentence() -> None:
    """'45' stands twice; the sentence with its neighbours comes first."""
    claims = """\
    figures:
      days:
        unit: days
        2021: 45
        2022: 47
        2023: 52
    claims:
      longer:
        rule: trend
        of: days.*
        stated: rising
    """
    text = "Within 45 days they answer. It took 45, 47 and 52 days, longer each year.\n"
    article = read(claims, text)
    first, second = article.figures["days.2021"]
    assert text[first.start : first.end] == "45" and first.start > second.start


def test_a_second_printing_stands_elsewhere() -> None:
    claims = """\
    claims:
      up:
        quote: up by 21.39% on the year
        rule: percent_increase
        from: 1000
        to: 1213.9
        stated: [21.39%, 21.4%]
    """
    text = "From 1000 to 1213.9: up by 21.39% on the year. In short, 21.4%.\n"
    article = read(claims, text)
    assert [text[start:end] for start, end in article.stated["up"]] == ["21.39%", "21.4%"]


def test_the_same_figure_printed_twice_as_it_is() -> None:
    claims = """\
    claims:
      fall:
        quote: a fall of 50.6%
        rule: percent_decrease
        from: 1000
        to: 494
        stated: [50.6%, down by 50.6%]
    """
    text = "From 1000 to 494, a fall of 50.6%. And it is down by 50.6%, as we said.\n"
    article = read(claims, text)
    first, second = article.stated["fall"]
    assert first.start == text.index("50.6%") and second.start == text.rindex("50.6%")


def test_a_hedge_that_the_article_prints_belongs_to_the_figure() -> None:
    claims = """\
    figures:
      value: HKD 250 billion
    claims:
      enough:
        rule: compare
        figure: value
        stated: lower
        than: HKD 300 billion
    """
    results = results_of(claims, "Over HKD 250 billion has gone, of HKD 300 billion.")
    (finding,) = results.findings
    assert finding.severity is Severity.WARNING
    assert finding.message == "the article prints 'above HKD 250 billion'"
    # Where it stands without one, too, nothing is amiss.
    text = "Over HKD 250 billion has gone, of HKD 300 billion; HKD 250 billion is a lot."
    assert problems(claims, text) == []
    # Nor is a hedge that the article words in a way that is not known to be one.
    text = "Something like HKD 250 billion has gone, of HKD 300 billion."
    assert problems(claims.replace("value: HKD", "value: about HKD"), text) == []


def test_a_figure_printed_in_place_is_looked_for_beside_the_words() -> None:
    claims = """\
    claims:
      change:
        quote: it was only about RMB 300 million
        rule: before_change
        to: RMB 1.051 billion
        change: 255.7%
        stated: about RMB 300 million
    """
    text = (
        "Growth was 255.7%, too. With RMB 1.051 billion after a growth of 255.7% it was only about "
        "RMB 300 million before.\n"
    )
    article = read(claims, text)
    (place,) = article.literals["change", "255.7%"]
    assert place.start == text.rindex("255.7%")


def test_without_an_article_nothing_is_looked_for() -> None:
    from sensecheck.checking import check_text

    results = check_text(STAFF.replace("6,113", "6,114"))
    assert results.article is None and not results.findings


def test_the_very_words_are_enough() -> None:
    """Whatever numbers a text is read to hold: what stands there word for word is printed."""
    claims = """\
    figures:
      odds: 5/8
    claims:
      long:
        rule: compare
        figure: odds
        stated: higher
        than: 1/2
    """
    assert problems(claims, "The odds (so he said) were 5/8, not 15/8 and not 1/2.") == []
    assert (
        problems(claims, "The odds were 15/8, not 1/2.")[0][1] == "the article does not print '5/8'"
    )


def test_the_quotation_of_a_figure_is_checked() -> None:
    claims = """\
    figures:
      staff:
        printed: 12 people
        quote: {}
    claims:
      few:
        rule: compare
        figure: staff
        stated: lower
        than: 20 people
    """
    text = "They were 20 people. Then 12 people. Another 12 people came.\n"
    article = read(claims.format("Another 12 people"), text)
    assert [place.start for place in article.figures["staff"]] == [text.rindex("12 people")]
    assert problems(claims.format("Only 12 people"), text) == [
        (
            2,
            "the article does not say the quoted words",
            "quote it word for word, or write them as 'says'",
        )
    ]
    assert problems(claims.format("They were 20 people"), text) == [
        (2, "the quoted words do not hold '12 people'", "article.md:1 prints it")
    ]


def test_a_number_that_is_nowhere_has_a_hint_by_its_digits_or_its_value() -> None:
    claims = """\
    figures:
      swapped: 7,891 people
      bare: RMB 88.1 million
      near: 505 people
      strange: 88,777,666 people
    claims:
      less:
        rule: compare
        figure: near
        stated: lower
        than: swapped
    """
    # Many amounts of the same sizes, but not of people.
    others = " ".join(f"Then RMB {n:,}." for n in [*range(7_870, 7_910, 2), *range(490, 530, 2)])
    text = f"First 7,981 people. {others} In millions: 87.9. At last 512 people."
    assert [hint for *_, hint in problems(claims, text)] == [
        "article.md:1 prints 7,981 people",
        "article.md:1 prints 87.9",
        "article.md:1 prints 512 people",
        "delete it, correct it, or say its 'source' if it comes from elsewhere",
    ]


def test_a_small_bare_number_may_be_anything() -> None:
    claims = """\
    figures:
      staff:
        unit: people
        2021: 5
        2022: 7
    claims:
      more:
        rule: trend
        of: staff.*
        stated: rising
    """
    assert problems(claims, "They went from 5 to 7. And 5 of them stayed.") == []
    assert [line for line, *_ in problems(claims, "First 5 came. Then 7, and 5 more, and 7.")] == []
    apart = "First 5 came. Then 7. Now 5 more came. At last 7."
    assert [line for line, *_ in problems(claims, apart)] == [4, 5]


def test_one_printing_of_a_figure_stands_in_its_words() -> None:
    claims = """\
    figures:
      sales:
        printed: [RMB 1.05 billion, RMB 1.051 billion]
        quote: sales of RMB 1.05 billion
    claims:
      many:
        rule: compare
        figure: sales
        stated: higher
        than: RMB 900 million
    """
    text = "After sales of RMB 1.05 billion, or RMB 1.051 billion, not RMB 900 million.\n"
    assert problems(claims, text) == []
    # What is wrong with the words is said once, not for each printing.
    assert [message for _, message, _ in problems(claims, text.replace("sales", "turnover"))] == [
        "the article does not say the quoted words"
    ]


@pytest.mark.parametrize(
    ("printed", "text", "warned"),
    [
        ("RMB 4.963 billion", "RMB -4.963 billion", True),
        ("RMB 4.963 billion", "RMB -4.963 billion, so it lost RMB 4.963 billion", False),
        ("RMB -4.963 billion", "a loss of RMB 4.963 billion", False),
        ("RMB -4.963 billion", "RMB (4.963) billion", False),
        ("RMB 4.963 billion", "RMB 4.963 billion", False),
    ],
)
def test_a_minus_that_the_article_prints_belongs_to_the_figure(
    printed: str, text: str, warned: bool
) -> None:
    claims = f"""\
    figures:
      result: {printed}
    claims:
      low:
        rule: compare
        figure: result
        stated: lower
        than: RMB 9 billion
    """
    results = results_of(claims, f"It was {text}, of RMB 9 billion.")
    assert [(f.span.line, f.severity) for f in results.findings] == (
        [(1, Severity.WARNING)] if warned else []
    )


def test_a_line_that_is_wrong_by_itself_is_no_news_of_the_article() -> None:
    claims = """\
    figures:
      staff: [6,113 people, about 6,100 people]
      shops: 12 shops
    claims:
      few:
        rule: compare
        figure: shops
        stated: lower
        than: 20 shops
    """
    found = problems(claims, "6,113 people, or about 6,100 people, in 13 of 20 shops.")
    assert [line for line, *_ in found] == [2, 2, 3]
    assert all(message.startswith("the comma in") for _, message, _ in found[:2])
    assert found[2][1] == "the article does not print '12 shops'"


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Sales, in € million: 2022 4.5, 2023 4.2.", True),
        ("Sales (millions): €4.2 after €4.5.", True),
        # Nowhere a scale: a million that was left out is no wording.
        ("Sales were €4.2 after €4.5.", False),
        ("Sales were 4.2 after 4.5.", False),
    ],
)
def test_a_scale_may_stand_apart_but_not_be_missing(text: str, is_found: bool) -> None:
    claims = """\
    figures:
      sales:
        2022: €4.5 million
        2023: €4.2 million
    claims:
      fall:
        rule: trend
        of: sales.*
        stated: falling
    """
    found = problems(claims, text)
    assert [line for line, *_ in found] == ([] if is_found else [3, 4])

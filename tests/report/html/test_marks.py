"""Which mark a number gets: the worst of its claims, a quiet one for figures, none for words."""

from __future__ import annotations

from dataclasses import replace

from sensecheck.model import Conflict, Cover, Mention, Passage, Results
from sensecheck.report.html.marks import Mark, marks_of
from sensecheck.report.html.standing import standings_of
from tests.article.reading import results_of

ARTICLE = """
    Staff fell from 6,113 people in 2021 to 4,531 people in 2023, so 1,582 people left, or 31%.
    Revenue was 4.7 billion yuan. There are 12 rounds of it, 7 of them late. Profits rose, too.
"""
CLAIMS = """
    figures:
      staff:
        2021: 6,113 people
        2023: 4,531 people
        2024: not printed
      profit:
        2022: 1 billion yuan
        2023: 2 billion yuan
    claims:
      left:
        quote: 1,582 people left
        rule: decrease
        from: staff.2021
        to: staff.2023
        stated: 1,582 people
      rate:
        quote: or 31%
        rule: percent_decrease
        from: staff.2021
        to: staff.2023
        stated: 31%
      rounds:
        quote: 12 rounds
        unverifiable: they are not listed
      profits:
        quote: Profits rose
        rule: compare
        figure: profit.2023
        stated: higher
        than: profit.2022
"""


def marks(results: Results) -> list[tuple[str, str, tuple[str, ...]]]:
    """Each mark's text, kind and claims."""
    assert results.article is not None
    content = results.article.text.content
    return [
        (content[mark.start : mark.end], mark.standing.kind, mark.claims) for mark in found(results)
    ]


def found(results: Results) -> list[Mark]:
    return marks_of(results, standings_of(results))


def test_every_number_has_its_mark() -> None:
    assert marks(results_of(CLAIMS, ARTICLE)) == [
        ("6,113 people", "figure", ()),
        ("2021", "excused", ()),
        ("4,531 people", "figure", ()),
        ("2023", "excused", ()),
        ("1,582 people", "pass", ("left",)),
        ("31%", "fail", ("rate",)),  # 1,582 ÷ 6,113 = 25.9 %
        ("4.7 billion yuan", "uncovered", ()),
        ("12 rounds", "unverifiable", ("rounds",)),
        ("7", "uncovered", ()),
        ("Profits rose", "pass", ("profits",)),
    ]


def test_words_are_marked_only_where_no_number_of_the_claim_is() -> None:
    assert [mark.claims for mark in found(results_of(CLAIMS, ARTICLE)) if mark.words] == [
        ("profits",)
    ]


def test_the_worst_claim_gives_the_mark_and_comes_first() -> None:
    more = """
      left-too:
        quote: 1,582 people left
        rule: sum
        of: [staff.2021, staff.2023]
        stated: 1,582 people
    """
    results = results_of(CLAIMS.rstrip() + more, ARTICLE)
    assert ("1,582 people", "fail", ("left-too", "left")) in marks(results)


def test_figures_that_a_claim_prints_in_place_do_not_take_its_verdict() -> None:
    claims = """
    claims:
      rate:
        rule: percent_decrease
        from: 6,113 people
        to: 4,531 people
        stated: 31%
    """
    by_text = {text: (kind, made) for text, kind, made in marks(results_of(claims, ARTICLE))}
    assert by_text["6,113 people"] == ("figure", ())
    assert by_text["31%"] == ("fail", ("rate",))
    first = found(results_of(claims, ARTICLE))[0]
    assert first.users == ("rate",)


def test_a_figure_whose_printings_exclude_each_other_fails() -> None:
    claims = """
    figures:
      staff:
        2021: ['6,113 people', '6,131 people']
    claims:
      rounds:
        quote: 12 rounds
        unverifiable: they are not listed
    """
    by_text = {text: kind for text, kind, _ in marks(results_of(claims, ARTICLE))}
    assert by_text["6,113 people"] == "fail"


def test_such_a_figure_is_worse_than_what_is_stated_with_it() -> None:
    claims = """
    figures:
      staff:
        2021: ['1,582 people', '1,583 people']
    claims:
      left:
        quote: 1,582 people left
        rule: sum
        of: ['1,000 people', '582 people']
        stated: 1,582 people
    """
    by_text = {text: (kind, made) for text, kind, made in marks(results_of(claims, ARTICLE))}
    assert by_text["1,582 people"] == ("fail", ("left",))


def test_a_conflict_is_worse_than_a_discrepancy_and_better_than_a_fail() -> None:
    results = results_of(CLAIMS, ARTICLE)
    clash = Conflict("left+rate+rounds", ("left", "rate", "rounds"), (), (), "", ("as it is",))
    by_text = {t: kind for t, kind, _ in marks(replace(results, conflicts=(clash,)))}
    assert (by_text["1,582 people"], by_text["31%"]) == ("conflict", "fail")
    kept = replace(clash, accepted="looked at")
    by_text = {t: kind for t, kind, _ in marks(replace(results, conflicts=(kept,)))}
    assert (by_text["1,582 people"], by_text["12 rounds"]) == ("pass", "unverifiable")


def test_claims_that_were_left_out_leave_a_quiet_mark() -> None:
    results = results_of(CLAIMS, ARTICLE)
    kept = tuple(v for v in results.verdicts if v.claim.id == "left")
    by_text = {t: kind for t, kind, _ in marks(replace(results, verdicts=kept))}
    assert by_text["31%"] == "figure"
    assert "Profits rose" not in by_text


def test_what_overlaps_is_one_mark_and_stays_inside_the_text() -> None:
    results = results_of(CLAIMS, ARTICLE)
    assert results.article is not None
    size = len(results.article.text.content)
    mentions = tuple(
        Mention(start, end, "x", "number", Cover.UNCOVERED)
        for start, end in [(3, 9), (5, 12), (12, 14), (20, 20), (-5, 2), (size - 2, size + 9)]
    )
    bare = replace(results.article, mentions=mentions, quotes={}, stated={}, figures={})
    spans = [(m.start, m.end) for m in found(replace(results, article=bare))]
    assert spans == [(0, 2), (3, 12), (12, 14), (size - 2, size)]


def test_what_no_mention_holds_is_marked_all_the_same() -> None:
    results = results_of(CLAIMS, ARTICLE)
    assert results.article is not None
    bare = replace(results.article, mentions=(), quotes={}, stated={"rate": (Passage(2, 4),)})
    by_kind = {mark.standing.kind: mark for mark in found(replace(results, article=bare))}
    assert (by_kind["fail"].start, by_kind["fail"].end) == (2, 4)
    assert "figure" in by_kind


def test_without_an_article_there_are_no_marks() -> None:
    assert found(replace(results_of(CLAIMS, ARTICLE), article=None)) == []

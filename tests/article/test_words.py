"""Looking for a quotation's words, whatever its spaces, quotation marks and dashes."""

from __future__ import annotations

import pytest

from sensecheck.article.words import Words, is_cut
from sensecheck.model import Passage

TEXT = "He said: “Revenue rose\n  by 13.86% — a  *record*.” It’s\u00a0true.\r\nRevenue rose again."


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("rose by 13.86%", ["rose\n  by 13.86%"]),
        ('said: "Revenue', ["said: “Revenue"]),
        ("13.86% - a record", ["13.86% — a  *record"]),
        ("it's true", ["It’s\u00a0true"]),  # without its capital
        ("Revenue rose", ["Revenue rose", "Revenue rose"]),  # both places, in order
        ("true. Revenue", ["true.\r\nRevenue"]),
        ("rose … record", ["rose\n  by 13.86% — a  *record"]),
        # From either 'rose', as far as the 'again' behind it.
        ("rose [...] again", ["rose by 13.86% … rose again", "rose again"]),
        ("rose by 13.87%", []),
        ("record … rose by", []),  # the other way round
        ("", []),
        ("…", []),
        ("*", []),
    ],
)
def test_a_quotation_is_found(quote: str, expected: list[str]) -> None:
    found = [TEXT[start:end] for start, end in Words(TEXT).find(quote)]
    plain = [" ".join(part.split(" ")).replace("\n  ", " ") for part in expected]
    assert len(found) == len(plain)
    for passage, words in zip(found, plain, strict=True):
        first, _, last = words.partition(" … ")
        shown = passage.replace("\n  ", " ")
        assert shown == words if not last else shown.startswith(first) and shown.endswith(last)


def test_offsets_are_those_of_the_text() -> None:
    text = "a\u200bb  c\r\n\r\nd*e*"
    (passage,) = Words(text).find("ab c de")
    # From a (0) to the e; the star behind it is none of the words.
    assert passage == (0, len(text) - 1)


def test_letters_that_grow_in_lower_case_move_nothing() -> None:
    text = "İİİ the Words"  # each of the first three letters is two in lower case
    assert [text[start:end] for start, end in Words(text).find("Words")] == ["Words"]
    assert list(Words(text).find("words")) == []


def test_what_is_left_out_has_a_limit() -> None:
    text = "begin " + "x " * 1500 + "end"
    assert list(Words(text).find("begin … end")) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("the _Titanic_ and __five__ more sank", "the Titanic and five more sank"),
        ("say [Acme](https://a.example/b_c) rose 5%", "Acme rose 5%"),
        ("as [Acme][1] rose 5%", "Acme[1] rose 5%"),
        ("it rose 5%[^2] in May", "rose 5% in May"),
        ("it <b>rose</b> to&nbsp;5%<br/>in May", "rose to 5% in May"),
        ("it cost \\$5, not 6\\*", "cost $5, not 6*"),
        ("a snake_case name", "a snake_case name"),
        ("it rose [sic] 5%", "rose [sic] 5%"),
        ("is 3 < 5 and 7 > 2", "3 < 5 and 7 > 2"),
    ],
)
def test_a_quotation_need_not_hold_the_marks_of_markdown_and_html(text: str, quote: str) -> None:
    assert len(list(Words(text).find(quote))) == 1


def test_the_place_of_words_between_marks() -> None:
    text = "say [Acme](https://a.example) _rose_ 5%."
    ((start, end),) = Words(text).find("Acme rose 5%")
    assert text[start:end] == "Acme](https://a.example) _rose_ 5%"


@pytest.mark.parametrize(
    ("before", "words", "behind", "cut"),
    [
        ("", "582 people", "", False),
        ("of ", "582 people", ", 3 of", False),
        ("1,", "582 people", "", True),
        ("4.", "7 billion", "", True),
        ("2/", "3 of them", "", True),
        ("1", "582", "", True),
        ("was ", "5", ".", False),
        ("was ", "5", ". 3 more", False),
        ("was ", "5", ".3", True),
        ("was ", "5", ",000", True),
        ("was ", "5", "3", True),
        ("was ", "5 GPU", "s", True),
        ("mid", "way", "", True),
    ],
)
def test_words_that_are_cut(before: str, words: str, behind: str, cut: bool) -> None:
    passage = Passage(len(before), len(before + words))
    assert is_cut(before + words + behind, passage) is cut

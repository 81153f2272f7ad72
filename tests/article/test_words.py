"""Looking for a quotation's words, whatever its spaces, quotation marks and dashes."""

from __future__ import annotations

import pytest

from sensecheck.article.words import Words

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

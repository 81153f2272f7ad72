"""Sentences of a text."""

from __future__ import annotations

import pytest

from sensecheck.article.sentences import Sentences
from sensecheck.model import Passage


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One is here. Two is there.", ["One is here.", "Two is there."]),
        ("It rose by 4.7 percent. It fell.", ["It rose by 4.7 percent.", "It fell."]),
        ("Mr. Xu of the U.S. firm left. He did.", ["Mr. Xu of the U.S. firm left.", "He did."]),
        ("'Why?' he asked. 'No.' She left!", ["'Why?' he asked.", "'No.'", "She left!"]),
        ("It is No. 5 today. Not No. 6.", ["It is No. 5 today.", "Not No. 6."]),
        ("# Head\n\nThe text\ngoes on. And on.", ["# Head", "The text\ngoes on.", "And on."]),
        ("- one item\n- two items", ["- one item", "- two items"]),
    ],
)
def test_a_text_has_sentences(text: str, sentences: list[str]) -> None:
    parted = Sentences(text)
    found: dict[Passage, None] = {}
    for offset in range(len(text)):
        if not text[offset].isspace():
            found[parted.around(Passage(offset, offset + 1))] = None
    assert [text[start:end] for start, end in found] == sentences


def test_a_passage_over_two_sentences_has_both() -> None:
    text = "One. Two. Three."
    assert Sentences(text).around(Passage(6, 12)) == (5, 16)

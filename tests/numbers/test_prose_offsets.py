"""Planted numbers are found at exactly their places with exactly their values, and nothing else."""

from __future__ import annotations

import pytest

import sensecheck
from tests.number_labels import exact
from tests.numbers.prose_texts import Planted, generated

PARTS = 20


@pytest.mark.parametrize("part", range(PARTS))
def test_numbers_in_generated_texts(part: int, full: bool) -> None:
    texts = 2000 if full else 200
    for seed in range(part, texts, PARTS):
        text, planted = generated(seed)
        assert _found(text) == [_plain(each) for each in planted], (seed, text)


def test_there_are_many_of_them() -> None:
    numbers = [each for seed in range(200) for each in generated(seed)[1]]
    assert len(numbers) > 600
    assert {each.kind for each in numbers} == {
        "number",
        "currency",
        "percent",
        "count",
        "dimension",
    }


def _found(text: str) -> list[Planted]:
    found = [each for each in sensecheck.find_numbers(text) if each.is_quantity]
    assert all(text[each.start : each.end] == each.text for each in found)
    return [
        Planted(
            each.start,
            each.text,
            str(exact(each.value)),
            each.unit,
            each.kind,
            each.hedge,
            each.direction,
        )
        for each in found
    ]


def _plain(each: Planted) -> Planted:
    return each._replace(value=str(exact(each.value)))

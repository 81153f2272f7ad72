"""Every number of the article that this project began with, as a fact-checker would list it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

import sensecheck
from tests.external.article_numbers import OTHERS, QUANTITIES, SHA256
from tests.number_labels import differences

_ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def article() -> str:
    name = os.environ.get("SENSECHECK_ARTICLE")
    path = Path(name) if name else _ROOT.parent / "shared" / "article.txt"
    if not path.is_file():
        pytest.skip("article.txt is not there: set SENSECHECK_ARTICLE to its path")
    text = path.read_bytes().decode("utf-8")
    if hashlib.sha256(text.encode()).hexdigest() != SHA256:
        pytest.skip("article.txt is not the one that was labelled")
    return text


def test_every_number_is_found_as_labelled(article: str) -> None:
    assert differences(sensecheck.find_numbers(article), QUANTITIES, OTHERS) == []


def test_there_are_a_hundred_quantities_and_the_counter_of_views() -> None:
    assert len(QUANTITIES) == 101
    assert QUANTITIES[0].start == 11

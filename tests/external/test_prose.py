"""Sentences of annual reports that print a change and both levels: none of them is accused."""

from __future__ import annotations

import pytest

from sensecheck.model import Outcome
from tests.external.cases import read, sentence
from tests.external.pipeline import outcomes


@pytest.mark.parametrize("rounding", ["nearest", "digits"])
def test_no_true_sentence_is_accused(rounding: str) -> None:
    cases = read("prose.jsonl")
    found = outcomes(map(sentence, cases), rounding)
    assert len(found) == len(cases) == 22
    assert set(found.values()) <= {Outcome.PASS, Outcome.DISCREPANCY}

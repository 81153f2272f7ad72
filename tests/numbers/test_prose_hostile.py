"""Texts made to be slow: reading takes steps in proportion to their length, and always ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import FrameType
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sensecheck
from tests.numbers.hostile import REPEATED, hostile

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGE: Final = str(ROOT / "sensecheck")
BEFORE: Final = "Revenue rose 5%.\n\n"
AFTER: Final = "\n\nProfit was RMB 7 million."


def steps(text: str) -> int:
    """How many lines of the package are executed to read the text."""
    count = 0

    def on_line(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return on_line

    def on_call(frame: FrameType, event: str, argument: Any) -> Any:
        return on_line(frame, event, argument) if PACKAGE in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(on_call)
    try:
        sensecheck.find_numbers(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("name", REPEATED)
def test_twice_the_length_takes_twice_the_steps(name: str, full: bool) -> None:
    size = 10_000 if full else 1_000
    sensecheck.find_numbers(hostile(name, size // 2))  # tables and caches are built
    short, long = steps(hostile(name, size)), steps(hostile(name, 2 * size))
    assert long <= 2.5 * short + 1000


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the limit of processor time is POSIX")
def test_long_ones_are_read_to_their_end(full: bool) -> None:
    # In proportion to its length, each takes a fifth of the limit or less.
    characters, seconds = ("1000000", "120") if full else ("10000", "1")
    command = [sys.executable, "-m", "tests.numbers.hostile", characters, seconds]
    process = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (process.returncode, process.stderr) == (0, "")
    assert process.stdout.split("\n") == [""]


@pytest.mark.parametrize("name", REPEATED)
def test_the_paragraphs_around_it_are_read(name: str) -> None:
    text = BEFORE + hostile(name, 3_000) + AFTER
    found = {each.start: each for each in sensecheck.find_numbers(text) if each.is_quantity}
    first, last = found[BEFORE.index("5%")], found[text.rindex("RMB")]
    assert (first.text, first.value, first.kind) == ("5%", "5", "percent")
    assert (last.text, last.value, last.kind) == ("RMB 7 million", "7000000", "currency")


@pytest.mark.parametrize("name", REPEATED)
def test_what_is_found_lies_in_the_text(name: str) -> None:
    for length in (1, 2, 3, 7, 61, 400, 401):
        _check(hostile(name, length))


PIECES: Final = (
    "0 1 5 10 12 100 999 1,234 1.5 .5 2024 ½ % % $ € RMB HK$ million bn k m - − – ( ) [ ] . , ; : "
    "/ ' ’ \" + < > ~ # one two ten twenty hundred a an half third dozen double first and or to "
    "from in of by between over more than less at least about up down fell rose version page May "
    "Figure days people shares per share times point points years respectively that".split()
)


@given(st.lists(st.sampled_from([*PIECES, " ", " ", " ", "\n", "\n\n", "\u00a0"]), max_size=30))
@settings(max_examples=300, deadline=None)
def test_any_words_and_marks_are_read(pieces: list[str]) -> None:
    _check("".join(pieces))
    _check(" ".join(pieces))


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read(text: str) -> None:
    _check(text)


def _check(text: str) -> None:
    """Everything found lies in the text, in order, and all that it says can be asked for."""
    at = 0
    for each in sensecheck.find_numbers(text):
        assert at <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.text
        assert each.decimals >= 0
        assert (each.value is None) == (each.strict is None) == (each.loose is None)
        at = each.end

"""Texts made to be slow: reading takes steps in proportion to their length, and always ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import FrameType
from typing import Any, Final

import pytest

import sensecheck
from tests.numbers.hostile import REPEATED, hostile

ROOT: Final = Path(__file__).resolve().parents[2]
BEFORE: Final = "Revenue rose 5%.\n\n"
AFTER: Final = "\n\nProfit was RMB 7 million."


def steps(text: str) -> int:
    """How many calls, of Python functions and of C functions, it takes to read the text."""
    count = 0

    def on_event(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(on_event)
    try:
        sensecheck.find_numbers(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", REPEATED)
def test_twice_the_length_takes_twice_the_steps(name: str) -> None:
    sensecheck.find_numbers(hostile(name, 5_000))  # tables and caches are built
    short, long = steps(hostile(name, 10_000)), steps(hostile(name, 20_000))
    assert long <= 2.5 * short + 1000


@pytest.mark.skipif(sys.platform == "win32", reason="the limit of processor time is POSIX")
@pytest.mark.parametrize("name", REPEATED)
def test_a_long_one_is_read_to_its_end(name: str, full: bool) -> None:
    # What a single regular expression does inside is no call: the system stops the clock there.
    # A linear reading takes a hundredth of the limit or less.
    characters, seconds = ("1000000", "100") if full else ("60000", "20")
    command = [sys.executable, "-m", "tests.numbers.hostile", name, characters, seconds]
    process = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (process.returncode, process.stderr) == (0, "")
    assert int(process.stdout) >= 0


@pytest.mark.parametrize("name", REPEATED)
def test_the_paragraphs_around_it_are_read(name: str) -> None:
    text = BEFORE + hostile(name, 3_000) + AFTER
    found = {each.start: each for each in sensecheck.find_numbers(text) if each.is_quantity}
    first, last = found[BEFORE.index("5%")], found[text.rindex("RMB")]
    assert (first.text, first.value, first.kind) == ("5%", "5", "percent")
    assert (last.text, last.value, last.kind) == ("RMB 7 million", "7000000", "currency")


@pytest.mark.parametrize("name", REPEATED)
@pytest.mark.parametrize("length", [1, 2, 3, 7, 61, 400, 401])
def test_what_is_found_lies_in_the_text(name: str, length: int) -> None:
    text = hostile(name, length)
    at = 0
    for each in sensecheck.find_numbers(text):
        assert at <= each.start < each.end <= length
        assert text[each.start : each.end] == each.text
        at = each.end

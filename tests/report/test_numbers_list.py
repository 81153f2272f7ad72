"""The numbers of a text as a table and as JSON lines."""

from __future__ import annotations

import json

import sensecheck
from sensecheck.article.lines import text_of_lines
from sensecheck.report.numbers_list import numbers_lines, numbers_table
from sensecheck.report.style import Style

TEXT = """\
In 2024 over HKD 250 billion has gone, down by 12–15%.
A third of the 1,582 people earn -4.5 yuan.
"""

TABLE = """\
  place  number           kind      meaning
  1:4    2024             year      2024
  1:14   HKD 250 billion  currency  above 250,000,000,000 HKD
  1:48   12–15%           range     12 to 15 percent, down
  2:1    A third          multiple  1/3 times
  2:16   1,582 people     count     1,582 person
  2:34   -4.5 yuan        currency  -4.5 RMB

  6 numbers, 5 of them quantities
"""


def test_a_table_for_people() -> None:
    text = text_of_lines("article.md", TEXT)
    assert numbers_table(sensecheck.find_numbers(TEXT), text, Style()) == TABLE


def test_no_numbers() -> None:
    screen = numbers_table((), text_of_lines("article.md", ""), Style())
    assert screen.endswith("\n\n  0 numbers, 0 of them quantities\n")


def test_an_object_a_line_for_programs() -> None:
    lines = numbers_lines(sensecheck.find_numbers(TEXT)).splitlines()
    objects = [json.loads(line) for line in lines]
    assert [TEXT[o["start"] : o["end"]] for o in objects] == [o["text"] for o in objects]
    # 'over' leaves the upper end open; the hedge is no part of the text.
    assert objects[1] == {
        "start": 13,
        "end": 28,
        "text": "HKD 250 billion",
        "value": "250000000000",
        "strict": ["250000000000", None],
        "loose": ["250000000000", None],
        "unit": "HKD",
        "kind": "currency",
        "hedge": "above",
        "direction": None,
        "decimals": 0,
        "is_quantity": True,
        "note": "",
    }
    # 12–15 %: half a point below and above.
    assert objects[2]["value"] == ["12", "15"]
    assert objects[2]["strict"] == ["11.5", "15.5"]
    # 1,582 people are exact, -4.5 is a rounded number.
    assert objects[4]["strict"] == ["1582", "1582"]
    assert objects[5]["strict"] == ["-4.55", "-4.45"]


def test_hostile_text_is_shown_safely() -> None:
    hostile = "A\x1b[31m 5\u202e people"
    screen = numbers_table(
        sensecheck.find_numbers(hostile), text_of_lines("a.md", hostile), Style()
    )
    assert "\x1b" not in screen and "\u202e" not in screen

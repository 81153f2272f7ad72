"""The `unit:` of a series: 'RMB billion' is what each of its labels' digits are printed in."""

from __future__ import annotations

import re
from typing import Final

from sensecheck.claims_file.nodes import Scalar
from sensecheck.claims_file.printings import is_bare
from sensecheck.claims_file.trouble import Trouble
from sensecheck.numbers.printed import Kind, Printed, Unreadable, parse

# The hedge, then the number with its sign: a unit may have to stand between the two.
_NUMBER: Final = re.compile(r"([^0-9.()+\-\u2010-\u2015\u2212]*)(.*)", re.DOTALL)


class SeriesUnit:
    """How the unit is put around a label's digits."""

    def __init__(self, before: str, after: str) -> None:
        self._before = before
        self._after = after

    def around(self, text: str) -> str:
        """'-4.963' as 'RMB -4.963 billion', 'over 5' as 'over RMB 5 billion'."""
        match = _NUMBER.fullmatch(text.strip())
        assert match is not None
        hedge, number = match.groups()
        if not number:  # number words
            return f"{self._before}{text}{self._after}"
        return f"{hedge}{self._before}{number}{self._after}"

    def apply(self, printed: Printed) -> Printed:
        """The label's figure with the unit, unless it has one of its own."""
        if not is_bare(printed):
            return printed
        try:
            return parse(self.around(printed.text))
        except Unreadable:
            return printed


def read_unit(scalar: Scalar, text: str, trouble: Trouble) -> SeriesUnit | None:
    """The unit that a text names; None with a finding where it names none."""
    words = text.split()
    for split in (*range(1, len(words)), 0, len(words)):
        before, after = " ".join(words[:split]), " ".join(words[split:])
        unit = SeriesUnit(f"{before} " if before else "", f" {after}" if after else "")
        if _fits(unit):
            return unit
    hint = "write for example: RMB billion, employees, %, HKD per share"
    if any(character.isdigit() for character in text):
        hint = "write the unit alone, and the digits with each label"
    trouble.at(scalar, f"'{text}' is not a unit", hint)
    return None


def _fits(unit: SeriesUnit) -> bool:
    try:
        printed = parse(unit.around("1"))
    except Unreadable:
        return False
    known = printed.unit is not None or printed.scaled
    return known and printed.kind is Kind.NUMBER and printed.hedge is None and printed.number == 1

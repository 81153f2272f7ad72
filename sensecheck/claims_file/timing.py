"""Parameters that are about time: the ends of a duration, a slice's periods, years of growth."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sensecheck.claims_file.nodes import Mapping, Node, Scalar
from sensecheck.claims_file.references import BrokenReference, Names
from sensecheck.claims_file.shapes import text_of
from sensecheck.claims_file.trouble import Trouble
from sensecheck.model import Arguments, Operand
from sensecheck.numbers.display import exact_text
from sensecheck.numbers.periods import Period, parse_label, parse_period, years_between

_EXAMPLES = "write for example: 2014, end of 2021, October 22, 2024"


class Timing:
    """Reads the parameters that are about time."""

    def __init__(self, names: Names, trouble: Trouble) -> None:
        self._names = names
        self._trouble = trouble

    def with_period(self, arguments: Arguments, name: str, node: Node) -> Arguments:
        """One end of a duration: a date or period, or a figure whose label is one."""
        text = text_of(node, self._trouble, _EXAMPLES)
        if not text:
            return arguments
        assert isinstance(node, Scalar)
        period = parse_period(text) or parse_label(text)
        if period is None:
            period = self._label_period(node, text)
        if period is None:
            return arguments
        return replace(arguments, periods={**arguments.periods, name: (period,)})

    def with_slice(self, arguments: Arguments, name: str, node: Node) -> Arguments:
        """The periods of a slice or a whole series."""
        text = text_of(node, self._trouble, "write a slice, as revenue.2019..2022")
        if not text:
            return arguments
        assert isinstance(node, Scalar)
        reference = self._names.find(node)
        if reference is None:
            self._names.unknown(node)
            return arguments
        periods = [self._period_of(operand, node) for operand in reference.operands]
        known = tuple(period for period in periods if period is not None)
        return replace(arguments, periods={**arguments.periods, name: known})

    def growth_years(self, arguments: Arguments, block: Mapping) -> Arguments:
        """The years of a growth rate: from the labels where both are of one kind."""
        (before,), (after,) = arguments.figures["from"], arguments.figures["to"]
        start, end = before.figure.period, after.figure.period
        told = None if start is None or end is None else years_between(start, end)
        given = arguments.numbers.get("years", ())
        if given:
            self._check_years(given, told, block.values["years"])
            return arguments
        if told is None:
            return arguments
        if told <= 0:
            node = block.values["to"]
            message = f"{after.figure.name} is not after {before.figure.name}"
            self._trouble.at(node, message, "swap 'from' and 'to'")
        return replace(arguments, numbers={**arguments.numbers, "years": (told,)})

    def _check_years(self, given: tuple[Fraction, ...], told: Fraction | None, node: Node) -> None:
        if len(given) > 1 or given[0] <= 0:
            self._trouble.at(node, "'years' is one number above 0", "write for example: 5")
        elif told is not None and given[0] != told:
            message = f"{exact_text(given[0])} years, but the labels are {exact_text(told)} apart"
            self._trouble.at(node, message, f"write {exact_text(told)}, or delete the line")

    def _label_period(self, node: Scalar, text: str) -> Period | None:
        """The time of a figure's label."""
        reference = self._names.find(node)
        if reference is None:
            if "." in text and self._names.looks_like_name(text):
                self._names.unknown(node)
            else:
                self._trouble.at(node, f"'{text}' is not a date or period", _EXAMPLES)
            return None
        if len(reference.operands) != 1:
            self._trouble.at(node, f"'{text}' is not one date or period", _EXAMPLES)
            return None
        return self._period_of(reference.operands[0], node)

    def _period_of(self, operand: Operand, node: Scalar) -> Period | None:
        if operand.figure.period is None:
            label = operand.figure.label or operand.figure.name
            hint = "labels with a time are 2021, fy2023, h1_2024, march_2024, 2024_10_22"
            self._trouble.at(node, f"the label '{label}' names no time", hint)
            raise BrokenReference
        return operand.figure.period

"""The figures block: series with labels, single figures, and how each is printed."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from sensecheck.claims_file.conversions import report_two_units
from sensecheck.claims_file.heading import read_rounding
from sensecheck.claims_file.nodes import Mapping, Node, Scalar, kind_of
from sensecheck.claims_file.printings import (
    NOT_PRINTED,
    Printer,
    common_unit,
    is_bare,
    is_out_of_scale,
    join,
    printing_of,
    with_unit,
)
from sensecheck.claims_file.shapes import (
    block_of,
    check_keys,
    choice_of,
    flag_of,
    text_of,
    texts_of,
)
from sensecheck.claims_file.trouble import Trouble
from sensecheck.claims_file.unit_words import unit_words
from sensecheck.claims_file.units_key import SeriesUnit, read_unit
from sensecheck.model import Figure, Printing, Sign, Span
from sensecheck.numbers.periods import parse_label
from sensecheck.numbers.printed import Kind, Printed
from sensecheck.numbers.readings import Rounding
from sensecheck.numbers.units import Unit

NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
LABEL: Final = re.compile(r"[A-Za-z0-9_]+")
SERIES_KEYS: Final = ("unit", "source", "url", "rounding", "sign", "note")
LONG_FORM: Final = ("printed", "source", "url", "quote", "exact", "sign", "rounding", "note")
SIGNS: Final = tuple(sign.value for sign in Sign)


@dataclass(slots=True)
class Figures:
    """All figures by name, the labels of each series, and the figures that have findings.

    `bare` holds the figures that are printed without a unit, with what reading them needs: how they
    round, and whether they are exact.
    """

    by_name: dict[str, Figure] = field(default_factory=dict)
    series: dict[str, tuple[str, ...]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    bare: dict[str, tuple[Rounding, bool]] = field(default_factory=dict)


@dataclass(slots=True)
class _Common:
    """What a series says for all its labels."""

    rounding: Rounding
    unit: SeriesUnit | None = None
    sign: Sign | None = None
    texts: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Label:
    """One label as read, before it takes a unit from its neighbours."""

    name: str
    label: str
    span: Span
    printed: list[tuple[Scalar, Printed]]
    rounding: Rounding
    exact: bool
    sign: Sign | None
    texts: dict[str, str]


def read_figures(
    node: Node | None, rounding: Rounding, printer: Printer, trouble: Trouble
) -> Figures:
    """The figures of the block; `rounding` is the article's."""
    block = None if node is None else block_of(node, "figures", trouble)
    reader = _Reader(rounding, printer, trouble)
    if block is not None:
        for name, value in block.values.items():
            reader.read(name, block.keys[name], value)
        reader.figures.broken.update(block.repeated or ())
    return reader.figures


class _Reader:
    def __init__(self, rounding: Rounding, printer: Printer, trouble: Trouble) -> None:
        self.figures = Figures()
        self._rounding = rounding
        self._printer = printer
        self._trouble = trouble
        self._was_sound = not len(trouble)

    def read(self, name: str, key: Scalar, value: Node) -> None:
        """One series, or one figure without labels."""
        if not NAME.fullmatch(name):
            hint = "letters, digits and _, a letter first"
            self._trouble.at(key, f"'{name}' is not a figure's name", hint)
            return
        before = len(self._trouble)
        common = _Common(self._rounding)
        if not isinstance(value, Mapping) or self._is_long_form(value):
            self.figures.series[name] = ()
            label = self._label(name, "", key, value, common)
            self._keep(name, [label])
            if len(self._trouble) > before:
                self.figures.broken.add(name)
            return
        common = self._common(value)
        labels = [
            self._label(name, text, value.keys[text], node, common)
            for text, node in value.values.items()
            if text not in SERIES_KEYS and self._is_label(text, value.keys[text])
        ]
        self.figures.series[name] = tuple(label.label for label in labels)
        self._keep(name, labels)
        self.figures.broken.update(f"{name}.{text}" for text in value.repeated or ())
        if not labels and len(self._trouble) == before and not self._has_trouble(key, value):
            self._trouble.at(key, f"{name} has no labels", f"write below it: 2024: {NOT_PRINTED}")

    def _is_long_form(self, block: Mapping) -> bool:
        if "printed" not in block.values:
            return False
        extra = [text for text in block.values if text not in LONG_FORM]
        return not any(parse_label(text) for text in extra)

    def _common(self, block: Mapping) -> _Common:
        """The keys of a series that are no labels."""
        trouble, values = self._trouble, block.values
        common = _Common(read_rounding(block, trouble) or self._rounding)
        if "unit" in values:
            node = values["unit"]
            if unit := text_of(node, trouble, "write for example: RMB billion"):
                assert isinstance(node, Scalar)
                common.unit = read_unit(node, unit, trouble)
        common.sign = self._sign(block)
        common.texts = self._texts(block, ("source", "url", "note"))
        return common

    def _sign(self, block: Mapping) -> Sign | None:
        node = block.values.get("sign")
        text = "" if node is None else choice_of(node, SIGNS, self._trouble)
        return Sign(text) if text else None

    def _texts(self, block: Mapping, names: Collection[str]) -> dict[str, str]:
        return {n: text_of(block.values[n], self._trouble) for n in names if n in block.values}

    def _label(self, series: str, label: str, key: Scalar, value: Node, common: _Common) -> _Label:
        """One label's figure in any of its forms; without a label, the figure of that name."""
        name = f"{series}.{label}" if label else series
        before = len(self._trouble)
        printed, block = value, None
        if isinstance(value, Mapping):
            block = value
            check_keys(block, LONG_FORM, "a figure", self._trouble)
            if "printed" not in block.values:
                message = f"{name} does not say what is printed"
                self._trouble.at(key, message, f"write below it: printed: {NOT_PRINTED}")
                self.figures.broken.add(name)
            printed = block.values.get("printed", Scalar(NOT_PRINTED, "", *_place(key)))
        found = _Label(name, label, key.span, [], common.rounding, False, common.sign, common.texts)
        found.printed = self._printed(printed, common.unit)
        if block is not None:
            self._long_form(block, found)
        if len(self._trouble) > before or self._has_trouble(key, value):
            self.figures.broken.add(name)
        return found

    def _has_trouble(self, key: Scalar, value: Node) -> bool:
        """Whether something was wrong here already before figures were read."""
        end = (value.end_line, value.end_column + 1)
        return not self._was_sound and self._trouble.touches((key.line, key.column), end)

    def _is_label(self, label: str, key: Scalar) -> bool:
        if LABEL.fullmatch(label):
            return True
        instead = re.sub(r"[^A-Za-z0-9]+", "_", label).strip("_")
        hint = f"write: {instead}" if instead else "letters, digits and _"
        self._trouble.at(key, f"'{label}' is not a label", hint)
        return False

    def _printed(self, node: Node, unit: SeriesUnit | None) -> list[tuple[Scalar, Printed]]:
        if isinstance(node, Mapping):
            message = f"a printed figure belongs here, not {kind_of(node)}"
            self._trouble.at(node, message, "write it as printed, in one line")
            return []
        if isinstance(node, Scalar):
            scalars = [node]
        else:
            scalars = list(texts_of(node, self._trouble, f"write: {NOT_PRINTED}"))
        read = self._printer.read
        found = [(scalar, printed) for scalar in scalars if (printed := read(scalar))]
        if unit is not None:
            found = [(scalar, unit.apply(printed)) for scalar, printed in found]
        missing = [scalar for scalar, printed in found if printed.kind is Kind.MISSING]
        if missing and len(found) > 1:
            message = f"'{NOT_PRINTED}' beside a printing"
            self._trouble.at(missing[0], message, "delete it, or the printings")
        return [] if missing else found

    def _long_form(self, block: Mapping, label: _Label) -> None:
        label.rounding = read_rounding(block, self._trouble) or label.rounding
        label.sign = self._sign(block) or label.sign
        if "exact" in block.values:
            label.exact = flag_of(block.values["exact"], self._trouble)
        label.texts = label.texts | self._texts(block, ("source", "url", "quote", "note"))

    def _keep(self, series: str, labels: list[_Label]) -> None:
        """The labels as figures; a bare one takes the unit that its neighbours agree on."""
        everything = [printed for label in labels for _, printed in label.printed]
        common = common_unit(everything)
        units = {printed.unit for printed in everything if printed.unit is not None}
        unit = units.pop() if len(units) == 1 else None
        for label in labels:
            if common is not None:
                label.printed = [
                    (scalar, self._with_unit(label, scalar, printed, common, everything))
                    for scalar, printed in label.printed
                ]
            if report_two_units(label.name, label.printed, self._trouble):
                self.figures.broken.add(label.name)
                label.printed = label.printed[:1]
            figure = self.figures.by_name[label.name] = _figure(series, label, unit)
            if figure.unit is None and figure.printings:
                self.figures.bare[label.name] = label.rounding, label.exact

    def _with_unit(
        self,
        label: _Label,
        scalar: Scalar,
        printed: Printed,
        common: Printed,
        others: list[Printed],
    ) -> Printed:
        if not is_bare(printed):
            return printed
        if is_out_of_scale(printed, common, (p for p in others if not is_bare(p))):
            message = f"{label.name} has no unit: is it in {unit_words(common)}?"
            self._trouble.at(scalar, message, "write it with its unit")
            self.figures.broken.add(label.name)
        return with_unit(printed, common)


def _figure(series: str, label: _Label, common: Unit | None) -> Figure:
    printings: tuple[Printing, ...] = tuple(
        printing_of(printed, scalar.span, label.rounding, exact=label.exact)
        for scalar, printed in label.printed
    )
    values, contradictory = join(printings)
    own = label.printed[0][1].unit if label.printed else common
    return Figure(
        name=label.name,
        span=label.span,
        printings=printings,
        values=values,
        unit=own,
        series=series,
        label=label.label,
        period=parse_label(label.label) if label.label else None,
        sign=label.sign,
        contradictory=contradictory,
        **label.texts,
    )


def _place(node: Node) -> tuple[int, int, int, int]:
    return node.line, node.column, node.end_line, node.end_column

"""What the text of a parameter refers to: a figure, a series, a slice, or nothing that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sensecheck.claims_file.figures import Figures
from sensecheck.claims_file.nodes import Scalar
from sensecheck.claims_file.trouble import Trouble
from sensecheck.model import Figure, Operand

MOST_TAKEN: Final = 1_000_000
"""How many figures the claims of a file may take by naming series and slices."""

_REFERENCE: Final = re.compile(
    r"(?P<minus>[-\u2212\u2013]?)\s*(?P<series>[A-Za-z][A-Za-z0-9_]*)"
    r"(?:\.(?P<label>\*|[A-Za-z0-9_]+)(?:\.\.(?P<last>[A-Za-z0-9_]+))?)?"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """The operands that a text names; `collective` where it names them by * or a slice."""

    operands: tuple[Operand, ...]
    collective: bool = False


class BrokenReference(Exception):
    """The text names something that has a finding of its own, or gets one here."""


class Names:
    """Looks names up among the figures."""

    def __init__(self, figures: Figures, trouble: Trouble) -> None:
        self._figures = figures
        self._trouble = trouble
        self._found: dict[str, Reference] = {}
        self._taken = 0

    def find(self, scalar: Scalar) -> Reference | None:
        """What the scalar names; None where it is no name of a known series.

        Raises BrokenReference where it names one but wrongly, with a finding.
        """
        found = self._found.get(scalar.text)
        if found is None:
            found = self._find(scalar)
            if found is None:
                return None
            self._found[scalar.text] = found
        if found.collective:
            self._count(scalar, len(found.operands))
        return found

    def _count(self, scalar: Scalar, taken: int) -> None:
        """A file whose every claim takes all of a long series would be far larger than it looks."""
        if self._taken <= MOST_TAKEN < self._taken + taken:
            message = f"the claims take more than {MOST_TAKEN:,} figures by series and slices"
            self._trouble.at(scalar, message, "split the file")
        self._taken += taken
        if self._taken > MOST_TAKEN:
            raise BrokenReference

    def _find(self, scalar: Scalar) -> Reference | None:
        text = scalar.text
        match = _REFERENCE.fullmatch(text.strip())
        if match is None or match["series"] not in self._figures.series:
            return None
        series, label, last = match["series"], match["label"], match["last"]
        labels = self._figures.series[series]
        start = text.index(series)
        negative = bool(match["minus"])
        if label is None:
            if labels:
                hint = f"write {series}.{labels[-1]}, or {series}.* for all of it"
                self._wrong(scalar, start, f"{series} is a series", hint)
            return Reference((self._operand(series, negative),))
        if not labels:
            self._wrong(scalar, start, f"{series} has no labels", f"write {series}")
        if label == "*":
            names = [f"{series}.{each}" for each in labels]
            return Reference(tuple(self._operands(names, negative)), collective=True)
        if last is None:
            name = f"{series}.{label}"
            if name not in self._figures.by_name:
                self._unknown_label(scalar, start, series, label)
            return Reference((self._operand(name, negative),))
        names = self._slice(scalar, start, series, label, last)
        return Reference(tuple(self._operands(names, negative)), collective=True)

    def figure(self, name: str) -> Figure:
        """The figure of that name; ValueError with a message for people."""
        figure = self._figures.by_name.get(name)
        if figure is not None:
            if name in self._figures.broken:
                raise BrokenReference
            return figure
        if self._figures.series.get(name):
            raise ValueError(f"{name} is a series: write {name}.{self._figures.series[name][-1]}")
        meant = self.nearest(name)
        hint = f": did you mean {meant}?" if meant else ""
        raise ValueError(f"unknown figure '{name}'{hint}")

    def unknown(self, scalar: Scalar) -> None:
        """A finding for a name that is no figure's."""
        text = scalar.text.strip()
        bare = text.lstrip("-\u2212\u2013 ")
        minus = text[: len(text) - len(bare)].strip()
        meant = self.nearest(bare)
        hint = f"did you mean {minus}{meant}?" if meant else self._known()
        self._trouble.at(scalar, f"unknown figure '{text}'", hint)

    def nearest(self, name: str) -> str:
        """The figure, series or slice that was probably meant, or ''."""
        series, dot, label = name.partition(".")
        if not dot:
            meant = self._trouble.meant(name, self._figures.series)
            labels = self._figures.series.get(meant, ())
            return f"{meant}.{labels[-1]}" if labels else meant
        if series not in self._figures.series:
            series = self._trouble.meant(series, self._figures.series)
        if not series:
            return ""
        labels = self._figures.series[series]
        if not labels:
            return series
        parts = label.split("..")
        known = [
            part if part in labels or part == "*" else self._trouble.meant(part, labels)
            for part in parts
        ]
        return f"{series}.{'..'.join(known)}" if all(known) else f"{series}.{labels[-1]}"

    @staticmethod
    def looks_like_name(text: str) -> bool:
        """Whether a text is written as a figure's name is."""
        return _REFERENCE.fullmatch(text.strip()) is not None

    def _known(self) -> str:
        series = list(self._figures.series)
        if not series:
            return "the file has no figures"
        return "figures are: " + ", ".join(series[:6]) + (", …" if len(series) > 6 else "")

    def _slice(self, scalar: Scalar, start: int, series: str, first: str, last: str) -> list[str]:
        labels = self._figures.series[series]
        for label in (first, last):
            if label not in labels:
                self._unknown_label(scalar, start, series, label)
        low, high = labels.index(first), labels.index(last)
        if low > high:
            message = f"{last} stands before {first} in the file, whose order slices follow"
            self._wrong(scalar, start, message, f"write {series}.{last}..{first}")
        return [f"{series}.{label}" for label in labels[low : high + 1]]

    def _unknown_label(self, scalar: Scalar, start: int, series: str, label: str) -> None:
        labels = self._figures.series[series]
        meant = self._trouble.meant(label, labels)
        named = f"{series}.{label}"
        if meant:
            hint = f"did you mean {series}.{meant}?"
        else:
            hint = f"{series} has: {', '.join(labels[:8])}" + (", …" if len(labels) > 8 else "")
        self._wrong(scalar, start, f"unknown figure '{named}'", hint)

    def _wrong(self, scalar: Scalar, start: int, message: str, hint: str) -> None:
        self._trouble.within(scalar, start, len(scalar.text.rstrip()), message, hint)
        raise BrokenReference

    def _operands(self, names: Iterable[str], negative: bool) -> Iterable[Operand]:
        return (self._operand(name, negative) for name in names)

    def _operand(self, name: str, negative: bool) -> Operand:
        figure = self._figures.by_name.get(name)
        if figure is None or name in self._figures.broken:
            raise BrokenReference
        return Operand(figure, negative)

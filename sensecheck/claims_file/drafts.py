"""A claim on its way from the file to the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sensecheck.claims_file.nodes import Mapping, Node, Scalar, Sequence
from sensecheck.model import Arguments, Operand
from sensecheck.numbers.printed import Printed
from sensecheck.rules.base import Rule

# The parameters of each rule whose figures share one unit.
_ALIKE: Final = {
    "sum": ("of",),
    "increase": ("from", "to"),
    "decrease": ("from", "to"),
    "percent_increase": ("from", "to"),
    "percent_decrease": ("from", "to"),
    "before_change": ("to",),
    "after_change": ("from",),
    "cagr": ("from", "to"),
    "compound": ("of",),
    "share": ("part", "whole"),
    "ratio": ("of", "to"),
    "average": ("of",),
    "compare": ("figure", "than"),
    "rank": ("figure", "among"),
    "trend": ("of",),
}
# The rules whose result is in that unit.
_KEEPING: Final = frozenset(
    {"sum", "increase", "decrease", "before_change", "after_change", "average"}
)


@dataclass(slots=True)
class StatedDraft:
    """What a claim states, before units are settled: printings, an answer, or a figure."""

    node: Node
    text: str
    printed: list[tuple[Scalar, Printed]] = field(default_factory=list)
    answer: str = ""
    operand: Operand | None = None


@dataclass(slots=True)
class Draft:
    """A claim whose parameters are read; `failed` where its units then turned out not to fit."""

    key: Scalar
    block: Mapping
    rule: Rule
    arguments: Arguments
    stated: StatedDraft
    failed: bool = False

    @property
    def keeps_unit(self) -> bool:
        """Whether the result has the unit of the inputs."""
        return self.rule.name in _KEEPING

    def alike(self) -> Iterator[Operand]:
        """The operands that share one unit; the stated figure, where the result has it too."""
        for parameter in _ALIKE.get(self.rule.name, ()):
            yield from self.arguments.figures.get(parameter, ())
        if self.keeps_unit and self.stated.operand is not None:
            yield self.stated.operand

    def place_of(self, parameter: str, name: str = "") -> Node:
        """Where the claim names a figure, or where it gives the parameter."""
        node = self.block.values.get(parameter, self.key)
        if isinstance(node, Sequence):
            for item in node.items:
                if isinstance(item, Scalar) and name and item.text.strip().endswith(name):
                    return item
        return node

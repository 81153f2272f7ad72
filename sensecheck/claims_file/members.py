"""What a list, a series or a slice holds for a rule, and what it must not hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from sensecheck.claims_file.nodes import Node
from sensecheck.claims_file.references import BrokenReference, Reference
from sensecheck.claims_file.trouble import Trouble
from sensecheck.model import Arguments, Operand
from sensecheck.numbers.periods import overlap

# Where an unprinted label of * or a slice is passed over: it says nothing about the printed ones.
_LENIENT: Final = frozenset({("trend", "of"), ("rank", "among"), ("compare", "than")})
_ADDING: Final = frozenset({("sum", "of"), ("average", "of"), ("share", "part")})


def taken(
    references: Iterable[Reference], rule: str, parameter: str, arguments: Arguments
) -> tuple[tuple[Operand, ...], tuple[str, ...]]:
    """The operands that the rule works on, and the names of those left out."""
    every = [operand for reference in references for operand in reference.operands]
    if (rule, parameter) not in _LENIENT:
        return tuple(every), ()
    left_out = {
        operand.figure.name
        for reference in references
        if reference.collective
        for operand in reference.operands
        if not operand.figure.printings
    }
    left_out -= {operand.figure.name for operand in arguments.figures.get("figure", ())}
    kept = tuple(operand for operand in every if operand.figure.name not in left_out)
    if len(kept) < (1 if rule == "compare" else 2):
        return tuple(every), ()
    names = dict.fromkeys(operand.figure.name for operand in every)
    return kept, tuple(name for name in names if name in left_out)


def check_collection(
    operands: Sequence[Operand],
    rule: str,
    parameter: str,
    arguments: Arguments,
    node: Node,
    trouble: Trouble,
) -> None:
    """Findings for what cannot be meant; raises BrokenReference after one."""
    if (rule, parameter) in _ADDING:
        _check_overlap(operands, node, trouble)
    itself = arguments.figures.get("figure", ())
    if not itself or itself[0].figure.is_literal:
        return
    name = itself[0].text
    among = [operand.text for operand in operands]
    if rule == "compare" and name in among:
        hint = "list the others, or use the rule rank"
        trouble.at(node, f"{name} is compared with itself", hint)
        raise BrokenReference
    if rule == "rank" and name not in among:
        trouble.at(node, f"{name} is not among these", f"add {name} to the list")
        raise BrokenReference


def _check_overlap(operands: Sequence[Operand], node: Node, trouble: Trouble) -> None:
    """Periods of one series that hold the same days must not be added up."""
    groups: dict[tuple[str, bool], list[Operand]] = {}
    for operand in operands:
        if operand.figure.period is not None:
            groups.setdefault((operand.figure.series, operand.negative), []).append(operand)
    for group in groups.values():
        dated = [(o.figure.period, o.figure.name) for o in group if o.figure.period is not None]
        dated.sort(key=lambda entry: (entry[0].start, entry[0].end))
        for (a, first), (b, second) in pairwise(dated):
            if overlap(a, b) and first != second:
                message = f"{first} and {second} overlap and would be counted twice"
                trouble.at(node, message, "list the labels that are meant")
                raise BrokenReference

"""Whether the units of a claim go together, and what its stated figure then is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from sensecheck.claims_file.conversions import report_two_units
from sensecheck.claims_file.drafts import Draft, StatedDraft
from sensecheck.claims_file.nodes import Scalar
from sensecheck.claims_file.printings import (
    common_unit,
    is_bare,
    is_out_of_scale,
    join,
    printing_of,
    with_unit,
)
from sensecheck.claims_file.trouble import Trouble
from sensecheck.claims_file.unit_words import plural, unit_words
from sensecheck.model import Operand, Stated
from sensecheck.numbers.printed import Kind, Printed
from sensecheck.numbers.readings import Rounding
from sensecheck.numbers.units import MULTIPLE, PERCENT, PLAIN, POINTS, Unit
from sensecheck.rules.base import QuantityRule, UnitMismatch, Units, describe

_TIMES: Final = (Unit((("day", 1),)), Unit((("year", 1),)))
# Rules whose result may be printed as a percentage, a fraction or a multiple.
_FREE: Final = frozenset({"share", "ratio", "formula", "product", "average"})


def settle(draft: Draft, rounding: Rounding, trouble: Trouble) -> Stated | None:
    """The stated figure of a claim whose units go together; None with findings."""
    if draft.failed:
        return None
    before = len(trouble)
    _set_time(draft)
    result = _result_unit(draft, trouble)
    if len(trouble) > before:
        return None
    stated = draft.stated
    if not isinstance(draft.rule, QuantityRule):
        return Stated(stated.text, trouble.visible(stated.node), answer=stated.answer)
    if stated.operand is not None:
        unit = stated.operand.figure.unit
        if unit is not None and result is not None:
            _check_fit(draft, stated.node, result, unit, stated.text, trouble)
        if len(trouble) > before:
            return None
        place = trouble.visible(stated.node)
        return Stated(stated.text, place, unit=unit or result, operand=stated.operand)
    stated.printed = [
        (scalar, _with_result_unit(draft, scalar, printed, result, trouble))
        for scalar, printed in stated.printed
    ]
    if len(trouble) > before or report_two_units("the result", stated.printed, trouble):
        return None
    return _printed(draft, rounding, result, trouble)


def as_printed(stated: StatedDraft, rounding: Rounding, trouble: Trouble) -> Stated:
    """What a claim states that has nothing to recompute."""
    printings = tuple(
        printing_of(printed, scalar.span, rounding) for scalar, printed in stated.printed
    )
    unit = printings[0].printed.unit if printings else None
    place = trouble.visible(stated.node)
    return Stated(stated.text, place, printings, join(printings)[0], unit, operand=stated.operand)


def _printed(
    draft: Draft, rounding: Rounding, result: Unit | None, trouble: Trouble
) -> Stated | None:
    stated, rule = draft.stated, draft.rule
    as_measure = isinstance(rule, QuantityRule) and rule.counts_are_rounded
    printings = tuple(
        printing_of(printed, scalar.span, rounding, as_measure=as_measure)
        for scalar, printed in stated.printed
    )
    values, contradictory = join(printings)
    if contradictory:
        texts = " and ".join(f"'{scalar.text}'" for scalar, _ in stated.printed)
        hint = "if the article prints both, make each a claim of its own"
        trouble.at(stated.node, f"{texts} exclude each other", hint)
        return None
    unit = printings[0].printed.unit or result
    return Stated(stated.text, trouble.visible(stated.node), printings, values, unit)


def _set_time(draft: Draft) -> None:
    """A duration is counted in what its stated figure counts, else in years."""
    if draft.rule.name != "duration":
        return
    units = [printed.unit for _, printed in draft.stated.printed]
    unit = "day" if _TIMES[0] in units else "year"
    draft.arguments = replace(draft.arguments, texts={**draft.arguments.texts, "unit": (unit,)})


def _result_unit(draft: Draft, trouble: Trouble) -> Unit | None:
    """The unit of the result; None where the units of unprinted figures leave it open."""
    units = _units(draft)
    if units is None:
        return None
    try:
        return draft.rule.unit(draft.arguments, units)
    except UnitMismatch as error:
        message, _, hint = str(error).partition(": ")
        place = trouble.visible(draft.place_of(*_odd_one(draft, units)))
        trouble.add(place, message, hint or "write the figures in one unit")
        return None


def _units(draft: Draft) -> Units | None:
    """The unit of each operand; one that is not printed has the unit of those like it."""
    alike = {operand.figure.name for operand in draft.alike()}
    known = (operand.figure.unit for operand in draft.alike())
    common = next((unit for unit in known if unit is not None), PLAIN)
    units: dict[str, tuple[Unit, ...]] = {}
    for parameter, operands in draft.arguments.figures.items():
        found = [
            _unit_of(operand, common if operand.figure.name in alike else None)
            for operand in operands
        ]
        if None in found:
            return None
        units[parameter] = tuple(unit for unit in found if unit is not None)
    return units


def _unit_of(operand: Operand, common: Unit | None) -> Unit | None:
    figure = operand.figure
    if figure.unit is not None:
        return figure.unit
    return PLAIN if figure.printings else common


def _odd_one(draft: Draft, units: Mapping[str, tuple[Unit, ...]]) -> tuple[str, str]:
    """The parameter and the figure whose unit first differs from the first one's."""
    if "change" in units:
        return "change", ""
    first: Unit | None = None
    for parameter, operands in draft.arguments.figures.items():
        for operand, unit in zip(operands, units[parameter], strict=True):
            first = first or unit
            if unit != first:
                return parameter, operand.figure.name
    return next(iter(units), "rule"), ""


def _with_result_unit(
    draft: Draft, scalar: Scalar, printed: Printed, result: Unit | None, trouble: Trouble
) -> Printed:
    """The stated printing, with the result's unit where it has none; a finding where it cannot."""
    is_count = printed.kind is Kind.ORDINAL and draft.rule.name in ("duration", "count")
    if result is None or is_count:
        return printed
    if not is_bare(printed):
        assert printed.unit is not None
        _check_fit(draft, scalar, result, printed.unit, printed.text, trouble)
        return printed
    if result in (PERCENT, POINTS):
        sign = "%" if result == PERCENT else " percentage points"
        message = f"the result is in {plural(result)}, and '{printed.text}' does not say so"
        trouble.at(scalar, message, f"write {printed.text}{sign}")
        return printed
    if result.is_dimensionless:
        return printed
    finest = [operand.figure.finest for operand in draft.arguments.operands]
    inputs = [found.printed for found in finest if found and found.printed.unit == result]
    if printed.kind is Kind.ORDINAL:
        inputs = []
    common = common_unit(inputs)
    if common is not None and is_out_of_scale(printed, common, inputs):
        message = f"'{printed.text}' has no unit: is it in {unit_words(common)}?"
        trouble.at(scalar, message, "write it with its unit")
        return printed
    if common is not None or (printed.scaled and inputs):
        return with_unit(printed, common or inputs[0])
    message = f"'{printed.text}' has no unit, the result is in {plural(result)}"
    trouble.at(scalar, message, f"write it with its unit, as {printed.text} {plural(result)}")
    return printed


def _check_fit(
    draft: Draft, node: object, result: Unit, unit: Unit, text: str, trouble: Trouble
) -> None:
    """A finding where the stated unit cannot be the result's."""
    if unit == result or draft.rule.name == "count":
        return
    if unit.is_dimensionless and result.is_dimensionless:
        if {unit, result} == {PERCENT, POINTS} or {unit, result} == {PLAIN, MULTIPLE}:
            return  # percent for points is a slip in the article, for the judge to name
        if draft.rule.name in _FREE and POINTS not in (unit, result):
            return
    elif result in (PLAIN, MULTIPLE) and _all_bare(draft):
        return
    where = draft.stated.node if not isinstance(node, Scalar) else node
    message = f"the result is in {plural(result)}, '{text}' is in {plural(unit)}"
    trouble.at(where, message, _fit_hint(draft, result, unit, text))


def _all_bare(draft: Draft) -> bool:
    """Whether no input has a unit, so that the stated one may well be theirs."""
    return all(operand.figure.unit is None for operand in draft.arguments.operands)


def _fit_hint(draft: Draft, result: Unit, unit: Unit, text: str) -> str:
    if result == PERCENT and unit.is_dimensionless:
        return "write it in %, or use the rule ratio"
    over = tuple(base for base in result.bases if base[1] > 0)
    if over == unit.bases:
        return f"write {text} per {describe(result).partition(' per ')[2]}"
    if result.bases and unit.bases:
        return "convert it in a formula, or correct the unit"
    return "correct the unit, or use another rule"

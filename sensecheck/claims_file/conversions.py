"""One figure in two currencies: no printing of it, but a claim of its own."""

from __future__ import annotations

from collections.abc import Sequence

from sensecheck.claims_file.nodes import Scalar
from sensecheck.claims_file.trouble import Trouble
from sensecheck.numbers.printed import Printed
from sensecheck.rules.base import describe


def report_two_units(
    name: str, printed: Sequence[tuple[Scalar, Printed]], trouble: Trouble
) -> bool:
    """A finding where the printings of one figure have different units; whether there was one."""
    if len(printed) < 2:
        return False
    (_, first), *others = printed
    for scalar, other in others:
        if other.unit == first.unit:
            continue
        if first.unit is None or other.unit is None:
            bare = first if first.unit is None else other
            message = f"'{bare.text}' has no unit, the other printing has one"
            trouble.at(scalar, message, "write the unit with both")
            return True
        if first.unit.is_dimensionless or other.unit.is_dimensionless:
            hint = "one figure has one unit"
        else:
            hint = (
                f"make it a claim: formula: {name} / fx_rate, stated: {other.text}, "
                f"with a figure fx_rate: … {describe(first.unit)} per {describe(other.unit)}"
            )
        message = f"{describe(first.unit)} and {describe(other.unit)} as printings of one figure"
        trouble.at(scalar, message, hint)
        return True
    return False

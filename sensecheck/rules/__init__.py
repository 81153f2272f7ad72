"""The rules: one file each, imported when a claim first uses it."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from sensecheck.rules.base import Rule

RULES: Final = (
    "sum",
    "increase",
    "decrease",
    "percent_increase",
    "percent_decrease",
    "before_change",
    "after_change",
    "cagr",
    "compound",
    "share",
    "ratio",
    "product",
    "average",
    "compare",
    "rank",
    "trend",
    "duration",
    "count",
    "formula",
)
"""Every rule by its name, which is also its file's, in the order in which people read of them."""


@cache
def rule_named(name: str) -> Rule:
    """The rule of that name; raises KeyError where there is none."""
    if name not in RULES:
        raise KeyError(name)
    return cast("Rule", import_module(f"{__name__}.{name}").RULE)

"""What an edit did: the results of a claims file before it and after it, compared. Data only."""

from __future__ import annotations

from sensecheck.changes.comparing import compare
from sensecheck.changes.files import Pair, paired
from sensecheck.changes.kinds import (
    Absent,
    Changes,
    ClaimChange,
    ConflictChange,
    Effect,
    FigureChange,
    ImpliedChange,
    ParameterChange,
    Side,
)

__all__ = [
    "Absent",
    "Changes",
    "ClaimChange",
    "ConflictChange",
    "Effect",
    "FigureChange",
    "ImpliedChange",
    "Pair",
    "ParameterChange",
    "Side",
    "compare",
    "paired",
]

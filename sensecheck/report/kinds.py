"""The kinds of problems that CI formats report, and what to say of each where they list them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What a problem is; the values are the rule ids of the formats and never change."""

    FAIL = "fail"
    CONFLICT = "conflict"
    CONTRADICTORY = "contradictory-figure"
    FINDING = "finding"
    DISCREPANCY = "discrepancy"
    UNVERIFIABLE = "unverifiable"


class Level(StrEnum):
    """How much a problem matters: an error fails the run, a note never does."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class About:
    """A kind in a few words, in a sentence, and at the length of a help page."""

    title: str
    summary: str
    help: str
    level: Level


_EXPLAIN: Final = (
    "'sensecheck explain ID' shows the arithmetic, 'sensecheck rules NAME' what its rule checks."
)

KINDS: Final = {
    Kind.FAIL: About(
        "The printed figures exclude the statement",
        "No true values that would be printed as the figures are printed can make the "
        "statement true.",
        "A fail is a proof, over all values that the printed figures may stand for, in exact "
        "arithmetic. Either the statement is wrong, or one of its figures is, or the claims "
        "file misquotes the article. The message names the likely slip where exactly one "
        "would explain it. Correct the article or the claims file, or keep the statement: "
        f"'accepted: why' on the claim. {_EXPLAIN}",
        Level.ERROR,
    ),
    Kind.CONFLICT: About(
        "Statements that cannot all be true",
        "Each of these statements is possible; together they are not.",
        "The message shows the arithmetic that excludes them: what the statements say of the "
        "same figure. Without any one of them the rest can be true. Correct one, or keep them "
        "with a reason: the conflict's id and the reason under 'accepted:'. 'sensecheck "
        "explain ID' shows all that the conflict rests on.",
        Level.ERROR,
    ),
    Kind.CONTRADICTORY: About(
        "A figure printed in ways that exclude each other",
        "No value would be printed in all the ways in which the figure is printed.",
        "The article prints one quantity twice, and the two cannot be the same. Correct one, "
        "or give them figures of their own if they are two quantities. Claims that use the "
        "figure cannot be checked until then.",
        Level.ERROR,
    ),
    Kind.FINDING: About(
        "A problem with the claims file itself",
        "Something in the claims file cannot be read, or does not mean what it seems to.",
        "The message says what is wrong and what to write instead. Claims that the problem "
        "touches are not checked; the run ends with exit code 2.",
        Level.ERROR,
    ),
    Kind.DISCREPANCY: About(
        "Not what the printed figures give, but possible",
        "The printed figures give another result; rounding or a hedge can explain it.",
        "Some true values that would be printed as the figures are printed make the statement "
        "true, so nothing is proved. The message says what would have to be rounded. "
        "'accepted: why' on the claim keeps it; with --strict it fails the run. "
        f"{_EXPLAIN}",
        Level.WARNING,
    ),
    Kind.UNVERIFIABLE: About(
        "Nothing to check the statement with",
        "A figure that the statement needs is not printed, or the claims file says that the "
        "statement cannot be checked.",
        "Where one figure is missing, the message says what it must be for the statement to "
        "hold. 'sensecheck questions' writes what to ask the author.",
        Level.NOTE,
    ),
}

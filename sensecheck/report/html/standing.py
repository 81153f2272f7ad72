"""How a statement or a number stands: the word, the symbol and the class that its mark has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sensecheck.model import Conflict, Outcome, Results, Verdict
from sensecheck.report.style import LOOKS


@dataclass(frozen=True, slots=True)
class Standing:
    """A look of marks: none of colour (by `kind`), symbol and word carries it alone.

    `filters` names the counts of the summary that a statement of this standing is among.
    """

    kind: str
    symbol: str
    word: str
    filters: tuple[str, ...] = ()


FIGURE: Final = Standing("figure", "", "figure")
EXCUSED: Final = Standing("excused", "", "excused")
UNCOVERED: Final = Standing("uncovered", "○", "uncovered", ("uncovered",))
CONFLICT_SYMBOL: Final = "≠"
WEAK_SYMBOL: Final = "(✓)"

_WORST_FIRST: Final = (
    *("fail", "conflict", "discrepancy", "uncovered", "unverifiable", "accepted"),
    *("weak", "pass", "figure", "excused"),
)


def rank(standing: Standing) -> int:
    """The lower, the worse."""
    return _WORST_FIRST.index(standing.kind)


def worst_kind(kinds: Iterable[str]) -> str:
    """The worst of some kinds; '' is none at all."""
    return min(kinds, key=lambda kind: _WORST_FIRST.index(kind) if kind else len(_WORST_FIRST))


def worst(standings: Iterable[Standing]) -> Standing:
    """The worst of some, with the filters of all of them."""
    every = sorted(standings, key=rank)
    filters = dict.fromkeys(name for standing in every for name in standing.filters)
    return Standing(every[0].kind, every[0].symbol, every[0].word, tuple(filters))


def standings_of(results: Results) -> dict[str, Standing]:
    """How each claim and assumption stands, and each figure whose printings exclude each other."""
    members: dict[str, list[Conflict]] = {}
    for conflict in results.conflicts:
        for name in (*conflict.claims, *conflict.assumptions):
            members.setdefault(name, []).append(conflict)
    found = {
        verdict.claim.id: _standing(verdict, members.get(verdict.claim.id, ()))
        for verdict in (*results.verdicts, *results.printings)
    }
    for verdict in results.assumptions:  # they are not counted, so that no count selects them
        conflicts = members.get(verdict.claim.id, ())
        one = _standing(verdict, conflicts)
        among = tuple(
            name for name in one.filters if conflicts and name in ("conflict", "accepted")
        )
        found[verdict.claim.id] = Standing(one.kind, one.symbol, one.word, among)
    return found


def _standing(verdict: Verdict, conflicts: Iterable[Conflict]) -> Standing:
    look, outcome = LOOKS[verdict.outcome], verdict.outcome
    filters = ["accepted" if verdict.accepted else outcome.value]
    filters += ["weak"] if verdict.weak else []
    filters += ["accepted" if conflict.accepted else "conflict" for conflict in conflicts]
    among = tuple(dict.fromkeys(filters))
    word = f"{look.word} (weak)" if verdict.weak else look.word
    if verdict.accepted:
        return Standing("accepted", look.symbol, f"{word}, accepted", among)
    if outcome is not Outcome.FAIL and "conflict" in among:
        return Standing("conflict", CONFLICT_SYMBOL, f"conflict, {word} by itself", among)
    if outcome is Outcome.PASS and verdict.weak:
        return Standing("weak", WEAK_SYMBOL, word, among)
    return Standing(outcome.value, look.symbol, word, among)

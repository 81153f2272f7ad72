"""Which claims need to be held against each other at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sensecheck.model import Outcome, Verdict


def in_question(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """The verdicts whose claims may exclude each other, or may say what an unprinted figure is.

    Claims that are linked by no shared figure have nothing to do with each other. A claim alone
    can be true if it did not fail, and claims that all pass hold together at the printed values,
    unless one states a figure: that is then what the claim makes it, not what is printed.
    """
    return tuple(v for group in _linked(verdicts) if not _is_settled(group) for v in group)


def linked_to(figure: str, verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """The verdicts whose claims say something of a figure, directly or through others."""
    groups = (group for group in _linked(verdicts) if any(figure in _figures(v) for v in group))
    return tuple(next(groups, ()))


def _is_settled(group: Sequence[Verdict]) -> bool:
    if any(verdict.missing for verdict in group):
        return False
    return len(group) == 1 or all(map(_holds_as_printed, group))


def _holds_as_printed(verdict: Verdict) -> bool:
    stated = verdict.claim.stated
    return verdict.outcome is Outcome.PASS and (stated is None or stated.operand is None)


def _linked(verdicts: Iterable[Verdict]) -> Iterator[list[Verdict]]:
    """The verdicts in groups that share figures, directly or through others (union-find)."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    judged = []
    for verdict in verdicts:
        names = _figures(verdict)
        if verdict.outcome is Outcome.FAIL or not names:
            continue
        judged.append((verdict, names[0]))
        for name in names[1:]:
            parent[root(name)] = root(names[0])
    groups: dict[str, list[Verdict]] = {}
    for verdict, name in judged:
        groups.setdefault(root(name), []).append(verdict)
    yield from groups.values()


def _figures(verdict: Verdict) -> list[str]:
    """The names of a claim's figures but those that it prints in place: nobody shares these."""
    claim = verdict.claim
    operands = list(claim.arguments.operands)
    if claim.stated is not None and claim.stated.operand is not None:
        operands.append(claim.stated.operand)
    return [operand.figure.name for operand in operands if not operand.figure.is_literal]

"""The accepted block: conflicts that somebody looked at and keeps, each with the reason."""

from __future__ import annotations

from collections.abc import Collection

from sensecheck.claims_file.nodes import Node, Scalar
from sensecheck.claims_file.shapes import block_of, text_of
from sensecheck.claims_file.trouble import Trouble
from sensecheck.model import Acceptance


def read_acceptances(
    node: Node | None, known: Collection[str], trouble: Trouble
) -> tuple[Acceptance, ...]:
    """The conflicts accepted; `known` are the ids of all claims and assumptions."""
    block = None if node is None else block_of(node, "accepted", trouble)
    if block is None:
        return ()
    accepted = []
    for name, value in block.values.items():
        before = len(trouble)
        reason = text_of(value, trouble, "write why it is kept")
        _check_id(block.keys[name], known, trouble)
        if len(trouble) == before:
            accepted.append(Acceptance(name, reason, block.keys[name].span))
    return tuple(accepted)


def _check_id(key: Scalar, known: Collection[str], trouble: Trouble) -> None:
    """A conflict's id: known ids, sorted, joined by +."""
    ids = key.text.split("+")
    start = 0
    for part in ids:
        name = part.strip()
        if name not in known:
            hint = trouble.did_you_mean(name, known) or "write the ids of the conflict's claims"
            trouble.within(key, start, start + len(part), f"unknown claim '{name}'", hint)
        start += len(part) + 1
    ordered = "+".join(sorted({part.strip() for part in ids}))
    if key.text != ordered and all(part.strip() in known for part in ids):
        trouble.at(key, "a conflict's id is its claims' ids, sorted and joined by +", ordered)

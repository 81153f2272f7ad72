"""A claims file as a tree, and the tree as a YAML text.

The leaves of a tree are written as they stand in the file, so that `5`, `'5'`, `~` and nothing at
all are different leaves.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from typing import Final

Tree = str | list["Tree"] | dict[str, "Tree"]

_PLAIN_KEY: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_+.-]*(?: [A-Za-z0-9.]+)*")


def written(tree: Tree, seed: int = 0) -> str:
    """The tree as a YAML text: blocks, and now and then braces and brackets."""
    if isinstance(tree, str):
        return f"{tree}\n"
    return "\n".join(_lines(tree, random.Random(seed))) + "\n"


def _lines(tree: dict[str, Tree] | list[Tree], rng: random.Random) -> Iterator[str]:
    heads: list[tuple[str, Tree]]
    if isinstance(tree, dict):
        heads = [(f"{_key(key)}:", value) for key, value in tree.items()]
    else:
        heads = [("-", item) for item in tree]
    for head, value in heads:
        if isinstance(value, str):
            first, *rest = value.split("\n")
            yield f"{head} {first}".rstrip()
            yield from (f"  {line}" for line in rest)
        elif rng.random() < 0.15 and _fits_braces(value):
            yield f"{head} {_flow(value)}"
        else:
            yield head
            yield from (f"  {line}" for line in _lines(value, rng))


def _key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def _fits_braces(tree: Tree) -> bool:
    """Whether every leaf can stand in braces as it is."""
    if isinstance(tree, str):
        return bool(tree) and "\n" not in tree and not re.search(r"[,\[\]{}#:]", tree)
    return all(map(_fits_braces, tree.values() if isinstance(tree, dict) else tree))


def _flow(tree: Tree) -> str:
    if isinstance(tree, str):
        return tree
    if isinstance(tree, list):
        return f"[{', '.join(map(_flow, tree))}]"
    return "{" + ", ".join(f"{_key(key)}: {_flow(value)}" for key, value in tree.items()) + "}"

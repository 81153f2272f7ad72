"""What people break in a claims file: at random, and one thing after the other."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Final

from tests.schema.good_files import RULES_DRAWN, good
from tests.schema.writing import Tree

# What takes a value's place, and what a key is renamed to or joined by.
_JUNK: Final[tuple[Tree, ...]] = (
    *("", "~", "null", "''", "' '", "'null'", '"~"', "Null-text", "5", "true", "2024-11-01"),
    *("[]", "{}", "[[x]]", "[x, ~]", "[x, '']", "[x, {a: b}]", "{x: y}", "[x]", "a b", "'é, ü'"),
    *("../x.md", "/x.md", "'C:\\x'", "a/../b", "..x/y..", "-x", "sum", "digits", "any"),
    *("yes", "x: y"),
)  # fmt: skip
_OTHERS: Final = ("''", "[]", "[x, ~]", "{x: y}", "true")
_KEYS: Final = (
    *("unknown", "H1 2024", "Bad_Id", "-x", "2021", "h1_2024", "printed", "unit", "note", "exact"),
    *("of", "from", "to", "years", "rule", "formula", "stated", "unverifiable", "quote", "tags"),
    *("figures", "claims", "article", "text", "5", "null", "true", "a.b", "a+b", "A+b", "é", "x y"),
)  # fmt: skip


def broken(seed: int, rule: str, times: int = 1) -> Tree:
    """A good file in which something was changed; now and then it is as good as before."""
    rng = random.Random(f"broken {rule} {seed}")
    file = good(seed, rule)
    for _ in range(times):
        file = _changed(rng, file)
    return file


def every_change(tree: Tree, below: str) -> Iterator[Tree]:
    """The tree with each value from a section down in turn replaced, deleted, joined by another."""
    joined = set()
    for path in _places(tree):
        if path[:1] != (below,):
            continue
        for junk in _OTHERS:
            yield _edited(tree, path, "replace", junk, "")
        yield _edited(tree, path, "delete", "", "")
        if path[:-1] not in joined:
            joined.add(path[:-1])
            yield _edited(tree, path, "add", "5", "unknown")


def _changed(rng: random.Random, file: Tree) -> Tree:
    """The file with one place of it changed."""
    places = list(_places(file))
    path = rng.choice(places)
    if not path:
        return _changed(rng, file) if rng.random() < 0.98 else rng.choice(_JUNK)
    change = rng.choice(("replace", "replace", "delete", "rename", "add", "rule"))
    if change == "rule":
        rules = [place for place in places if place[-1:] == ("rule",)]
        path = rng.choice(rules) if rules else path
        return _edited(
            file, path, "replace", rng.choice((*RULES_DRAWN, "percent_increse", "5")), ""
        )
    return _edited(file, path, change, rng.choice(_JUNK), rng.choice(_KEYS))


def _places(tree: Tree, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _places(value, (*path, key))


def _edited(tree: Tree, path: tuple[str, ...], change: str, junk: Tree, key: str) -> Tree:
    assert isinstance(tree, dict)
    name, *rest = path
    if rest:
        return tree | {name: _edited(tree[name], tuple(rest), change, junk, key)}
    match change:
        case "replace":
            return tree | {name: junk}
        case "delete":
            return {other: value for other, value in tree.items() if other != name} or "{}"
        case "rename" if key not in tree:
            return {key if other == name else other: value for other, value in tree.items()}
        case _:
            return tree if key in tree else tree | {key: junk}

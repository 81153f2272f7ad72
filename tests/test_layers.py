"""The house: a file imports only from floors below it, and no float comes near a verdict."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "sensecheck"
FILES = sorted(PACKAGE.rglob("*.py"))

# The ground floor first; a floor's rooms may not see each other. `__init__` is the public API.
FLOORS = (
    ("decoding", "numbers"),
    ("model",),
    ("rules",),
    ("claims_file",),
    ("judge",),
    ("reconcile", "article"),
    ("draft",),
    ("checking",),
    ("changes",),
    ("report",),
    ("exit_codes", "terminal"),
    ("sources",),
    ("revisions",),
    ("__init__",),
    ("cli",),
    ("__main__",),
)
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}

# What rules may share; they never import each other.
SHARED_BY_RULES = {"base", "relations"}

EXACT_ROOMS = ("numbers", "rules", "judge", "reconcile")
EXACT_MATH = {"ceil", "comb", "factorial", "floor", "gcd", "isqrt", "lcm", "perm"}


def room_of(path: Path) -> str:
    """The part of the package that a file belongs to: rules for sensecheck/rules/sum.py."""
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Every module of ours that a file imports, also inside functions and TYPE_CHECKING."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            for alias in node.names:
                yield node.lineno, f"{module}.{alias.name}"


def ours(path: Path) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Line, room and the rest of the dotted name of every import of ours."""
    for line, name in imports(path):
        first, *rest = name.split(".")
        if first == "sensecheck":
            room = rest[0] if rest and rest[0] in FLOOR else "__init__"
            yield line, room, tuple(rest[1:])


def label(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_every_file_stands_on_a_floor() -> None:
    assert {room_of(path) for path in FILES} <= set(FLOOR)


@pytest.mark.parametrize("path", FILES, ids=label)
def test_imports_point_downwards(path: Path) -> None:
    room = room_of(path)
    upwards = [
        f"line {line}: {room} imports {other}"
        for line, other, _ in ours(path)
        if other != room and FLOOR[other] >= FLOOR[room]
    ]
    assert not upwards


@pytest.mark.parametrize("path", sorted((PACKAGE / "rules").glob("*.py")), ids=label)
def test_rules_do_not_import_each_other(path: Path) -> None:
    if path.stem == "__init__":
        return
    siblings = [
        f"line {line}: {rest[0]}"
        for line, room, rest in ours(path)
        if room == "rules" and rest[:1] and rest[0] not in SHARED_BY_RULES
    ]
    assert not siblings


@pytest.mark.parametrize(
    "path", [path for path in FILES if room_of(path) in EXACT_ROOMS], ids=label
)
def test_no_float_comes_near_a_verdict(path: Path) -> None:
    floats = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Constant(value=float(number)):
                floats.append(f"line {node.lineno}: {number}")
            case ast.Call(func=ast.Name(id="float")):
                floats.append(f"line {node.lineno}: float()")
            case ast.Attribute(value=ast.Name(id="math"), attr=name) if name not in EXACT_MATH:
                floats.append(f"line {node.lineno}: math.{name}")
            case ast.ImportFrom(module="math", names=names):
                taken = {alias.name for alias in names} - EXACT_MATH
                floats += [f"line {node.lineno}: math.{name}" for name in sorted(taken)]
    assert not floats

"""What the schema and the loader say of one text, and what it is that they agree.

They agree where

- every finding about shape has an error of the schema at its place, and
- every error of the schema lies at the place of a finding about shape.

A place is a path, and it is the same one but for one message: of a duration with a slice and two
dates the loader names the claim, the schema the date that is too many. And the loader says nothing
where it does not look: below a name or label that is none, and of a file without claims where
something else is wrong as well.

Of a claim that has one mistake, or that takes a figure with one, the loader may leave the rest
unread. So the second half is for files with one mistake; of others it is asked only that what the
schema refuses has findings.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path as File
from typing import Any, Final

from jsonschema import Draft7Validator

from sensecheck.claims_file import load
from tests.schema.kinds import Kind, kind_of
from tests.schema.values import Path, Places, Version, value_of

ROOT: Final = File(__file__).parents[2]
SCHEMA_FILE: Final = ROOT / "sensecheck" / "claims.schema.json"
SCHEMA: Final[dict[str, Any]] = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))

_NOT_BOTH: Final = "duration takes a slice or two dates, not both"
_NO_CLAIMS: Final = ((), ("claims",))
_NO_NAMES: Final = ("is not a figure's name", "is not a label")


@dataclass(frozen=True)
class Found:
    """A finding: its kind, its message, and the paths that its place may stand for."""

    kind: Kind
    message: str
    paths: frozenset[Path]

    def is_at(self, path: Path) -> bool:
        """Whether a path leads to the finding's place."""
        if self.message == _NOT_BOTH and path:
            path = path[:-1] if path[-1] in ("from", "to") else path
        return path in self.paths


@lru_cache(maxsize=16)
def findings_of(text: str) -> tuple[Found, ...]:
    """What the loader finds."""
    places, found = None, []
    for finding in load(text, "claims.yaml").findings:
        places = places or Places(text)
        paths = places.at(finding.span.line, finding.span.column)
        deepest = reversed(max(paths, key=len))
        kind = kind_of(finding, next((step for step in deepest if isinstance(step, str)), ""))
        found.append(Found(kind, finding.message, frozenset(paths)))
    return tuple(found)


def errors_of(text: str, version: Version) -> frozenset[Path]:
    """Where the schema finds the text wrong; empty where it is right."""
    return _errors_of_json(json.dumps(value_of(text, version)))


@lru_cache(maxsize=16)
def _errors_of_json(text: str) -> frozenset[Path]:
    return frozenset(path for path, _ in messages_of(json.loads(text)))


def messages_of(value: Any) -> Iterator[tuple[Path, str]]:
    """Every error of a value: where it lies, and what a validator says."""
    for error in validator().iter_errors(value):
        path: Path = tuple(error.absolute_path)
        if "propertyNames" in error.absolute_schema_path:
            yield (*path, str(error.instance)), error.message
        elif error.validator == "additionalProperties":
            for key in error.instance:
                if key not in error.schema["properties"]:
                    yield (*path, key), error.message
        else:
            yield path, error.message


@cache
def validator() -> Draft7Validator:
    """The validator of the schema."""
    return Draft7Validator(SCHEMA)


def disagreements(text: str, *, one_mistake: bool = True) -> list[str]:
    """What only one of the two says of the shape of a text; it has to be YAML."""
    found = findings_of(text)
    shape = [finding for finding in found if finding.kind is Kind.SHAPE]
    said = []
    for version in Version:
        errors = errors_of(text, version)
        said += [
            f"{version.value}: the loader alone: {finding.message}, at {set(finding.paths)}"
            for finding in shape
            if not any(finding.is_at(path) for path in errors)
        ]
        if one_mistake:
            alone = [path for path in errors if not any(each.is_at(path) for each in shape)]
            alone = [path for path in alone if not _is_unread(path, found)]
        else:
            alone = [] if found else list(errors)
        said += [f"{version.value}: the schema alone, at {path}" for path in alone]
    return said


def _is_unread(path: Path, found: Sequence[Found]) -> bool:
    """Whether the loader does not look there."""
    if path in _NO_CLAIMS:
        return bool(found)
    names = [max(each.paths, key=len) for each in found if each.message.endswith(_NO_NAMES)]
    return any(path[: len(name)] == name for name in names)

"""A YAML text as an editor hands it to a JSON Schema validator, and where in it a place lies.

JSON has no dates, no keys but texts, and no key twice. So dates stay texts, a key is the text that
stands in the file, and of a key that stands twice the last counts, as in most parsers. What plain
words and digits become depends on the version of YAML: the language servers of editors follow 1.2,
where `yes` and `1_000` are texts; many command-line validators still follow 1.1, where they are
true and 1000. Both are composed here.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Any, Final

import yaml

from sensecheck.claims_file import nodes
from sensecheck.claims_file.characters import clean
from sensecheck.claims_file.yaml_text import read

Path = tuple[str | int, ...]

_TAG: Final = "tag:yaml.org,2002:"
_TRUE: Final = ("yes", "true", "on")
_NULL: Final = re.compile(r"null|Null|NULL|~|")
_BOOL: Final = re.compile(r"(?P<true>true|True|TRUE)|false|False|FALSE")
_INT: Final = re.compile(r"[-+]?[0-9]+")
_BASED: Final = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_SPECIAL: Final = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


class Version(Enum):
    """The two ways in which plain scalars are read."""

    V1_1 = "YAML 1.1"
    V1_2 = "YAML 1.2"


def value_of(text: str, version: Version) -> Any:
    """What a validator is given; raises yaml.YAMLError where the text is no YAML, or no JSON."""
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    return None if node is None else _value(node, version)


def _value(node: yaml.Node, version: Version) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, version) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {_key(key): _value(value, version) for key, value in node.value}
    assert isinstance(node, yaml.ScalarNode)
    return _by_1_1(node) if version is Version.V1_1 else _by_1_2(node)


def _key(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    raise yaml.constructor.ConstructorError(None, None, "a key that is no text", node.start_mark)


def _by_1_1(node: yaml.ScalarNode) -> Any:
    match node.tag.removeprefix(_TAG):
        case "null":
            return None
        case "bool":
            return node.value.lower() in _TRUE
        case "int":
            return yaml.constructor.SafeConstructor().construct_yaml_int(node)
        case "float":
            return yaml.constructor.SafeConstructor().construct_yaml_float(node)
    return node.value


def _by_1_2(node: yaml.ScalarNode) -> Any:
    text = node.value
    if node.style:  # quoted, or a block
        return text
    if _NULL.fullmatch(text):
        return None
    if word := _BOOL.fullmatch(text):
        return bool(word["true"])
    if _INT.fullmatch(text):
        return int(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    if _SPECIAL.fullmatch(text):
        return float(text.replace(".", ""))
    if _FLOAT.fullmatch(text):
        return float(text)
    return text


class Places:
    """Which path leads to what stands at a line and column; by the loader's own reading."""

    def __init__(self, text: str) -> None:
        cleaned, trouble = clean(text)
        root, _ = read(cleaned, trouble)
        self._starts: dict[tuple[int, int], set[Path]] = {}
        self._scalars: list[tuple[nodes.Scalar, Path]] = []
        if root is not None:
            self._add(root, ())

    def at(self, line: int, column: int) -> set[Path]:
        """The paths that may be meant: a block begins where its first key does."""
        found = self._starts.get((line, column))
        if found:
            return found
        within = {
            path
            for scalar, path in self._scalars
            if scalar.line == line and scalar.column <= column <= scalar.end_column
        }
        return within or {()}

    def _add(self, node: nodes.Node, path: Path) -> None:
        self._starts.setdefault((node.line, node.column), set()).add(path)
        if isinstance(node, nodes.Scalar):
            self._scalars.append((node, path))
        elif isinstance(node, nodes.Sequence):
            for index, item in enumerate(node.items):
                self._add(item, (*path, index))
        elif isinstance(node, nodes.Mapping):
            for name, key in node.keys.items():
                self._starts.setdefault((key.line, key.column), set()).add((*path, name))
                self._scalars.append((key, (*path, name)))
                self._add(node.values[name], (*path, name))

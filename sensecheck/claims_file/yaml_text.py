"""YAML text to nodes, by the events of the C parser: all scalars stay text.

What YAML reads otherwise than people do (anchors, aliases, tags, a second document, a key twice, a
comma between digits in a list, a # within a value) is a finding. A text that is no YAML is one too;
its line is then mended, so that the next mistake can be found in the same run.
"""

from __future__ import annotations

import re
from collections.abc import Sequence as SequenceOf
from typing import Any, Final

import yaml

from sensecheck.claims_file import bites, places
from sensecheck.claims_file.characters import describe, hidden
from sensecheck.claims_file.nodes import Mapping, Node, Scalar, Sequence, kind_of
from sensecheck.claims_file.trouble import Trouble
from sensecheck.model import Span

Lines = SequenceOf[str]
DEEPEST: Final = 20
"""Levels of lists and blocks that a file may nest."""

# How often a text is read anew to find its next mistake; a long one takes too long for that.
_MOST_MENDED: Final = 25
_LONG: Final = 1_000_000
_HASH: Final = re.compile(r"(?<=[ \t])#(?=[^\s#!])")


def read(text: str, trouble: Trouble) -> tuple[Node | None, frozenset[int] | None]:
    """The root of the text, None where there is none, and the lines that were mended to read it.

    Where lines were mended, the root is fit for finding more, not for checking. The lines are None
    where the text could not be read to its end.
    """
    if not hasattr(yaml, "CLoader"):
        message = "PyYAML has no C parser here (libyaml)"
        trouble.add(Span(0, 0, 0, 0), message, "install PyYAML from a wheel")
        return None, None
    lines = list(trouble.lines)
    mended_lines: set[int] = set()
    for _ in range(_MOST_MENDED if len(text) < _LONG else 1):
        reader = _Reader(text, trouble)
        try:
            return reader.read(), frozenset(mended_lines)
        except yaml.MarkedYAMLError as error:
            mended = bites.translate(error, reader.last, lines, trouble)
        except _Unparsable:
            return None, None
        if mended is None:
            return None, None
        number, lines[mended[0]] = mended
        mended_lines.add(number)
        text = "\n".join(lines)
    return None, None


class _Unparsable(Exception):
    """The text cannot be read on; a finding says why."""


class _Reader:
    """One pass over the events of one text."""

    def __init__(self, text: str, trouble: Trouble) -> None:
        self.last: Scalar | None = None
        self._parser: Any = yaml.CLoader(text)
        self._trouble = trouble
        self._hashes = _hashes(trouble.lines) if "#" in text else {}

    def read(self) -> Node | None:
        """The root node; raises yaml.MarkedYAMLError and _Unparsable."""
        next_event = self._parser.get_event
        # What is being filled, with the key that waits for its value, and what that stands in.
        container: Sequence | Mapping | None = None
        key: Node | None = None
        stack: list[tuple[Sequence | Mapping, Node | None]] = []
        root: Node | None = None
        documents = 0
        while True:
            event = next_event()
            kind = type(event)
            node: Node
            if kind is yaml.ScalarEvent:
                node = self._scalar(event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                assert container is not None
                node = self._closed(container, event)
                container, key = stack.pop() if stack else (None, None)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if container is not None:
                    stack.append((container, key))
                container, key = self._opened(event, len(stack)), None
                continue
            elif kind is yaml.AliasEvent:
                node = self._alias(event)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._second_document(event)
                    return root
                continue
            elif kind is yaml.StreamEndEvent:
                return root
            else:
                continue

            if container is None:
                root = node
            elif type(container) is Sequence:
                container.items.append(node)
            elif key is None:
                key = node
            else:
                self._put(container, key, node)  # type: ignore[arg-type]
                key = None

    def _scalar(self, event: Any) -> Scalar:
        start, end = event.start_mark, event.end_mark
        style = event.style or ""
        scalar = Scalar(event.value, style, start.line, start.column, end.line, end.column)
        if style in (">", "|"):  # the parser's end is where the next token begins
            scalar.end_line, scalar.end_column = start.line, start.column + 1
        self.last = scalar
        if event.anchor or event.tag:
            self._check_properties(event)
        if style == '"':
            self._check_escapes(scalar)
        elif not style and end.line in self._hashes:
            self._check_hash(scalar)
        return scalar

    def _opened(self, event: Any, depth: int) -> Sequence | Mapping:
        shape = Mapping if type(event) is yaml.MappingStartEvent else Sequence
        start = event.start_mark
        opened = shape(start.line, start.column, bool(event.flow_style))
        self._check_properties(event)
        if depth >= DEEPEST:
            message = f"nested more than {DEEPEST} levels deep"
            self._trouble.at(opened, message, "a claims file needs no more than five")
            raise _Unparsable
        return opened

    def _closed(self, container: Sequence | Mapping, event: Any) -> Sequence | Mapping:
        container.end_line = event.end_mark.line
        container.end_column = event.end_mark.column
        if container.flow:
            self._check_commas(container)
        return container

    def _put(self, mapping: Mapping, key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            self._trouble.at(key, "a key is a plain text", f"this is {kind_of(key)}")
            return
        if key.text == "<<":  # what it merges is an alias, which is a finding already
            return
        first = mapping.keys.get(key.text)
        if first is None:
            mapping.keys[key.text] = key
            mapping.values[key.text] = value
            return
        message = f"'{key.text}' is here twice, first in line {first.line + 1}"
        self._trouble.at(key, message, "delete one of them, or give it another name")
        mapping.repeated = {*(mapping.repeated or ()), key.text}

    def _alias(self, event: Any) -> Scalar:
        start, end = event.start_mark, event.end_mark
        scalar = Scalar("", "*", start.line, start.column, end.line, end.column)
        text = f"*{event.anchor}"
        message = f"{text} is a YAML alias: a value may not begin with *"
        self._trouble.at(scalar, message, f"quote it: '{text}', or write the value out")
        return scalar

    def _check_properties(self, event: Any) -> None:
        start = event.start_mark
        place = Scalar("", "", start.line, start.column, start.line, start.column + 1)
        value = places.value_at(self._trouble.lines, start.line, start.column)
        if event.anchor:
            message = f"&{event.anchor} is a YAML anchor: a value may not begin with &"
            self._trouble.at(place, message, places.quoted(value))
        if event.tag:
            message = f"{event.tag} is a YAML tag: a value may not begin with !"
            self._trouble.at(place, message, places.quoted(value))

    def _check_escapes(self, scalar: Scalar) -> None:
        found = hidden(scalar.text)
        if found:
            message = f"{describe(found.group())}, written as an escape"
            self._trouble.at(scalar, message, "delete it")

    def _check_hash(self, scalar: Scalar) -> None:
        line = self._trouble.lines[scalar.end_line]
        column = self._hashes[scalar.end_line]
        if column < scalar.end_column or line[scalar.end_column : column].strip():
            return
        start = scalar.column if scalar.line == scalar.end_line and scalar.text else column
        value = line[start:].rstrip()
        if "[" in line[:start] or "{" in line[:start]:
            value = re.split(r"[]},]", value, maxsplit=1)[0]
        span = Span(scalar.end_line, column, scalar.end_line, len(line.rstrip()))
        message = f"YAML drops '{line[column:].rstrip()}' as a comment"
        hint = f"{places.quoted(value)}, or put a space after the # of a comment"
        self._trouble.add(span, message, hint)

    def _check_commas(self, container: Sequence | Mapping) -> None:
        if isinstance(container, Sequence):
            pairs = zip(container.items, container.items[1:], strict=False)
        else:
            values, keys = list(container.values.values()), list(container.keys.values())
            pairs = zip(values, keys[1:], strict=False)
        for left, right in pairs:
            if not (isinstance(left, Scalar) and isinstance(right, Scalar)):
                continue
            if left.end_line != right.line or left.end_column + 1 != right.column:
                continue
            if left.style or right.style:  # quoted: "100","200" are two
                continue
            if left.text[-1:].isdigit() and right.text[:1].isdigit():
                span = Span(left.line, left.column, right.end_line, right.end_column)
                whole = f"{left.text},{right.text}"
                message = f"the comma in {whole} makes two values of it here"
                self._trouble.add(span, message, f"{places.quoted(whole)}, or use one line each")
                if isinstance(container, Mapping):
                    del container.keys[right.text], container.values[right.text]

    def _second_document(self, event: Any) -> None:
        line = event.start_mark.line
        message = "a second YAML document begins here"
        self._trouble.add(Span(line, 0, line, 3), message, "delete the ---, or use two files")


def _hashes(lines: Lines) -> dict[int, int]:
    """The first # of each line that follows a space and is followed by none."""
    found = ((number, _HASH.search(line)) for number, line in enumerate(lines) if " #" in line)
    return {number: match.start() for number, match in found if match}

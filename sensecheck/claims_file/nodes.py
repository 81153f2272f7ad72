"""The nodes of a YAML text: scalars as text, sequences, mappings, each with its place.

Slotted classes without dataclass machinery: a large file has hundreds of thousands of them.
"""

from __future__ import annotations

from sensecheck.model import Span


class Node:
    """Anything with a place: the line and column of its first character, and of its end."""

    __slots__ = ("column", "end_column", "end_line", "line")

    def __init__(self, line: int, column: int, end_line: int, end_column: int) -> None:
        self.line = line
        self.column = column
        self.end_line = end_line
        self.end_column = end_column

    @property
    def span(self) -> Span:
        """The place as the rest of the program knows it."""
        return Span(self.line, self.column, self.end_line, self.end_column)


class Scalar(Node):
    """A text; `style` is '' for plain, a quotation mark, or the sign of a block (> or |)."""

    __slots__ = ("style", "text")

    def __init__(
        self, text: str, style: str, line: int, column: int, end_line: int, end_column: int
    ) -> None:
        self.text = text
        self.style = style
        self.line = line
        self.column = column
        self.end_line = end_line
        self.end_column = end_column


class Sequence(Node):
    """A list; `flow` where it stands in brackets."""

    __slots__ = ("flow", "items")

    def __init__(self, line: int, column: int, flow: bool) -> None:
        super().__init__(line, column, line, column)
        self.flow = flow
        self.items: list[Node] = []


class Mapping(Node):
    """Keys with their values, in file order; `flow` where it stands in braces.

    A key that is no text is a finding and is not here; of a key that occurs again the first counts.
    """

    __slots__ = ("flow", "keys", "repeated", "values")

    def __init__(self, line: int, column: int, flow: bool) -> None:
        super().__init__(line, column, line, column)
        self.flow = flow
        self.keys: dict[str, Scalar] = {}
        self.values: dict[str, Node] = {}
        self.repeated: set[str] | None = None


def kind_of(node: Node) -> str:
    """What a node is, for messages."""
    if isinstance(node, Scalar):
        return "a text"
    return "a list" if isinstance(node, Sequence) else "a block of keys"

"""Which file became which."""

from __future__ import annotations

import pytest

from sensecheck.changes import paired

LONG = b"one\ntwo\nthree\nfour\nfive\n"
OTHER = b"a\nb\nc\nd\ne\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {}, []),
        ({"a": LONG}, {"a": OTHER}, [("a", "a")]),
        ({"a": LONG}, {}, [("a", None)]),
        ({}, {"a": LONG}, [(None, "a")]),
        ({"a": LONG}, {"b": LONG}, [("a", "b")]),
        # three of five lines are more than half of them; of six they are not
        ({"a": LONG}, {"b": b"one\ntwo\nthree\nx\ny\n"}, [("a", "b")]),
        ({"a": LONG}, {"b": b"one\ntwo\nthree\nx\ny\nz\n"}, [("a", None), (None, "b")]),
        ({"a": LONG}, {"b": OTHER}, [("a", None), (None, "b")]),
        # a file that is still there did not become another
        ({"a": LONG}, {"a": LONG, "b": LONG}, [("a", "a"), (None, "b")]),
        # two that are alike: nobody knows which it was
        ({"a": LONG}, {"b": LONG, "c": LONG}, [("a", None), (None, "b"), (None, "c")]),
        ({"a": LONG, "b": LONG}, {"c": LONG}, [("a", None), ("b", None), (None, "c")]),
        # … unless one is more alike
        ({"a": LONG}, {"b": LONG, "c": LONG + b"six\n"}, [("a", "b"), (None, "c")]),
        ({"a": LONG, "b": OTHER}, {"d": LONG, "c": OTHER}, [("b", "c"), ("a", "d")]),
        ({"a": b""}, {"b": b""}, [("a", None), (None, "b")]),
    ],
)
def test_files_are_paired(
    before: dict[str, bytes],
    after: dict[str, bytes],
    expected: list[tuple[str | None, str | None]],
) -> None:
    assert paired(before, after) == expected

"""How a snippet of prose and the numbers in it are written down: `q` a quantity, `other` none."""

from __future__ import annotations

from typing import Final, NamedTuple

from tests.number_labels import Value

ANY: Final = "(any)"  # for what is right either way, or has no name that everybody would choose


NO_QUANTITY: Final = frozenset({"year", "date", "ordinal", "version", "label", "idiom", "none"})


class Expected(NamedTuple):
    """A number to be found: its text, its kind and what it says."""

    text: str
    kind: str
    value: Value
    unit: str | None
    hedge: str | None
    direction: str | None
    noted: bool | None  # whether a note says what is ambiguous; None: it may


def q(
    text: str,
    kind: str,
    value: Value,
    unit: str | None = None,
    hedge: str | None = None,
    direction: str | None = None,
    *,
    noted: bool | None = None,
) -> Expected:
    """A quantity; `text` is exactly what is found, or with '…' at its end how that begins."""
    return Expected(text, kind, value, unit, hedge, direction, noted)


def other(text: str, kind: str) -> Expected:
    """No quantity: something of this kind holds `text`, an idiom only perhaps. 'none': anything."""
    return Expected(text, kind, None, ANY, ANY, ANY, None)


Row = tuple[str, list[Expected]]


def pct(
    text: str, value: Value, hedge: str | None = None, direction: str | None = None
) -> Expected:
    return q(text, "percent", value, "percent", hedge, direction)


def rmb(
    text: str, value: Value, hedge: str | None = None, direction: str | None = None
) -> Expected:
    return q(text, "currency", value, "RMB", hedge, direction)


def usd(
    text: str, value: Value, hedge: str | None = None, direction: str | None = None
) -> Expected:
    return q(text, "currency", value, "USD", hedge, direction)


def people(text: str, value: Value, hedge: str | None = None) -> Expected:
    return q(text, "count", value, "person", hedge)

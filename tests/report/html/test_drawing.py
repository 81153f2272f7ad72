"""The number line: where its shapes stand, and the words for those who do not see it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sensecheck.model import Range, Reading, Verdict
from sensecheck.report.html.drawing import EDGE, WIDTH, Bar, Drawing, drawing_of
from tests.report import build
from tests.report.html.parsed import Parsed


def drawn(verdict: Verdict) -> Drawing:
    drawing = drawing_of(verdict)
    assert drawing is not None
    return drawing


def at(value: str, low: str, high: str) -> str:
    """Where a value stands on an axis from low to high."""
    share = (Fraction(value) - Fraction(low)) / (Fraction(high) - Fraction(low))
    return f"{float(EDGE + share * (WIDTH - 2 * EDGE)):.1f}".removesuffix(".0")


def test_a_discrepancy_shows_where_both_can_be_true() -> None:
    drawing = drawn(build.discrepancy())
    # 13.807 … 13.877 % and 13.855 … 13.865 % on an axis from 13.75 to 13.90
    assert [tick.label for tick in drawing.ticks] == ["13.75", "13.80", "13.85", "13.90"]
    assert drawing.said == Bar(
        at("13.855", "13.75", "13.9"), at("13.865", "13.75", "13.9"), "closed", "closed", False
    )
    assert drawing.value == at("13.8421", "13.75", "13.9")
    assert drawing.shared is not None
    left, width = drawing.shared
    assert left == drawing.said.left
    assert abs(Fraction(left) + Fraction(width) - Fraction(drawing.said.right)) < Fraction(1, 5)
    assert drawing.between is None
    assert drawing.text == (
        "Number line. The figures allow between 13.807% and 13.877%, 13.84% as printed. "
        "The article says 13.855 … 13.865%. The two have values in common."
    )


def test_a_fail_shows_the_gap() -> None:
    drawing = drawn(build.fail())
    # The article says up to 29.65 %, the figures allow 35.27 % and more.
    assert drawing.shared is None
    assert drawing.between == (drawing.said.right, drawing.allowed.left)
    assert Fraction(drawing.said.right) < Fraction(drawing.allowed.left)
    assert drawing.text.endswith("The two have no value in common.")


def test_ends_that_are_open_or_missing() -> None:
    verdict = replace(
        build.discrepancy(),
        range=Range(build.interval("0.13", None), Reading.STRICT),
        stated=build.interval("0.13", "0.14", open_ends="()"),
    )
    drawing = drawn(verdict)
    assert (drawing.allowed.left_end, drawing.allowed.right_end) == ("closed", "endless")
    assert drawing.allowed.right == str(WIDTH)
    assert (drawing.said.left_end, drawing.said.right_end) == ("open", "open")


def test_nothing_is_drawn_where_there_is_nothing_to_compare() -> None:
    assert drawing_of(build.layoffs()) is None
    assert drawing_of(build.unverifiable()) is None
    assert drawing_of(build.missing()) is None


def test_the_picture_has_its_text_and_its_shapes() -> None:
    page = Parsed(build.results(build.fail()))
    (picture,) = page.every("svg")
    assert picture.get("role") == "img"
    assert (picture.get("aria-label") or "").startswith("Number line. The figures allow between")
    assert len(list(picture.iter("path"))) == 4  # the axis, the gap, two bars
    assert len(list(picture.iter("circle"))) == 1

"""Every text of the page can be read on its ground, in both themes: contrast AA."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sensecheck.report import html

STYLES = Path(html.__file__).parent / "styles"
COLOURS = dict(
    re.findall(
        r"--([a-z-]+): light-dark\((#[0-9a-f]{6}, #[0-9a-f]{6})\)",
        (STYLES / "colours.css").read_text(encoding="utf-8"),
    )
)
KINDS = ("fail", "conflict", "discrepancy", "uncovered", "unverifiable", "pass")
PAIRS = [
    *((tone, ground) for tone in ("ink", "quiet", "link") for ground in ("paper", "ground")),
    *((kind, f"{kind}-ground") for kind in KINDS),
    *((kind, "paper") for kind in KINDS),
    *(("ink", f"{kind}-ground") for kind in (*KINDS,)),
    *(("ink", ground) for ground in ("here", "input")),
    *((kind, ground) for kind in KINDS for ground in ("here", "input")),
]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("tone", "ground"), PAIRS)
def test_text_can_be_read(tone: str, ground: str, theme: int) -> None:
    pair = [COLOURS[name].split(", ")[theme] for name in (tone, ground)]
    assert contrast(*pair) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("line", ["faint", "focus", "link"])
def test_lines_that_mean_something_can_be_seen(line: str, theme: int) -> None:
    pair = [COLOURS[name].split(", ")[theme] for name in (line, "paper")]
    assert contrast(*pair) >= 3


def test_colours_are_named_in_one_place() -> None:
    for file in STYLES.glob("*.css"):
        if file.name != "colours.css":
            assert not re.search(r"#[0-9a-fA-F]{3,8}\b", file.read_text(encoding="utf-8")), file


def test_styles_and_scripts_are_ascii() -> None:
    """So that the page may be written in any encoding: references do not count inside of them."""
    files = [*STYLES.glob("*.css"), *(STYLES.parent / "scripts").glob("*.js")]
    assert len(files) > 10
    assert [file.name for file in files if not file.read_text(encoding="utf-8").isascii()] == []

"""Stretches laid flat, against looking at every offset."""

from __future__ import annotations

import random

from sensecheck.report.html.layers import flat


def test_every_offset_has_what_lies_over_it() -> None:
    seeded = random.Random(11)
    for _ in range(300):
        stretches = [
            (start, start + seeded.randint(0, 8), seeded.randint(1, 3))
            for start in (seeded.randint(0, 20) for _ in range(seeded.randint(0, 6)))
        ]
        layer = flat(stretches, max)
        for offset in range(32):
            over = [value for start, end, value in stretches if start <= offset < end]
            assert layer.at(offset) == (max(over) if over else None)
        ends = list(layer.ends)
        assert ends == sorted(ends)


def test_stretches_that_touch_stay_apart() -> None:
    assert flat([(0, 2, 1), (2, 4, 2)], max).stretches == ((0, 2, 1), (2, 4, 2))
    assert flat([(3, 3, 1)], max).stretches == ()

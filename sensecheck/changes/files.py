"""Which file became which: by name, and where one went and one came, by what is in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

_ALIKE: Final = Fraction(1, 2)
"""A file was renamed where more than this of its lines are the same."""

Pair = tuple[str | None, str | None]
"""A file's name before and after; None where it was not there."""


def paired(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[Pair]:
    """Each file of either side once, in the order of names, the new name counting.

    A file that went and one that came are one file where they are more alike than either of them
    is with any other, and that beyond doubt.
    """
    gone = [name for name in before if name not in after]
    come = [name for name in after if name not in before]
    renamed = _renamed({n: before[n] for n in gone}, {n: after[n] for n in come})
    pairs: list[Pair] = [(name, name) for name in after if name in before]
    pairs += [(renamed.get(name), name) for name in come]
    taken = set(renamed.values())
    pairs += [(name, None) for name in gone if name not in taken]
    return sorted(pairs, key=lambda pair: pair[1] or pair[0] or "")


def _renamed(gone: Mapping[str, bytes], come: Mapping[str, bytes]) -> dict[str, str]:
    """The old name of each new file that was renamed."""
    if not gone or not come:
        return {}
    olds = {name: Counter(text.splitlines()) for name, text in gone.items()}
    news = {name: Counter(text.splitlines()) for name, text in come.items()}
    alike = {
        (old, new): share
        for old, lines in olds.items()
        for new, others in news.items()
        if (share := _share(lines, others)) > _ALIKE
    }
    return {
        new: old
        for (old, new), share in alike.items()
        if all(
            share > other
            for (one, another), other in alike.items()
            if (one == old) != (another == new)
        )
    }


def _share(lines: Counter[bytes], others: Counter[bytes]) -> Fraction:
    """How much of the longer of two files is in both."""
    return Fraction((lines & others).total(), max(lines.total(), others.total(), 1))

"""sensecheck: checks the numbers in an article.

The public API is the command line's own pipeline:

    import sensecheck

    results = sensecheck.check("claims.yaml")
    for verdict in results.verdicts:
        print(verdict.claim.id, verdict.outcome.value, verdict.reason)

    for number in sensecheck.find_numbers("Revenue rose by 13.86% to RMB 3.446 billion."):
        print(number.start, number.end, number.kind, number.value, number.unit)

`Results`, `Verdict` and the rest are frozen dataclasses, documented in `sensecheck.model`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sensecheck.checking import check, check_text
    from sensecheck.numbers.prose import find as find_numbers

__version__: Final = "0.1.0"
__all__ = ["__version__", "check", "check_text", "find_numbers"]


def __getattr__(name: str) -> object:
    # The pipeline is imported when it is first used, so that `import sensecheck` costs nothing.
    if name in ("check", "check_text"):
        from sensecheck import checking

        return getattr(checking, name)
    if name == "find_numbers":
        from sensecheck.numbers.prose import find

        return find
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

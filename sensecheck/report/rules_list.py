"""All rules, a line each."""

from __future__ import annotations

from sensecheck.report.style import Style, pad
from sensecheck.rules import RULES, rule_named


def rules_list(style: Style) -> str:
    """Each rule's name and the first sentence of its manual page."""
    width = max(map(len, RULES))
    lines = []
    for name in RULES:
        first, _, _ = rule_named(name).manual.strip().partition("\n")
        head, *rest = style.wrap(style.text(first), 4 + width) or [""]
        lines += [f"  {pad(name, width)}  {head.strip()}", *rest]
    return "\n".join([*lines, "", "  One at length: sensecheck rules NAME", ""])

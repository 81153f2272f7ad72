"""Questions as a letter: plain text, or Markdown."""

from __future__ import annotations

from typing import Final

from sensecheck.model import Results
from sensecheck.report.escaping import escaped
from sensecheck.report.page import WIDEST, running
from sensecheck.report.questions import Question, questions
from sensecheck.report.style import Style, cells

NOTHING: Final = "Nothing to ask.\n"


def as_text(results: Results, style: Style) -> str:
    """Numbered paragraphs, the place of each at the end of its first one."""
    asked = questions(results)
    blocks = [
        "\n".join(_paragraph(number, question, results, style))
        for number, question in enumerate(asked, start=1)
    ]
    return "\n\n".join(blocks) + "\n" if blocks else NOTHING


def as_markdown(results: Results) -> str:
    """A numbered list; nothing in it is markup but the list itself."""
    lines = []
    for number, question in enumerate(questions(results), start=1):
        first = f"{number}. "
        lines.append(f"{first}{escaped(question.text)} ({escaped(question.where)})")
        lines += (f"{' ' * len(first)}- {escaped(detail)}" for detail in question.details)
    return "\n".join(lines) + "\n" if lines else NOTHING


def _paragraph(number: int, question: Question, results: Results, style: Style) -> list[str]:
    first = f"{number}. "
    indent = len(first)
    lines = running(question.text, style, indent) or [" " * indent]
    lines[0] = first + lines[0][indent:]
    source = style.text(question.where)
    width = min(style.width or WIDEST, WIDEST)
    gap = width - cells(lines[-1]) - cells(source)
    if gap >= 2:
        lines[-1] += " " * gap + source
    else:
        lines.append(" " * max(indent, width - cells(source)) + source)
    return [*lines, *(line for text in question.details for line in running(text, style, indent))]

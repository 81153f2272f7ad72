"""The words of the tool: figures, claims, verdicts, conflicts, findings. Data only.

Positions are 0-based code points everywhere; `place` (and `Text.place` for the article) turn them
into the 1-based line and column that people read.
"""

from __future__ import annotations

from sensecheck.model.article import Cover, Mention, Passage, ReadArticle, Stretch, Text
from sensecheck.model.claims import (
    Acceptance,
    Arguments,
    Article,
    Claim,
    Document,
    Operand,
    Stated,
)
from sensecheck.model.figures import Figure, Printing, Sign
from sensecheck.model.places import Finding, Severity, Span, place
from sensecheck.model.verdicts import (
    Cause,
    CauseKind,
    Conflict,
    Implied,
    Outcome,
    Range,
    Reading,
    Results,
    Slip,
    Verdict,
)

__all__ = [
    "Acceptance",
    "Arguments",
    "Article",
    "Cause",
    "CauseKind",
    "Claim",
    "Conflict",
    "Cover",
    "Document",
    "Figure",
    "Finding",
    "Implied",
    "Mention",
    "Operand",
    "Outcome",
    "Passage",
    "Printing",
    "Range",
    "ReadArticle",
    "Reading",
    "Results",
    "Severity",
    "Sign",
    "Slip",
    "Span",
    "Stated",
    "Stretch",
    "Text",
    "Verdict",
    "place",
]

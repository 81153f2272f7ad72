"""Small files for the tests: the figures or the one claim that a test is about."""

from __future__ import annotations

from textwrap import dedent, indent

from sensecheck.claims_file import load
from sensecheck.model import Claim, Document, Figure

FIGURES = """
staff:
  2021: 6,113 employees
  2022: 5,098
  2023: 4,531
  h1_2023: not printed
  h1_2024: 4,672 employees
net_profit:
  unit: RMB billion
  2019: -4.963
  2020: -12.16
  2021: -17.14
margin:
  unit: '%'
  2021: 12
  2022: 15.5
segment:
  2022: not printed
mixed:
  2023: RMB 5 million
  2024: RMB 5 billion
  2025: 7
fx_rate: 7.1 yuan per US dollar
"""


def document_of(claims: str = "", figures: str = FIGURES, head: str = "") -> Document:
    claims = dedent(claims) or "x:\n  unverifiable: nothing is printed\n"
    text = (
        f"{dedent(head)}\n"
        f"figures:\n{indent(dedent(figures), '  ')}\n"
        f"claims:\n{indent(claims, '  ')}\n"
    )
    return load(text, "claims.yaml")


def figure_of(name: str, figures: str, head: str = "") -> Figure:
    """A figure of a file that has no findings."""
    document = document_of(figures=figures, head=head)
    assert not document.findings
    return document.figures[name]


def claim_of(body: str, figures: str = FIGURES, head: str = "") -> Claim:
    """The one claim of a file that has no findings."""
    document = document_of(f"a-claim:\n{indent(dedent(body), '  ')}", figures, head)
    assert not document.findings
    (claim,) = document.claims
    return claim


def messages_of(body: str, figures: str = FIGURES) -> list[str]:
    """What is found in a file with one claim: message and hint."""
    document = document_of(f"a-claim:\n{indent(dedent(body), '  ')}", figures)
    return [f"{finding.message} | {finding.hint}" for finding in document.findings]


def operands_of(claim: Claim, parameter: str) -> list[str]:
    return [operand.text for operand in claim.arguments.figures[parameter]]

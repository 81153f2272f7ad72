"""All findings of a file come at once, and the claims without any can still be checked."""

from __future__ import annotations

from sensecheck.claims_file import load
from tests.claims_file.loading import document_of

THREE = """
sound:
  rule: decrease
  from: staff.2021
  to: staff.2022
  stated: 1,015 people
unsound:
  rule: decrease
  from: staf.2021
  to: staff.2022
  stated: 1,015 people
also-sound:
  rule: increase
  from: staff.2022
  to: staff.2021
  stated: 1,015 people
"""


def test_claims_with_findings_are_left_out_and_counted() -> None:
    document = document_of(THREE)
    assert [claim.id for claim in document.claims] == ["sound", "also-sound"]
    assert document.claim_count == 3
    assert len(document.findings) == 1


def test_a_figure_with_a_finding_takes_its_claims_out_without_a_second_finding() -> None:
    figures = "staff:\n  2021: 6,113 = employees\n  2022: 5,098 employees\nstaf:\n  2021: 5 people"
    document = document_of(THREE, figures)
    assert [finding.message.partition(":")[0] for finding in document.findings] == [
        "not a printed figure"
    ]
    assert [claim.id for claim in document.claims] == ["unsound"]


def test_a_comma_bite_takes_out_the_claims_that_use_the_figure() -> None:
    figures = "staff:\n  2021: [6,113 employees]\n  2022: 5,098 employees\nstaf:\n  2021: 5 people"
    document = document_of(THREE, figures)
    assert len(document.findings) == 1
    assert [claim.id for claim in document.claims] == ["unsound"]


def test_findings_are_sorted_by_place() -> None:
    document = load(
        "clams: x\nfigures:\n  a:\n    2021: xyz\nclaims:\n  b:\n    rule: som\n  c:\n    of: 1\n",
        "x",
    )
    places = [(finding.span.line, finding.span.column) for finding in document.findings]
    assert places == [(0, 0), (3, 10), (6, 10), (7, 2)]


def test_several_mistakes_of_yaml_are_found_in_one_run() -> None:
    document = load(
        "figures:\n"
        "  staff:\n"
        "    2021:6,113 employees\n"
        "    2022: 5,098 employees\n"
        "    2023: > 4,000 employees\n"
        "claims:\n"
        "  one:\n"
        "    quote: he said: five\n"
        "    rule: decrease\n"
        "    from: staff.2021\n"
        "    to: staff.2022\n"
        "    stated: 1,015 employees\n"
        "  two:\n"
        "    quote: 'people' left\n"
        "    rule: sume\n"
        "    of: [1, 2]\n"
        "    stated: 3\n"
        "  three:\n"
        "    rule: sume\n"
        "    of: [1, 2]\n"
        "    stated: 3\n",
        "x",
    )
    assert [(finding.span.line, finding.message) for finding in document.findings] == [
        (2, "no space after the colon"),
        (4, "a value may not begin with >"),
        (7, "a colon followed by a space inside plain text"),
        (13, "text after the closing quotation mark"),
        (18, "unknown rule 'sume'"),
    ]
    assert document.claims == ()
    assert document.claim_count == 3


def test_messages_show_no_control_characters_and_stay_short() -> None:
    document = load('claims:\n  a:\n    rule: "su\\tm' + "m" * 1000 + '"\n', "x")
    (finding,) = document.findings
    assert finding.message.isprintable()
    assert "su\\tm" in finding.message
    assert len(finding.message) <= 401

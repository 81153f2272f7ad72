"""`sensecheck coverage`, `sensecheck numbers` and --article, from the command line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from sensecheck import cli

CLAIMS = """\
article:
  text: article.md
figures:
  staff:
    2021: 6,113 employees
    2023: 4,531 employees
claims:
  layoffs:
    quote: 1,582 employees left
    rule: decrease
    from: staff.2021
    to: staff.2023
    stated: 1,582 employees
"""
TEXT = "From 6,113 employees in 2021 to 4,531 employees in 2023: 1,582 employees left.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("claims.yaml").write_text(CLAIMS, encoding="utf-8")
    Path("article.md").write_text(TEXT, encoding="utf-8")
    Path("other.txt").write_text(TEXT.replace("4,531", "4,351") + "3 more.\n", encoding="utf-8")
    return tmp_path


def test_coverage_and_its_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["coverage", "--fail-under", "100"]) == 0
    assert "100% of the numbers" in capsys.readouterr().out
    with open("article.md", "a", encoding="utf-8") as article:
        article.write("It took 3 months.\n")
    assert cli.main(["coverage"]) == 0
    assert cli.main(["coverage", "--fail-under", "75"]) == 0  # 3 of 4
    assert cli.main(["coverage", "--fail-under", "75.1"]) == 1
    capsys.readouterr()
    assert cli.main(["coverage", "--output-format", "concise"]) == 0
    assert capsys.readouterr().out == "article.md:2:9: uncovered dimension: 3 months\n"


def test_coverage_of_an_article_that_does_not_bear_out_the_claims_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["coverage", "--article", "other.txt"]) == 2
    out, err = capsys.readouterr()
    assert "4,351 employees" in out  # what can be said is said
    assert err.startswith("claims.yaml: 1 problem; ")
    # A warning is no problem.
    Path("article.md").write_text(TEXT.replace("6,113", "over 6,113"), encoding="utf-8")
    assert cli.main(["coverage"]) == 0


def test_coverage_without_an_article(capsys: pytest.CaptureFixture[str]) -> None:
    Path("claims.yaml").write_text(CLAIMS.partition("figures")[1] + CLAIMS.partition("figures")[2])
    assert cli.main(["coverage"]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("claims.yaml: names no article")
    assert cli.main(["coverage", "--article", "article.md"]) == 0


def test_another_article(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify"]) == 0
    assert cli.main(["verify", "--article", "other.txt"]) == 2
    out = capsys.readouterr().out
    assert "claims.yaml:6:11  the article does not print '4,531 employees'" in out
    assert "other.txt:1 prints 4,351 employees" in out


def test_an_article_goes_with_one_claims_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("more.claims.yaml").write_text(CLAIMS, encoding="utf-8")
    assert cli.main(["verify", ".", "--article", "article.md"]) == 2
    assert "an article goes with one claims file" in capsys.readouterr().err


def test_explain_shows_where_the_article_says_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", "layoffs"]) == 0
    out = capsys.readouterr().out
    assert "  article.md:1   'From 6,113 employees in 2021 to 4,531 employees in 2023: " in out
    assert cli.main(["explain", "staff.2023"]) == 0
    assert "  article.md:1  'From 6,113 employees" in capsys.readouterr().out


def test_numbers_of_a_file_and_of_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli.main(["numbers", "article.md"]) == 0
    assert "5 numbers, 3 of them quantities" in capsys.readouterr().out
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf5 people")))
    assert cli.main(["numbers", "-", "--output-format", "json-lines"]) == 0
    number = json.loads(capsys.readouterr().out)
    assert (number["start"], number["text"], number["unit"]) == (0, "5 people", "person")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"caf\xe9 5", "input: not UTF-8: the byte 0xE9 at 1:4"),
        (b"%PDF-1.7 nothing", "input: is a broken PDF file"),
    ],
)
def test_numbers_of_what_is_no_text(
    data: bytes, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("input").write_bytes(data)
    assert cli.main(["numbers", "input"]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.startswith(message)


@pytest.mark.parametrize("name", ["missing.md", ".", "", "a\0b"])
def test_numbers_of_no_file(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["numbers", name]) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("command", ["coverage", "numbers"])
def test_nothing_that_is_read_is_overwritten(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    read = "claims.yaml" if command == "coverage" else "article.md"
    assert cli.main([command, read, "-o", read]) == 2
    assert "--output" in capsys.readouterr().err
    assert Path("claims.yaml").read_text(encoding="utf-8") == CLAIMS
    assert Path("article.md").read_text(encoding="utf-8") == TEXT

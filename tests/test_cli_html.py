"""`verify --output-format html` as its users meet it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import html5lib
import pytest

from sensecheck import cli

ROOT = Path(__file__).parent.parent
CLAIMS = """
article: {title: '销售 ✓', text: article.md}
claims:
  layoffs:
    quote: 1,582 people left
    rule: decrease
    from: 6,113 people
    to: 4,531 people
    stated: 1,582 people
"""
ARTICLE = "Of 6,113 people 1,582 people left, and 4,531 people stayed – 销售.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "article.md").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_report_is_written_to_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify", "--output-format", "html", "-o", "report.html"]) == 0
    assert capsys.readouterr() == ("", "")
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "stayed – 销售." in page


def test_a_screen_is_no_place_for_html(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert cli.main(["verify", "--output-format", "html"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "html is for a browser: add -o report.html" in err


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_a_pipe_gets_a_page_that_reads_the_same_in_any_encoding(
    folder: Path, encoding: str
) -> None:
    plain = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    done = subprocess.run(
        [sys.executable, "-m", "sensecheck", "verify", "--output-format", "html"],
        env={**plain, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    parser: Any = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    texts = "".join(parser.parse(done.stdout.decode("utf-8")).itertext())
    assert "stayed – 销售." in texts
    assert "✓" in texts


def test_the_table_needs_no_templates(folder: Path) -> None:
    call = "import sys; from sensecheck import cli; cli.main(['verify']); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", call],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = done.stdout.splitlines()[-1].split()
    assert not {"jinja2", "markupsafe", "sensecheck.report.html"} & {*loaded}

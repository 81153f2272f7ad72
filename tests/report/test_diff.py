"""What an edit did, on a screen, in a comment and for programs."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sensecheck.changes import Changes, compare
from sensecheck.checking import check_text
from sensecheck.report.diff import diff
from sensecheck.report.diff_json import diff_json
from sensecheck.report.diff_markdown import LONGEST, MOST, ROOM, diff_markdown
from sensecheck.report.style import Style, cells
from tests.conftest import Golden
from tests.report.edits import BEFORE, REVISIONS, backwards, edit

WIDE = Style(width=100)
SOUND = BEFORE.replace("1,528", "1,582").partition("accepted:")[0]
NOTHING = compare(check_text(BEFORE), check_text(BEFORE))


def changed(before: str | None, after: str | None, path: str = "claims.yaml") -> Changes:
    sides = (None if text is None else check_text(text, path) for text in (before, after))
    return compare(*sides)


@pytest.mark.parametrize("width", [40, 60, 100, 140])
def test_the_screen(golden: Golden, width: int) -> None:
    golden.check(f"diff/{width}.txt", diff([edit()], REVISIONS, Style(width=width)))


def test_the_screen_of_the_same_edit_undone(golden: Golden) -> None:
    golden.check("diff/backwards.txt", diff([backwards()], REVISIONS, WIDE))


def test_the_screen_in_colour_and_in_ascii(golden: Golden) -> None:
    golden.check("diff/colour.txt", diff([edit()], REVISIONS, Style(colour=True, width=100)))
    golden.check("diff/ascii.txt", diff([edit()], REVISIONS, Style(encoding="ascii", width=100)))


def test_the_comment(golden: Golden) -> None:
    golden.check("diff/comment.md", diff_markdown([edit()], REVISIONS))


def test_piped_lines_are_as_wide_as_needed() -> None:
    text = diff([edit()], REVISIONS, Style())
    start = "  revenue-2020   ≈ discrepancy → ✗ fail   revenue.2020: RMB 3.446 billion → "
    assert f"\n{start}RMB 3.464 billion\n" in text


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_no_line_is_wider_than_the_screen_where_words_allow(width: int) -> None:
    lines = diff([edit(), backwards()], REVISIONS, Style(width=width)).splitlines()
    long = [line for line in lines if cells(line) > width]
    # The line of a finding is shown whole.
    assert all(line.startswith(("claims.yaml:7", "   ")) or "|" in line for line in long)


def test_trouble_is_last_on_a_screen_and_first_in_a_comment() -> None:
    screen, comment = diff([edit()], REVISIONS, WIDE), diff_markdown([edit()], REVISIONS)
    assert screen.index("Accepted") < screen.index("Worse") < screen.index("Broken")
    assert comment.index("Broken") < comment.index("Worse") < comment.index("Accepted")


# ── nothing, several files, files that come and go ───────────────────────────────────────────


def test_nothing_changed() -> None:
    assert diff([NOTHING], REVISIONS, WIDE) == "No verdict changed.\n"
    assert diff([], REVISIONS, WIDE) == "No verdict changed.\n"
    assert diff_markdown([NOTHING], REVISIONS) == "No verdict changed. (main → work tree)\n"


def test_files_in_which_nothing_changed_are_left_out() -> None:
    other = changed(BEFORE, BEFORE.replace("36.39", "36.4"), "b.yaml")
    for text in (diff([NOTHING, other], REVISIONS, WIDE), diff_markdown([NOTHING, other], "")):
        assert "b.yaml" in text
        assert "claims.yaml" not in text


@pytest.mark.parametrize(
    ("before", "after", "summary"),
    [
        (None, BEFORE, "a new file, 11 claims: 1 broken · 10 new"),
        (BEFORE, None, "the file was removed: 11 removed"),
        (BEFORE, "claims: [", "nothing was checked: 1 new problem"),
        ("claims: [", BEFORE, "11 claims, not checked before: 1 broken"),
        ("claims: [", SOUND, "11 claims, not checked before: nothing of it fails"),
        (
            BEFORE,
            BEFORE.replace("  gpus:", "  unused:\n    2023: 5 shops\n  gpus:"),
            "11 claims: no verdict changed",
        ),
    ],
)
def test_the_summary(before: str | None, after: str | None, summary: str) -> None:
    found = changed(before, after)
    assert summary in diff([found], REVISIONS, WIDE)
    assert summary in diff_markdown([found], REVISIONS)


def test_a_renamed_file_has_both_names() -> None:
    found = compare(
        check_text(BEFORE, "old.yaml"), check_text(BEFORE.replace("36.39", "36.4"), "new.yaml")
    )
    assert diff([found], REVISIONS, WIDE).startswith("old.yaml → new.yaml")


# ── words ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("revenue:\n", "revenue:\n    rounding: truncate\n",
         "RMB 3.027 billion, read as 3.0265 … 3.0275 → 3.027 … below 3.028"),
        ("gpus:\n", "gpus:\n    sign: any\n", "not printed, sign: not given → any"),
        ("    2019: RMB 3.027", "    2018: RMB 2 billion\n    2019: RMB 3.027",
         "of: now with revenue.2018"),
        ("    of: revenue.*", "    of: [revenue.2020, revenue.2021]",
         "of: no longer with revenue.2019"),
        ("    of: revenue.*", "    of: [revenue.2021, revenue.2020, revenue.2019]",
         "of: in another order"),
        ("    of: revenue.*", "    of: [revenue.2019, revenue.2020, revenue.2021]",
         "No verdict changed."),
        ("2021: RMB 4.7 billion", "2021: [RMB 4.7 billion, over RMB 4 billion]",
         "RMB 4.7 billion → RMB 4.7 billion, over RMB 4 billion"),
        ("2021: RMB 4.7 billion", "2021: [RMB 4.7 billion, RMB 4.9 billion]",
         "✓ pass (weak) → ? unverifiable"),
        ("    stated: rising", "    stated: falling",
         "the printed figures make it rising, the article says falling"),
        ("    stated: 33.8%", "    rounding: truncate\n    stated: 33.8%",
         "now with rounding: truncate"),
        ("    rule: trend\n    of: revenue.*\n    stated: rising", "    unverifiable: no idea",
         "no longer with rule: trend"),
    ],
)  # fmt: skip
def test_what_was_edited_is_said(old: str, new: str, said: str) -> None:
    assert BEFORE.count(old) == 1
    assert said in diff([changed(BEFORE, BEFORE.replace(old, new))], REVISIONS, Style())


def test_a_changed_result_of_the_same_verdict() -> None:
    # 4.8 ÷ 3.446 − 1 = 39.29 %, 4.85 ÷ 3.446 − 1 = 40.7 %: 36.39 % is out of reach of both.
    before = BEFORE.replace("36.39%", "99.9%")
    found = changed(before, before.replace("RMB 4.7 billion\n", "RMB 4.8 billion\n"))
    assert "39.29% (before: 36.39%), the article says 99.9%" in diff([found], REVISIONS, Style())


def test_an_edit_that_only_accepts_is_visible_as_such() -> None:
    kept = BEFORE.replace("stated: 13.86%", "stated: 13.86%\n    accepted: see the report")
    screen = diff([changed(BEFORE, kept)], REVISIONS, Style())
    assert "  Accepted\n" in screen
    assert "accepted: see the report" in screen
    assert "11 claims: 1 accepted\n" in screen
    other = kept.replace("see the report", "see page 3")
    assert "accepted: see the report → see page 3" in diff([changed(kept, other)], "", Style())
    assert "no longer accepted: see the report" in diff([changed(kept, BEFORE)], "", Style())


def test_a_new_claim_that_is_accepted_says_why() -> None:
    kept = BEFORE.replace("stated: 13.86%", "stated: 13.86%\n    accepted: see the report")
    before = kept.replace("  revenue-2020:", "  old-one:").replace("13.86", "13.87")
    screen = diff([changed(before, kept)], REVISIONS, Style())
    assert "new → ≈ discrepancy, accepted" in screen
    assert screen.count("accepted: see the report") == 1


# ── hostile text ─────────────────────────────────────────────────────────────────────────────

HOSTILE = "x [/red] \\x1b[31m <script>alert(1)</script> | `rm` **b** ]]> %0A::error:: 🎈 \u202e"


def hostile() -> Changes:
    kept = BEFORE.replace("stated: 13.86%", f"stated: 13.86%\n    accepted: '{HOSTILE[:-1]}'")
    return changed(BEFORE, kept, "a|b`c<i>\x1b[31m\udcff.yaml")


def test_nothing_of_a_file_is_obeyed() -> None:
    for text in (
        diff([hostile()], "\x1b[1m → <b>", WIDE),
        diff_markdown([hostile()], "\x1b → <b>"),
    ):
        assert "\x1b" not in text
        assert text.encode()
    comment = diff_markdown([hostile()], "\x1b → <b>")
    assert "<script>" not in comment.replace("\\<", "")
    assert "<b>" not in comment.replace("\\<", "")
    row = next(line for line in comment.splitlines() if "revenue-2020" in line)
    assert len(row.replace("\\|", "").split("|")) == 5


def test_a_long_text_is_cut_in_a_comment_and_whole_on_a_screen() -> None:
    long = BEFORE.replace("stated: 13.86%", f"stated: 13.86%\n    accepted: {'word ' * 900}end")
    found = changed(BEFORE, long)
    assert len(diff_markdown([found], REVISIONS)) < 3 * LONGEST
    assert "word end" in diff([found], REVISIONS, Style())


def test_a_comment_lists_so_many_and_says_how_many_more() -> None:
    claims = "".join(f"  c{n}:\n    unverifiable: no figures\n" for n in range(MOST + 7))
    comment = diff_markdown([changed(None, f"claims:\n{claims}")], REVISIONS)
    assert f"| c{MOST - 1} |" in comment
    assert f"| c{MOST} |" not in comment
    assert "… and 7 more" in comment


# ── JSON ─────────────────────────────────────────────────────────────────────────────────────

NAMED = ({"revision": "main", "commit": "abc"}, {"revision": "work tree", "commit": None})


def test_a_comment_is_never_longer_than_github_takes() -> None:
    one, many = (len(diff_markdown([edit()] * n, REVISIONS).encode()) for n in (1, 100))
    assert one * 100 > ROOM
    assert ROOM - one < many <= ROOM
    assert diff_markdown([edit()] * 100, REVISIONS).endswith("the log has all of it.\n")


def loaded(*every: Changes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(diff_json(every, *NAMED))
    return found


def test_the_document(golden: Golden) -> None:
    golden.check("diff/edit.json", diff_json([edit()], *NAMED))


def test_what_programs_read() -> None:
    document = loaded(edit(), NOTHING)
    assert (document["before"], document["after"]) == NAMED
    assert document["summary"] == {
        "broken": 2, "worse": 1, "lost": 3, "accepted": 1, "better": 2, "new": 0, "removed": 1,
        "same": 2, "new_conflicts": 1,
    }  # fmt: skip
    file, nothing = document["files"]
    assert nothing["claims"] == []
    claims = {claim["id"]: claim for claim in file["claims"]}
    assert claims["revenue-2020"]["effect"] == "broken"
    assert claims["revenue-2020"]["before"]["verdict"] == "discrepancy"
    assert claims["revenue-2020"]["after"]["verdict"] == "fail"
    assert claims["revenue-2020"]["figures"] == ["revenue.2020"]
    assert claims["half"]["before"] is None
    assert claims["two-of-three"]["after"] is None
    assert claims["typed-wrongly"]["after"] == "not checked"
    assert claims["staff-fell-by-a-quarter"]["renamed_from"] == "staff-fell"
    assert claims["share-kept"]["parameters"] == [
        {"name": "accepted", "before": [], "after": ["from unrounded [sic] figures | tonnes"]}
    ]
    assert {f["name"]: (f["before"], f["after"]) for f in file["figures"]} == {
        "revenue.2020": (["RMB 3.446 billion"], ["RMB 3.464 billion"]),
        "cost.2023": ([], ["RMB 43.4 million"]),
    }
    (conflict,) = file["conflicts"]
    assert (conflict["before"], conflict["after"]["id"]) == (None, conflict["id"])
    assert file["findings"][0]["message"] == "unknown rule 'sums'"


def test_files_that_come_and_go() -> None:
    come, gone = loaded(changed(None, BEFORE), changed(BEFORE, None))["files"]
    assert (come["before_path"], come["path"]) == (None, "claims.yaml")
    assert (gone["before_path"], gone["path"]) == ("claims.yaml", None)


def test_a_figure_that_is_called_like_a_claim() -> None:
    # 6,113 and 6,114 exclude each other; the claim of the same name: 2 + 4 is not 5.
    text = """\
figures:
  total:
    printed: 6,113 people
claims:
  total:
    rule: sum
    of: [2 people, 3 people]
    stated: 5 people
"""
    twice = text.replace(", 3 people", ", 4 people")
    twice = twice.replace("6,113 people", "[6113 people, 6114 people]")
    (file,) = loaded(changed(text, twice))["files"]
    outcomes = [(c["id"], c["after"]["verdict"], c["after"]["rule"]) for c in file["claims"]]
    assert outcomes == [("total", "fail", None), ("total", "fail", "sum")]


def test_json_is_ascii_and_the_same_every_time() -> None:
    text = diff_json([hostile(), edit()], *NAMED)
    assert text == diff_json([hostile(), edit()], *NAMED)
    assert text.isascii()
    json.loads(text)

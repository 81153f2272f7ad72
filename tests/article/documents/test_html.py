"""HTML: what a browser shows, and where in the source it stands."""

from __future__ import annotations

import pytest

from sensecheck.article.documents import Unsuitable, read_document
from sensecheck.model import Text
from tests.article.documents.files import pieces, place_of


def read(source: str) -> Text:
    return read_document("page.html", source.encode())


def shown(source: str) -> str:
    return read(source).content


PAGE = """<!DOCTYPE html>
<html><head><title>Title 99</title><style>p { margin: 4px }</style></head>
<body>
<h1>Break &amp; Rebuild</h1>
<p class="a>b">Revenue of RMB 4.7<sup>1</sup> billion,\r
  up <b>17</b>.86&nbsp;%.
<p>Staff:<br>6,113&#8201;people<!-- 7 --></p>
<script>if (a < 5) document.write("<p>8</p>")</script>
</body></html>
"""


def test_a_page_has_its_words_and_their_places() -> None:
    text = read(PAGE)
    assert text.content == (
        "Break & Rebuild\n\n"
        "Revenue of RMB 4.7¹ billion, up 17.86\u00a0%.\n\n"
        "Staff:\n6,113\u2009people"
    )
    # Counted by hand in the source above.
    assert place_of(text, "Break") == "4:5"
    assert place_of(text, "&") == "4:11"
    assert place_of(text, "Rebuild") == "4:17"
    assert place_of(text, "RMB") == "5:27"
    assert place_of(text, "4.7") == "5:31"
    assert place_of(text, "¹") == "5:39"
    assert place_of(text, "billion") == "5:47"
    assert place_of(text, "up") == "6:3"
    assert place_of(text, "17") == "6:9"
    assert place_of(text, ".86") == "6:15"
    assert place_of(text, "%") == "6:24"
    assert place_of(text, "6,113") == "7:14"
    assert place_of(text, "people") == "7:26"
    assert text.where(text.content.index("6,113")) == "page.html:7"


def test_what_stands_together_is_one_stretch() -> None:
    assert pieces(read("<p>Two words &lt; three</p>\n<p>x</p>")) == [
        ("1:4", "Two words < "),
        ("1:19", "three\n\n"),
        ("2:4", "x"),
    ]


def test_places_behind_what_is_not_shown() -> None:
    assert place_of(read("pro\u00adject 5"), "5") == "1:10"
    assert place_of(read("pro&shy;ject 5"), "5") == "1:14"
    # The column goes on as if it were the same line.
    assert place_of(read("ab\n   cd"), "cd") == "2:4"


@pytest.mark.parametrize(
    "rest", ["<!--5 <p>", "<!5 <p", "</ 5", "<b title='5><p>", "<b 5 <p ", "<style>5</b>"]
)
def test_what_is_never_closed_is_all_the_rest(rest: str) -> None:
    assert shown(f"4 {rest} 6") == "4"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("4.7<sup>1</sup> billion", "4.7¹ billion"),
        ("4.7<sup><a href=#n>[12]</a></sup>", "4.7[¹²]"),
        ("10<sup>&minus;6</sup>, CO<sub>2</sub>", "10⁻⁶, CO₂"),
        ("4.7<span style='vertical-align: super'>1</span>", "4.7¹"),
        ("the 1<sup>st</sup>", "the 1st"),
        ("<sup>1</sup>/<sub>2</sub>", "¹/₂"),
        ("a<p>b<div>c</div>d<ul><li>e<li>f</ul>g", "a\n\nb\n\nc\n\nd\n\ne\n\nf\n\ng"),
        ("a<br>b<br><br>c", "a\nb\n\nc"),
        ("a <b> b </b> c\n\n d", "a b c d"),
        ("1<b>2</b>3", "123"),
        ("emplo&shy;yees, pro\u00adject, 6<wbr>113", "employees, project, 6113"),
        ("<pre>\na  1\n\n b\r\nc</pre>d", "a  1\n\n b\nc\n\nd"),
        ("a &notit; &unknown; &#x41;&#66 &#0; &#99999999; & &#; 3 < 4 <5", None),
        ("<q>x</q> <em>y</em><img alt='9'> <input value=8>", "x y"),
        ("x<p/>y<br/>z", "x\n\ny\nz"),
    ],
)
def test_blocks_marks_and_entities(source: str, text: str | None) -> None:
    if text is None:
        text = "a ¬it; &unknown; AB \ufffd \ufffd & &#; 3 < 4 <5"
    assert shown(source) == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- 5 -->", "<!-->", "<!--->", "<!--5--!>", "<!DOCTYPE 5>", "<?php 5 ?>", "</ 5>", "<!5>",
        "<style>5</style>", "<SCRIPT>'</p>5'</Script >", "<title>5</title>",
        "<textarea>5</textarea>", "<template><p>5</template>", "<noscript>5</noscript>",
        "<p hidden>5</p>", "<div style='color:red;DISPLAY : none'>5<div>6</div>7</div>",
        "<span style=visibility:hidden>5</span>", "<p hidden>5<p>", "<li hidden>5<li>",
        "<select><option>5</select>", "<dialog>5</dialog>", "<del>5</del>",
        "<math><annotation encoding=TeX>5</annotation></math>",
        "<video>5</video>", "<iframe>5</iframe>", "<b title='> 5 >'>", "<b title=5>",
        "<b\ntitle = '5'\n>", "<svg><desc>5</desc></svg>",
    ],
)  # fmt: skip
def test_what_is_not_shown_is_not_read(hidden: str) -> None:
    assert shown(f"a{hidden}b").replace("\n", "") == "ab"


def test_cells_are_set_apart_and_rows_are_lines() -> None:
    rows = (
        "<table><caption>Table</caption>\n<thead><tr> <th>Year</th> <th>Revenue</th></tr></thead>"
        "<tbody><tr><td><p>2021</p></td><td><p>RMB 4.700</p><p>audited</p></td></tr>"
        "<tr><td>2022<td><td>3.809</table>after"
    )
    assert shown(f"before{rows}") == (
        "before\n\nTable\n\nYear\tRevenue\n2021\tRMB 4.700\n\naudited\n2022\t3.809\n\nafter"
    )
    assert shown("<table><tr><td>1<td>2</table><table><tr><td>3<tr><td>4</table>") == "1\t2\n\n3\n4"
    inner = "<table><tr><td>1<td><table><tr><td>2<td>3</table><tr><td>4</table>"
    assert shown(inner) == "1\n2\t3\n4"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbf<p>\xc3\xa4", "ä"),
        ("\ufeff<html><p>ä".encode("utf-16-le"), "ä"),
        ("<meta charset='gb2312'><p>人民币".encode("gbk"), "人民币"),
        (b'<meta content="text/html; charset=ISO-8859-1"><p>\x80 5 \x96 6', "€ 5 – 6"),
        (b'<?xml version="1.0" encoding="windows-1251"?><html><p>\xc4</p>', "Д"),
        (b"<meta charset=utf-7>+AOQ-", "+AOQ-"),
        (b"a\0b", "a\ufffdb"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert read_document("a.htm", data).content == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<p>\xe4", "not UTF-8: the byte 0xE4 at 1:4"),
        (b"<meta charset=rot13><p>\xe4", "not UTF-8: the byte 0xE4 at 1:24"),
        (b"<meta charset=big5><p>\xff", "says that it is in big5hkscs, but is not: the byte 0xFF"),
        (b"<html><script>5</script>", "holds no text"),
        (b"<html><p", "holds no text"),
        (b"", "holds no text"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, message: str) -> None:
    with pytest.raises(Unsuitable) as caught:
        read_document("a.html", data)
    assert caught.value.message == message


def test_self_closed_scripts_are_closed_in_xhtml_only() -> None:
    source = "<html><script src='x'/><p>5</p>"
    assert shown(f"<?xml version='1.0'?>{source}") == "5"
    with pytest.raises(Unsuitable):
        read(source)


@pytest.mark.parametrize(
    "part",
    [
        "<", "<!", "<!--", "<!-->", "</", "</a", "<a", "<a ", "<a/", "<a =", "<a b='", "<a b = ",
        '<a b="c" \'', "<?", "<![CDATA[", "<script>", "<script></", "<title>", "&", "&#", "&#1",
        "&amp", "&" + "a" * 32, "<p>", "</p>", "<p hidden>", "<b><p>", "<div>", "<div></b>", "<li>",
        "<td>", "<tr>x", "<table><tr><td>", "<sup><div>", "<br>x", "<pre>\n", "\r", " \t", "&shy;",
        "<x style='display", "<svg><title>",
    ],
)  # fmt: skip
def test_crafted_pages_end(part: str) -> None:
    """A scanner that looks for the end of each of these anew would take hours."""
    assert read("x" + part * min(300_000 // len(part), 60_000)).content.startswith("x")


def test_depth_has_no_limit_that_anybody_meets() -> None:
    assert shown("<div>" * 400 + "<p hidden>5</p>4" + "</div>" * 400 + "3") == "4\n\n3"
    assert shown("<div>" * 30_000 + "4" + "</div>" * 30_000) == "4"

"""Templates, styles and scripts put together; all text that is not ours is escaped here."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sensecheck.report.html.page import Page
from sensecheck.report.style import visible

HERE: Final = Path(__file__).parent
STYLES: Final = ("colours", "frame", "overview", "article", "marks", "proofs", "tables", "paper")
SCRIPTS: Final = ("settings", "page", "panel", "filters", "keys", "start")

# What a browser would obey, or drop, although it is no markup: controls, and signs that turn the
# direction of text. Line breaks and tabs are text.
_UNSEEN: Final = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def rendered(page: Page) -> str:
    """The page as HTML."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    style, parts = _asset("styles", STYLES, "css"), _asset("scripts", SCRIPTS, "js")
    script = f"(() => {{\n{parts}}})();\n"  # its names are its own, whatever a browser adds
    return environment.get_template("page.html").render(
        page=page,
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
    )


def _shown(value: object) -> object:
    """Text with all its characters to be seen, and none to be obeyed."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _UNSEEN.sub(lambda match: visible(match.group()), value.replace("\r\n", "\n"))
    return value


def _asset(folder: str, names: tuple[str, ...], suffix: str) -> str:
    files = (HERE / folder / f"{name}.{suffix}" for name in names)
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def _policy(style: str, script: str) -> str:
    """Nothing from outside, and no style or script but these two."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"

"""The policy of the page: nothing from outside loads, no script of others runs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sensecheck.report.html import as_html
from tests.browser.articles import article, errors
from tests.browser.conftest import Shower
from tests.report.html.test_hostile import EVIL, hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LISTEN = """() => {
  window.refused = [];
  document.addEventListener(
    'securitypolicyviolation', event => window.refused.push(event.effectiveDirective));
}"""
IMAGE = """url => new Promise(done => {
  const image = new Image();
  image.onload = image.onerror = () => done(image.naturalWidth);
  image.src = url;
  document.body.append(image);
})"""


@contextmanager
def server() -> Iterator[tuple[str, list[str]]]:
    """A server that notes what it is asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/svg+xml")
            self.end_headers()
            self.wfile.write(b'<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"/>')

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{running.server_port}/x.svg", asked
        finally:
            running.shutdown()
            thread.join()


def open_page(browser: Browser, html: str, folder: Path) -> Page:
    file = folder / "page.html"
    file.write_text(html, encoding="utf-8")
    page = browser.new_context().new_page()
    page.goto(file.as_uri())
    page.evaluate(LISTEN)
    return page


def test_an_image_from_outside_is_refused(browser: Browser, tmp_path: Path) -> None:
    html = as_html([errors()])
    with server() as (url, asked):
        page = open_page(browser, html, tmp_path)
        assert page.evaluate(IMAGE, url) == 0
        assert page.evaluate("window.refused") == ["img-src"]
        assert asked == []
        page.context.close()
        # And without the policy it would not be.
        loose = html.replace("Content-Security-Policy", "X-Nothing")
        page = open_page(browser, loose, tmp_path)
        assert page.evaluate(IMAGE, url) == 7
        assert asked == ["/x.svg"]
        page.context.close()


def test_scripts_and_styles_of_others_are_refused(browser: Browser, tmp_path: Path) -> None:
    page = open_page(browser, as_html([errors()]), tmp_path)
    page.evaluate(
        """() => {
          const script = document.createElement('script');
          script.textContent = 'window.evil = 1';
          document.body.append(script);
          document.body.setAttribute('style', 'color: red');
          document.body.setAttribute('onclick', 'window.evil = 2');
          document.body.click();
          const style = document.createElement('style');
          style.textContent = 'body { display: none }';
          document.head.append(style);
          const frame = document.createElement('iframe');
          frame.src = 'data:text/html,x';
          document.body.append(frame);
        }"""
    )
    page.wait_for_function("window.refused.includes('frame-src')")
    assert page.evaluate("window.evil") is None
    refused = set(page.evaluate("window.refused"))
    assert {"script-src-elem", "script-src-attr", "style-src-attr", "style-src-elem"} <= refused
    page.context.close()


def test_the_page_itself_offends_nothing(show: Shower) -> None:
    page = show(article())
    page.evaluate(LISTEN)
    page.locator(".text a.m").nth(3).click()
    page.locator("button.count").first.click()
    page.locator("#theme").click()
    page.keyboard.press("?")
    page.keyboard.press("Escape")
    page.emulate_media(media="print")
    assert page.evaluate("window.refused") == []  # and `show` holds that the console is empty


def test_hostile_text_does_nothing(show: Shower) -> None:
    page = show(hostile(" ".join(EVIL)))
    page.on("dialog", lambda dialog: show.troubles.append(dialog.message))
    page.locator(".text a.m").first.click()
    page.keyboard.press("j")
    assert page.locator(".entry.open").count() >= 1
    assert page.locator("body > *").count() == 6

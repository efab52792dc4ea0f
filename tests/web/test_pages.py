"""The pages are served from one folder, small, and never stale."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from backrub.web.pages import Pages
from tests import patient
from tests.web.serving import serving

PAGE = "<!doctype html><title>page</title>" + "<p>again and again</p>" * 50


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder of pages with something secret beside it."""
    pages = tmp_path / "static"
    (pages / "styles").mkdir(parents=True)
    (pages / "index.html").write_text(PAGE)
    (pages / "styles" / "base.css").write_text("body { margin: 0 }")
    (pages / "notes.secret").write_text("not for anybody")
    (tmp_path / "secret.html").write_text("not for anybody")
    return pages


@pytest.fixture
def client(folder: Path) -> Iterator[httpx.Client]:
    """Give a client of a server of the folder."""
    app = Starlette(routes=[Mount("/", Pages(folder))])
    with serving(app) as address, patient.Client(base_url=address) as client:
        yield client


def test_a_folder_is_its_index(client: httpx.Client) -> None:
    """The root gives the index page."""
    page = client.get("/")
    assert (200, PAGE, "text/html; charset=utf-8") == (page.status_code, page.text, page.headers["content-type"])


def test_a_page_is_sent_compressed(client: httpx.Client) -> None:
    """Whoever takes gzip gets gzip, whoever does not gets the page."""
    squeezed = client.get("/", headers={"accept-encoding": "gzip"})
    assert ("gzip", PAGE) == (squeezed.headers["content-encoding"], squeezed.text)
    assert int(squeezed.headers["content-length"]) == len(gzip.compress(PAGE.encode(), 9, mtime=0))
    assert "content-encoding" not in client.get("/", headers={"accept-encoding": "identity"}).headers


def test_an_unchanged_page_is_not_sent_again(client: httpx.Client, folder: Path) -> None:
    """The tag of a page spares sending it again until it changes."""
    tag = client.get("/styles/base.css").headers["etag"]
    again = client.get("/styles/base.css", headers={"if-none-match": tag})
    assert (304, b"") == (again.status_code, again.content)
    (folder / "styles" / "base.css").write_text("body { margin: 1px }")
    assert 200 == client.get("/styles/base.css", headers={"if-none-match": tag}).status_code


@pytest.mark.parametrize(
    "path", ["/missing.js", "/notes.secret", "/../secret.html", "/%2e%2e/secret.html", "/styles", "//etc/passwd"]
)
def test_nothing_else_is_served(client: httpx.Client, path: str) -> None:
    """What is not a page of the folder is not there."""
    connection = HTTPConnection(client.base_url.host, client.base_url.port or 0)  # sends the path as it is
    connection.request("GET", path)
    missing = connection.getresponse()
    missing.read()
    connection.close()
    assert (404, "application/problem+json") == (missing.status, missing.headers["content-type"])


def test_a_page_can_only_be_read(client: httpx.Client) -> None:
    """Posting to a page is refused."""
    assert 405 == client.post("/").status_code

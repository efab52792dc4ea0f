"""The pages: the files of `static/`, each read once while it stays the same, with hash and compressed twin."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from backrub.web.problems import problem

__all__ = ["STATIC", "Pages"]

STATIC = Path(__file__).parent / "static"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webmanifest": "application/manifest+json",
    ".ico": "image/x-icon",
    ".wav": "audio/wav",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".txt": "text/plain; charset=utf-8",
}
SQUEEZED = frozenset({".html", ".js", ".css", ".json", ".svg", ".webmanifest", ".txt"})


@dataclass(frozen=True, slots=True)
class _Page:
    stamp: tuple[int, int]
    tag: str
    plain: bytes
    squeezed: bytes | None


class Pages:
    """An ASGI application that serves one folder and nothing else.

    Args:
        root: The folder.
        front: The page behind an address that ends in a slash.
        only: When given, the only files served, as paths in the folder.
    """

    def __init__(self, root: Path = STATIC, front: str = "index.html", only: frozenset[str] | None = None) -> None:
        self._root = root.resolve()
        self._front = front
        self._only = only
        self._read: dict[Path, _Page] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a GET or HEAD for a file, or say that there is none."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        await self._answer(Request(scope))(scope, receive, send)

    def _answer(self, request: Request) -> Response:
        path = self._path(request.scope["path"])
        if path is None:
            return problem(404, "There is nothing here.")
        if request.method not in {"GET", "HEAD"}:
            return problem(405, "A page can only be read.")
        page = self._page(path)
        headers = {"etag": page.tag, "cache-control": "no-cache", "vary": "accept-encoding"}
        if page.tag in [tag.strip() for tag in request.headers.get("if-none-match", "").split(",")]:
            return Response(status_code=304, headers=headers)
        body = page.plain
        if page.squeezed is not None and "gzip" in request.headers.get("accept-encoding", ""):
            headers["content-encoding"] = "gzip"
            body = page.squeezed
        return Response(body, headers=headers, media_type=TYPES[path.suffix])

    def _path(self, url_path: str) -> Path | None:
        path = (self._root / url_path.lstrip("/")).resolve()
        if url_path.endswith("/"):
            path /= self._front
        if self._only is not None and not (path.is_relative_to(self._root) and self._shown(path) in self._only):
            return None
        if path.is_relative_to(self._root) and path.suffix in TYPES and path.is_file():
            return path
        return None

    def _shown(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix()

    def _page(self, path: Path) -> _Page:
        stat = path.stat()
        stamp = (stat.st_mtime_ns, stat.st_size)
        page = self._read.get(path)
        if page is None or page.stamp != stamp:
            plain = path.read_bytes()
            squeezed = gzip.compress(plain, 9, mtime=0) if path.suffix in SQUEEZED else None
            page = _Page(stamp, f'"{hashlib.sha256(plain).hexdigest()[:24]}"', plain, squeezed)
            self._read[path] = page
        return page

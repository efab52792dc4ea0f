"""Who may talk to the server, and what a page may do: Host, Origin, and the headers of every answer.

Based on the fetch metadata and DNS-rebinding advice of OWASP: a name that is not ours is refused even when it
resolves to this machine, and a page of another origin may neither post nor open a socket.
"""

from __future__ import annotations

import ipaddress
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backrub.web.problems import fault, problem

__all__ = ["Gate", "policy"]

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
LONGEST_BODY = 64 * 1024
LONGEST_TEXT = 1024 * 1024
"""A routine as text may have 256 kB, and more with what JSON writes in place of some characters."""

TEXTS = "/api/routines/"
OUR_FAULT = 1011

FIXED_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), screen-wake-lock=(self)",
}

ONLY_WHERE_TRUSTED = frozenset({"cross-origin-opener-policy"})
"""What a browser ignores, loudly, over plain http from another machine."""


def policy(host: str) -> str:
    """Give the content security policy for pages served under a host.

    Old Safari does not count a WebSocket of the same host as 'self', so it is named.
    """
    return (
        "default-src 'self'; script-src 'self'; style-src 'self'; worker-src 'self'; img-src 'self' data: blob:; "
        f"media-src 'self' data: blob:; connect-src 'self' ws://{host}; object-src 'none'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    )


def _hostname(host: str) -> str:
    return urlsplit(f"//{host}").hostname or ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class Gate:
    """ASGI middleware in front of everything.

    Args:
        app: What is behind it.
        names: Further host names the server may be called by.
        loopback: Whether only this machine can reach it.
        exactly: When given, the only hosts it goes by, each with its port.
    """

    def __init__(
        self,
        app: ASGIApp,
        names: frozenset[str] = frozenset(),
        *,
        loopback: bool = True,
        exactly: frozenset[str] | None = None,
    ) -> None:
        self._app = app
        self._names = LOOPBACK_NAMES | names
        self._loopback = loopback
        self._exactly = exactly

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what is not ours, and put the headers on what is."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif refusal := self._refusal(scope):
            await _refuse(scope, receive, send, *refusal)
        else:
            trusted = self._exactly is None
            await self._pass(scope, receive, _Sender(send, Headers(scope=scope).get("host", ""), trusted=trusted))

    async def _pass(self, scope: Scope, receive: Receive, send: _Sender) -> None:
        """Let a request through; a mistake of ours ends in a sentence."""
        try:
            await self._app(scope, receive, send)
        except Exception as error:  # noqa: BLE001 - the last place where it can be answered
            answer = fault(error)
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": OUR_FAULT})
            elif not send.started:
                await answer(scope, receive, send)

    def _refusal(self, scope: Scope) -> tuple[HTTPStatus, str] | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not self._is_ours(host):
            return HTTPStatus.MISDIRECTED_REQUEST, "This server does not go by that name. Use the address it printed."
        if scope["type"] == "websocket" or scope["method"] not in SAFE_METHODS:
            if not _same_origin(headers.get("origin"), host) or headers.get("sec-fetch-site") in {
                "cross-site",
                "same-site",
            }:
                return HTTPStatus.FORBIDDEN, "Only the coach's own pages may ask this."
            if "transfer-encoding" in headers:
                return HTTPStatus.LENGTH_REQUIRED, "Say how long the request is."
            if int(headers.get("content-length") or 0) > _longest(scope["path"]):
                return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "That is more than the coach can read."
        return None

    def _is_ours(self, host: str) -> bool:
        if self._exactly is not None:
            return host in self._exactly
        name = _hostname(host)
        # A rebinding attack needs a name: an address typed as numbers is always meant.
        return name in self._names or (not self._loopback and _is_address(name))


def _longest(path: str) -> int:
    return LONGEST_TEXT if path.startswith(TEXTS) else LONGEST_BODY


def _same_origin(origin: str | None, host: str) -> bool:
    """Tell whether the sender is our own page, or no page at all: browsers always name the origin of these requests."""
    return origin is None or origin in {f"http://{host}", f"https://{host}"}


class _Sender:
    """Sends an answer with the headers every answer has.

    Args:
        send: Where it goes.
        host: The host asked for.
        trusted: Whether browsers trust the origin; others they only complain about.
    """

    def __init__(self, send: Send, host: str, *, trusted: bool = True) -> None:
        self._send = send
        self._host = host
        self._trusted = trusted
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            headers = MutableHeaders(scope=message)
            for name, value in FIXED_HEADERS.items():
                if self._trusted or name not in ONLY_WHERE_TRUSTED:
                    headers.setdefault(name, value)
            headers.setdefault("content-security-policy", policy(self._host))
            headers.setdefault("cache-control", "no-store")
        await self._send(message)


async def _refuse(scope: Scope, receive: Receive, send: Send, status: HTTPStatus, detail: str) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
    else:
        await problem(status, detail)(scope, receive, send)

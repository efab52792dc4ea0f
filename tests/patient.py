"""Waiting for what must come: a machine may stall for seconds, and what never comes need not be missed soon."""

from __future__ import annotations

from functools import partial

import httpx

__all__ = ["WAIT_S", "Client", "delete", "get", "post", "request"]

WAIT_S = 60.0
"""How long a test waits before it says that something does not come [s]; httpx alone gives up after 5."""

Client = partial(httpx.Client, timeout=WAIT_S)
get = partial(httpx.get, timeout=WAIT_S)
post = partial(httpx.post, timeout=WAIT_S)
delete = partial(httpx.delete, timeout=WAIT_S)
request = partial(httpx.request, timeout=WAIT_S)

"""What every test shares: the counts, the browser, and a network that ends at this machine."""

from __future__ import annotations

import ipaddress
import os
import socket
from contextlib import ExitStack
from itertools import count as numbers
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from tests.counts import DEEP, count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from postgres import Cluster

_NUMBERS = numbers(1)

# The machine may be slow and the first example loads a whole library: no deadline says anything about the code.
_SHARED: dict[str, Any] = {
    "deadline": None,
    "print_blob": True,
    "max_examples": count("examples"),
    "suppress_health_check": [HealthCheck.too_slow],
}
settings.register_profile("reduced", derandomize=True, database=None, **_SHARED)
settings.register_profile("deep", **_SHARED)
settings.load_profile("deep" if DEEP else "reduced")


LISTENING = frozenset({"hidden", "network", "resume", "stop", "story", "two_phones", "voices"})
"""Browser tests that listen to what is said when: no two of them at a time, or each would hear the other's load."""

GROUPS = ("listening", "looking", "postgres", None)
"""What runs one after the other in one process: tests that listen; that look; that share one database cluster."""

UNCOUNTED = (
    *("tests/simulation/", "tests/session/test_always.py", "tests/technique/test_path_properties.py"),
    *("tests/technique/test_reach.py", "tests/compose/test_compose.py", "tests/compose/test_catalogue.py"),
    *("tests/compose/test_any_intake.py", "tests/check/test_composed.py", "tests/routine/notation/test_writing.py"),
)
"""Tests that go through the same lines thousands of times: to count those lines takes as long again, and others do."""

COURTESY = 10
"""So far every other test steps back for those that listen, as `nice` counts it."""


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the groups first, in this order: each then has a process of its own, and all else is done beside them.

    What goes round and round is not counted by line.
    """
    for item in items:
        if group := _group(item):
            item.add_marker(pytest.mark.xdist_group(group))
        if item.nodeid.startswith(UNCOUNTED):
            item.add_marker(pytest.mark.no_cover)
    items.sort(key=lambda item: GROUPS.index(_group(item)))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let tests that listen go first on a machine that others keep busy; nobody can take a courtesy back."""
    if "PYTEST_XDIST_WORKER" in os.environ and not _listens(item):
        os.nice(max(0, COURTESY - os.nice(0)))


def _group(item: pytest.Item) -> str | None:
    if item.get_closest_marker("browser"):
        return "listening" if _listens(item) else "looking"
    return "postgres" if "cluster" in getattr(item, "fixturenames", ()) else None


def _listens(item: pytest.Item) -> bool:
    return item.path.stem.removeprefix("test_") in LISTENING and item.get_closest_marker("browser") is not None


Address = tuple[Any, ...] | str


class NetworkForbiddenError(Exception):
    """A test tried to reach beyond this machine."""


def _is_local(address: Address) -> bool:
    if not isinstance(address, tuple):  # a Unix socket's path
        return True
    host = str(address[0])
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host in {"localhost", ""}


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Refuse every connection that would leave this machine."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded_connect(self: socket.socket, address: Address) -> None:
        if not _is_local(address):
            raise NetworkForbiddenError(address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Address) -> int:
        if not _is_local(address):
            raise NetworkForbiddenError(address)
        return connect_ex(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        yield


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """Start PostgreSQL, or skip with what to do where it is not there and may not be installed."""
    import chromium
    from postgres import PostgresMissingError, running

    with ExitStack() as inside:
        try:
            started = inside.enter_context(running())
        except PostgresMissingError as missing:
            if chromium.may_install():
                raise
            pytest.skip(str(missing))
        yield started


@pytest.fixture(scope="session")
def template(cluster: Cluster) -> str:
    """Set up a database once, for others to begin from; give its name."""
    import psycopg

    from backrub.wiring import store_at

    with psycopg.connect(cluster.url(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE template_of_evenings")
    store_at(cluster.url("template_of_evenings")).close()
    return "template_of_evenings"


@pytest.fixture
def database(cluster: Cluster, template: str) -> str:
    """Give the address of a database of a test's own, set up and empty."""
    return make_database(cluster, f"TEMPLATE {template}")


@pytest.fixture
def bare_database(cluster: Cluster) -> str:
    """Give the address of a database that nobody has set up."""
    return make_database(cluster)


def make_database(cluster: Cluster, how: str = "") -> str:
    """Make a database; it goes with the cluster."""
    import psycopg

    name = f"evening{next(_NUMBERS)}"
    with psycopg.connect(cluster.url(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} {how}".encode())
    return cluster.url(name)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Give the path of the Chromium to lead."""
    from chromium import ensure_chromium

    return ensure_chromium()


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    """Start one Chromium for a file of tests; each takes its own context.

    It ends with the file: while it runs, Playwright's event loop stands in the way of every other.
    """
    import node
    from playwright.sync_api import sync_playwright

    # Playwright's own Node needs a library that a bare Debian lacks; any other will do.
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", node.node())
    # No sandbox: as root Chromium starts only so. No proxy and no background traffic: what is logged is ours.
    options = [
        "--no-sandbox",
        "--no-proxy-server",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--autoplay-policy=user-gesture-required",
    ]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium_path, args=options)
        yield started
        started.close()

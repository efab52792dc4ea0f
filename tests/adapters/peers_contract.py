"""What servers that share a store keep to; each kind's own test file inherits these tests."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue

import pytest

from backrub.app.ports import Answer, Heartbeat, Lease, News, Note, Peers, SessionStore
from backrub.errors import LeaseLost
from tests import patient
from tests.fakes.records import entry, record

__all__ = ["Neighbour", "PeersContract"]

Neighbour = Callable[[str], Peers]
"""Gives a server of some name; two of the same name are one."""


class PeersContract:
    """Tests that servers inherit: `neighbour` makes them, `store` is what they share, `pass_term` lets a term pass."""

    def test_whoever_is_renewed_is_alive_for_a_term(self, neighbour: Neighbour, pass_term: Callable[[], None]) -> None:
        """A server is alive from its renewal until its term is over, or it leaves."""
        one, two = neighbour("one"), neighbour("two")
        assert {"one"} == one.renew()
        assert {"one", "two"} == two.renew()
        pass_term()
        assert {"one"} == one.renew()
        two.renew()
        two.leave()
        assert {"one"} == one.renew()

    def test_a_session_has_one_owner(self, neighbour: Neighbour, store: SessionStore) -> None:
        """Whoever claims first leads; another that claims is told who does."""
        store.add(record()).result()
        one, two = neighbour("one"), neighbour("two")
        one.renew()
        two.renew()
        assert Lease("one", "one", 1) == one.claim("one")
        assert Lease("one", "one", 1) == two.claim("one")
        assert {"one"} == two.led()

    def test_a_session_that_is_not_there_cannot_be_claimed(self, neighbour: Neighbour) -> None:
        """Nobody leads what does not exist."""
        one = neighbour("one")
        one.renew()
        assert one.claim("none") is None
        assert frozenset() == one.led()

    def test_after_its_term_a_lease_is_anybodys(
        self, neighbour: Neighbour, store: SessionStore, pass_term: Callable[[], None]
    ) -> None:
        """An owner that was not renewed is followed by another, with the next generation."""
        store.add(record()).result()
        one, two = neighbour("one"), neighbour("two")
        one.renew()
        one.claim("one")
        pass_term()
        two.renew()
        assert frozenset() == two.led()
        assert Lease("one", "two", 2) == two.claim("one")
        one.renew()
        assert Lease("one", "two", 2) == one.claim("one")

    def test_an_owner_that_claims_again_begins_a_new_generation(
        self, neighbour: Neighbour, store: SessionStore
    ) -> None:
        """What it began to write before does not land among what it writes now."""
        store.add(record()).result()
        one = neighbour("one")
        one.renew()
        first, second = one.claim("one"), one.claim("one")
        assert (Lease("one", "one", 1), Lease("one", "one", 2)) == (first, second)
        assert first is not None
        with pytest.raises(LeaseLost):
            one.under(first).append("one", (entry(1),), None).result()

    def test_a_lease_that_was_released_is_free_at_once(self, neighbour: Neighbour, store: SessionStore) -> None:
        """Nobody waits for a term when the owner gives a session up; an old lease gives nothing up."""
        store.add(record()).result()
        one, two = neighbour("one"), neighbour("two")
        one.renew()
        two.renew()
        old, lease = one.claim("one"), one.claim("one")
        assert old is not None
        assert lease is not None
        one.release(old)
        assert lease == two.claim("one")
        one.release(lease)
        assert Lease("one", "two", 3) == two.claim("one")

    def test_whoever_leaves_frees_everything(self, neighbour: Neighbour, store: SessionStore) -> None:
        """A server that says goodbye leads nothing any more."""
        for session in ("one", "two"):
            store.add(record(session)).result()
        one, two = neighbour("one"), neighbour("two")
        one.renew()
        two.renew()
        for session in ("one", "two"):
            one.claim(session)
        one.leave()
        assert frozenset() == two.led()
        assert Lease("two", "two", 2) == two.claim("two")

    def test_a_deposed_owner_writes_nothing(self, neighbour: Neighbour, store: SessionStore) -> None:
        """Events, answers, the end and signs of life are refused once another leads; the other's are taken."""
        store.add(record()).result()
        one, two = neighbour("one"), neighbour("two")
        one.renew()
        two.renew()
        lease = one.claim("one")
        assert lease is not None
        old = one.under(lease)
        old.append("one", (entry(1),), Answer("c1", 1)).result()
        old.beat("one", Heartbeat(1, 2)).result()
        one.release(lease)
        taken = two.claim("one")
        assert taken is not None
        refused = [
            old.append("one", (entry(2, "late"),), Answer("c2", 2)),
            old.beat("one", Heartbeat(3, 4)),
            old.end("one", 5),
        ]
        assert [True] * 3 == [isinstance(one.exception(), LeaseLost) for one in refused]
        two.under(taken).append("one", (entry(2),), None).result()
        assert (entry(1), entry(2)) == store.log("one")
        assert ({"c1"}, Heartbeat(1, 2)) == (set(store.answers("one")), store.heartbeat("one"))
        found = store.find("one")
        assert found is not None
        assert found.ended_utc_ms is None

    def test_a_forgotten_session_cannot_be_written_back(self, neighbour: Neighbour, store: SessionStore) -> None:
        """Its owner's last words do not make it be there again, and its lease is gone."""
        store.add(record()).result()
        one = neighbour("one")
        one.renew()
        lease = one.claim("one")
        assert lease is not None
        store.forget("one").result()
        with pytest.raises(LeaseLost):
            one.under(lease).append("one", (entry(1),), None).result()
        with pytest.raises(LeaseLost):
            one.under(lease).beat("one", Heartbeat(1, 2)).result()
        assert ((), None) == (store.sessions(), store.heartbeat("one"))
        assert one.claim("one") is None

    def test_the_news_are_what_is_not_known_yet(self, neighbour: Neighbour, store: SessionStore) -> None:
        """A follower is given later events, the last sign of life, and the answers it asked about."""
        store.add(record()).result()
        one = neighbour("one")
        one.renew()
        lease = one.claim("one")
        assert lease is not None
        mine = one.under(lease)
        mine.append("one", (entry(1), entry(2)), Answer("c1", 2)).result()
        mine.append("one", (entry(3),), Answer("c2", 3)).result()
        mine.beat("one", Heartbeat(7, 8)).result()
        assert News((entry(3),), Heartbeat(7, 8), {"c2": Answer("c2", 3)}) == one.news("one", 2, frozenset({"c2", "x"}))
        assert News((), None, {}) == one.news("none", 0, frozenset())

    def test_notes_reach_whom_they_are_for(self, neighbour: Neighbour, store: SessionStore) -> None:
        """A note to all is heard by all others, one to a server by that one, and what is written tells of itself."""
        store.add(record()).result()
        names = ("one", "two", "three")
        heard = {name: Heard() for name in names}
        servers = {name: neighbour(name) for name in names}
        for name, server in servers.items():
            server.renew()
            server.hear(heard[name])
            assert Note("missed") == heard[name].next()
        one = servers["one"]
        one.tell(Note("taken", "one", "one", {"generation": 1}))
        one.tell(Note("wish", "one", "one", {"id": "ünïcode \u2603"}), "two")
        lease = one.claim("one")
        assert lease is not None
        one.under(lease).append("one", (entry(1),), None).result()
        for name in ("two", "three"):
            assert Note("taken", "one", "one", {"generation": 1}) == heard[name].next()
            if name == "two":
                assert Note("wish", "one", "one", {"id": "ünïcode \u2603"}) == heard[name].next()
            assert Note("changed", "one", "one") == heard[name].next()
        store.forget("one").result()
        assert ["gone"] * 3 == [heard[name].next().kind for name in names]


class Heard:
    """What one server has heard, in order."""

    def __init__(self) -> None:
        self._notes: SimpleQueue[Note] = SimpleQueue()

    def __call__(self, note: Note) -> None:
        """Hear a note."""
        self._notes.put(note)

    def next(self) -> Note:
        """Wait for the next note."""
        return self._notes.get(timeout=patient.WAIT_S)

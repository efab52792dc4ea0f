"""What every session store keeps to; each store's own test file inherits these tests."""

from __future__ import annotations

import pytest

from backrub.app.ports import Answer, Heartbeat, SessionStore
from backrub.errors import StoreError
from tests.fakes.records import entry, record

__all__ = ["StoreContract"]


class StoreContract:
    """Tests that a store inherits; a `store` fixture gives it empty."""

    def test_a_session_is_found_again_as_it_was_added(self, store: SessionStore) -> None:
        """What is found equals what was added, wishes included."""
        store.add(record()).result()
        assert record() == store.find("one")

    def test_an_unknown_session_is_none(self, store: SessionStore) -> None:
        """A session nobody added is not found, and has no log, answers or sign of life."""
        assert store.find("none") is None
        assert ((), {}, None) == (store.log("none"), dict(store.answers("none")), store.heartbeat("none"))

    def test_sessions_come_oldest_first(self, store: SessionStore) -> None:
        """Sessions are listed by when they were opened."""
        for session, created in (("late", 3_000), ("early", 1_000), ("between", 2_000)):
            store.add(record(session, created)).result()
        assert ["early", "between", "late"] == [one.id for one in store.sessions()]

    def test_the_same_session_is_not_added_twice(self, store: SessionStore) -> None:
        """A second session of the same id is an error, and the first stays."""
        store.add(record()).result()
        with pytest.raises(StoreError):
            store.add(record(locale="de")).result()
        assert record() == store.find("one")

    def test_the_log_keeps_order_and_content(self, store: SessionStore) -> None:
        """Events come back in order of their number, equal to what was written."""
        store.add(record()).result()
        store.append("one", (entry(1), entry(2)), None).result()
        store.append("one", (entry(3, "ünïcode \u2603"),), None).result()
        assert (entry(1), entry(2), entry(3, "ünïcode \u2603")) == store.log("one")

    def test_events_and_answer_are_all_or_nothing(self, store: SessionStore) -> None:
        """When an event's number is taken, neither the new events nor their answer are written."""
        store.add(record()).result()
        store.append("one", (entry(1),), None).result()
        with pytest.raises(StoreError):
            store.append("one", (entry(1), entry(2)), Answer("c1", 2)).result()
        assert ((entry(1),), {}) == (store.log("one"), dict(store.answers("one")))

    def test_events_of_an_unknown_session_are_refused(self, store: SessionStore) -> None:
        """Nothing can be appended to a session that is not there."""
        with pytest.raises(StoreError):
            store.append("none", (entry(1),), None).result()

    def test_an_answer_is_remembered_by_its_command(self, store: SessionStore) -> None:
        """Acknowledged and refused commands alike are answered the same again."""
        store.add(record()).result()
        told = Answer("c1", 4), Answer("c2", None, "stale", "refused-stale")
        for answer in told:
            store.append("one", (), answer).result()
        assert {"c1": told[0], "c2": told[1]} == dict(store.answers("one"))
        assert [*told, None] == [store.answer("one", name) for name in ("c1", "c2", "c3")]
        assert store.answer("two", "c1") is None

    def test_a_command_of_any_name_is_remembered(self, store: SessionStore) -> None:
        """A command's id comes from a client: whatever it holds, it is written and found again."""
        store.add(record()).result()
        names = ("\0", "\\0", "\\", "\\\0", "\\\\0", "ünïcode \u2603", "'; DROP TABLE sessions; --")
        for seq, name in enumerate(names, 1):
            store.append("one", (), Answer(name, seq)).result()
        assert {name: Answer(name, seq) for seq, name in enumerate(names, 1)} == dict(store.answers("one"))
        assert [Answer(name, seq) for seq, name in enumerate(names, 1)] == [store.answer("one", name) for name in names]

    def test_only_the_last_heartbeat_counts(self, store: SessionStore) -> None:
        """A sign of life replaces the one before."""
        store.add(record()).result()
        store.beat("one", Heartbeat(1_000, 50_000)).result()
        store.beat("one", Heartbeat(2_000, 51_000)).result()
        assert Heartbeat(2_000, 51_000) == store.heartbeat("one")

    def test_the_end_and_the_wish_to_keep_are_noted(self, store: SessionStore) -> None:
        """A session knows when it ended, that it went on after all, and that it is kept."""
        store.add(record()).result()
        store.end("one", 9_000).result()
        store.keep("one").result()
        found = store.find("one")
        assert found is not None
        assert (9_000, True) == (found.ended_utc_ms, found.kept)
        store.end("one", None).result()
        again = store.find("one")
        assert again is not None
        assert again.ended_utc_ms is None

    def test_forgetting_leaves_only_the_others(self, store: SessionStore) -> None:
        """A forgotten session has no record, log, answers or sign of life; another keeps all of its own."""
        for session in ("one", "two"):
            store.add(record(session)).result()
            store.append(session, (entry(1),), Answer(f"{session}-c", 1)).result()
            store.beat(session, Heartbeat(1, 2)).result()
        store.forget("one").result()
        assert (None, (), {}, None) == (
            store.find("one"),
            store.log("one"),
            dict(store.answers("one")),
            store.heartbeat("one"),
        )
        assert (record("two"), (entry(1),), Heartbeat(1, 2)) == (
            store.find("two"),
            store.log("two"),
            store.heartbeat("two"),
        )

    def test_forgetting_the_unknown_is_no_error(self, store: SessionStore) -> None:
        """Forgetting twice is as good as once."""
        store.forget("none").result()
        assert () == store.sessions()

    def test_erasing_leaves_nothing(self, store: SessionStore) -> None:
        """After erasing there is no session of anybody."""
        for session in ("one", "two"):
            store.add(record(session)).result()
        store.erase().result()
        assert () == store.sessions()

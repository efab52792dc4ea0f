"""Codes let one device in once, whoever guesses waits, and passes can be taken back."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backrub.app.joining import (
    ALPHABET,
    CODE_LENGTH,
    FREE_TRIES,
    TRIES_IN_ALL,
    GuestList,
    Pass,
    Refused,
    code_from,
    digest,
    tidy,
)

NOW_MS = 1_700_000_000_000
WRONG = "AAAAAA"


def entered(guests: GuestList, code: str, secret: str = "secret") -> Pass:
    """Come in with a code that is right."""
    one = guests.enter(code, "phone", secret, NOW_MS)
    assert isinstance(one, Pass)
    return one


def test_a_code_is_changed_for_a_pass_of_its_role() -> None:
    """Whoever holds the secret behind the pass is what the invitation said, and nobody else is anything."""
    guests = GuestList()
    one = entered(guests, guests.invite("watcher", "a", NOW_MS).code)
    assert one == guests.role_of("secret")
    assert "watcher" == one.role
    assert None is guests.role_of("another")
    assert "secret" not in repr(guests)


def test_a_code_is_good_once() -> None:
    """A code that let somebody in lets nobody in again."""
    guests = GuestList()
    code = guests.invite("receiver", "a", NOW_MS).code
    entered(guests, code)
    assert Refused() == guests.enter(code, "other", "b", NOW_MS)


def test_a_code_is_good_for_ten_minutes() -> None:
    """After that it opens nothing, and is refused like any wrong one."""
    guests = GuestList()
    invitation = guests.invite("receiver", "a", NOW_MS)
    assert guests.invited("receiver", NOW_MS)
    assert not guests.invited("receiver", invitation.until_ms)
    assert Refused() == guests.enter(invitation.code, "phone", "b", invitation.until_ms)


def test_a_new_code_ends_the_one_before() -> None:
    """Each role has one code at a time; those of other roles stay."""
    guests = GuestList()
    first, watcher = guests.invite("receiver", "a", NOW_MS), guests.invite("watcher", "b", NOW_MS)
    guests.invite("receiver", "c", NOW_MS)
    assert Refused() == guests.enter(first.code, "phone", "d", NOW_MS)
    assert "watcher" == entered(guests, watcher.code).role


def test_whoever_guesses_waits_longer_each_time() -> None:
    """Two slips are free; then each wrong code doubles the wait, and even the right one is not heard meanwhile."""
    guests = GuestList()
    code = guests.invite("receiver", "a", NOW_MS).code
    for _ in range(FREE_TRIES):
        assert Refused() == guests.enter(WRONG, "phone", "b", NOW_MS)
    at_ms, waits = NOW_MS, []
    for _ in range(4):
        assert Refused() == guests.enter(WRONG, "phone", "b", at_ms)
        refused = guests.enter(code, "phone", "b", at_ms)
        assert isinstance(refused, Refused)
        waits.append(refused.wait_ms)
        at_ms += refused.wait_ms or 0
    assert [2000, 4000, 8000, 16000] == waits
    assert isinstance(guests.enter(code, "phone", "b", at_ms), Pass)


def test_another_address_does_not_wait() -> None:
    """Somebody who guesses does not keep the receiver's phone out."""
    guests = GuestList()
    code = guests.invite("receiver", "a", NOW_MS).code
    for _ in range(10):
        guests.enter(WRONG, "guesser", "b", NOW_MS)
    assert "receiver" == entered(guests, code).role


def test_too_many_wrong_codes_lock_until_the_giver_makes_a_new_one() -> None:
    """From however many addresses they come: the right code is then good no more either."""
    guests = GuestList()
    code = guests.invite("receiver", "a", NOW_MS).code
    last = [guests.enter(WRONG, f"address-{count}", "b", NOW_MS) for count in range(TRIES_IN_ALL)][-1]
    assert Refused(locked=True) == last
    assert guests.locked
    refused = guests.enter(code, "phone", "b", NOW_MS)
    assert isinstance(refused, Refused)
    assert refused.locked
    assert "receiver" == entered(guests, guests.invite("receiver", "c", NOW_MS).code).role


def test_a_pass_can_be_taken_back() -> None:
    """A revoked secret proves nothing; the others stay good."""
    guests = GuestList()
    kept = entered(guests, guests.invite("receiver", "a", NOW_MS).code, "kept")
    gone = entered(guests, guests.invite("watcher", "b", NOW_MS).code, "gone")
    assert guests.revoke(gone.id)
    assert not guests.revoke(gone.id)
    assert (None, kept) == (guests.role_of("gone"), guests.role_of("kept"))


def test_passes_outlive_a_server() -> None:
    """Given back to a new list, a pass is as good as before."""
    one = Pass("0" * 12, "receiver", digest("secret"))
    guests = GuestList()
    guests.take_back_in([one])
    assert one == guests.role_of("secret")


@given(st.text(min_size=1))
def test_every_secret_gives_a_code_one_can_read_aloud(secret: str) -> None:
    """Six characters, none of which is taken for another, however it is typed."""
    code = code_from(secret)
    assert CODE_LENGTH == len(code)
    assert set(code) <= set(ALPHABET)
    assert code == tidy(f" {code[:3].lower()}-{code[3:]} ")


def test_codes_are_spread_evenly() -> None:
    """No letter is likelier than another in any place."""
    counted = Counter(letter for count in range(4000) for letter in code_from(str(count)))
    assert len(ALPHABET) == len(counted)
    assert max(counted.values()) < 1.2 * min(counted.values())


@pytest.mark.parametrize("typed", ["", "KÄ", "ACDEFGH", "ACDEF", "0O1IL0"])
def test_what_is_no_code_opens_nothing(typed: str) -> None:
    """Too short, too long, or of other letters: it counts as wrong."""
    guests = GuestList()
    guests.invite("receiver", "a", NOW_MS)
    assert Refused() == guests.enter(typed, "phone", "b", NOW_MS)

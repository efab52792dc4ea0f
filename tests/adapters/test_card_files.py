"""Person cards lie in files of their own that survive a crash, and go to the last byte when they are forgotten."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backrub.adapters.card_files import CardFiles
from backrub.app.cards import Cards, HeldCards, KeptCard
from backrub.errors import StoreError
from backrub.person import BLANK, Avoid, Card
from tests import strategies

ONE = KeptCard("one", "Plum-tree", Card(avoid=(Avoid("waist"),)), ("s1",))


@pytest.fixture(params=["files", "held"])
def cards(request: pytest.FixtureRequest, tmp_path: Path) -> Cards:
    """Give every kind of place where cards are kept."""
    return CardFiles(tmp_path) if request.param == "files" else HeldCards()


def test_what_is_kept_is_found(cards: Cards) -> None:
    """A card is given back as it was, by its id and in the list by name; a change takes its place."""
    assert cards.keeps
    two = KeptCard("two", "apple", BLANK)
    cards.keep(ONE)
    cards.keep(two)
    assert (ONE, (two, ONE), None) == (cards.find("one"), cards.all(), cards.find("three"))
    changed = KeptCard("one", "Zucchini", BLANK)
    cards.keep(changed)
    assert (changed, (two, changed)) == (cards.find("one"), cards.all())


def test_what_is_forgotten_is_gone(cards: Cards) -> None:
    """A forgotten card is found no more, and can be forgotten once."""
    cards.keep(ONE)
    assert (True, None, (), False) == (cards.forget("one"), cards.find("one"), cards.all(), cards.forget("one"))


@given(strategies.cards(), st.text(min_size=1, max_size=40))
def test_any_card_comes_back(tmp_path_factory: pytest.TempPathFactory, card: Card, name: str) -> None:
    """Whatever a card says and however it is called, the file gives it back."""
    files = CardFiles(tmp_path_factory.mktemp("cards"))
    kept = KeptCard("any", name, card)
    files.keep(kept)
    assert (kept,) == files.all()


def test_nothing_is_made_before_a_card_is_kept(tmp_path: Path) -> None:
    """A folder without cards stays as it is."""
    files = CardFiles(tmp_path)
    assert ((), False, []) == (files.all(), files.forget("one"), list(tmp_path.iterdir()))


@pytest.mark.parametrize("name", ["../one", "", "a/b", "x" * 65, "one.json"])
def test_an_id_leads_to_no_other_file(tmp_path: Path, name: str) -> None:
    """Only plain names are looked for."""
    (tmp_path / "one.json").write_text("{}")
    files = CardFiles(tmp_path)
    assert (None, False) == (files.find(name), files.forget(name))
    assert (tmp_path / "one.json").exists()


def test_a_card_is_for_its_owner_only(tmp_path: Path) -> None:
    """Nobody else on the machine can read it."""
    CardFiles(tmp_path).keep(ONE)
    assert [0o600] == [path.stat().st_mode & 0o777 for path in tmp_path.rglob("*.json")]
    assert 0o700 == (tmp_path / "cards").stat().st_mode & 0o777


def test_a_crash_in_the_middle_of_a_change_loses_no_card(tmp_path: Path) -> None:
    """Half a change is as if there was none; a whole one counts, though the old file is zeros already."""
    files = CardFiles(tmp_path)
    files.keep(ONE)
    folder = tmp_path / "cards"
    whole = (folder / "one.json").read_bytes()
    (folder / "one.new").write_bytes(whole[:20])
    assert (ONE,) == files.all()
    (folder / "one.new").write_bytes(whole)
    (folder / "one.json").write_bytes(bytes(len(whole)))
    assert (ONE,) == files.all()
    files.keep(ONE)
    assert ["one.json"] == [path.name for path in folder.iterdir()]


def test_a_damaged_file_is_no_card(tmp_path: Path) -> None:
    """What cannot be read is left out, and can still be forgotten."""
    files = CardFiles(tmp_path)
    files.keep(ONE)
    (tmp_path / "cards" / "one.json").write_text('{"name": 3}')
    assert ((), True, []) == (files.all(), files.forget("one"), list((tmp_path / "cards").iterdir()))


def test_old_bytes_are_overwritten_before_they_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a file is replaced or taken away it holds nothing but zeros."""
    files, last = CardFiles(tmp_path), []

    def seen(path: Path) -> None:
        if path.exists():
            last.append(path.read_bytes().strip(b"\0"))

    def replaced(path: Path, to: Path) -> Path:
        seen(to)
        return really_replace(path, to)

    def unlinked(path: Path) -> None:
        seen(path)
        really_unlink(path)

    really_replace, really_unlink = Path.replace, Path.unlink
    monkeypatch.setattr(Path, "replace", replaced)
    monkeypatch.setattr(Path, "unlink", unlinked)
    files.keep(ONE)
    files.keep(KeptCard("one", "Pear", BLANK))
    files.forget("one")
    assert [b"", b""] == last


def test_many_at_once_leave_one_whole_card(tmp_path: Path) -> None:
    """However many requests write a card at the same time, one of them is what is found."""
    files = CardFiles(tmp_path)
    wanted = [KeptCard("one", f"name {number}", ONE.card) for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(files.keep, wanted))
    assert files.find("one") in wanted
    assert ["one.json"] == [path.name for path in (tmp_path / "cards").iterdir()]


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    """A file in the folder's place is a problem with a path and something to do."""
    (tmp_path / "cards").write_text("in the way")
    with pytest.raises(StoreError) as refused:
        CardFiles(tmp_path).keep(ONE)
    assert str(tmp_path) in refused.value.path
    assert refused.value.instead

"""`backrub card` and `compose --card` read what the pages keep, and erasing takes the cards along."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from backrub.adapters.card_files import CardFiles
from backrub.app.cards import KeptCard
from backrub.person import BLANK, Avoid, Card, Likes, card_text, stated
from tests.cli.running import run

CARD = Card(avoid=(Avoid("shoulders"),), likes=stated(Likes(), "softer", area="waist"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Give a data folder with two cards."""
    files = CardFiles(tmp_path)
    files.keep(KeptCard("id-1", "Plum-tree", CARD))
    files.keep(KeptCard("id-2", "Apple", BLANK))
    return tmp_path


def test_cards_are_listed(data: Path) -> None:
    """The list names each card, for people and as JSON; an empty folder says so."""
    assert "Apple  (id-2)\nPlum-tree  (id-1)\n" == run("card", data=data).out
    told = json.loads(run("card", "list", "--json", data=data).out)
    assert [("id-2", "Apple"), ("id-1", "Plum-tree")] == [(one["id"], one["name"]) for one in told["cards"]]
    assert ("", 0) == ((empty := run("card", data=data / "empty")).out, empty.code)


def test_a_card_is_shown(data: Path, tmp_path: Path) -> None:
    """A card goes to standard output as its text, by name, by id or from a file; what it learnt is said beside it."""
    file = tmp_path / "card.txt"
    file.write_text(card_text(CARD) + "\n")
    for name in ("Plum-tree", "id-1", str(file)):
        shown = run("card", "show", name, data=data)
        assert (0, card_text(CARD) + "\n") == (shown.code, shown.out)
        assert "softer" in shown.err
    assert card_text(BLANK) == json.loads(run("card", "show", "Apple", "--json", data=data).out)["text"]


def test_a_card_is_forgotten(data: Path) -> None:
    """After `forget` no byte of the card is in the folder; the other card stays."""
    assert 0 == run("card", "forget", "Plum-tree", data=data).code
    assert b"Plum-tree" not in b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
    assert "Apple  (id-2)\n" == run("card", data=data).out


@pytest.mark.parametrize("arguments", [("show",), ("forget", "Nobody"), ("eat", "Apple"), ("show", "Nobody")])
def test_a_slip_is_wrong_usage(data: Path, arguments: tuple[str, ...]) -> None:
    """No name, an unknown card or an unknown word end with exit code 2 and a sentence."""
    slipped = run("card", *arguments, data=data)
    assert (2, "") == (slipped.code, slipped.out)
    assert slipped.err.strip()


def test_a_plan_takes_a_card_into_account(data: Path) -> None:
    """A place that the card leaves alone is not worked, though nobody else said so."""
    minutes = ("compose", "--minutes", "15", "--health", "none", "--json")
    with_card, without = (
        {step.get("area") for step in json.loads(run(*arguments, data=data).out)["steps"]}
        for arguments in ((*minutes, "--card", "Plum-tree"), minutes)
    )
    assert "shoulders" in without - with_card


def test_everything_the_pages_ask_is_an_option(data: Path) -> None:
    """Hands, back, room, experience and tender spots can be said, and change what is said beside the plan."""
    done = run(
        *("compose", "--minutes", "20", "--health", "none", "--json", "--weak-hands", "--sore-back", "--room", "cool"),
        *("--lasts", "15", "--experience", "new", "--soft", "--latex", "--scent-free", "--tender", "shoulders:left"),
        data=data,
    )
    routine = json.loads(done.out)
    assert 15 * 60 == routine["duration_s"]
    told = {one["id"] for name in ("notes", "gave_way") for one in routine[name]}
    assert {"note-weak-hands", "note-giver-back", "note-cool-room", "note-latex", "note-no-scent"} <= told
    held = [(step["area"], step["side"]) for step in routine["steps"] if step["kind"] == "hold"]
    assert held == [("shoulders", "left")] or "gave-way-tender" in told


@pytest.mark.parametrize("spot", ["shoulders", "upper back:left", "left"])
def test_a_spot_needs_a_place_and_a_side(spot: str) -> None:
    """Both shoulders, or half the back, are no spot."""
    assert 2 == run("compose", "--minutes", "15", "--tender", spot).code


def test_erasing_takes_the_cards_along(data: Path) -> None:
    """`data --erase` leaves no card, a damaged one neither; `--export` had them in the archive before."""
    (data / "cards" / "torn.json").write_text("Plum-tree")
    out = data / "kept.zip"
    assert "cards 2" in run("data", "--export", "-o", str(out), data=data).err
    with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as archive:
        assert f"Plum-tree\n{card_text(CARD)}\n" == archive.read("cards/id-1.txt").decode()
    out.unlink()
    assert "cards 3" in run("data", "--erase", data=data).err
    assert b"Plum-tree" not in b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())

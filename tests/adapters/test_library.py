"""The routines that come with the coach are found, in a checkout and where a package was installed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from backrub.adapters import library
from backrub.adapters.library import FileLibrary
from backrub.errors import UsageError

ROOT = Path(__file__).parents[2]


def test_a_checkout_has_its_own_routines() -> None:
    """Every file of `routines/` is there by its name, word for word."""
    found = FileLibrary()

    assert {path.stem for path in (ROOT / "routines").glob("*.rub")} == set(found.names())
    assert (ROOT / "routines" / "wake-up.rub").read_text(encoding="utf-8") == found.text("wake-up")


@pytest.mark.parametrize("name", ["nothing", "../README", "wake-up.rub", ""])
def test_nothing_else_is_a_routine(name: str) -> None:
    """Only the names on the list can be asked for, so that no path leads out of the folder."""
    with pytest.raises(UsageError):
        FileLibrary().text(name)


def test_an_installed_package_has_them_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Away from a checkout the routines are those that the package's own list of files names."""
    shared = tmp_path / "share" / "backrub" / "routines"
    shutil.copytree(ROOT / "routines", shared)
    info = tmp_path / "lib" / "backrub-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: backrub\nVersion: 1\n", encoding="utf-8")
    rows = (f"../share/backrub/routines/{path.name},," for path in shared.iterdir())
    (info / "RECORD").write_text("\n".join(["backrub/__init__.py,,", *rows]) + "\n", encoding="utf-8")
    monkeypatch.setattr(library, "CHECKOUT", tmp_path / "no-checkout")
    monkeypatch.syspath_prepend(tmp_path / "lib")

    assert FileLibrary(ROOT / "routines").names() == FileLibrary().names()
    assert FileLibrary().text("wake-up").startswith("#") or "title:" in FileLibrary().text("wake-up")

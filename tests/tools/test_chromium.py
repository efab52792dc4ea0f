"""The browser is found where it is, and installed where one may."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import chromium
import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand on a machine with nothing on PATH but what the test puts there, as root."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(chromium.VARIABLE, raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return tmp_path


def put(machine: Path, name: str, line: str = "") -> str:
    """Put a program on PATH; give where it is."""
    path = machine / name
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize("name", chromium.NAMES)
def test_a_browser_on_path_is_found(machine: Path, name: str) -> None:
    """Chromium is found under each of the names it goes by."""
    assert put(machine, name) == chromium.ensure_chromium()


def test_the_named_one_comes_first(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """BACKRUB_CHROMIUM names the browser to lead, whatever else there is."""
    put(machine, "chromium")
    monkeypatch.setenv(chromium.VARIABLE, put(machine, "mine"))

    assert str(machine / "mine") == chromium.ensure_chromium()


def test_a_wrong_name_is_not_made_up_for(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser that is named and not there is missing, even if another is there."""
    put(machine, "chromium")
    monkeypatch.setenv(chromium.VARIABLE, str(machine / "gone"))

    assert chromium.find_chromium() is None


def test_root_with_apt_gets_one_installed(machine: Path) -> None:
    """Where there is none, apt is asked for it, after its lists are fetched."""
    put(
        machine,
        "apt-get",
        f'echo "$@" >> {machine}/log; [ "$1" = update ] || /bin/cp {machine}/apt-get {machine}/chromium',
    )

    assert str(machine / "chromium") == chromium.ensure_chromium()
    asked = (machine / "log").read_text(encoding="utf-8").splitlines()
    assert ["update", "install --yes --no-install-recommends chromium"] == asked


@pytest.mark.parametrize("user", [0, 1000])
def test_without_means_it_says_what_to_do(machine: Path, monkeypatch: pytest.MonkeyPatch, user: int) -> None:
    """When apt fails, or may not be used, the words to type are given."""
    put(machine, "apt-get", "exit 100")
    monkeypatch.setattr(os, "geteuid", lambda: user)

    with pytest.raises(chromium.ChromiumMissingError, match="sudo apt install chromium"):
        chromium.ensure_chromium()

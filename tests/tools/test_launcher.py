"""`./backrub` sets itself up once, says plainly what it lacks, and hands over its arguments."""

from __future__ import annotations

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import environment
import pytest

ROOT = Path(__file__).resolve().parents[2]
OLD_PYTHON = """
import runpy, sys
sys.version_info, sys.argv = (3, 9, 2, "final", 0), sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Copy what the launcher needs, with a package that tells how it was called."""
    root = tmp_path / "checkout"
    for name in ("backrub", "tools/environment.py", "requirements/run.txt", "requirements/dev.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    package = root / "src" / "backrub"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text("import os, sys\nprint(sys.argv[1:], os.getcwd())\n", encoding="utf-8")
    return root


@pytest.fixture
def uv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a stand-in for uv first on PATH: it installs nothing and notes each call."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return write_program(folder / "uv", f'echo "$@" >> {tmp_path}/uv-calls')


def write_program(path: Path, line: str) -> Path:
    """Write a shell script of one line."""
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def calls(uv: Path) -> list[str]:
    """List how the stand-in for uv was called."""
    noted = uv.parent.parent / "uv-calls"
    return noted.read_text(encoding="utf-8").splitlines() if noted.exists() else []


def start(launcher: Path, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the launcher to its end."""
    command = [sys.executable, str(launcher), *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def start_with_old_python(launcher: Path, *arguments: str, path: str) -> subprocess.CompletedProcess[str]:
    """Run the launcher as a Python 3.9 would."""
    command = [sys.executable, "-c", OLD_PYTHON, str(launcher), *arguments]
    return subprocess.run(command, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False)


def test_an_old_python_gets_one_sentence(tmp_path: Path) -> None:
    """A Python older than 3.11 is told what is needed, and nothing else; a newer one that does not start is no help."""
    write_program(tmp_path / "python3.12", "exit 127")

    done = start_with_old_python(ROOT / "backrub", path=str(tmp_path))

    assert done.returncode == 1
    assert done.stderr == "backrub needs Python 3.11 or newer; this is Python 3.9.\n"


def test_an_old_python_hands_over_to_a_newer_one(tmp_path: Path) -> None:
    """Where a new enough Python is on PATH under its own name, that one goes on."""
    write_program(tmp_path / "python3.12", 'echo "$@"')

    done = start_with_old_python(ROOT / "backrub", "map", path=f"{tmp_path}:/usr/bin:/bin")

    assert done.stdout.splitlines()[-1] == f"{ROOT / 'backrub'} map"


def test_an_old_python_can_read_the_launcher() -> None:
    """The launcher is written in what Python 3.6 understood."""
    text = (ROOT / "backrub").read_text(encoding="utf-8")

    assert isinstance(ast.parse(text, feature_version=(3, 6)), ast.Module)


def test_the_first_start_sets_up_and_the_second_does_not(checkout: Path, uv: Path) -> None:
    """Setting up happens once, and is announced in plain words."""
    first, second = start(checkout / "backrub", "map"), start(checkout / "backrub", "map")

    assert first.stdout.startswith("['map']")
    assert first.stderr.startswith("Setting up, once: about a minute.\n")
    assert second.stdout == first.stdout
    assert second.stderr == ""
    assert len(calls(uv)) == 1
    assert "--require-hashes" in calls(uv)[0]


def test_without_a_command_it_serves(checkout: Path, uv: Path) -> None:
    """No command means: serve, with whatever options are given; help and version are of the whole."""
    launcher = checkout / "backrub"
    assert start(launcher).stdout.startswith("['serve']")
    assert start(launcher, "--port", "9000").stdout.startswith("['serve', '--port', '9000']")
    assert start(launcher, "--version").stdout.startswith("['--version']")
    assert start(launcher, "-h").stdout.startswith("['-h']")


def test_it_is_found_through_a_link_from_another_folder(checkout: Path, uv: Path, tmp_path: Path) -> None:
    """A link on PATH works from anywhere, and the command line sees the folder it was started in."""
    link, elsewhere = tmp_path / "link", tmp_path / "elsewhere"
    link.symlink_to(checkout / "backrub")
    elsewhere.mkdir()
    (elsewhere / "typing.py").write_text("raise SystemExit('the wrong module')\n", encoding="utf-8")

    done = start(link, "doctor", cwd=elsewhere)

    assert done.stdout == f"['doctor'] {elsewhere}\n"
    assert (checkout / ".venv").is_dir()


def test_a_moved_checkout_still_works(checkout: Path, uv: Path, tmp_path: Path) -> None:
    """The environment finds the package where it now is, without setting up again."""
    start(checkout / "backrub", "map")
    moved = checkout.rename(tmp_path / "moved")

    assert start(moved / "backrub", "map").stdout.startswith("['map']")
    assert len(calls(uv)) == 1


def test_a_new_lock_sets_up_again(checkout: Path, uv: Path) -> None:
    """What was made from another lock is outdated, and nothing of it stays."""
    environment.ensure("run", str(checkout))
    (checkout / ".venv" / "left-over").touch()
    with (checkout / "requirements" / "run.txt").open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")

    assert not environment.is_current("run", str(checkout))
    environment.ensure("run", str(checkout))
    assert environment.is_current("run", str(checkout))
    assert not (checkout / ".venv" / "left-over").exists()


def test_another_python_sets_up_again(checkout: Path, uv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version of Python made is outdated."""
    environment.ensure("run", str(checkout))
    monkeypatch.setattr(sys.implementation, "cache_tag", "cpython-399")

    assert not environment.is_current("run", str(checkout))


def test_an_environment_whose_python_is_gone_is_not_current(checkout: Path, uv: Path) -> None:
    """A removed or upgraded system Python leaves a dangling link, which is noticed."""
    environment.ensure("run", str(checkout))
    python = Path(environment.python(str(checkout)))
    python.unlink()
    python.symlink_to(checkout / "gone")

    assert not environment.is_current("run", str(checkout))


def test_the_checks_add_to_what_running_needs(checkout: Path, uv: Path) -> None:
    """The development lock is installed on top, and running then needs nothing anew."""
    root = str(checkout)
    environment.ensure("run", root)
    (checkout / ".venv" / "kept").touch()
    environment.ensure("dev", root)

    assert environment.is_current("run", root)
    assert environment.is_current("dev", root)
    assert (checkout / ".venv" / "kept").exists()


def test_a_failed_setup_is_told_and_tried_again(checkout: Path, uv: Path) -> None:
    """After a failure the last words are shown and nothing counts as done."""
    write_program(uv, "echo 'no space left' >&2; exit 1")

    failed = start(checkout / "backrub", "map")

    assert failed.returncode == 1
    assert failed.stderr.endswith("What was said last:\n  no space left\n")
    assert not environment.is_current("run", str(checkout))
    write_program(uv, "true")
    assert start(checkout / "backrub", "map").stdout.startswith("['map']")


def test_without_a_network_it_says_so(checkout: Path, uv: Path) -> None:
    """An index that cannot be reached is explained, without a traceback."""
    write_program(uv, "echo 'error: client error (Connect): dns error: no such host' >&2; exit 2")

    done = start(checkout / "backrub", "map")

    assert "needs the network once" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_untrusted_index_is_not_called_a_missing_network(checkout: Path, uv: Path) -> None:
    """A certificate that is refused is shown as what it is."""
    write_program(uv, "echo 'error sending request: invalid peer certificate: UnknownIssuer' >&2; exit 2")

    done = start(checkout / "backrub", "map")

    assert "UnknownIssuer" in done.stderr
    assert "needs the network" not in done.stderr


def test_without_ensurepip_it_names_the_package(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a Debian whose Python came without venv, the package to install is named."""
    real = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else real(name))
    monkeypatch.setenv("PATH", "")  # no uv, which could do without

    with pytest.raises(environment.SetupError) as caught:
        environment.ensure("run", str(checkout))

    assert f"sudo apt install python3.{sys.version_info[1]}-venv" in str(caught.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_it_may_not_write_is_named(checkout: Path, uv: Path) -> None:
    """A checkout that belongs to someone else is told apart from a failed download."""
    checkout.chmod(0o555)

    with pytest.raises(environment.SetupError, match="may not write"):
        environment.ensure("run", str(checkout))


def test_two_starts_at_once_set_up_once(checkout: Path, uv: Path, tmp_path: Path) -> None:
    """The second start waits for the first, says so, and finds the work done."""
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    write_program(uv, f'echo "$@" >> {tmp_path}/uv-calls; read line < {gate}')
    command = [sys.executable, str(checkout / "backrub"), "map"]
    first = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert first.stderr is not None
    assert first.stderr.readline() == "Setting up, once: about a minute.\n"
    second = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert second.stderr is not None
    assert second.stderr.readline() == "Another start is setting up; waiting for it.\n"

    gate.write_text("go on\n", encoding="utf-8")  # opens only when the stand-in for uv has reached its end

    for process in (first, second):
        assert process.communicate()[0].startswith("['map']")
    assert len(calls(uv)) == 1


@pytest.mark.deep
def test_pip_takes_over_from_a_uv_that_has_gone(checkout: Path, uv: Path) -> None:
    """An environment made with uv is completed with pip when uv is there no more."""
    environment.ensure("run", str(checkout))
    uv.unlink()
    (checkout / "requirements" / "dev.txt").write_text("# nothing more\n", encoding="utf-8")

    environment.ensure("dev", str(checkout))

    assert environment.is_current("dev", str(checkout))


@pytest.mark.deep
def test_the_lock_installs_from_the_index(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With pip alone, every pinned version is found with the hash that was written down."""
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    python = environment.ensure("run", str(checkout))
    code = (
        "import fastapi, highspy, shapely, lark, sqlalchemy, fluent.runtime, espeakng_loader, segno, rapidfuzz, typer"
    )

    assert subprocess.run([python, "-I", "-c", code], check=False).returncode == 0

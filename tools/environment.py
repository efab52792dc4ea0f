"""The virtual environment of this checkout: whether it is current, and how it is made.

Standard library only, and light to import: `./backrub` passes here on every start. What only the rare, slow way needs
is imported there.
"""

from __future__ import annotations

import hashlib
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
SILENCED = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV", "PYTHONHOME", "PYTHONPATH")
OFFLINE_SIGNS = (
    "Failed to establish a new connection",
    "NewConnectionError",
    "NameResolutionError",
    "Temporary failure in name resolution",
    "Network is unreachable",
    "ConnectTimeout",
    "ProxyError",
    "dns error",
    "Could not connect",
    "error sending request",
    "Connection refused",
)


class SetupError(Exception):
    """Setting up cannot go on; the text says why and what to do, in plain words."""


def python(root: str = ROOT) -> str:
    """Give the path of the environment's own interpreter."""
    return os.path.join(root, ".venv", "bin", "python")


def stamp(kind: str, root: str = ROOT) -> str:
    """Give the text that marks an environment as made from today's lock by this Python.

    Args:
        kind: `run` for what running needs, `dev` for that and the checks.
        root: The checkout.
    """
    with open(os.path.join(root, "requirements", f"{kind}.txt"), "rb") as lock:
        digest = hashlib.sha256(lock.read()).hexdigest()
    # A patch release more or less changes nothing in the environment, and two of them on one machine are common.
    return f"{digest} {sys.implementation.cache_tag} {os.uname().machine}\n"


def _stamp_file(kind: str, root: str) -> str:
    return os.path.join(root, ".venv", f"backrub-{kind}.stamp")


def is_current(kind: str, root: str = ROOT) -> bool:
    """Tell whether the environment is whole and made from today's lock."""
    try:
        with open(_stamp_file(kind, root), encoding="utf-8") as file:
            return file.read() == stamp(kind, root) and os.path.exists(python(root))
    except FileNotFoundError:
        return False


def ensure(kind: str, root: str = ROOT) -> str:
    """Make the environment if it is missing, unfinished or outdated; give its interpreter.

    Two starts at once are safe: the second waits for the first and finds its work done.

    Raises:
        SetupError: It could not be made.
    """
    if not is_current(kind, root):
        try:
            _make_alone(kind, root)
        except PermissionError as error:
            raise SetupError(f"backrub sets itself up in its own folder, and may not write {error.filename}") from error
    return python(root)


def _make_alone(kind: str, root: str) -> None:
    import fcntl

    with open(os.path.join(root, ".venv.lock"), "w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say("Another start is setting up; waiting for it.")
            fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_current(kind, root):
            _make(kind, root)


def _make(kind: str, root: str) -> None:
    """Build on what is there when its base is current, else from nothing; stamp last."""
    import shutil

    uv = shutil.which("uv")
    _look_for_parts(["venv"] if uv else ["venv", "ensurepip"])
    _say("Setting up, once: about a minute." if kind == "run" else "Setting up the checks, once: about a minute.")
    if not is_current("run", root):
        _make_empty(root, with_pip=uv is None)
    _install(kind, root, uv)
    for done in {"run", kind}:
        temporary = _stamp_file(done, root) + ".new"
        with open(temporary, "w", encoding="utf-8") as file:
            file.write(stamp(done, root))
        os.replace(temporary, _stamp_file(done, root))
    _say("Ready.")


def _look_for_parts(modules: list[str]) -> None:
    import importlib.util

    if any(importlib.util.find_spec(name) is None for name in modules):
        raise SetupError(
            "This Python lacks the part that makes environments. On Debian or Ubuntu: "
            f"sudo apt install python{sys.version_info[0]}.{sys.version_info[1]}-venv\nThen run this again."
        )


def _make_empty(root: str, *, with_pip: bool) -> None:
    import shutil

    place = os.path.join(root, ".venv")
    if os.path.islink(place) or os.path.isfile(place):
        os.remove(place)
    elif os.path.isdir(place):
        for kind in ("run", "dev"):  # first of all, so that an interruption leaves nothing that looks whole
            if os.path.exists(_stamp_file(kind, root)):
                os.remove(_stamp_file(kind, root))
        shutil.rmtree(place)
    # Started from inside some other environment (or this one), its base is what to build on.
    base = getattr(sys, "_base_executable", None) or sys.executable
    _run([base, "-I", "-m", "venv", *([] if with_pip else ["--without-pip"]), place], "make .venv")
    _point_at_source(root)


def _point_at_source(root: str) -> None:
    """Make the package importable by a path relative to the environment, so that the folder can be moved."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = _run([python(root), "-I", "-c", ask], "ask .venv").strip()
    with open(os.path.join(packages, "backrub.pth"), "w", encoding="utf-8") as file:
        file.write(os.path.relpath(os.path.join(root, "src"), os.path.realpath(packages)) + "\n")


def _install(kind: str, root: str, uv: str | None) -> None:
    lock = os.path.join(root, "requirements", f"{kind}.txt")
    options = ["--require-hashes", "--only-binary=:all:", "--quiet", "-r", lock]
    _say("Fetching the libraries it is built on.")
    if uv:
        _run([uv, "pip", "install", "--python", python(root), "--compile-bytecode", *options], "fetch libraries")
    else:
        if not os.path.exists(os.path.join(root, ".venv", "bin", "pip")):  # made by a uv that has gone since
            _run([python(root), "-I", "-m", "ensurepip", "--default-pip"], "add pip")
        own = ["--disable-pip-version-check", "--no-input", "--retries=2", "--progress-bar=off"]
        _run([python(root), "-I", "-m", "pip", "install", *own, *options], "fetch libraries")


def _run(command: list[str], purpose: str) -> str:
    import subprocess

    # uv, like pip, shall trust whom this machine trusts; the two names are its older and its newer one.
    environment = {"UV_NATIVE_TLS": "1", "UV_SYSTEM_CERTS": "1"}
    environment |= {key: value for key, value in os.environ.items() if key not in SILENCED}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return done.stdout
    said = (done.stderr.strip() or done.stdout.strip()).splitlines()
    text = "\n".join(said)
    if "certificate" not in text.lower() and any(sign in text for sign in OFFLINE_SIGNS):
        raise SetupError(
            "The package index cannot be reached. backrub needs the network once, to set itself up; "
            "afterwards it works without.\nRun this again when you are connected; what is missing will be fetched."
        )
    raise SetupError("Setting up failed (" + purpose + "). What was said last:\n  " + "\n  ".join(said[-6:]))


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)

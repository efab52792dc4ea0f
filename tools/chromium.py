"""The browser the tests lead: found on the machine, or put there with apt by someone who may."""

from __future__ import annotations

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
VARIABLE = "BACKRUB_CHROMIUM"


class ChromiumMissingError(Exception):
    """There is no browser and none can be installed; the text says what to do."""

    def __str__(self) -> str:
        """Say what to do."""
        return (
            f"The browser tests need Chromium: sudo apt install chromium, or set {VARIABLE} to one, or ./test --quick."
        )


def find_chromium() -> str | None:
    """Give the path of a Chromium on this machine, the one named by BACKRUB_CHROMIUM first."""
    named = os.environ.get(VARIABLE)
    if named:
        return shutil.which(named)
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def ensure_chromium() -> str:
    """Give the path of a Chromium, installing one with apt when there is none and we are root.

    Raises:
        ChromiumMissingError: There is none and it cannot be installed.
    """
    if find_chromium() is None and may_install():
        install("chromium")
    found = find_chromium()
    if found is None:
        raise ChromiumMissingError
    return found


def may_install() -> bool:
    """Tell whether this machine has apt and we are the one who may use it."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(package: str) -> bool:
    """Install a Debian package, quietly; tell whether it worked."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = (["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", package])
    quiet = [subprocess.run(line, env=environment, capture_output=True, check=False).returncode for line in commands]
    return quiet[-1] == 0

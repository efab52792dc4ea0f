"""Opening a page in the browser of whoever sits at this machine."""

from __future__ import annotations

import os
import sys
import threading
import webbrowser

__all__ = ["has_screen", "open_page"]


def has_screen() -> bool:
    """Tell whether there is a screen to open a browser on; a text browser would take the terminal over."""
    return sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_page(address: str) -> bool:
    """Open a page without waiting for the browser; False when there is no screen."""
    if not has_screen():
        return False
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    return True

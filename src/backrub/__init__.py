"""Coach one person through giving another a good back rub."""

from __future__ import annotations

__version__ = "0.1.0"

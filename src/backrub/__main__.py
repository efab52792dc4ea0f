"""`python -m backrub`: the command line."""

from __future__ import annotations

from backrub.cli import main

main()

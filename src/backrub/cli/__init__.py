"""The command line: one file per command, each loading what it needs only when it runs."""

from __future__ import annotations

import sys

__all__ = ["main"]

USAGE_EXIT = 2
FAULT_EXIT = 1


def main() -> None:
    """Run a command; whatever goes wrong ends in a sentence and an exit code, never a traceback."""
    from backrub.cli.app import app
    from backrub.errors import BackrubError, UsageError

    try:
        app(prog_name="backrub")
    except UsageError as error:
        _say(str(error))
        sys.exit(USAGE_EXIT)
    except BackrubError as error:
        _say(_sentence(error))
        sys.exit(FAULT_EXIT)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has left
        sys.exit(FAULT_EXIT)


def _sentence(error: BaseException) -> str:
    from backrub.errors import NotTonight

    if isinstance(error, NotTonight):
        from backrub.routine import message
        from backrub.words import Words

        words = Words("en")
        return "\n".join(words.text(message(reason)) for reason in error.reasons)
    return str(error)


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")

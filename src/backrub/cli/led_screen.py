"""Being led on a terminal's screen: countdown, next step, keys, and a voice where there is one."""

from __future__ import annotations

from rich.live import Live

from backrub.adapters.clock import SystemClock
from backrub.adapters.keys import key_presses, pressed_within
from backrub.adapters.player import Player, player_command
from backrub.app.leading import Leader
from backrub.app.planning import Planned
from backrub.app.ports import Speech
from backrub.cli.showing import LINES_KEPT, console, screen
from backrub.errors import CommandRefused
from backrub.routine import message
from backrub.session import CommandKind, Cue, Event, View
from backrub.units import MS_PER_S
from backrub.wiring import speech
from backrub.words import Words

__all__ = ["KEYS", "lead_on_screen"]

KEYS: dict[str, CommandKind] = {
    "\n": "ready",
    "\r": "ready",
    " ": "pause",
    "right": "next",
    "left": "back",
    "up": "firmer",
    "down": "softer",
    "s": "stay",
    "j": "just-right",
    "n": "not-there",
    "t": "spot-here",
    "h": "hush",
    "escape": "stop",
    "page-down": "next",
    "page-up": "stay",
}
"""What each key asks for; a digit says how the pressure is, 0 for ten. Space also resumes."""


class _KeyClock(SystemClock):
    """The machine's clock, which a key press wakes."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: str | None = None

    def wait_ms(self, logical_ms: int) -> None:
        """Wait for this long or for a key, whichever comes first."""
        self.pressed = pressed_within(logical_ms / MS_PER_S)


class _Screen:
    """Whoever sits at the terminal."""

    def __init__(self, live: Live, clock: _KeyClock, player: Player | None) -> None:
        self._live = live
        self._clock = clock
        self._player = player
        self._words = Words("en")
        self._lines: list[str] = []
        self._status = "planned"

    def hear(self, cue: Cue) -> None:
        """Show a cue, and say it."""
        text = self._words.text(cue.what)
        self._lines = [*self._lines, text][-LINES_KEPT:]
        if self._player is not None and cue.kind != "show":
            self._player.say(text)

    def learn(self, event: Event) -> None:
        """Fall silent when it was stopped."""
        if event.kind == "stopped" and self._player is not None:
            self._player.hush()

    def look(self, view: View, upcoming: Cue | None) -> None:
        """Draw how things stand."""
        self._status = view.status
        keys = self._words.text(message("cli-keys-preparing" if view.status == "preparing" else "cli-keys"))
        following = self._words.text(upcoming.what) if upcoming else ""
        self._live.update(screen(view, self._lines, following, keys, self._words), refresh=True)

    def refused(self, refusal: CommandRefused) -> None:
        """Show why a key did nothing."""
        self._lines = [*self._lines, self._words.text(message(refusal.message))][-LINES_KEPT:]

    def wants(self) -> tuple[CommandKind, int | None] | None:
        """Give what the last key asks for."""
        key, self._clock.pressed = self._clock.pressed, None
        if key is None:
            return None
        if key.isdigit():
            return "rate", int(key) or 10
        kind = KEYS.get(key)
        if kind == "pause" and self._status != "running":
            kind = "ready" if self._status == "preparing" else "resume"
        return (kind, None) if kind else None


def lead_on_screen(planned: Planned, voice: bool) -> None:
    """Lead a plan until it ends or Ctrl-C."""
    clock = _KeyClock()
    mouth = speech()
    player = _player(mouth) if voice else None
    try:
        with key_presses(), Live(console=console(), auto_refresh=False) as live:
            Leader(planned, clock, _Screen(live, clock, player)).run()
    except KeyboardInterrupt:
        if player is not None:
            player.hush()
    finally:
        mouth.close()


def _player(voice: Speech) -> Player | None:
    """Give a voice, or say why there is none."""
    words = Words("en")
    command = player_command()
    if command is None or not voice.available():
        reason = "cli-no-player" if command is None else "cli-no-voice"
        console().print(words.text(message(reason)))
        return None
    return Player(voice, words.locale, command)

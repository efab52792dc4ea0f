"""A voice that says nothing, and remembers what it was asked to say."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["FakeSpeech"]


@dataclass
class FakeSpeech:
    """Renders a line as its own letters."""

    there: bool = True
    rendered: list[str] = field(default_factory=list)

    def available(self) -> bool:
        """Tell whether it can speak."""
        return self.there

    def identity(self) -> str:
        """Name itself."""
        return "fake-1"

    def render(self, text: str, locale: str, voice: str | None = None) -> bytes:
        """Give the letters, with the language before them."""
        self.rendered.append(text)
        return f"{locale}:{text}".encode()

    def close(self) -> None:
        """Have nothing to let go of."""

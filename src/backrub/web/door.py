"""One session's door: who was let in by which code, and who is inside now."""

from __future__ import annotations

from dataclasses import dataclass, field

from backrub.app.conducting import Conductor
from backrub.app.joining import GUESTS, GuestList, Invitation, Pass, Refused
from backrub.session import Role
from backrub.web.house import House
from backrub.web.live import Client
from backrub.wire.live import HelloIn

__all__ = ["Door"]


@dataclass(eq=False, slots=True)
class Door:
    """One session's second listener.

    Attributes:
        house: What the routes share.
        session: Whose.
        port: Where it listens.
        addresses: By which phones reach it.
        guests: Who may join.
    """

    house: House
    session: str
    port: int
    addresses: tuple[str, ...]
    guests: GuestList = field(default_factory=GuestList)
    _inside: dict[Client, Pass] = field(default_factory=dict)

    @property
    def urls(self) -> tuple[str, ...]:
        """The addresses a phone may open."""
        return tuple(f"http://{host}/" for host in self.hosts)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts it goes by, each with its port."""
        return tuple(f"{address}:{self.port}" for address in self.addresses)

    def invite(self, role: Role) -> Invitation:
        """Make a code for one more device."""
        return self.guests.invite(role, self.house.ports.ids.token(), self.house.ports.clock.utc_ms())

    @property
    def invited(self) -> tuple[Role, ...]:
        """The roles for which there is a code that is still good."""
        now_ms = self.house.ports.clock.utc_ms()
        return tuple(role for role in sorted(GUESTS) if self.guests.invited(role, now_ms))

    def enter(self, code: str, address: str) -> tuple[str, str, Pass] | Refused:
        """Change a code for session, secret and pass."""
        secret = self.house.ports.ids.token()
        entered = self.guests.enter(code, address, secret, self.house.ports.clock.utc_ms())
        return entered if isinstance(entered, Refused) else (self.session, secret, entered)

    async def host(self, client: Client, one: Pass, conductor: Conductor, hello: HelloIn) -> None:
        """Have a device in the session until it leaves or is sent away."""
        self._inside[client] = one
        try:
            await conductor.arrive(one.role)
            await client.serve(hello)
        finally:
            self._inside.pop(client, None)
            await conductor.depart(one.role)

    def is_here(self, one: Pass) -> bool:
        """Tell whether the device with a pass is connected now."""
        return one in self._inside.values()

    async def revoke(self, name: str) -> bool:
        """Take a pass back and send its device away; tell whether there was one."""
        known = self.guests.revoke(name)
        await self.dismiss(name)
        return known

    async def dismiss(self, name: str | None = None) -> None:
        """Send away the devices with a pass, or all."""
        for client in [client for client, one in self._inside.items() if name in (None, one.id)]:
            await client.dismiss()

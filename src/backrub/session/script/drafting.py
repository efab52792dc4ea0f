"""How a line becomes a draft: its weight from the catalogue, its time in seconds, its place as people see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from backrub.routine import Argument, Message, Step, message
from backrub.session.pressing import overlap
from backrub.session.script.catalogue import LINES, line_of
from backrub.session.timeline import CueDraft, PlacedStep, Setting
from backrub.units import ms

__all__ = [
    "Footing",
    "Lead",
    "Near",
    "Stance",
    "Station",
    "asked",
    "footing",
    "lead_after",
    "led_now",
    "line",
    "moves",
    "nearness",
    "over_a_spot",
    "round_a_spot",
    "shown",
    "stance",
    "station",
    "to_receiver",
    "where",
    "written",
]

Near = Literal["near", "far", "upper", "none"]
Lead = Literal["stroke", "then", "now"]
Stance = Literal["kneel", "sit", "stand", "behind"]
Footing = Literal["mat", "low", "table", "bed", "chair"]
_SPARING: Mapping[str, Footing] = {"mat": "low", "bed": "table"}
Station = Literal["left", "right", "head", "behind"]


def line(offset_s: float, name: str, **args: Argument) -> CueDraft:
    """Draft one line of the catalogue, said for the giver.

    Args:
        offset_s: From the start of the step or moment [s].
        name: Message id.
        **args: What fills the message.
    """
    return CueDraft(ms(offset_s), "say", _said(name, **args), "giver", LINES[name].weight)


@lru_cache(maxsize=8192, typed=True)
def _said(name: str, **args: Argument) -> Message:
    """Give a line's message, the same object to every session that says it: there are few, and many sessions."""
    return message(name, **args)


def written(offset_s: float, what: Message) -> CueDraft:
    """Draft what somebody wrote, word for word, said for the giver; both hear it.

    Args:
        offset_s: From the start of the step [s].
        what: The sentence.
    """
    return CueDraft(ms(offset_s), "say", what, "giver", line_of(what).weight)


def asked(draft: CueDraft) -> CueDraft:
    """Give the draft as a question the giver asks in their own words."""
    return replace(draft, kind="ask")


def shown(draft: CueDraft) -> CueDraft:
    """Give the draft without a sound."""
    return replace(draft, kind="show")


def to_receiver(draft: CueDraft) -> CueDraft:
    """Give the draft as said for the one who receives; both hear it."""
    return replace(draft, to="receiver")


def station(setting: Setting, step: Step) -> Station | None:
    """Tell where the giver is for a step: at the receiver's left or right, at the head, or behind.

    Beside is on the worked side, across on the other one. None: what can be done from either side is done from the
    one where the giver happens to be.
    """
    if step.place == "head-end":
        return "head"
    if step.place == "behind" or setting.position != "prone":
        return "behind"
    if step.place == "beside" and step.side in ("left", "right"):
        return "left" if step.side == "left" else "right"
    if step.place == "across" and step.side in ("left", "right"):
        return "right" if step.side == "left" else "left"
    return None


def moves(setting: Setting, before: Step, step: Step) -> bool:
    """Tell whether the giver changes place between two steps; hip, beside and across are one place on one side."""
    if before.place is None or step.place is None:
        return False
    was, will = station(setting, before), station(setting, step)
    either = None in (was, will)
    return (was != will and not either) or (either and {"head", "behind"} & {was, will} != set())


def nearness(setting: Setting, step: Step) -> Near:
    """Tell how the giver sees the worked side from where they are; `none` where left and right are said alone.

    Of a receiver who lies on one side, only the upper side is worked.
    """
    if step.side in (None, "both") or step.place is None:
        return "none"
    if setting.position == "side-lying":
        return "upper"
    at = station(setting, step)
    if at in ("left", "right"):
        return "near" if at == step.side else "far"
    return "none"


def where(setting: Setting, step: Step) -> dict[str, Argument]:
    """Give the three arguments that tell a place: area, side, and how near it is."""
    return {"area": step.area or "anywhere", "side": step.side or "both", "near": nearness(setting, step)}


def stance(setting: Setting) -> Stance:
    """Tell how the giver's body is: what posture and change of place are said for."""
    if setting.position == "seated" or setting.surface == "chair":
        return "behind"
    if setting.surface != "mat":
        return "stand"
    return "kneel" if setting.kneels else "sit"


def footing(setting: Setting) -> Footing:
    """Tell what the giver's place is said for: the surface, or what spares their knees there.

    Beside a mat they sit on something low; at a bed they stand as at a table.
    """
    if setting.kneels or setting.surface not in _SPARING:
        return setting.surface
    return _SPARING[setting.surface]


@lru_cache(maxsize=8192)
def led_now(what: Message) -> Message:
    """Give an announcement of what has begun already, as it is said then; any other message stays as it is."""
    return Message(what.id, tuple((name, "now" if name == "lead" else value) for name, value in what.args))


def lead_after(before: PlacedStep | None) -> Lead:
    """Tell how an announcement starts: only after a stroke is there a stroke that can end."""
    if before is not None and before.step.kind == "stroke":
        return "stroke"
    return "then"


def over_a_spot(before: PlacedStep | None, step: Step) -> bool:
    """Tell whether a step is the broad strokes over a spot that was held: not those of the finish, nor elsewhere."""
    if before is None or before.step.kind != "hold" or step.kind != "stroke" or step.phase == "finish":
        return False
    return before.step.area is None or overlap(before.step.area, step.area)


def round_a_spot(drafts: tuple[CueDraft, ...], answers: tuple[str, ...]) -> tuple[CueDraft, ...]:
    """Give what is said of the broad strokes after a hold, by what was answered in it.

    Over a spot that hurt nobody is sent, and where an answer has named the broad strokes nothing is left to say.

    Args:
        drafts: What is said around those strokes.
        answers: What was answered in the hold, in order.
    """
    let_go = next((_LET_GO[answer] for answer in answers if answer in _LET_GO), "")
    if not drafts or drafts[0].what.id != "hold-broad" or let_go == "":
        return drafts
    said = (replace(drafts[0], what=_said(let_go)),) if let_go else ()
    return (*said, *drafts[1:])


_LET_GO: Mapping[str, str | None] = MappingProxyType(
    dict.fromkeys(("spot-nine", "hurts", "hold-worse", "hold-radiates", "breath-not-back"), "hold-broad-round")
    | dict.fromkeys(("spot-not-found", "spot-lump"), None)
)
"""How each answer that lets go of a hold goes on."""

"""Other plans on the wire: what if, both of you, wishes that clash, a lesson in place of a rub."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backrub.app.alternatives import Compared, Hug, Share, ShareKind, Swapped, Turn
from backrub.compose import Asked
from backrub.person import Avoid, Mark, Tender, Tense, Wishes
from backrub.routine import Argument, Message, message
from backrub.technique.limits import SESSION_MAX_S
from backrub.wire.atlas import atlas_to_json
from backrub.wire.mapping import JsonObject, Unreadable
from backrub.wire.plan import planned_to_json
from backrub.wire.shapes import AskedJson, AtlasJson, PathJson, PlanJson, RefusalJson
from backrub.wire.wishes import wishes_from_json
from backrub.words import Words

__all__ = [
    "ASKED",
    "ClashJson",
    "HalfNotTonightJson",
    "LessonJson",
    "ShareJson",
    "SwapJson",
    "SwapSent",
    "WhatIfJson",
    "WhatIfSent",
    "clash_to_json",
    "compared_to_json",
    "hug_to_json",
    "parts_of_json",
    "swap_from_json",
    "swapped_to_json",
]

LONGEST_TOGETHER_MIN = 2 * SESSION_MAX_S // 60 + 30
"""Longest evening of two: two of the longest rubs, and half an hour between them [min]."""


@dataclass(frozen=True, slots=True)
class WhatIfSent:
    """The wishes as they are, and as they might be."""

    now: Wishes
    then: Wishes


@dataclass(frozen=True, slots=True)
class SwapSent:
    """What each of two people wishes as the receiver, and how many minutes they have together."""

    one: Wishes
    other: Wishes
    minutes: int
    toss: int | None = None


@dataclass(frozen=True, slots=True)
class ShareJson:
    """How much a place or a phase gets before and after, and why it then gets that."""

    kind: ShareKind
    id: str
    label: str
    before_s: int
    after_s: int
    why: str


@dataclass(frozen=True, slots=True)
class WhatIfJson:
    """The plan for other wishes, and what is different in it."""

    plan: PlanJson
    comes: list[str]
    goes: list[str]
    shares: list[ShareJson]


@dataclass(frozen=True, slots=True)
class ClashJson:
    """The fewest wishes that cannot be met together; none where all can be."""

    clash: list[AskedJson]


@dataclass(frozen=True, slots=True)
class SwapJson:
    """Two halves of an evening, and whose plan is first."""

    first: PlanJson
    second: PlanJson
    begins: Turn
    minutes_each: int
    change_s: int


@dataclass(frozen=True, slots=True)
class HalfNotTonightJson:
    """An evening on which one of two people gets no rub."""

    not_tonight: RefusalJson
    whose: Turn


@dataclass(frozen=True, slots=True)
class LessonJson:
    """Something learnt beforehand and never led: what to know, and the hands of it on a back."""

    title: str
    points: list[str]
    most_s: int
    path: PathJson | None
    atlas: AtlasJson


ASKED: Mapping[str, tuple[str, ...]] = {
    "minutes": ("instead", "minutes"),
    "lasts_min": ("minutes",),
    "tense": ("area", "level", "side"),
    "tender": ("area", "side"),
    "avoid": ("area", "side"),
    "marks": ("kind",),
    "position": ("position",),
    "surface": ("surface",),
    "glide": ("glide",),
    "intention": ("intention",),
    "holds": ("holds",),
    "firm": (),
    "deep": (),
    "soft": (),
    "woken": (),
    "first_time": (),
}
"""The fields of a wish that can be dropped, with what the text about each is filled with."""


def parts_of_json(data: object, names: tuple[str, ...], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    """Give the members of a JSON object that has just these.

    Args:
        data: What was sent.
        names: What has to be there.
        optional: What may be.

    Raises:
        Unreadable: It is no object, lacks one of them, or has another.
    """
    if not isinstance(data, dict):
        raise Unreadable("this is not an object", "body", f"Send {', '.join(names)}")
    wrong = [name for name in names if name not in data] + sorted(data.keys() - {*names, *optional})
    if wrong:
        kinds = ["It is missing." if name in names else "It is not known." for name in wrong]
        fields = tuple(zip(wrong, kinds, strict=True))
        raise Unreadable(f"{wrong[0]}: {kinds[0]}", wrong[0], f"Send {', '.join(names)}", fields)
    return data


def swap_from_json(data: object) -> SwapSent:
    """Read what two people wish, and their minutes.

    Raises:
        Unreadable: A part is missing or unknown, or a wish cannot be read.
    """
    sent = parts_of_json(data, ("one", "other", "minutes"), ("toss",))
    for name in ("minutes", "toss"):
        value = sent.get(name)
        if isinstance(value, bool) or not isinstance(value, int | None) or (name == "minutes" and value is None):
            raise Unreadable(f"{value!r} is not a whole number", name, "Send one", ((name, "It is a whole number."),))
    if sent["minutes"] > LONGEST_TOGETHER_MIN:
        most = f"Use {LONGEST_TOGETHER_MIN} or less"
        raise Unreadable(f"{sent['minutes']} minutes are too many", "minutes", most, (("minutes", f"{most}."),))
    return SwapSent(wishes_from_json(sent["one"]), wishes_from_json(sent["other"]), sent["minutes"], sent.get("toss"))


def compared_to_json(compared: Compared, words: Words) -> JsonObject:
    """Give a plan for other wishes, and what is different in it."""
    return {
        "plan": planned_to_json(compared.planned, words),
        "comes": [words.text(each) for each in compared.comes],
        "goes": [words.text(each) for each in compared.goes],
        "shares": [_share(each, words) for each in compared.shares],
    }


def _share(share: Share, words: Words) -> JsonObject:
    return {
        "kind": share.kind,
        "id": share.id,
        "label": words.text(message(f"{share.kind}-{share.id}")),
        "before_s": share.before_s,
        "after_s": share.after_s,
        "why": words.text(share.why) if share.why else "",
    }


def clash_to_json(clash: tuple[Asked, ...], wishes: Wishes, words: Words) -> JsonObject:
    """Name the wishes that clash."""
    named = [{"field": one.field, "index": one.index, "text": words.text(_named(one, wishes))} for one in clash]
    return {"clash": named}


def _named(one: Asked, wishes: Wishes) -> Message:
    values = _values(one, getattr(wishes, one.field))
    wanted = {name: values[name] for name in ASKED[one.field]}
    return message(f"asked-{one.field.replace('_', '-')}", **wanted)


def _values(one: Asked, value: object) -> Mapping[str, Argument]:
    """Give what a text may say of a wish."""
    if isinstance(value, tuple):
        return _of_place(value[one.index])
    if isinstance(value, bool):
        return {"holds": "yes" if value else "no"}
    if isinstance(value, int):
        return {"minutes": value, "instead": Wishes().minutes}
    return {one.field: str(value)}


def _of_place(place: Tense | Tender | Avoid | Mark) -> Mapping[str, Argument]:
    if isinstance(place, Mark):
        return {"kind": place.kind}
    level = place.level if isinstance(place, Tense) else 0
    return {"area": place.area, "side": place.side, "level": level}


def swapped_to_json(swapped: Swapped, words: Words) -> JsonObject:
    """Give two halves of an evening."""
    return {
        "first": planned_to_json(swapped.first, words),
        "second": planned_to_json(swapped.second, words),
        "begins": swapped.begins,
        "minutes_each": swapped.minutes_each,
        "change_s": swapped.change_s,
    }


def hug_to_json(hug: Hug, words: Words) -> JsonObject:
    """Give a lesson."""
    return {
        "title": words.text(hug.lesson.title),
        "points": [words.text(each) for each in hug.lesson.points],
        "most_s": hug.lesson.most_s,
        "path": hug.path.as_json() if hug.path else None,
        "atlas": atlas_to_json(hug.atlas, words),
    }

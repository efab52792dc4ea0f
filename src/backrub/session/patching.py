"""What has changed from one timeline to the next: what a client is told that already holds the one before."""

from __future__ import annotations

from dataclasses import dataclass

from backrub.session.timeline import Cue, Timeline

__all__ = ["Patch", "patch_between", "patched"]


@dataclass(frozen=True, slots=True)
class Patch:
    """How a newer timeline comes of an older one.

    Attributes:
        since: Version of the timeline it changes.
        version: Version of the timeline it makes.
        gone: Ids of the cues that are no more.
        moved: Id and new time of each cue that only moved [logical ms].
        cues: The cues that are new or say, show or aim at something else.
        ends_at_ms: When the last touch is due, or None while not running.
    """

    since: int
    version: int
    gone: tuple[str, ...]
    moved: tuple[tuple[str, int], ...]
    cues: tuple[Cue, ...]
    ends_at_ms: int | None


def patch_between(before: Timeline, after: Timeline) -> Patch:
    """Give what makes the second timeline of the first."""
    known = {cue.id: cue for cue in before.cues}
    moved, fresh = [], []
    for cue in after.cues:
        old = known.pop(cue.id, None)
        if old is cue:
            continue
        if old is None or not _alike(old, cue):
            fresh.append(cue)
        elif old.at_ms != cue.at_ms:
            moved.append((cue.id, cue.at_ms))
    return Patch(before.version, after.version, tuple(known), tuple(moved), tuple(fresh), after.ends_at_ms)


def patched(before: Timeline, patch: Patch) -> Timeline:
    """Give the timeline that a patch makes: what a client does with it.

    Raises:
        ValueError: The patch belongs to another version.
    """
    if patch.since != before.version:
        msg = f"a patch of version {patch.since} does not fit version {before.version}"
        raise ValueError(msg)
    times = dict(patch.moved)
    cues = {cue.id: _at(cue, times.get(cue.id, cue.at_ms)) for cue in before.cues}
    for name in patch.gone:
        del cues[name]
    cues |= {cue.id: cue for cue in patch.cues}
    return Timeline(patch.version, tuple(sorted(cues.values(), key=lambda cue: (cue.at_ms, cue.id))), patch.ends_at_ms)


def _alike(one: Cue, other: Cue) -> bool:
    """Tell whether two cues differ in nothing but their time; targets and sentences are mostly the same objects."""
    return (
        one.what == other.what
        and one.target == other.target
        and (one.kind, one.to, one.step) == (other.kind, other.to, other.step)
    )


def _at(cue: Cue, at_ms: int) -> Cue:
    return cue if cue.at_ms == at_ms else Cue(cue.id, at_ms, cue.kind, cue.what, cue.to, cue.step, cue.target)

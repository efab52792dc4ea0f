"""Compare our plans with an experienced teacher's, and write docs/reference/expert-cases.md.

python tools/expert_cases.py          write the page
python tools/expert_cases.py --check  exit 1 when the page is not current
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from backrub.compose import compose
from backrub.person import Avoid, Health, Tense, Wishes
from backrub.routine import Routine, Step
from backrub.units import clock_text

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tools" / "expert_cases.toml"
PAGE = ROOT / "docs" / "reference" / "expert-cases.md"

Key = tuple[str, str]
LOOSE = ("tender-spot-hold", "blade-circles", "side-pull")  # for which the teacher names no one area


_AREA_OF = {"blade-circles": "blades", "side-pull": "sides", "hold": "between-blades"}


class Row(NamedTuple):
    """One line of a comparison; times in seconds."""

    what: str
    where: str
    theirs_s: int
    ours_s: int

    def difference(self, total_s: int) -> float:
        """Give how far the shares of the rub lie apart."""
        return (self.ours_s - self.theirs_s) / total_s


def cases() -> list[dict[str, Any]]:
    """Read the teacher's plans."""
    with CASES.open("rb") as file:
        listed: list[dict[str, Any]] = tomllib.load(file)["cases"]
    return listed


def wishes_of(case: Mapping[str, Any]) -> Wishes:
    """Give a case's wishes."""
    fields = dict(case["wishes"])
    named = tuple(fields.pop("health", ()))
    return Wishes(
        tense=tuple(Tense(*place) for place in fields.pop("tense", ())),
        avoid=tuple(Avoid(*place) for place in fields.pop("avoid", ())),
        health=Health("something", named) if named else Health("none"),
        **fields,
    )


def rows_of(case: Mapping[str, Any], routine: Routine) -> list[Row]:
    """Compare minutes for each technique and area, the teacher's order first."""
    theirs: Counter[Key] = Counter()
    for technique, area, duration_s, phase in case["rows"]:
        theirs[_key(phase, technique, area)] += duration_s
    ours = _ours(routine)
    return [Row(*key, theirs[key], ours[key]) for key in dict.fromkeys((*theirs, *ours))]


def differences() -> list[float]:
    """Give every difference of shares, over all cases that are rubs of more than long strokes."""
    found = []
    for case in cases():
        wishes = wishes_of(case)
        if wishes.minutes > 4:
            found += [abs(row.difference(60 * wishes.minutes)) for row in rows_of(case, compose(wishes))]
    return found


def differences_by_area() -> list[float]:
    """Give the differences of shares for each area of the work, whatever is done there, over the same cases.

    Where the teacher names no one area, the technique says it: circles are for the blades, pulls for the sides, and
    holds for the place between the blades.
    """
    found = []
    for case in cases():
        wishes = wishes_of(case)
        if wishes.minutes > 4:
            spent: Counter[str] = Counter()
            for row in rows_of(case, compose(wishes)):
                if row.what not in ("resting hands", "warm-up", "finish"):
                    spent[_AREA_OF.get(row.what, row.where)] += row.ours_s - row.theirs_s
            found += [abs(over_s) / (60 * wishes.minutes) for over_s in spent.values()]
    return found


def page() -> str:
    """Write the whole page."""
    return "\n".join(_page())


def _page() -> Iterator[str]:
    yield "# Expert cases"
    yield ""
    yield "Written by `tools/expert_cases.py`; change `tools/expert_cases.toml` or the composer, not this page."
    yield ""
    yield _ABOUT
    half = 100 * median(differences())
    yield f"Half of all shares differ by {half:.1f} % of the rub or less (case 8 left out: see there)."
    areas = differences_by_area()
    yield f"For each area of the work, whatever is done there, half differ by {100 * median(areas):.1f} % or less,"
    yield f"the most by {100 * max(areas):.1f} %."
    for case in cases():
        yield from _case(case)
    yield ""
    yield "## Answers that are not plans"
    yield ""
    yield _ANSWERS


def _case(case: Mapping[str, Any]) -> Iterator[str]:
    wishes = wishes_of(case)
    routine = compose(wishes)
    total_s = 60 * wishes.minutes
    yield ""
    yield f"## Case {case['id']}"
    yield ""
    yield case["who"]
    yield ""
    yield "| technique | area | teacher | ours | difference |"
    yield "|---|---|---:|---:|---:|"
    for row in rows_of(case, routine):
        share = 100 * row.difference(total_s)
        times = f"{clock_text(row.theirs_s)} | {clock_text(row.ours_s)}"
        yield f"| {row.what} | {row.where} | {times} | {share:+.1f} % |"
    yield ""
    if routine.gave_way or routine.left_out:
        said = ", ".join(f"`{reason.id}`" for reason in (*routine.gave_way, *routine.left_out))
        yield f"Ours says: {said}."
        yield ""
    yield _EXPLAINED[case["id"]]


def _ours(routine: Routine) -> Counter[Key]:
    counted: Counter[Key] = Counter()
    steps = [step for step in routine.steps if step.duration_s]
    for before, step in pairwise([Step("say", "open"), *steps]):
        held = before.kind == "hold"
        key = ("hold", "") if held else _key(step.phase, str(step.technique), str(step.area))
        counted[key] += step.duration_s
    return counted


def _key(phase: str, technique: str, area: str) -> Key:
    if technique in ("resting-hands", "hug-rub"):
        return "resting hands", ""
    if phase in ("warm-up", "finish"):
        return phase, ""
    if technique == "tender-spot-hold":
        return "hold", ""
    return technique, "" if technique in LOOSE else area


_ABOUT = """\
Six plans that an experienced teacher wrote for imagined pairs, before there was a composer (certainty L), beside ours
for the same wishes. Times are hands-on minutes, both sides together; a hold counts with the broad strokes after it. The
weights in `src/backrub/data/compose.toml` were fitted to these plans: the tables show how well one score can say what a
teacher does, not how it does on plans it has not seen.
"""

_EXPLAINED = {
    "1": """\
The same strokes. Ours finishes a little longer and gives each side of the waist its least dose.""",
    "3": """\
The same strokes. Ours keeps slow stroking under pressing (the teacher lets it begin at three) and ends later.""",
    "5": """\
The same strokes for nearly the same time.""",
    "7": """\
The teacher links upper and lower back with long strokes and holds spots between the blades; ours gives that time to the
marked low back. Sore places stay at four or less in both.""",
    "8": """\
The teacher begins with a hug, which is never led, and rests longer. Ours keeps its two minutes of slow strokes and a
finish, as in every short rub.""",
    "10": """\
The teacher rests the hands on the low back and strokes slowly at the end; ours gives that time to the low back itself
and a little to the shoulders. Everything there stays at four or less, after the upper back.""",
}

_ANSWERS = """\
- **Numb between the legs, bladder changed, both legs weak:** no plan; call for help now (`not-tonight-emergency`).
- **Fever with back pain, or drunk:** not today (`not-tonight-fever-ill`, `not-tonight-drunk-high`).
- **Three minutes, four knots, deep:** long strokes, and that twelve minutes would do two places (`gave-way-short`).
- **Breast operation, healed:** the place is marked or left alone and gone round; light, no lean (`care-leave-place`,
  `care-ask-first`).
- **Both want one, 40 minutes:** two plans of 18 minutes with time to change; a long plan says that swapping half-way is
  kinder (`note-swap`).
- **Only "deep, it should hurt":** six at most, seven in a hold, why, and a therapist for more (`gave-way-deep`,
  `note-therapist`).
"""


def main() -> int:
    """Write the page, or check that it is current."""
    wanted = page()
    if "--check" in sys.argv[1:]:
        current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == wanted
        print("expert-cases.md is current" if current else "expert-cases.md is old: python tools/expert_cases.py")
        return 0 if current else 1
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How fast a routine is checked, as a plan, as text, and as a text made to be slow. Run `python -m bench.check`."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

from backrub.app.texts import examine
from backrub.check import check_routine, check_written
from backrub.compose import compose
from backrub.person import Health, Wishes
from backrub.routine.notation import MOST_BYTES, read_written
from bench.notation import afresh, text_of_lines
from bench.report import emit, quantile, table, timed_ms

ROUNDS = 20
SPOT = "keep off: mole, 4 cm right of the spine, 22 cm below the neck\nwork\n"
AREAS = ("whole back", "gutters", "upper back", "lower back", "upper gutters", "lower gutters", "blades")
CONTACTS = ("palms", "forearms", "heels", "knuckles")
HOSTILE: dict[str, Callable[[int], str]] = {
    "slips": lambda _: "  1 min efleurage, sholders, nuckles, presure, hole back",
    "commas": lambda _: "," * 60,
    "words never led": lambda _: "  9 min crack, spine, elbow, kidneys, throat, foot, knee",
    "findings in every line": lambda each: f"  {400 + each % 50} s kneading, shoulders, right, thumbs, pressure 3 to 9",
    "different lines": lambda each: f"  {each} s effleurage, whole back, palms, pressure 2 to 4, 12 cm/s",
    "counted strokes": lambda each: (
        f"  {1 + each % 9} strokes effleurage, whole back, pressure {1 + each % 600 / 100:.2f}"
    ),
    "holds of nine": lambda _: "  hold 9 tender spots, 60 s, each side, pressure 9",
    "strokes round a spot": lambda each: (
        f"  {each} s effleurage, {AREAS[each % 7]}, {CONTACTS[each % 4]}, pressure {each % 7}"
    ),
    "allowances": lambda each: f"  1 s caress\n  allow RUB{100 + each % 40}: as ever",
}
"""Texts made to be slow, line by line, each as long as any is read."""


def main() -> None:
    """Time a plan, and texts of two lengths, and print how long they took."""
    plan = compose(Wishes(minutes=20, health=Health("none")))
    check_routine(plan, profile="teacher")  # the rules are loaded once
    taken = timed_ms(lambda: check_routine(plan, profile="teacher"), 5 * ROUNDS)
    rows: list[tuple[str, float, float | None, str]] = [("check a plan, median", quantile(taken, 0.5), 10.0, "ms")]
    for count, target in ((40, 15.0), (2000, 400.0)):
        text = text_of_lines(count)
        check_written(read_written(text))
        taken = timed_ms(afresh(lambda text=text: check_written(read_written(text))), ROUNDS)  # type: ignore[misc]
        rows.append((f"read and check {count} lines, median", quantile(taken, 0.5), target, "ms"))
    rows += [(f"256 kB of {name}, processor", worst_ms(line), 1000.0, "ms") for name, line in HOSTILE.items()]
    table(rows)
    emit("check", {name.replace(", ", "_").replace(" ", "_"): round(figure, 3) for name, figure, _, _ in rows})


def worst_ms(line: Callable[[int], str]) -> float:
    """Give how long the longest text of some kind of line takes to be examined, at worst of three [ms of processor]."""
    lines: list[str] = []
    size = len(SPOT)
    while (size := size + len(line(len(lines))) + 1) < MOST_BYTES:
        lines.append(line(len(lines)))
    examined = afresh(lambda: examine(SPOT + "\n".join(lines)))
    taken_s = []
    for _ in range(3):
        start_s = process_time()
        examined()
        taken_s.append(process_time() - start_s)
    return 1000 * max(taken_s)


if __name__ == "__main__":
    main()

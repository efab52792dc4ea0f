"""How fast a routine is checked, as a plan and as text. Run `python -m bench.check`."""

from __future__ import annotations

from backrub.check import check_routine, check_written
from backrub.compose import compose
from backrub.person import Health, Wishes
from backrub.routine.notation import read_written
from bench.notation import afresh, text_of_lines
from bench.report import emit, quantile, table, timed_ms

ROUNDS = 20


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
    table(rows)
    emit("check", {name.replace(", ", "_").replace(" ", "_"): round(figure, 3) for name, figure, _, _ in rows})


if __name__ == "__main__":
    main()

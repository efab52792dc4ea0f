"""How fast a routine written as text is read, built and laid out. Run `python -m bench.notation`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from backrub.routine.notation import layout, read_written, routine_of, scanning, shapes
from bench.report import emit, quantile, table, timed_ms

ROUNDS = 30
ROUTINE = Path(__file__).resolve().parents[1] / "routines" / "twenty-minute-classic.rub"


def text_of_lines(count: int) -> str:
    """Give a text of so many lines: the classic, its body over and over."""
    head, _, body = ROUTINE.read_text(encoding="utf-8").partition("\n\n")
    once = body.splitlines()
    return "\n".join([*head.splitlines(), "", *(once * (count // len(once) + 1))][:count])


def afresh(work: Callable[[], object]) -> Callable[[], object]:
    """Give the same work with nothing remembered from the time before: a text is read once, not thirty times."""

    def done() -> object:
        scanning._scanned.cache_clear()  # noqa: SLF001 - there is no other way to forget
        shapes.shape_of.cache_clear()
        return work()

    return done


def main() -> None:
    """Time texts of three lengths and print how long they took."""
    rows: list[tuple[str, float, float | None, str]] = []
    for count, target in ((40, 15.0), (100, 50.0), (2000, 400.0)):
        text = text_of_lines(count)
        routine_of(read_written(text))  # the grammar is built once
        built = timed_ms(afresh(lambda text=text: routine_of(read_written(text))), ROUNDS)  # type: ignore[misc]
        laid_out = timed_ms(afresh(lambda text=text: layout(read_written(text))), ROUNDS)  # type: ignore[misc]
        rows.append((f"read and build {count} lines, median", quantile(built, 0.5), target, "ms"))
        rows.append((f"read and lay out {count} lines, median", quantile(laid_out, 0.5), None, "ms"))
    table(rows)
    emit("notation", {name.replace(", ", "_").replace(" ", "_"): round(figure, 3) for name, figure, _, _ in rows})


if __name__ == "__main__":
    main()

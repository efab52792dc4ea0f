"""How a benchmark says its figures: a table to read, then one line of JSON."""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Iterable, Mapping
from time import perf_counter_ns

__all__ = ["emit", "quantile", "table", "timed_ms"]

NS_PER_MS = 1_000_000


def timed_ms(work: Callable[[], object], times: int) -> list[float]:
    """Give how long each of several runs of something took, shortest first [ms]."""
    taken = []
    for _ in range(times):
        began = perf_counter_ns()
        work()
        taken.append((perf_counter_ns() - began) / NS_PER_MS)
    return sorted(taken)


def quantile(ordered: list[float], share: float) -> float:
    """Give the value below which a share of some ordered values lies."""
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def table(rows: Iterable[tuple[str, float, float | None, str]]) -> None:
    """Print figures, each with its target: name, figure, target (None: none), unit."""
    print(f"{'':34} {'measured':>12} {'target':>12}")
    for name, figure, target, unit in rows:
        wanted = "" if target is None else f"{target:,.6g} {unit}"
        print(f"{name:34} {f'{figure:,.6g} {unit}':>16} {wanted:>16}")


def emit(name: str, figures: Mapping[str, float]) -> None:
    """Print one line of JSON: the benchmark's name, its figures and the interpreter."""
    print(json.dumps({"bench": name, "python": platform.python_version(), **figures}))

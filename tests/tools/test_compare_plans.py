"""The composer beats simpler ways to plan, and the page that says by how much is there."""

from __future__ import annotations

import random
from statistics import median

import compare_plans

from backrub.compose.minutes import total_units
from tests.counts import DEEP

PAGE = compare_plans.PAGE.read_text(encoding="utf-8")


def tasks(count: int) -> list[compare_plans.Task]:
    """Give some tasks with something marked."""
    chance = random.Random(1)
    return [compare_plans.Task.of(compare_plans.some_wishes(chance)) for _ in range(count)]


def test_nothing_scores_higher() -> None:
    """Neither the template nor a draw by lot scores higher than the composer."""
    ways = (compare_plans.template, compare_plans.by_lot(random.Random(2)))
    for task in tasks(6):
        best = task.score(compare_plans.ours(task))
        for way in ways:
            other = way(task)
            assert other is None or task.score(other) <= best + 1e-6


def test_nearer_to_the_teacher() -> None:
    """Half of the composer's plans for the expert cases are nearer to the teacher's than the template's are."""
    ours = compare_plans.far_from_teacher(compare_plans.ours)
    assert median(ours) < median(compare_plans.far_from_teacher(compare_plans.template))
    assert median(ours) <= 0.08


def test_the_template_fills_the_rub() -> None:
    """What the template chooses adds up to the rub, so that the comparison is fair."""
    for task in tasks(6):
        found = compare_plans.template(task)
        assert found is not None
        given = sum(block.ratio * units for block, units in found.chosen.items()) + task.shape.fixed
        assert total_units(task.terms) == given + found.warm + found.finish + found.light


def test_the_page_is_current() -> None:
    """The first few wishes compared give the figures of the page again, and in a long run all of them do."""
    rows = list(compare_plans.retried(compare_plans.drawn(compare_plans.RETRIED)))
    assert all(f"\n{row}\n" in PAGE for row in rows)
    assert not DEEP or compare_plans.page() == PAGE


def test_the_page_is_there() -> None:
    """The page has its three tables and names its tool."""
    assert "tools/compare_plans.py" in PAGE
    assert all(f"| {name} |" in PAGE for name in ("ours", "template", "by lot", *map(str, compare_plans.MOVE_PRICES)))

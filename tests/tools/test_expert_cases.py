"""The comparison with a teacher's plans is current and close."""

from __future__ import annotations

from statistics import median

import expert_cases


def test_page_is_current() -> None:
    """The page says what the composer does today; `python tools/expert_cases.py` writes it."""
    assert expert_cases.page() == expert_cases.PAGE.read_text(encoding="utf-8")


def test_teachers_plans_add_up() -> None:
    """Each of the teacher's plans lasts as long as it says."""
    for case in expert_cases.cases():
        assert 60 * case["wishes"]["minutes"] == sum(row[2] for row in case["rows"])


def test_close() -> None:
    """Half of all strokes differ from the teacher's by no more than a fiftieth of the rub."""
    assert median(expert_cases.differences()) <= 0.02


def test_close_by_area() -> None:
    """For each area, half of the shares of the rub are within eight hundredths of the teacher's, and far within."""
    assert median(expert_cases.differences_by_area()) <= 0.03


def test_every_difference_is_explained() -> None:
    """Each case has a sentence about what differs and why."""
    text = expert_cases.PAGE.read_text(encoding="utf-8")
    for case in expert_cases.cases():
        section = text.split(f"## Case {case['id']}\n")[1].split("\n## ")[0]
        assert section.strip().endswith(".")

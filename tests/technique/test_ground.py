"""The nearest place is found close by first, and is the same one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from backrub.anatomy import PersonalZone, atlas_for
from backrub.technique.ground import Ground, core_of

MARKED = atlas_for().with_personal_zones(PersonalZone("mole", 60.0, 160.0, 20.0))


@given(st.floats(0, 180), st.floats(-40, 480), st.sampled_from((1.0, 2.5, 3.0, 5.0, 10.0)), st.sampled_from((20, 70)))
def test_close_by_first(x_mm: float, y_mm: float, wanted: float, reach_mm: float) -> None:
    """Looking close by before looking far finds what looking far at once finds."""
    ground = Ground(MARKED, "right", "palms", core_of("palms", MARKED), "gliding")
    found = ground.near(x_mm, y_mm, wanted, reach_mm=reach_mm)
    x_far, y_far = ground.field(0.0).nearest(x_mm, y_mm, wanted, reach_mm)
    assert (max(x_far, 0.0), y_far) == found  # never across the midline

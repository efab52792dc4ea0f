"""Random receivers for property tests: any adult, any blade gap, any hands."""

from __future__ import annotations

from hypothesis import strategies as st

from backrub.anatomy import Body, PersonalZone

_HANDS_MM = st.one_of(st.none(), st.floats(160, 215))

BODIES = st.builds(
    Body,
    stature_mm=st.one_of(st.none(), st.floats(1450, 2000)),
    mass_kg=st.one_of(st.none(), st.floats(42, 130)),
    sex=st.sampled_from([None, "f", "m"]),
    c7_to_crest_mm=st.one_of(st.none(), st.floats(340, 520)),
    blade_gap_mm=st.floats(50, 100),
    hand_length_mm=_HANDS_MM,
    hand_breadth_mm=st.one_of(st.none(), st.floats(68, 100)),
)
"""Bodies of adults, known more or less well."""

PERSONAL_ZONES = st.builds(
    PersonalZone,
    kind=st.sampled_from(["mole", "bruise", "scar"]),
    x_mm=st.floats(-150, 150),
    y_mm=st.floats(0, 450),
    radius_mm=st.floats(4, 30),
)
"""Places to leave alone, anywhere on a back."""

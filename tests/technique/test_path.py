"""Each technique's path is the stroke a skilled hand makes."""

from __future__ import annotations

import json

import numpy as np
import pytest

from backrub.anatomy import Body, Posture, atlas_for
from backrub.errors import CannotBeDone
from backrub.technique import Samples, StrokePath, stroke_path, techniques

ATLAS = atlas_for()


def working(path: StrokePath) -> list[Samples]:
    """Return the hands that do the stroke."""
    return [samples for samples in path.hands.values() if samples.works]


def test_effleurage_rises_beside_the_spine_and_comes_home_down_the_sides() -> None:
    """From the hip the hands are heaviest going up near the spine, and light going down further out."""
    path = stroke_path("effleurage", ATLAS, "whole-back", "both", place="hip")
    right = path.hands["right"]
    y, x, pressure = np.array(right.y_mm), np.array(right.x_mm), np.array(right.pressure)
    rising, falling = np.diff(y) < -1, np.diff(y) > 1
    assert pressure[:-1][rising].max() == pytest.approx(4.0, abs=0.05)
    assert pressure[:-1][falling].max() <= 2.5
    assert x[:-1][rising].mean() < 60 < x[:-1][falling].mean()
    assert y.max() > ATLAS.level_y_mm("L5")
    assert y.min() < ATLAS.level_y_mm("T2")
    assert 7 <= path.cycle_s <= 11


def test_from_the_head_end_effleurage_leans_downward() -> None:
    """From the head end the weight goes with the hands that move towards the feet, fingers pointing there."""
    path = stroke_path("effleurage", ATLAS, "whole-back", "both", place="head-end")
    left = path.hands["left"]
    y, pressure = np.array(left.y_mm), np.array(left.pressure)
    assert pressure[:-1][np.diff(y) > 1].max() == pytest.approx(4.0, abs=0.05)
    assert pressure[:-1][np.diff(y) < -1].max() <= 2.5
    assert 180 == pytest.approx(np.median(left.heading_deg), abs=30)


def test_at_the_head_end_the_givers_left_hand_is_on_the_receivers_right() -> None:
    """Facing the feet, the giver's left is the receiver's right; facing the head, left is left."""
    facing_feet = stroke_path("effleurage", ATLAS, "whole-back", "both", place="head-end")
    facing_head = stroke_path("effleurage", ATLAS, "whole-back", "both", place="hip")
    assert min(facing_feet.hands["left"].x_mm) > 0 > max(facing_feet.hands["right"].x_mm)
    assert max(facing_head.hands["left"].x_mm) < 0 < min(facing_head.hands["right"].x_mm)


def test_over_the_small_of_the_back_effleurage_stays_at_three() -> None:
    """Asked for 5, the hands still pass the loin at 3 or less."""
    path = stroke_path("effleurage", ATLAS, "whole-back", "both", pressure=(2, 5))
    for samples in working(path):
        low = np.array(samples.y_mm) > ATLAS.level_y_mm("T12")
        assert np.array(samples.pressure)[low].max() <= 3.0
    assert 5.0 == pytest.approx(path.reached, abs=0.05)


def test_kneading_hands_take_turns() -> None:
    """When one hand squeezes hardest, the other has let go."""
    path = stroke_path("petrissage", ATLAS, "shoulders", "right")
    left, right = (np.array(path.hands[hand].pressure) for hand in ("left", "right"))
    assert all(samples.works for samples in path.hands.values())
    assert left[np.argmax(right)] < 0.6 * right.max()
    assert right[np.argmax(left)] < 0.6 * left.max()


def test_kneading_both_shoulders_at_once_is_for_the_head_end() -> None:
    """From the head end each hand has its own shoulder; from across only one shoulder can be reached."""
    path = stroke_path("petrissage", ATLAS, "shoulders", "both", place="head-end")
    assert min(path.hands["left"].x_mm) > 0 > max(path.hands["right"].x_mm)
    with pytest.raises(CannotBeDone) as caught:
        stroke_path("petrissage", ATLAS, "shoulders", "both", place="across")
    assert "one-side-at-a-time" == caught.value.reason


def test_knuckle_circles_go_round_and_travel() -> None:
    """The fist goes round once in each cycle while its centre moves along the muscle and back."""
    path = stroke_path("knuckle-circles", ATLAS, "gutters-upper", "right", place="beside")
    (fist,) = working(path)
    y = np.array(fist.y_mm)
    turns = np.count_nonzero(np.diff(np.sign(np.diff(y))))
    assert turns >= 2 * path.cycles - 4
    assert np.ptp(y) > 120
    assert path.cycles * 60 / 28 == pytest.approx(path.cycle_s)


def test_a_gutter_glide_leans_up_and_floats_back() -> None:
    """Slowly up with weight; home faster, at 2 or less."""
    (heel,) = working(stroke_path("gutter-glide", ATLAS, "gutters", "right", place="beside"))
    y, t, pressure = np.array(heel.y_mm), np.array(heel.t_s), np.array(heel.pressure)
    up, down = np.diff(y) < -0.5, np.diff(y) > 0.5
    assert pressure[:-1][down].max() <= 2.5
    assert np.diff(t)[up].sum() > 1.5 * np.diff(t)[down].sum()


def test_from_the_head_end_a_gutter_glide_leans_down() -> None:
    """At the head end the slow way with weight is the way down, and the hands float back up."""
    for hand in working(stroke_path("gutter-glide", ATLAS, "gutters", "both", place="head-end")):
        y, t, pressure = np.array(hand.y_mm), np.array(hand.t_s), np.array(hand.pressure)
        up, down = np.diff(y) < -0.5, np.diff(y) > 0.5
        assert pressure[:-1][up].max() <= 2.5
        assert np.diff(t)[down].sum() > 1.5 * np.diff(t)[up].sum()


def test_kneading_rolls_what_it_holds() -> None:
    """While it presses the hand rolls the muscle by about a centimetre, and sways with it."""
    for hand in working(stroke_path("petrissage", ATLAS, "shoulders", "right", place="across")):
        pressing = np.array(hand.pressure) > 0.6 * max(hand.pressure)
        heading = (np.array(hand.heading_deg) + 180) % 360 - 180
        runs = np.split(np.arange(len(pressing)), np.flatnonzero(np.diff(pressing.astype(int))) + 1)
        whole = [run for run in runs[1:-1] if pressing[run[0]] and len(run) > 8]
        rolled = [np.ptp(np.array(hand.y_mm)[run]) for run in whole]
        assert 7 < np.median(rolled) < 25
        assert 5 < np.ptp(heading) < 20


@pytest.mark.parametrize("place", techniques()["petrissage"].places)
@pytest.mark.parametrize("area", techniques()["petrissage"].areas)
def test_kneading_hands_never_let_go_of_the_skin(area: str, place: str) -> None:
    """Between two squeezes a hand slides on while still touching, and no squeeze breaks off."""
    for hand in stroke_path("petrissage", ATLAS, area, "left", place=place).hands.values():
        assert all(hand.down)


def test_knuckle_circles_travel_along_the_shoulder_line() -> None:
    """On the shoulder the fist goes outward along the muscle and back, much further than one circle is wide."""
    (fist,) = working(stroke_path("knuckle-circles", ATLAS, "shoulders", "left"))
    assert np.ptp(fist.x_mm) > np.ptp(fist.y_mm) + 20
    assert max(fist.x_mm) < 0


def test_a_caress_drifts_in_ovals_and_nearly_in_lines() -> None:
    """Over the whole back it goes round a long oval; on a narrow muscle up and down nearly on one line."""
    (oval,) = working(stroke_path("caress", ATLAS, "whole-back", "right"))
    (line,) = working(stroke_path("caress", ATLAS, "gutters-lower", "right"))
    assert np.ptp(oval.x_mm) > 35
    assert np.ptp(oval.y_mm) > 250
    assert np.ptp(line.x_mm) < 0.35 * np.ptp(line.y_mm)


def test_the_waist_spread_goes_from_the_spine_to_the_hip() -> None:
    """It begins with the palm's edge two fingers from the midline and ends near the flank, above the hip bone."""
    for samples in working(stroke_path("waist-spread", ATLAS, "waist", "right")):
        x, y = np.array(samples.x_mm), np.array(samples.y_mm)
        pressing = np.array(samples.pressure) > 1
        assert x[pressing].min() < 75
        assert x[pressing].max() > 0.68 * ATLAS.back.bounds[2] * 0.62
        assert y[pressing].max() < ATLAS.landmarks["hip-bone-top-right"][1]


def test_rounds_beside_the_blade_keep_to_its_inner_border() -> None:
    """Between the blades the fingers go up and down along the border, from the ridge's root to near the corner."""
    (pads,) = working(stroke_path("blade-circles", ATLAS, "between-blades", "right", contact="finger-pads"))
    border = ATLAS.landmarks["blade-root-right"][0]
    assert 25 <= min(pads.x_mm) <= max(pads.x_mm) < border
    assert np.ptp(pads.y_mm) > 2 * np.ptp(pads.x_mm)


@pytest.mark.parametrize(
    ("posture", "position"),
    [("prone-arms-up", "prone"), ("seated-forward", "seated"), ("side-lying", "side-lying"), ("standing", "standing")],
)
def test_in_every_posture_every_stroke_of_that_position_can_be_done(posture: Posture, position: str) -> None:
    """However the blades lie, each technique of the position can be done on each of its areas."""
    atlas = atlas_for(posture=posture)
    for technique in techniques().values():
        if position in technique.positions:
            for area in technique.areas:
                path = stroke_path(technique.id, atlas, area, "both" if technique.both_sides else "right")
                assert path.reached >= min(3.0, technique.cap_on(area)) - 0.05 or not technique.presses


def test_strokes_follow_the_blade() -> None:
    """With the arms up the round on the blade lies nearer the feet than with the arms beside the body."""
    heights = [
        np.mean(working(stroke_path("blade-circles", atlas_for(posture=posture), "blades", "right"))[0].y_mm)
        for posture in ("prone", "prone-arms-up")
    ]
    assert heights[0] + 8 < heights[1]


def test_large_hands_turn_across_a_narrow_lane() -> None:
    """A heel wider than the lane beside the spine is turned, fingers to the spine, and can then hold there."""
    large = atlas_for(Body(sex="m", stature_mm=1730, hand_length_mm=202))
    small = atlas_for(Body(sex="f", hand_length_mm=172))
    turned, straight = (
        working(stroke_path("tender-spot-hold", atlas, "gutters-lower", "right"))[0].heading_deg[0]
        for atlas in (large, small)
    )
    assert (270.0, 0.0) == (turned, straight)


def test_blade_circles_never_cross_the_ridge() -> None:
    """The palm goes round on the blade, below its ridge all the way."""
    (palm,) = working(stroke_path("blade-circles", ATLAS, "blades", "right"))
    ridge_bottom = ATLAS.zones["blade-ridge"].polygons[1].bounds[3]
    assert min(palm.y_mm) > ridge_bottom + ATLAS.measures.hand_length_mm * 0.14
    assert max(palm.pressure) == pytest.approx(4.0, abs=0.05)


def test_a_hold_sinks_in_and_keeps_still() -> None:
    """The place never moves, the pressure rises to 7 and stays there for most of the minute."""
    (knuckle,) = working(stroke_path("tender-spot-hold", ATLAS, "between-blades", "left"))
    assert 1 == len(set(knuckle.x_mm)) == len(set(knuckle.y_mm))
    assert 7.0 == pytest.approx(max(knuckle.pressure))
    assert 0.7 < np.mean(np.array(knuckle.pressure) > 6.9) < 0.9
    assert 60.0 == knuckle.t_s[-1]


def test_a_hold_goes_where_it_is_asked() -> None:
    """A spot named in the back frame is held there, also on the left."""
    path = stroke_path("tender-spot-hold", ATLAS, "between-blades", "left", spot_mm=(-44.0, 130.0), hold_s=30)
    (knuckle,) = working(path)
    assert (-44.0, 130.0) == (knuckle.x_mm[0], knuckle.y_mm[0])
    assert 30.0 == path.cycle_s


@pytest.mark.parametrize("place", ["across", "hip"])
@pytest.mark.parametrize("area", ["shoulders", "between-blades", "gutters-upper", "gutters-lower", "blades"])
def test_a_spot_is_held_from_where_it_was_found(area: str, place: str) -> None:
    """A giver who kneads from across, or strokes from the hip, holds a spot from there; nobody plans to go there."""
    path = stroke_path("tender-spot-hold", ATLAS, area, "left", contact="heels", pressure=(3, 5), place=place)
    (still,) = working(path)
    assert max(still.x_mm) - min(still.x_mm) < 1.0
    assert path.reached >= 4
    assert place not in techniques()["tender-spot-hold"].places


def test_a_hold_on_the_spine_cannot_be_done() -> None:
    """A spot on the bone is refused."""
    with pytest.raises(CannotBeDone) as caught:
        stroke_path("tender-spot-hold", ATLAS, "between-blades", "right", spot_mm=(5.0, 130.0))
    assert "no-room" == caught.value.reason


def test_the_waist_spread_runs_outward() -> None:
    """It presses only while moving away from the spine, fingers pointing out."""
    for samples in working(stroke_path("waist-spread", ATLAS, "waist", "left")):
        x, pressure = np.array(samples.x_mm), np.array(samples.pressure)
        assert np.all(np.diff(x)[pressure[:-1] > 2.9] <= 0.01)
        assert {270.0} == set(samples.heading_deg)


def test_on_a_narrow_back_a_spread_just_presses() -> None:
    """A hand that has hardly room to press is not refused at three when it is not at four."""
    narrow = atlas_for(Body(stature_mm=1466.8, mass_kg=47.2, sex="m", blade_gap_mm=90, hand_length_mm=200))
    for felt in (2, 2.5, 3, 3.2, 3.5, 4):
        path = stroke_path(
            "waist-spread", narrow, "waist", "right", contact="palms", pressure=(1, felt), place="across"
        )
        assert path.reached >= min(felt, 3) - 0.25


def test_side_pulls_come_hand_after_hand_towards_the_spine() -> None:
    """Each hand presses only while drawing inward, and the two alternate."""
    first, second = working(stroke_path("side-pull", ATLAS, "sides", "right"))
    for samples in (first, second):
        x, pressure = np.array(samples.x_mm), np.array(samples.pressure)
        assert np.all(np.diff(x)[pressure[:-1] > 2.9] <= 0.01)
    assert np.corrcoef(first.pressure, np.interp(first.t_s, second.t_s, second.pressure))[0, 1] < 0


def test_feather_strokes_land_going_down_only() -> None:
    """Fingertips touch at 1 from shoulders to waist and are lifted on the way back."""
    for samples in working(stroke_path("feather-strokes", ATLAS, "whole-back", "both")):
        moving_up = np.diff(np.array(samples.y_mm)) < -1
        assert 1.0 == max(samples.pressure)
        assert np.mean(np.array(samples.down[:-1])[moving_up]) < 0.3


def test_tapping_alternates_and_stays_off_bone_and_loin() -> None:
    """Cupped hands are mostly in the air, strike in turn, and never below the last ribs."""
    hands = working(stroke_path("tapotement", ATLAS, "upper-back", "both"))
    for samples in hands:
        assert np.mean(samples.down) < 0.5
        struck = np.array(samples.down)
        assert np.array(samples.y_mm)[struck].max() < ATLAS.level_y_mm("T11")
    assert not np.any(np.array(hands[0].down) & np.array(hands[1].down))


def test_in_a_hug_one_hand_stays() -> None:
    """One hand strokes, the other lies still, and the fingers point to the spine."""
    path = stroke_path("hug-rub", ATLAS, "upper-back", "both")
    (stroking,) = working(path)
    (still,) = [samples for samples in path.hands.values() if not samples.works]
    assert 1 == len(set(still.x_mm))
    assert {270.0} == set(stroking.heading_deg)
    assert np.ptp(stroking.y_mm) > 120


def test_palm_presses_walk_up_and_down() -> None:
    """Between presses the palm moves on by at least half a palm, and it comes back to where it began."""
    (palm,) = working(stroke_path("palm-press", ATLAS, "gutters-upper", "right"))
    stations = {round(y) for y, pressure in zip(palm.y_mm, palm.pressure, strict=True) if pressure > 3.95}
    assert len(stations) >= 4
    assert np.ptp(palm.y_mm) > 100


def test_a_caress_never_presses() -> None:
    """However firmly it is asked for, a caress stays at 2."""
    path = stroke_path("caress", ATLAS, "whole-back", "both", pressure=(6, 6))
    assert 2.0 == path.felt
    assert max(pressure for samples in path.hands.values() for pressure in samples.pressure) <= 2.0


def test_resting_hands_rest() -> None:
    """Both hands lie still at hand weight, one high and one low."""
    path = stroke_path("resting-hands", ATLAS, "whole-back", "both")
    assert all(1 == len(set(samples.x_mm)) == len(set(samples.y_mm)) for samples in working(path))
    assert abs(path.hands["left"].y_mm[0] - path.hands["right"].y_mm[0]) > 150


def test_closing_effleurage_may_be_slower() -> None:
    """The slow pace that closes a session is allowed, and takes longer."""
    slow = stroke_path("effleurage", ATLAS, "whole-back", "both", pace=7)
    assert slow.cycle_s > 1.4 * stroke_path("effleurage", ATLAS, "whole-back", "both").cycle_s


def test_a_narrow_lane_is_worked_with_what_fits() -> None:
    """When the first contact has no room between spine and blade, the next that has is taken."""
    narrow = atlas_for(Body(blade_gap_mm=50, hand_length_mm=205, hand_breadth_mm=96))
    preferred = techniques()["tender-spot-hold"].contacts_on("between-blades")
    path = stroke_path("tender-spot-hold", narrow, "between-blades", "right")
    assert path.contact in preferred
    assert path.reached >= 3


def test_a_lighter_copy_is_lighter_everywhere() -> None:
    """The same loop at 2 instead of 4 has half the pressure and the same places."""
    path = stroke_path("gutter-glide", ATLAS, "gutters", "left", pressure=(4, 4))
    light = path.at_pressure(2)
    for hand, samples in path.hands.items():
        assert samples.x_mm == light.hands[hand].x_mm
        assert np.array(samples.pressure) / 2 == pytest.approx(np.array(light.hands[hand].pressure), abs=0.01)
    assert path.felt == path.at_pressure(9).felt


def test_json_has_what_the_pages_draw() -> None:
    """The plain form carries every sample list of both hands, equally long, and survives JSON."""
    shown = stroke_path("effleurage", ATLAS, "whole-back", "both").as_json()
    assert shown == json.loads(json.dumps(shown))
    for hand in shown["hands"].values():
        lengths = {len(hand[key]) for key in ("t_s", "x_mm", "y_mm", "heading_deg", "pressure", "down")}
        assert 1 == len(lengths)


def test_the_same_stroke_is_drawn_once() -> None:
    """Asking again for the same stroke on the same back costs nothing."""
    first = stroke_path("effleurage", ATLAS, "gutters", "both")
    assert first is stroke_path("effleurage", ATLAS, "gutters", "both")

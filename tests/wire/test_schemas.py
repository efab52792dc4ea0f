"""The committed schemas and types are those of the classes, and what is sent fits them."""

from __future__ import annotations

from pathlib import Path

import pytest
from wire_types import files

from backrub.anatomy import Body
from backrub.app.maps import atlas_of, map_of, paths_of
from backrub.app.planning import compose_rub
from backrub.app.speaking import Shelf
from backrub.errors import NotTonight
from backrub.person import Care, Tense, Wishes
from backrub.session import Begin, Command, Engine
from backrub.wire import messages, shapes
from backrub.wire.atlas import atlas_to_json
from backrub.wire.live import hello_to_json, timeline_to_json, view_to_json
from backrub.wire.mapping import read
from backrub.wire.plan import not_tonight_to_json, planned_to_json
from backrub.wire.schemas import SHAPES, schema
from backrub.wire.start import start_to_json
from backrub.words import Words
from tests.fakes.speech import FakeSpeech

ROOT = Path(__file__).parents[2]
WORDS = Words()
MADE = files(ROOT)


@pytest.fixture
def shelf() -> Shelf:
    """Give a shelf with a voice."""
    shelf = Shelf(FakeSpeech())
    shelf.find_voice()
    return shelf


def running(minutes: int = 10) -> Engine:
    """Give a session two minutes after its first touch."""
    planned = compose_rub(Wishes(minutes=minutes, tense=(Tense("shoulders", "right", 3),), care=Care()))
    engine = Engine.new(planned.setting)
    engine.receive(Begin(planned.routine, planned.setting), 0)
    engine.receive(Command("start"), 0)
    engine.receive(Command("ready"), 1_000)
    engine.advance(121_000)
    return engine


@pytest.mark.parametrize("path", sorted(MADE), ids=lambda path: path.name)
def test_a_made_file_is_current(path: Path) -> None:
    """What is committed is what the classes give; `tools/make_types` makes it anew."""
    assert MADE[path] == path.read_text(encoding="utf-8")


def test_no_made_file_is_left_over() -> None:
    """Every schema in the folder has a shape behind it."""
    there = {path.name for path in (ROOT / "docs" / "reference" / "schemas").iterdir()}
    assert {f"{name}.schema.json" for name in SHAPES} == there


@pytest.mark.parametrize("name", SHAPES)
def test_a_schema_holds_all_it_refers_to(name: str) -> None:
    """Every reference of a schema leads to a definition inside it."""
    one = schema(name)
    text = str(one)
    assert all(f"#/$defs/{inner}" in text for inner in one["$defs"])


def test_the_plan_fits_its_shape() -> None:
    """Everything beside the routine is as the schema says."""
    plan = planned_to_json(compose_rub(Wishes(minutes=10)), WORDS)
    beside = {name: value for name, value in plan.items() if name != "routine"}
    labels = plan["routine"]["steps"][0]
    assert {"start_s", "label", "area_label", "side_label", "contact_label", "pressure_words", "why"} <= labels.keys()
    fields = set(shapes.PlanJson.__dataclass_fields__)
    assert fields == set(plan)
    read(list[shapes.PreparationJson], beside["preparations"], "preparations")
    assert all(isinstance(text, str) and text for text in (*plan["notes"], plan["title"], plan["summary"]))


def test_an_evening_without_a_rub_fits_its_shape() -> None:
    """Reasons come as kind words."""
    refusal = not_tonight_to_json(NotTonight(("not-tonight-fever-ill",)), WORDS)
    told = read(shapes.NotTonightJson, refusal, "a refusal")
    assert (False, 1) == (told.not_tonight.emergency, len(told.not_tonight.texts))


def test_the_first_page_fits_its_shape(shelf: Shelf) -> None:
    """What the first page gets is as the schema says, with defaults that mean what leaving them out means."""
    start = start_to_json(WORDS, 1.0, "abc", shelf)
    told = read(shapes.StartJson, start, "the start")
    assert Wishes() == told.defaults
    assert (("mat", "table", "bed", "chair"), (3, 90)) == (tuple(told.surfaces), told.limits.minutes)


def test_the_map_fits_its_shape() -> None:
    """The map has a name for each of its areas."""
    told = read(shapes.AtlasJson, atlas_to_json(map_of(Body()), WORDS), "a map")
    assert told.labels is not None
    assert set(told.areas) <= set(told.labels)


def test_paths_fit_their_shape() -> None:
    """Each path of a plan is a closed loop of samples."""
    planned = compose_rub(Wishes(minutes=20, tense=(Tense("shoulders", "right", 3),)))
    paths = paths_of(planned.routine, atlas_of(planned.wishes))
    assert paths.paths
    for path in paths.paths.values():
        told = read(shapes.PathJson, path.as_json(), "a path")
        for hand in (told.hands.left, told.hands.right):
            if hand is not None:
                assert len(hand.t_s) == len(hand.x_mm) == len(hand.pressure) == len(hand.down)


def test_every_stroke_of_a_plan_has_a_path() -> None:
    """The screen can draw every stroke of a composed plan."""
    planned = compose_rub(Wishes(minutes=30))
    keys = paths_of(planned.routine, atlas_of(planned.wishes)).of_steps
    lost = [
        step.technique
        for step, key in zip(planned.routine.steps, keys, strict=True)
        if step.kind == "stroke" and not key
    ]
    assert [] == lost


def test_what_a_running_session_tells_fits_its_shapes(shelf: Shelf) -> None:
    """View and timeline are as the schema says, and every cue has words."""
    engine = running()
    view = read(messages.ViewJson, view_to_json(engine.view(), WORDS), "a view")
    timeline = read(messages.TimelineJson, timeline_to_json(engine.timeline(), WORDS, shelf), "a timeline")
    read(messages.HelloOut, hello_to_json("abc", "giver", "en", 1.0), "a greeting")
    assert ("running", len(engine.view().steps)) == (view.status, len(view.steps))
    assert timeline.cues
    assert all(cue.text for cue in timeline.cues)
    assert all((cue.clip is None) == (cue.kind == "show") for cue in timeline.cues)

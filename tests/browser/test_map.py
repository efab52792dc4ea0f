"""The drawn back in a real browser: whose side is whose, words that never collide, spots drawn by finger or by keys."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from backrub.anatomy import POSTURES, Posture, atlas_for
from backrub.wire.atlas import atlas_to_json
from backrub.words import Words
from tests.browser.drawn import on_screen, put_map, served_alone, set_map, told
from tests.counts import count

pytestmark = pytest.mark.browser

RIGHT_SHOULDER = (100.0, 35.0)
LEFT_SHOULDER = (-100.0, 35.0)
STATIONS = (
    ("hip", "left"),
    ("hip", "right"),
    ("beside", "left"),
    ("across", "right"),
    ("head-end", "left"),
    ("astride", "left"),
    ("behind", "right"),
)
PLACES = ("shoulders", "between-blades", "blades", "gutters-upper", "gutters-lower", "sides", "waist")
PHONE_HERO = "block-size: clamp(17rem, 39dvh, 30rem)"
WISHES_EACH = count("marked maps")
EVERYTHING = {
    "tense": {f"{area}:{side}": 3 for area in PLACES for side in ("left", "right")},
    "avoid": [],
    "marks": [{"kind": "mole", "x_mm": 40, "y_mm": 210, "radius_mm": 8}],
}
UNLIKE = {
    "tense": {f"{area}:{side}": 1 + (side == "left") for area in PLACES for side in ("left", "right")},
    "avoid": [],
    "marks": [{"kind": "scar", "x_mm": -90, "y_mm": 120, "radius_mm": 60}],
}
FACING = "async ([place, side]) => (await import('./lib/facing.js')).facingFrom(place, side)"
MATRICES = """() => {
  const root = document.querySelector("back-map").shadowRoot;
  return [".body", ".trace", ".frame", "[data-mark-word=head]", "[data-mark-word=you]"].map((name) => {
    const { a, b, c, d } = new DOMMatrix(getComputedStyle(root.querySelector(name)).transform);
    return [a, b, c, d];
  });
}"""
WORDS = """() => {
  const map = document.querySelector("back-map");
  const boxOf = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height];
  };
  const isSeen = (element) => getComputedStyle(element).visibility === "visible";
  const seen = (name) => [...map.shadowRoot.querySelectorAll(name)].filter(isSeen);
  return {
    own: boxOf(map),
    page: [0, 0, document.documentElement.clientWidth, document.documentElement.scrollHeight],
    boxes: [...seen(".callout"), ...seen(".list")].map(boxOf),
    named: [...seen(".callout:not(.hint)"), ...seen("[data-listed]")].map(
      ({ dataset }) => dataset.callout ?? dataset.listed),
    clear: [...document.querySelectorAll(".keep")].map(boxOf),
  };
}"""

OVERLAY = """() => {
  const map = document.querySelector("back-map");
  const over = document.createElement("div");
  over.innerHTML = "<p class=keep>Where is it tight?</p><p class=keep>a little, quite, very, leave alone</p>";
  document.body.style.cssText = "display: grid; margin: 0";
  for (const one of [map, over]) one.style.gridArea = "1 / 1";
  over.style.cssText += "; display: flex; flex-direction: column; justify-content: space-between; pointer-events: none";
  over.firstChild.style.cssText = "inline-size: 120px; margin: 0";
  over.lastChild.style.cssText = "margin: 0";
  document.body.append(over);
}"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Serve the pages' files alone."""
    with served_alone() as folder:
        yield folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a phone without motion."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce", has_touch=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("place", "side"), STATIONS)
def test_the_receivers_right_shoulder_is_their_right_shoulder(page: Page, address: str, place: str, side: str) -> None:
    """From wherever the giver is, the back is turned and never mirrored, and words stand upright."""
    put_map(page, address, mode="lead", you=True)
    set_map(page, facing=page.evaluate(FACING, [place, side]))
    *drawn, head, you = page.evaluate(MATRICES)
    assert all(a * d - b * c > 0 for a, b, c, d in drawn)
    turns = {(round(a / (a * d - b * c) ** 0.5, 3), round(b / (a * d - b * c) ** 0.5, 3)) for a, b, c, d in drawn}
    assert len(turns) == 1
    assert [1, 0, 0, 1] == head == you
    set_map(page, mode="choose")
    page.mouse.click(*on_screen(page, *RIGHT_SHOULDER))
    page.mouse.click(*on_screen(page, *LEFT_SHOULDER))
    assert [("area-tap", {"area": "shoulders", "side": one}) for one in ("right", "left")] == told(page)


@pytest.mark.parametrize(
    ("place", "side", "nearer", "further"),
    [
        ("hip", "left", LEFT_SHOULDER, RIGHT_SHOULDER),
        ("hip", "right", RIGHT_SHOULDER, LEFT_SHOULDER),
        ("head-end", "left", (0.0, -100.0), (0.0, 450.0)),
        ("astride", "left", (0.0, 450.0), (0.0, -100.0)),
        ("behind", "left", (0.0, 450.0), (0.0, -100.0)),
    ],
)
def test_what_is_near_the_giver_is_low_on_the_screen(
    page: Page, address: str, place: str, side: str, nearer: tuple[float, float], further: tuple[float, float]
) -> None:
    """The giver looks at the screen from the lower edge, so whatever they kneel beside lies there."""
    put_map(page, address, mode="lead", you=True)
    set_map(page, facing=page.evaluate(FACING, [place, side]))
    assert on_screen(page, *nearer)[1] > on_screen(page, *further)[1]


@pytest.mark.parametrize(("width", "percent"), list(itertools.product((320, 768, 1440), (100, 200))))
def test_no_words_lie_on_other_words_or_off_the_page(page: Page, address: str, width: int, percent: int) -> None:
    """Whatever is marked on whoever lies however, turned any way, everything is named once, apart, on the page."""
    chance = random.Random(f"{width}/{percent}")
    turns = itertools.cycle(("up", "left", "right", "down"))
    page.set_viewport_size({"width": width, "height": 760})
    put_map(page, address, PHONE_HERO, mode="choose")
    set_map(page, atlas=_fields(chance.choice(POSTURES)))
    page.evaluate("(percent) => { document.documentElement.style.fontSize = `${percent}%`; }", percent)
    for wishes in (EVERYTHING, UNLIKE, *(_wishes(chance) for _ in range(WISHES_EACH))):
        set_map(page, wishes=wishes, facing=next(turns))
        found = page.evaluate(WORDS)
        assert sorted(_expected(wishes)) == sorted(found["named"])
        assert [] == _meetings(found["boxes"])
        assert all(_within(box, found["own"]) and _within(box, found["page"]) for box in found["boxes"])


def test_words_keep_clear_of_what_the_page_lays_over_the_back(page: Page, address: str) -> None:
    """Text of the page that lies over the map is never written upon, and the map grows rather than hide its list."""
    put_map(page, address, PHONE_HERO, mode="choose", keepclear=".keep")
    page.evaluate(OVERLAY)
    set_map(page, hovered=None)
    chance = random.Random("clear")
    for _ in range(WISHES_EACH):
        wishes = {**_wishes(chance), "marks": []}
        set_map(page, wishes=wishes)
        found = page.evaluate(WORDS)
        assert sorted(_expected(wishes)) == sorted(found["named"])
        assert [] == _meetings([*found["boxes"], *found["clear"]])


@pytest.mark.parametrize(("upper", "said"), [("right", "on their left side"), ("left", "on their right side")])
def test_somebody_on_their_side_is_seen_from_behind(page: Page, address: str, upper: str, said: str) -> None:
    """The upper side is up, a mat lies under the other, words say which it is and lie on no other words."""
    page.set_viewport_size({"width": 320, "height": 420})
    put_map(page, address, mode="lead", you=True, path={"cycle_s": 1, "hands": {}, "upper": upper})
    page.wait_for_selector("back-map [data-mat]")
    ups = RIGHT_SHOULDER if upper == "right" else LEFT_SHOULDER
    downs = LEFT_SHOULDER if upper == "right" else RIGHT_SHOULDER
    assert on_screen(page, *ups)[1] < on_screen(page, *downs)[1]
    assert said == page.locator("back-map [data-mark-word=lying]").text_content()
    boxes = [one.bounding_box() for one in page.locator("back-map .mark-word").all()]
    assert 3 == len(boxes)
    assert [] == _meetings([[box["x"], box["y"], box["width"], box["height"]] for box in boxes if box])
    set_map(page, path={"cycle_s": 1, "hands": {}, "upper": None})
    assert 0 == page.locator("back-map [data-mat]").count()


def test_a_shirt_is_drawn_where_one_is_worn(page: Page, address: str) -> None:
    """Cloth lies over the back while hands work through it, also between two strokes, and else never."""
    put_map(page, address, mode="lead", path={"cycle_s": 1, "hands": {}, "clothed": True})
    page.wait_for_selector("back-map [data-cloth]", state="attached")
    set_map(page, path=None)
    assert 1 == page.locator("back-map [data-cloth]").count()
    set_map(page, path={"cycle_s": 1, "hands": {}, "clothed": False})
    assert 0 == page.locator("back-map [data-cloth]").count()


def test_a_finger_draws_a_spot_as_large_as_it_goes(page: Page, address: str) -> None:
    """A tap marks a small spot, a drag one as wide as the finger went, and a tap on a spot takes it away."""
    put_map(page, address, mode="choose", marking=True)
    page.mouse.click(*on_screen(page, 60, 200))
    page.mouse.move(*on_screen(page, -80, 300))
    page.mouse.down()
    page.mouse.move(*on_screen(page, -40, 300))
    page.mouse.move(*on_screen(page, -40, 330))
    page.mouse.up()
    (tap, small), (drag, large) = told(page)
    assert (tap, drag) == ("spot-mark", "spot-mark")
    assert small == {
        "x_mm": pytest.approx(60, abs=2),
        "y_mm": pytest.approx(200, abs=2),
        "radius_mm": 20,
        "side": "right",
    }
    assert large == {
        "x_mm": pytest.approx(-80, abs=2),
        "y_mm": pytest.approx(300, abs=2),
        "radius_mm": pytest.approx(50, abs=3),
        "side": "left",
    }
    set_map(page, wishes={"marks": [{"kind": "mole", "x_mm": 60, "y_mm": 200, "radius_mm": 20}]})
    page.mouse.click(*on_screen(page, 64, 204))
    assert [("spot-remove", {"index": 0})] == told(page)


def test_keys_and_names_do_what_a_finger_does(page: Page, address: str) -> None:
    """A spot is set on a named place, is named by kind, place and size, and is moved, sized and taken away by keys."""
    put_map(page, address, mode="choose", marking=True)
    page.get_by_role("button", name="round the left blade").focus()
    page.keyboard.press("Enter")
    ((kind, spot),) = told(page)
    assert (kind, spot["side"], spot["radius_mm"]) == ("spot-mark", "left", 20)
    mark = {"kind": "mole", "x_mm": spot["x_mm"], "y_mm": spot["y_mm"], "radius_mm": 20}
    set_map(page, wishes={"marks": [mark]})
    page.get_by_role("button", name="a mole, round the left blade, 4 cm").focus()
    for key in ("ArrowRight", "+", "Delete"):
        page.keyboard.press(key)
    at = {"index": 0, "y_mm": mark["y_mm"]}
    assert [
        ("spot-change", at | {"x_mm": mark["x_mm"] + 5, "radius_mm": 20}),
        ("spot-change", at | {"x_mm": mark["x_mm"], "radius_mm": 25}),
        ("spot-remove", {"index": 0}),
    ] == told(page)


def test_a_spot_moves_as_the_screen_shows_it(page: Page, address: str) -> None:
    """With the head to the left, the arrow up moves a spot towards the receiver's right."""
    put_map(
        page,
        address,
        mode="choose",
        facing="left",
        wishes={"marks": [{"kind": "scar", "x_mm": 20, "y_mm": 200, "radius_mm": 20}]},
    )
    page.locator("[data-spot]").focus()
    page.keyboard.press("ArrowUp")
    assert [("spot-change", {"index": 0, "x_mm": 25, "y_mm": 200, "radius_mm": 20})] == told(page)


def test_a_mouse_drawn_over_places_marks_each_of_them_once(page: Page, address: str) -> None:
    """From one shoulder to the other, both shoulders are told, each once."""
    put_map(page, address, mode="choose")
    page.mouse.move(*on_screen(page, *LEFT_SHOULDER))
    page.mouse.down()
    for x_mm in (-80, -60, 60, 80, 100):
        page.mouse.move(*on_screen(page, x_mm, 35))
    page.mouse.up()
    sides = [detail["side"] for kind, detail in told(page) if kind == "area-tap" and detail["area"] == "shoulders"]
    assert sides == ["left", "right"]


@cache
def _fields(posture: Posture) -> dict[str, Any]:
    """Give the neutral back in a posture as the pages get it."""
    return atlas_to_json(atlas_for(posture=posture), Words("en"))


def _wishes(chance: random.Random) -> dict[str, Any]:
    """Give some places tight, some left alone, and sometimes a spot."""
    keys = [f"{area}:{side}" for area in PLACES for side in ("left", "right")]
    chosen = chance.sample(keys, chance.randint(1, 8))
    alone = chosen[: chance.randint(0, 2)]
    spot = {
        "kind": "mole",
        "x_mm": chance.randint(-120, 120),
        "y_mm": chance.randint(20, 420),
        "radius_mm": chance.choice((8, 20, 60)),
    }
    return {
        "tense": {key: chance.randint(1, 3) for key in chosen if key not in alone},
        "avoid": alone,
        "marks": [spot] * chance.randint(0, 1),
    }


def _expected(wishes: dict[str, Any]) -> Iterator[str]:
    """Give the names that must be shown: one for both sides where they are marked alike."""
    for area in PLACES:
        left, right = (_state(wishes, f"{area}:{side}") for side in ("left", "right"))
        if left and left == right:
            yield f"{area}-both"
        else:
            yield from (f"{area}-{side}" for side, state in (("left", left), ("right", right)) if state)
    yield from (f"mark-{index}" for index, _ in enumerate(wishes["marks"]))


def _state(wishes: dict[str, Any], key: str) -> int | str | None:
    level: int | None = wishes["tense"].get(key)
    return "alone" if key in wishes["avoid"] else level


def _meetings(boxes: list[list[float]]) -> list[tuple[list[float], list[float]]]:
    return [(a, b) for a, b in itertools.combinations(boxes, 2) if _meet(a, b)]


def _meet(a: list[float], b: list[float]) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def _within(box: list[float], outer: list[float], slack: float = 1.0) -> bool:
    x, y, width, height = box
    left, top, across, down = outer
    return (
        x >= left - slack
        and y >= top - slack
        and x + width <= left + across + slack
        and y + height <= top + down + slack
    )

"""What the coach says is fit for two people to hear: short, plain, and about what hands do."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import get_args

import pytest

from backrub.anatomy import AREAS, COMPOSITES
from backrub.routine import Argument, Contact, Glide, Place, Position, Surface, message
from backrub.session.script import LINES
from backrub.technique import techniques
from backrub.words import Words

VALUES: dict[str, tuple[Argument, ...]] = {
    "area": (*AREAS, *COMPOSITES, "anywhere"),
    "ceiling": (4, 5, 6, 7),
    "contact": get_args(Contact),
    "glide": get_args(Glide),
    "lead": ("stroke", "then", "now"),
    "level": (3, 4, 5, 6),
    "near": ("near", "far", "upper", "none"),
    "nuts": ("yes", "no"),
    "place": get_args(Place),
    "position": tuple(name for name in get_args(Position) if name != "hug"),
    "side": ("left", "right", "both"),
    "station": ("left", "right", "head", "behind", "hip"),
    "stance": ("kneel", "sit", "stand", "behind"),
    "surface": (*get_args(Surface), "low"),
    "technique": tuple(techniques()),
}
"""Every value an argument of a line can have."""

MUSCLES = (
    "trapezius rhomboid infraspinatus teres erector spinae latissimus lat quadratus lumborum deltoid scapula QL trap"
)
FIGURES = re.compile(r"\d|cm/s|per minute|kilo|%")
STEERED = ("hold", "hands", "finish", "answer", "prepare", "after")


@cache
def sayings(name: str) -> tuple[str, ...]:
    """Give every sentence a line can become."""
    words, line = Words(), LINES[name]
    filled = (dict(zip(line.args, values, strict=True)) for values in product(*(VALUES[arg] for arg in line.args)))
    return tuple(dict.fromkeys(words.exact(message(name, **args)) for args in filled if _makes_sense(name, args)))


def _makes_sense(name: str, args: dict[str, Argument]) -> bool:
    """Leave out what no plan holds: one side of everything, strokes on places they do not have."""
    one_side = args.get("side") in ("left", "right")
    if args.get("near", "none") != "none" and not one_side:
        return False
    if name == "next-stroke":
        technique = techniques()[str(args["technique"])]
        both_only = technique.both_sides and not technique.both_from
        return args["area"] in technique.areas and not (both_only and one_side) and not technique.unled
    return True


def count(sentence: str) -> int:
    """Count words as they are spoken."""
    return len(re.findall(r"[^\W\d_][\w'’-]*", sentence))


@pytest.mark.parametrize("name", LINES)
def test_a_line_is_as_short_as_it_claims(name: str) -> None:
    """The longest wording of a line has as many words as the catalogue says, which the script counts with."""
    longest = max(sayings(name), key=count)

    assert count(longest) == LINES[name].words or LINES[name].group == "refusal", longest
    assert count(longest) <= LINES[name].words, longest


@pytest.mark.parametrize("name", [key for key, line in LINES.items() if line.group in STEERED])
def test_a_spoken_line_has_at_most_twelve_words(name: str) -> None:
    """While hands work nobody has to keep a long sentence in mind; only what is shown may be longer."""
    shown_only = name in ("hush", "spot-lump-later", "hold-radiates-later", "after-asleep")

    assert shown_only or LINES[name].words <= 12


@pytest.mark.parametrize("name", LINES)
def test_a_line_is_a_whole_sentence(name: str) -> None:
    """Each wording starts with a capital, ends with its own mark, and has no gap or doubled mark in it."""
    for said in sayings(name):
        assert re.fullmatch(r"[A-Z“].*[.?]”?", said), said
        assert not re.search(r"\s\s|\s[,.?:;]|[,.?:;]{2}|\{|\}", said), said


JOINED = re.compile(r"\b(?:over|on|to|in|at|along|beside|round)\s+(?:over|beside|between|below|along|above|where)\b")


@pytest.mark.parametrize("name", [key for key, line in LINES.items() if "area" in line.args])
def test_a_place_joins_its_sentence(name: str) -> None:
    """Whatever the place, no sentence sends hands over beside something, nor along the spine itself."""
    for said in sayings(name):
        assert not JOINED.search(said), said
        assert "along the spine" not in said, said


def _forbidden(words: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words.split())) + r")\b", re.IGNORECASE)


@pytest.mark.parametrize("name", LINES)
def test_no_line_names_a_muscle(name: str) -> None:
    """Nobody needs anatomy with hands on a back."""
    for said in sayings(name):
        assert not _forbidden(MUSCLES).search(said), said


@pytest.mark.parametrize("name", LINES)
def test_no_line_gives_a_speed_or_a_figure(name: str) -> None:
    """A giver cannot aim at a number: words say what to do, and figures stay in the plan."""
    for said in sayings(name):
        assert not FIGURES.search(said), said


BLAMING = re.compile(
    r"\b(?:wrong|bad|badly|should|must|mistakes?|careless|fail\w*|too (?:fast|hard|slow)|winces?)\b", re.IGNORECASE
)


@pytest.mark.parametrize("name", LINES)
def test_no_line_blames_or_judges(name: str) -> None:
    """Both hear every line, so none of them is about how well anybody does."""
    for said in sayings(name):
        assert not BLAMING.search(said), said


SITTING = [key for key, line in LINES.items() if "position" in line.args]


@pytest.mark.parametrize("name", SITTING)
def test_to_somebody_who_sits_nobody_kneels_or_lies(name: str) -> None:
    """Seated wordings speak of chairs and sitting, not of mats and lying."""
    line, words = LINES[name], Words()
    others = [VALUES[arg] for arg in line.args if arg != "position"]
    names = [arg for arg in line.args if arg != "position"]
    for values in product(*others):
        said = words.exact(message(name, position="seated", **dict(zip(names, values, strict=True))))
        assert not re.search(r"\bkneel|\blie\b|\broll\b|\bankles|\bhips\b", said, re.IGNORECASE), said


WITH_GLIDE = [key for key, line in LINES.items() if "glide" in line.args and key not in ("oil-first", "oil-more")]


@pytest.mark.parametrize("name", WITH_GLIDE)
def test_through_clothes_there_is_no_oil(name: str) -> None:
    """A shirt is never told to be oiled."""
    said = Words().exact(message(name, glide="clothed", **({"nuts": "no"} if "nuts" in LINES[name].args else {})))

    assert not re.search(r"\boil|\blotion", said, re.IGNORECASE), said


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("near", ["near", "far"])
@pytest.mark.parametrize("area", ["shoulders", "gutters-upper", "blades", "waist", "between-blades"])
def test_a_side_is_near_or_far_and_theirs(area: str, near: str, side: str) -> None:
    """Beside them, a side is said twice: as the giver sees it, and as the receiver has it."""
    said = Words().exact(message("next-stroke", lead="stroke", technique="caress", area=area, side=side, near=near))

    assert near in said
    assert f"their {side}" in said
    assert ("left" in said) is (side == "left")

"""Figures as people write them: durations, pressures, paces, distances; into values and back into text."""

from __future__ import annotations

import re
from functools import cache

from backrub.routine.notation.vocabulary import pressure_of, pressure_words
from backrub.routine.notation.written import Direction, Distance, Pace, Ramp, Span, Spots, Time, TimeUnit, Word

__all__ = [
    "NUMBER_WORDS",
    "age_in",
    "distance_in",
    "number_text",
    "pace_in",
    "pressure_in",
    "ramp_in",
    "ramp_text",
    "seconds_text",
    "spots_in",
    "time_in",
    "weeks_in",
]

_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBER_WORDS: dict[str, float] = {word: float(number) for number, word in enumerate(_COUNTED, 1)}
NUMBER_WORDS |= {"twelve": 12.0, "fifteen": 15.0, "twenty": 20.0, "thirty": 30.0}
NUMBER_WORDS |= {"a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5, "once": 1.0, "twice": 2.0}
_FIGURE = r"\d{1,6}(?:\.\d{1,6})?"
_NUMBER = (
    rf"(?:{_FIGURE}|half an?|{'|'.join(sorted((w for w in NUMBER_WORDS if ' ' not in w), key=len, reverse=True))})"
)
_END = r"(?![^\W_]|[-'’][^\W\d_])"
_SECONDS = r"(?:seconds?|secs?|sec|s)"
_UNITS: dict[str, tuple[float, TimeUnit]] = {
    "h": (3600.0, "s"),
    "m": (60.0, "s"),
    "s": (1.0, "s"),
    "strokes": (1.0, "strokes"),
    "breaths": (1.0, "breaths"),
}
_UNIT = rf"(?:hours?|h|minutes?|mins?|min|m|{_SECONDS}|strokes?|breaths?)"
_TIME = re.compile(
    rf"(?:(?:for|up to|about)\s+)?(?:(?P<clock>\d{{1,4}}):(?P<clock_s>[0-5]\d)"
    rf"|(?P<amount>{_NUMBER})\s*(?P<unit>{_UNIT}){_END}\.?"
    rf"(?:\s*(?:and\s+)?(?P<more>{_FIGURE})\s*{_SECONDS}{_END}\.?)?){_END}",
    re.IGNORECASE,
)
_PACE = re.compile(
    rf"(?P<amount>{_FIGURE})\s*(?:(?P<cm>cm\s*/\s*s(?:ec)?|cm\s+(?:a|per)\s+second)"
    rf"|(?:(?:strokes|circles|taps|times|rounds|cycles|squeezes|presses)\s+)?(?:/\s*min(?:ute)?|(?:a|per)\s+min(?:ute)?)){_END}",
    re.IGNORECASE,
)
_SPOTS = re.compile(
    rf"(?:(?P<most>up to)\s+)?(?:(?P<count>{_NUMBER})\s+)?(?:tender|sore|hot)\s+spots?{_END}"
    rf"|(?:(?P<most2>up to)\s+)?(?P<count2>{_NUMBER})\s+(?:spots?|knots?|trigger points?){_END}",
    re.IGNORECASE,
)
_DISTANCE = re.compile(
    rf"(?P<amount>{_FIGURE})\s*(?P<unit>cm|mm)\s+(?:(?:to\s+)?(?:the\s+|their\s+)?(?P<side>right|left)"
    r"(?:\s+of\s+(?:the\s+)?(?:spine|midline|middle))?"
    rf"|(?P<down>down|below\s+(?:the\s+)?neck(?:\s+bone)?|below\s+c7)|(?P<wide>across|wide)){_END}",
    re.IGNORECASE,
)
_WEEKS = re.compile(rf"(?P<weeks>\d{{1,2}})\s+weeks?\s+pregnant{_END}", re.IGNORECASE)
_AGE = re.compile(rf"(?:aged?\s+(?P<age>\d{{1,3}})|(?P<years>\d{{1,3}})\s+years?(?:\s+old)?){_END}", re.IGNORECASE)
_FROM_20_WEEKS = 20
"""Lying on the front ends here. Source: teaching consensus, as in the health table. Certainty: H."""


def number_of(text: str) -> float | None:
    """Give the value of a figure or a number word; letters that only look alike to the matcher give None."""
    word = " ".join(text.casefold().split())
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    return float(word) if re.fullmatch(_FIGURE, word) else None


def time_in(text: str, at: int = 0) -> tuple[Time, int] | None:
    """Read a duration that stands at an offset; give it with the offset after it."""
    match = _TIME.match(text, at)
    if match is None:
        return None
    span = Span(0, match.start() + 1, match.end() + 1)
    if match["clock"] is not None:
        return Time(60.0 * int(match["clock"]) + int(match["clock_s"]), "s", span), match.end()
    unit = match["unit"].casefold()
    name = next((key for key in ("strokes", "breaths") if unit.startswith(key[:-1])), unit[0])
    factor, kind = _UNITS[name]
    amount = number_of(match["amount"])
    if amount is None or (match["more"] and kind != "s"):
        return None
    return Time(amount * factor + float(match["more"] or 0), kind, span), match.end()


def pace_in(text: str, at: int = 0) -> tuple[Pace, int] | None:
    """Read a pace that stands at an offset."""
    match = _PACE.match(text, at)
    if match is None:
        return None
    span = Span(0, match.start() + 1, match.end() + 1)
    return Pace(float(match["amount"]), "cm_per_s" if match["cm"] else "per_min", span), match.end()


@cache
def _ramp() -> re.Pattern[str]:
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(pressure_words(), key=len, reverse=True))
    word = rf"(?:{words}){_END}(?:\s*\(?\s*\d+(?:\.\d+)?\s*\)?)?"
    to = r"\s*(?:to|then|–|—|-|→)\s*"
    first, last = rf"(?P<first>{_FIGURE}|{word})", rf"(?P<last>{_FIGURE}|{word})"
    only = rf"(?P<first_word>{word})(?:{to}(?P<last_word>{word}))?"
    return re.compile(rf"(?:at\s+)?(?:pressure\s+(?:of\s+)?{first}(?:{to}{last})?|{only}){_END}", re.IGNORECASE)


def pressure_in(text: str) -> float | None:
    """Read one pressure: a figure, a word, or a word with its figure in brackets, which must agree."""
    figure = re.search(rf"{_FIGURE}\s*\)?\s*$", text)
    word = (text[: figure.start()] if figure else text).strip(" (")
    known = float(pressure_of(word) or 0) if word else None
    given = float(figure[0].strip(" )")) if figure else known
    return given if known in (None, given) and given else None


def ramp_in(text: str, at: int = 0) -> tuple[Ramp, int] | None:
    """Read a pressure or a ramp that stands at an offset: `pressure 2 to 4`, `light to firm`, `firm (5)`."""
    match = _ramp().match(text, at)
    if match is None:
        return None
    first = match["first"] or match["first_word"]
    last = match["last"] or match["last_word"] or first
    start, end = pressure_in(first), pressure_in(last)
    if start is None or end is None:
        return None
    words = not any(part[0].isdigit() for part in (first, last))
    figures = words and any(each.isdigit() for each in match[0])
    return Ramp(start, end, Span(0, match.start() + 1, match.end() + 1), words, figures), match.end()


def spots_in(text: str, at: int = 0) -> tuple[Spots, int] | None:
    """Read how many tender spots, at an offset; without a number it is one."""
    match = _SPOTS.match(text, at)
    if match is None:
        return None
    count = number_of(match["count"] or match["count2"] or "one")
    span = Span(0, match.start() + 1, match.end() + 1)
    if count is None or count != int(count):
        return None
    return Spots(int(count), span, most=bool(match["most"] or match["most2"])), match.end()


def distance_in(text: str, at: int = 0) -> tuple[Distance, int] | None:
    """Read where a personal spot lies, or how wide it is, at an offset."""
    match = _DISTANCE.match(text, at)
    if match is None:
        return None
    amount_mm = float(match["amount"]) * (10.0 if match["unit"].casefold() == "cm" else 1.0)
    where: Direction = "down" if match["down"] else "wide"
    if match["side"]:
        where = "right" if match["side"].casefold() == "right" else "left"
    return Distance(amount_mm, where, Span(0, match.start() + 1, match.end() + 1)), match.end()


def weeks_in(text: str, at: int = 0) -> tuple[Word, int] | None:
    """Read `24 weeks pregnant` at an offset."""
    match = _WEEKS.match(text, at)
    if match is None:
        return None
    weeks = int(match["weeks"])
    key = "pregnant-20" if weeks >= _FROM_20_WEEKS else "pregnant"
    span = Span(0, match.start() + 1, match.end() + 1)
    return Word("trait", key, f"{weeks} weeks pregnant", span, amount=float(weeks)), match.end()


def age_in(text: str, at: int = 0) -> tuple[Word, int] | None:
    """Read `78 years old` at an offset."""
    match = _AGE.match(text, at)
    if match is None:
        return None
    years = int(match["age"] or match["years"])
    span = Span(0, match.start() + 1, match.end() + 1)
    return Word("trait", "age", f"{years} years old", span, amount=float(years)), match.end()


def number_text(value: float) -> str:
    """Write a number as short as it can be read back."""
    return str(int(value)) if value == int(value) else f"{value:.6f}".rstrip("0").rstrip(".")


def seconds_text(duration_s: float) -> str:
    """Write seconds as a recipe would: `90 s`, `3 min`, `2 min 30 s`."""
    minutes, rest = divmod(duration_s, 60)
    if rest == 0 and minutes:
        return f"{int(minutes)} min"
    return f"{number_text(duration_s)} s" if duration_s < 120 else f"{int(minutes)} min {number_text(rest)} s"


def ramp_text(ramp: Ramp) -> str:
    """Write a pressure or a ramp, in words where it was written in words."""
    ends = (ramp.start,) if ramp.start == ramp.end else (ramp.start, ramp.end)
    if ramp.words:
        names: dict[int, str] = {}
        for word, number in pressure_words().items():
            names.setdefault(number, word)
        figures = [f" ({number_text(end)})" if ramp.figures else "" for end in ends]
        return " to ".join(f"{names[int(end)]}{figure}" for end, figure in zip(ends, figures, strict=True))
    return "pressure " + " to ".join(number_text(end) for end in ends)

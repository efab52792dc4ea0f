"""The one canonical layout of a text: columns aligned, fields in one order, words and comments as they were written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from backrub.routine.notation.heads import escaped
from backrub.routine.notation.outline import depths
from backrub.routine.notation.quantities import number_text, ramp_text, seconds_text
from backrub.routine.notation.scanning import scan
from backrub.routine.notation.vocabulary import first_name
from backrub.routine.notation.written import (
    Blank,
    Comment,
    Distance,
    Field,
    Header,
    Heading,
    Line,
    Pace,
    Ramp,
    Remark,
    Repeat,
    Span,
    Spots,
    StepLine,
    Time,
    Unknown,
    Unreadable,
    Word,
    Written,
)

__all__ = ["layout"]

INDENT = 2
GAP = 2
LEAST_COLUMN = 9
"""The first column is as wide as `3 min` and four spaces, or as its longest entry asks for."""

_ORDER = ("technique", "ride", "spots", "area", "side", "time", "contact", "pressure", "pace", "place", "manner")
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
_BY_CLASS: tuple[tuple[type, str], ...] = ((Spots, "spots"), (Time, "time"), (Ramp, "pressure"), (Pace, "pace"))
_VERBS = frozenset({"hold", "oil", "more oil"})
_RUNS_ON = (["hold", "spots", "area"], ["hold", "spots"], ["spots", "area"], ["move", "place"])
_PREPOSITIONS = frozenset(
    {"at", "by", "in", "on", "to", "between", "below", "above", "beside", "behind", "across", "round", "either", "both"}
)


def layout(written: Written) -> str:
    """Lay out a text; doing it again changes nothing, and reading it gives the same words, figures and comments."""
    lines = _without_idle_blanks(written.lines)
    deep = depths(lines)
    column = _column(lines)
    out = [_laid_out(line, deep[index], column) for index, line in enumerate(lines)]
    return "\n".join(out) + "\n" if out else ""


def _without_idle_blanks(lines: Sequence[Line]) -> list[Line]:
    """Keep at most one blank line in a row, none at the ends, and one between the headers and what follows."""
    kept: list[Line] = []
    body = False
    for line in lines:
        before = kept[-1] if kept else None
        if isinstance(line, Blank) and (before is None or isinstance(before, Blank)):
            continue
        if isinstance(line, Heading | StepLine | Repeat):
            if isinstance(before, Header) or (isinstance(before, Remark) and not body):
                kept.append(Blank(line.number))
            body = True
        kept.append(line)
    while kept and isinstance(kept[-1], Blank):
        kept.pop()
    return kept


def _column(lines: Sequence[Line]) -> int:
    firsts = [_columns(line)[0] for line in lines]
    return max([LEAST_COLUMN, *(len(first) + GAP for first in firsts)])


def _laid_out(line: Line, depth: int, column: int) -> str:
    margin = " " * (INDENT * depth)
    if isinstance(line, Blank):
        return ""
    if isinstance(line, Comment):
        return margin + _comment(line.comment)
    if isinstance(line, Unreadable):
        return margin + line.text
    text = _text(line, depth, column)
    return f"{margin}{text}" if line.comment is None else f"{margin}{text}  {_comment(line.comment)}"


def _comment(text: str) -> str:
    return f"# {text}" if text and not text.startswith("#") else f"#{text}"


def _text(line: Header | Heading | Repeat | Remark | StepLine, depth: int, column: int) -> str:
    if isinstance(line, Header):
        return f"{line.said.casefold() if line.key else line.said}: {_header_value(line)}".rstrip()
    if isinstance(line, Heading):
        return " ".join(line.said.casefold().split())
    if isinstance(line, Remark) and depth == 0:
        head = f"allow {line.code}" if line.code else line.kind
        return f"{head}: {escaped(line.text)}".rstrip()
    first, rest = _columns(line)
    return f"{first:<{column}}{rest}".rstrip() if first else rest


def _columns(line: Line) -> tuple[str, str]:
    """Give what stands in the first column, the time or the verb of a line that takes none, and what follows it."""
    if isinstance(line, Repeat):
        return "repeat", _times(line)
    if isinstance(line, Remark):
        return line.kind, f"{line.code}: {escaped(line.text)}".rstrip() if line.code else escaped(line.text)
    if not isinstance(line, StepLine):
        return "", ""
    if line.kind in ("ask", "say"):
        return line.kind, escaped(line.text)
    return ("", line.text) if _as_it_stands(line) else _step_columns(line)


def _times(line: Repeat) -> str:
    if line.times is None:
        return line.text
    return {1: "once", 2: "twice"}.get(line.times, f"{line.times} times")


def _step_columns(line: StepLine) -> tuple[str, str]:
    time = line.one(Time)
    leads = time is not None and (time.leads or line.kind in ("stroke", "rest"))
    order = _rank if line.kind in ("stroke", "hold", "rest") else _as_a_ride
    shown = [each for each in sorted(line.fields, key=order) if not (leads and each is time)]
    head = shown[0] if shown else None
    if leads and time is not None:
        return _time(time), _joined(shown)
    if isinstance(head, Word) and head.said in _VERBS:
        return head.said, _joined(shown[1:])
    return "", _joined(shown)


def _joined(shown: Sequence[Field]) -> str:
    """Join fields with commas; where it reads well and reads back the same, the first ones run on without."""
    texts = [_field(each) for each in shown]
    for count in range(min(3, len(shown)), 1, -1):
        if any(not isinstance(each, Word | Spots) for each in shown[:count]):
            continue
        together = _run_on(shown[:count], texts[:count])
        if together and _same(together, shown[:count]):
            return ", ".join([together, *texts[count:]])
    return ", ".join(texts)


def _run_on(shown: Sequence[Field], texts: Sequence[str]) -> str:
    """Put a hold and its spots, spots and their place, or a move and where it leads, into one phrase."""
    kinds = [_kind(each) for each in shown]
    if kinds not in _RUNS_ON:
        return ""
    words = [texts[0]]
    for kind, text in zip(kinds[1:], texts[1:], strict=True):
        bare = text.partition(" ")[0] not in _PREPOSITIONS
        words.append({"area": "on the ", "place": "to "}.get(kind, "") + text if bare else text)
    return " ".join(words)


def _same(text: str, shown: Sequence[Field]) -> bool:
    return [_bare(each) for each in scan("step", text, 1, 1)] == [_bare(each) for each in shown]


def _bare(each: Field) -> Field:
    return replace(each, span=Span(0, 0, 0))


def _kind(each: Field) -> str:
    if isinstance(each, Word):
        return {"tender-spot-hold": "hold", "move": "move"}.get(each.id, each.kind)
    return next((name for cls, name in _BY_CLASS if isinstance(each, cls)), "")


def _rank(each: Field) -> tuple[int, int]:
    kind = each.kind if isinstance(each, Word) else _kind(each)
    return _RANK.get(kind, len(_RANK)), each.span.column


def _as_a_ride(each: Field) -> tuple[int, int]:
    """Rank the fields of a move or a turn: what it is and where it leads first."""
    rank, column = _rank(each)
    kind = each.kind if isinstance(each, Word) else ""
    return {"ride": 0, "place": 1}.get(kind, 2 + rank), column


def _field(each: Field) -> str:
    if isinstance(each, Word | Unknown):
        return each.said
    if isinstance(each, Time):
        return _time(each, leads=False)
    if isinstance(each, Ramp):
        return ramp_text(each)
    if isinstance(each, Pace):
        return f"{number_text(each.amount)} {'cm/s' if each.unit == 'cm_per_s' else 'a minute'}"
    if isinstance(each, Spots):
        return _spots(each)
    return _distance(each)


def _time(time: Time, *, leads: bool = True) -> str:
    if time.unit == "s" and not leads and time.amount < 120:
        return f"{number_text(time.amount)} s"  # how long a spot is held is thought of in seconds
    if time.unit == "s":
        return seconds_text(time.amount)
    return f"{number_text(time.amount)} {time.unit if time.amount != 1 else time.unit[:-1]}"


def _spots(spots: Spots) -> str:
    return f"{'up to ' if spots.most else ''}{spots.count} tender {'spot' if spots.count == 1 else 'spots'}"


def _distance(each: Distance) -> str:
    return f"{number_text(each.amount_mm / 10)} cm {first_name('distance', each.direction)}"


def _header_value(line: Header) -> str:
    if line.key == "title":
        return escaped(line.text)
    if line.key in (None, "cap", "format") or not line.fields or any(isinstance(each, Unknown) for each in line.fields):
        return line.text
    texts = [_time(each) if isinstance(each, Time) else _field(each) for each in line.fields]
    surface = line.fields[1] if len(line.fields) > 1 else None
    on_it = isinstance(surface, Word) and surface.kind == "surface" and surface.said.startswith(("on ", "in "))
    if isinstance(line.fields[0], Time) and on_it:
        return ", ".join([f"{texts[0]} {texts[1]}", *texts[2:]])
    return ", ".join(texts)


def _as_it_stands(line: StepLine) -> bool:
    """Tell whether a line is kept as it was written, since not all of it was understood."""
    figures = [type(each) for each in line.fields if not isinstance(each, Word)]
    return not line.fields or Unknown in figures or len(figures) > len(set(figures))

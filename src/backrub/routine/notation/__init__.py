"""The notation: a routine as text that people read aloud, into what was written, into a routine, and back.

*Contents* `read_written` takes a text apart line by line, with every problem and its place; `routine_of` makes what can
be led of it; `layout` gives its one canonical layout; `text_of` writes a routine as text; `excerpt` shows a place.
"""

from __future__ import annotations

from backrub.routine.notation.building import Built, position_in, routine_of
from backrub.routine.notation.catalogue import MESSAGES
from backrub.routine.notation.excerpts import excerpt
from backrub.routine.notation.layout import layout
from backrub.routine.notation.reading import MOST_BYTES, MOST_SPOTS_KEPT, read_written, unreadable
from backrub.routine.notation.vocabulary import hazards_in
from backrub.routine.notation.writing import sayable, text_of
from backrub.routine.notation.written import (
    Blank,
    Comment,
    Distance,
    Field,
    Header,
    Heading,
    Line,
    Pace,
    Problem,
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

__all__ = [
    "MESSAGES",
    "MOST_BYTES",
    "MOST_SPOTS_KEPT",
    "Blank",
    "Built",
    "Comment",
    "Distance",
    "Field",
    "Header",
    "Heading",
    "Line",
    "Pace",
    "Problem",
    "Ramp",
    "Remark",
    "Repeat",
    "Span",
    "Spots",
    "StepLine",
    "Time",
    "Unknown",
    "Unreadable",
    "Word",
    "Written",
    "excerpt",
    "hazards_in",
    "layout",
    "position_in",
    "read_written",
    "routine_of",
    "sayable",
    "text_of",
    "unreadable",
]

"""Texts as people might write them: kind, careless, dangerous and broken lines in any order."""

from __future__ import annotations

from hypothesis import strategies as st

from backrub.routine.notation.vocabulary import CONTEXTS, entries
from tests.check.literate import CASES, cases

__all__ = ["any_texts", "routines"]

_STEP_WORDS = [name for table in CONTEXTS["step"] for entry in entries(table) for name in entry.names]
_FIGURES = [
    "pressure 2 to 4",
    "pressure 9",
    "12 cm/s",
    "90 a minute",
    "2 tender spots",
    "60 s",
    "light to firm",
    "8 strokes",
]
_HEADS = ["work", "warm up", "finish", "open", "prepare", "aftercare", "repeat 3 times", "repeat"]
_LINES = sorted({line for path in CASES for case in cases(path) for line in case.text.split("\n")})


def _steps() -> st.SearchStrategy[str]:
    fields = st.lists(st.sampled_from([*_STEP_WORDS, *_FIGURES]), min_size=1, max_size=6).map(", ".join)
    comment = st.sampled_from(["", "  # mine", "   # keep: this, please"])
    return st.builds("  {} {}{}".format, st.sampled_from(["2 min", "30 s", "", "hold", "ask"]), fields, comment)


def routines() -> st.SearchStrategy[str]:
    """Give texts made of known words, in lines of every kind."""
    line = st.one_of(st.sampled_from(_LINES), _steps(), st.sampled_from(_HEADS), st.just(""), st.just("# a comment"))
    return st.lists(line, max_size=14).map("\n".join)


def any_texts() -> st.SearchStrategy[str]:
    """Give texts of anything at all."""
    return st.one_of(routines(), st.text(max_size=300), st.lists(st.text(max_size=40), max_size=8).map("\r\n".join))

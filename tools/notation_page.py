"""Writes the tables of words into the reference page of the notation, from the vocabulary itself.

Run as `python tools/notation_page.py`; a test compares the page with what this would write.
"""

from __future__ import annotations

from pathlib import Path

from backrub.routine.notation.vocabulary import entries, pressure_words

__all__ = ["PAGE", "page_with_words"]

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "notation.md"
BEGINS = "<!-- words: written by tools/notation_page.py -->"
ENDS = "<!-- end of words -->"

TABLES = {
    "phase": "Headings",
    "technique": "Techniques",
    "area": "Places",
    "side": "Sides",
    "contact": "What of the hand touches",
    "place": "Where the giver is",
    "pace": "Pace",
    "manner": "Manner",
    "ride": "Moves, turns, oil",
    "surface": "On what",
    "glide": "With what",
    "position": "How the receiver lies or sits",
    "intention": "What for",
    "relation": "Who they are to each other",
    "trait": "`receiver:`",
    "giver": "`giver:`",
    "mark": "`keep off:`",
    "key": "Keys of the header",
}
HAZARDS = {
    "hazard-technique": "Ways of working",
    "hazard-contact": "What touches",
    "hazard-area": "Places",
    "hazard-aim": "Aims and promises, in sentences",
}


def page_with_words(page: str) -> str:
    """Give the page with its tables as the vocabulary has them now."""
    before, _, rest = page.partition(BEGINS)
    after = rest.partition(ENDS)[2]
    return f"{before}{BEGINS}\n\n{_tables()}\n{ENDS}{after}"


def _tables() -> str:
    parts = [_table(table, title) for table, title in TABLES.items()]
    parts.append(_pressures())
    parts.append("## Words that are read and never led\n\nA routine with one of them is answered, not led.\n")
    parts += [_table(table, title, "###") for table, title in HAZARDS.items()]
    return "\n".join(parts)


def _table(table: str, title: str, level: str = "###") -> str:
    rows = [_row(f"`{entry.term.id}`", entry.names) for entry in entries(table)]
    return "\n".join([f"{level} {title}", "", "| id | names, the one we write first |", "|---|---|", *rows, ""])


def _row(head: str, names: tuple[str, ...]) -> str:
    return f"| {head} | {' · '.join(names)} |"


def _pressures() -> str:
    by_number: dict[int, list[str]] = {}
    for word, number in pressure_words().items():
        by_number.setdefault(number, []).append(word)
    rows = [_row(str(number), tuple(words)) for number, words in by_number.items()]
    return "\n".join(["### Pressure", "", "| felt | words, the one we write first |", "|---|---|", *rows, ""])


def main() -> None:
    """Write the page."""
    PAGE.write_text(page_with_words(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"Wrote {PAGE.name}.")


if __name__ == "__main__":
    main()

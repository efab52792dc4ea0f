"""The book of rules: codes and slugs for ever, pages of one shape, profiles that nest."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from backrub.check import PROFILES, SECTIONS, Rule, all_rules, answering_instead, by_name, did_you_mean, page, sections
from backrub.check.book import profile_of
from backrub.data import load
from backrub.words import Words
from tests.words.ftl import by_id

RULES = list(all_rules().values())
FOLDER = Path(__file__).parents[2] / "src" / "backrub" / "check" / "rules"
GIVEN_OUT = [tuple(line.split()) for line in (Path(__file__).parent / "codes.txt").read_text().splitlines()]


def test_no_code_and_no_slug_is_ever_used_again() -> None:
    """Every code ever given out still means the same rule, and each new one is written down."""
    rows = load("rules")["rules"]
    assert GIVEN_OUT == [(code, row["slug"]) for code, row in rows.items()]
    assert [] == [slug for slug, count in Counter(slug for _, slug in GIVEN_OUT).items() if count > 1]


def test_there_is_one_file_per_rule() -> None:
    """Each rule is a file named by its slug, and no file is without a row in the table."""
    files = sorted(path.stem.replace("_", "-") for path in FOLDER.glob("*.py") if path.stem != "__init__")
    assert files == sorted(rule.slug for rule in RULES)
    assert 60 <= len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_every_page_has_every_section_in_order(rule: Rule) -> None:
    """A page says the fault, then what it finds, why, an example, what instead, the fix and the source."""
    found = sections(rule)
    assert ["Summary", *SECTIONS] == list(found)
    assert all(found.values())
    assert re.search(r"Certainty: (H|M|L|ENG)", found["Source"])
    assert re.match(r"(None|Safe|Unsafe)[.:]", found["Fix"])
    assert rule.code in page(rule)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_every_page_tells_the_truth_about_its_fix(rule: Rule) -> None:
    """Whoever says there is a safe fix makes one, and whoever says there is none makes none."""
    source = (FOLDER / f"{rule.slug.replace('-', '_')}.py").read_text(encoding="utf-8").rpartition('"""\n\nfrom')[2]
    kind = sections(rule)["Fix"].partition(":")[0].rstrip(".")
    makes = re.search(r"\b(put|dropped|line_above|line_below|repressed)\(", source) or rule.slug.startswith("unknown-")
    assert (kind != "None") == bool(makes)
    assert (kind == "Safe") == ("safe=True" in source)


def test_a_rule_that_went_says_who_answers_instead() -> None:
    """A retired code names rules in force; a code that was never given out names none."""
    rows = {code: row for code, row in load("rules")["rules"].items() if row.get("retired")}
    assert {code: tuple(row["instead"]) for code, row in rows.items()} == {
        code: answering_instead(code) for code in rows
    }
    assert all(set(row["instead"]) <= set(all_rules()) for row in rows.values())
    assert () == answering_instead("RUB999")
    assert "RUB133" in rows


def test_profiles_nest() -> None:
    """Each profile holds every rule of the one before it, and all but safety can be left out."""
    held = [{rule.code for rule in profile_of(name)} for name in PROFILES]
    assert ("safe", "kind", "teacher") == PROFILES
    assert all(smaller < larger for smaller, larger in pairwise(held))
    assert {rule.code for rule in RULES} == held[-1]


def test_safety_is_what_the_first_hundred_codes_are_about() -> None:
    """Every safety code is held by every profile."""
    assert [] == [rule.code for rule in RULES if rule.code.startswith("RUB1") and not rule.is_safety]


@pytest.mark.parametrize("name", ["RUB101", "rub101", "pressing-on-the-spine", "Pressing on the spine"])
def test_a_rule_is_found_by_code_or_name(name: str) -> None:
    """Whatever spelling somebody uses, the rule is found."""
    rule = by_name(name)
    assert rule is not None
    assert "RUB101" == rule.code


def test_a_slip_in_a_name_gets_a_proposal() -> None:
    """An unknown code or name is answered with the nearest one."""
    assert "no-warm-up" == did_you_mean("no-warmup")
    assert did_you_mean("RUB1O1") in {rule.code for rule in RULES}
    assert None is by_name("no-warmup")


@pytest.mark.parametrize("key", sorted(key for key in by_id("en") if by_id("en")[key].file == "rules.ftl"))
def test_no_text_is_longer_than_twenty_five_words(key: str) -> None:
    """A kind expert is brief."""
    source = (Path(__file__).parents[2] / "src/backrub/words/locales/en/rules.ftl").read_text(encoding="utf-8")
    block = re.search(rf"^{key} =(.*?)(?=^\S|\Z)", source, re.MULTILINE | re.DOTALL)
    assert block is not None
    variants = re.findall(r"\] (.*)", block[1]) or [block[1]]
    assert 25 >= max(len(re.sub(r"\{[^}]*\}", "x", text).split()) for text in variants)


def test_english_has_a_text_for_every_rule() -> None:
    """No rule is speechless."""
    words = Words("en")
    own = [rule for rule in RULES if not rule.code.startswith("RUB4")]
    assert [] == [rule.slug for rule in own if not words.has(f"rule-{rule.slug}")]
    assert [] == [rule.slug for rule in own if not words.has(f"rule-{rule.slug}-hint")]

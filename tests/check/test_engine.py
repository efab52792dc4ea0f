"""What a profile finds, what somebody allowed, and what nobody said."""

from __future__ import annotations

import pytest

from backrub.check import Finding, check_routine, check_written, passes
from backrub.check.book import MOST_PLACES
from backrub.compose import compose
from backrub.person import Health, Tense, Wishes
from backrub.routine import Routine, Step, message
from backrub.routine.notation import read_written
from backrub.words import Words
from tests.check.literate import CASES, cases

PLAIN = Words("en")


def found(text: str, profile: str = "teacher") -> dict[str, Finding]:
    """Give what is found in a text by the code of the rule."""
    return {finding.code: finding for finding in check_written(read_written(text), profile=profile)}


def test_a_finding_says_where() -> None:
    """A finding carries the line and columns of the very word."""
    finding = found("work\n  2 min gutter glide, spine, palms\n")["RUB101"]
    assert (2, 23, 28) == (finding.span.line, finding.span.column, finding.span.end)
    assert "error" == finding.severity


@pytest.mark.parametrize(
    "text",
    [
        "work\n  2 min gutter glide, spine\n  allow RUB101: she showed us how\n",
        "allow RUB101: she showed us how\nwork\n  2 min gutter glide, spine\n",
    ],
    ids=["on the line", "for the whole"],
)
def test_a_safety_rule_can_only_be_acknowledged(text: str) -> None:
    """What is allowed with a reason stays visible, with the reason, and no longer fails."""
    finding = found(text)["RUB101"]
    assert ("info", "she showed us how") == (finding.severity, finding.acknowledged)
    assert passes([finding])


def test_an_allowance_without_a_reason_allows_nothing() -> None:
    """Nobody can wave a rule away in silence."""
    findings = found("work\n  2 min gutter glide, spine\n  allow RUB101\n")
    assert None is findings["RUB101"].acknowledged
    assert "RUB408" in findings


def test_an_allowance_holds_for_its_own_line_and_rule_only() -> None:
    """Another line, and another rule on the same line, are still found."""
    text = "work\n  1 min gutter glide, spine, elbow\n  allow RUB101: once\n  1 min gutter glide, spine\n"
    findings = check_written(read_written(text))
    assert [(2, "once"), (4, None)] == [
        (each.span.line, each.acknowledged) for each in findings if each.code == "RUB101"
    ]
    assert "RUB104" in {each.code for each in findings}


def test_what_is_no_safety_can_be_switched_off() -> None:
    """An allowed rule of flow or comfort is not mentioned again."""
    text = "work\n  2 min kneading, shoulders, each side, pressure 5\n"
    assert "RUB304" in found(text)
    assert "RUB304" not in found(f"{text}  allow RUB304: the second tonight\n")


def test_a_smaller_profile_finds_less() -> None:
    """`safe` finds only safety, `teacher` everything."""
    text = "work\n  4 min kneading, shoulders, right, thumbs, pressure 3 to 9\n"
    safe, kind, teacher = (set(found(text, profile)) for profile in ("safe", "kind", "teacher"))
    assert safe < kind < teacher
    assert {"RUB116"} == safe


def test_an_unknown_profile_is_an_error_of_ours() -> None:
    """A profile that is not there is never taken for one that finds nothing."""
    with pytest.raises(KeyError):
        found("work\n  2 min effleurage\n", "strict")


def test_a_line_nobody_understands_silences_what_is_about_the_whole() -> None:
    """As long as a step is not understood nobody says that it is missing; its words are still answered."""
    findings = found("warm up\n  3 min efleurrage, spine\nwork\n  2 min kneading, shoulders, each side\n")
    assert "RUB301" not in findings
    assert {"RUB101", "RUB401"} <= set(findings)


def test_what_cannot_be_led_is_left_out_and_the_rest_is_checked() -> None:
    """One bad line never hides the next error."""
    text = "work\n  2 min crack, spine, elbow\n  2 min kneading, shoulders, right, pressure 3 to 9\n"
    assert {"RUB101", "RUB104", "RUB106", "RUB116"} <= set(found(text, "safe"))


def test_each_thing_is_found_once() -> None:
    """A line that stands for two steps, or is repeated, gives one finding."""
    text = "work\n  repeat 3 times\n    1 min kneading, shoulders, each side, pressure 3 to 9\n"
    assert 1 == [finding.code for finding in check_written(read_written(text))].count("RUB116")


def test_of_one_rule_a_hundred_places_are_listed_and_that_there_are_more() -> None:
    """What nobody would read to its end is cut short, which is said, and other rules are still heard."""
    text = "work\n" + "  1 min kneading, shoulders, right, pressure 9\n" * 300 + "  1 min elbow, shoulders\n"
    findings = check_written(read_written(text), profile="safe")
    firm = [each for each in findings if each.code == "RUB116"]
    assert MOST_PLACES + 1 == len(firm)
    assert ["notation-more-findings"] == [each.message.id for each in firm if each.message.id.startswith("notation")]
    assert ("error", "notation-more-findings", None) == (firm[-1].severity, firm[-1].message.id, firm[-1].fix)
    assert "RUB104" in {each.code for each in findings}


def test_what_a_repeat_does_again_counts_once() -> None:
    """A hundred rounds of one line are one place, and do not hide another."""
    text = (
        "work\n  repeat 99 times\n    repeat twice\n      1 s kneading, shoulders, pressure 9\n  1 s caress, pressure 9"
    )
    found_at = [each.span.line for each in check_written(read_written(text), profile="safe") if each.code == "RUB116"]
    assert [4, 5] == found_at


def test_a_line_without_a_shape_silences_what_is_about_the_whole_too() -> None:
    """What stands in a line that nobody can take apart may be just what is missing."""
    text = "work\n  2 min kneading, shoulders, each side, pressure 5\n{}"
    assert "RUB301" in found(text.format(""))
    assert "RUB301" not in found(text.format("allow this: 3 min effleurage\n"))


def test_an_unused_allowance_of_safety_is_graver_than_another() -> None:
    """What hides a danger to come is a warning; what hides a want of comfort is a thought."""
    text = "warm up\n  3 min effleurage, whole back, pressure 2 to 3\n  allow {}: as ever\n"
    assert ["warning", "info"] == [found(text.format(code))["RUB409"].severity for code in ("RUB101", "RUB304")]


def test_a_plan_without_text_is_checked_by_its_steps() -> None:
    """The line of a finding about a plan is the number of its step, from 1."""
    steps = (
        Step("stroke", "warm-up", 180, "effleurage", "whole-back", "both", "palms", (2.0, 4.0), place="hip"),
        Step("stroke", "work", 60, "petrissage", "shoulders", "right", "whole-hand", (3.0, 8.0), place="across"),
    )
    routine = Routine(message("title-as-written", text="Two"), 240, "prone", "mat", "oil", steps)
    findings = {finding.code: finding for finding in check_routine(routine)}
    assert 2 == findings["RUB116"].span.line
    assert "RUB315" in findings


def test_what_nobody_said_is_not_assumed() -> None:
    """Without a word about the receiver, what depends on one is silent."""
    text = "work\n  2 min kneading, shoulders, each side, pressure 3 to 6\n"
    assert set() == {"RUB118", "RUB119", "RUB120", "RUB131", "RUB138", "RUB509"} & set(found(text))


def test_a_composed_plan_has_nothing_to_answer_for() -> None:
    """What the composer makes passes every rule."""
    wishes = Wishes(minutes=20, tense=(Tense("shoulders", "both", 3),), firm=True, health=Health("none"))
    assert () == check_routine(compose(wishes), profile="teacher")


def test_every_finding_of_the_cases_can_be_said() -> None:
    """Each message and hint has a text that its arguments fill."""
    texts = [case.text for path in CASES for case in cases(path)]
    findings = [finding for text in texts for finding in check_written(read_written(text), profile="teacher")]
    assert [] == [finding for finding in findings if not PLAIN.exact(finding.message)]
    assert [] == [finding for finding in findings if finding.hint and not PLAIN.exact(finding.hint)]

"""`backrub check` and `backrub explain`, as a person and as a program use them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from backrub.check import all_rules
from tests.cli.running import ROOT, run

BAD = """\
title: After work
for: 5 min on a mat

warm up
  5 min  gutter glide, spine, heels   # hers
"""
UNKIND = """\
warm up
  ask    Softer, firmer, or just right?
  4 min  effleurage, whole back, pressure 2 to 4
finish
  ask    Good?   # keep this
  1 min  effleurage, whole back, pressure 2 to 1
"""
LIBRARY = sorted((ROOT / "routines").glob("*.rub"))


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """Give a file with a stroke on the spine."""
    path = tmp_path / "bad.rub"
    path.write_text(BAD, encoding="utf-8")
    return path


@pytest.mark.parametrize("file", LIBRARY, ids=lambda path: path.stem)
def test_the_library_is_clean_to_a_teacher(file: Path) -> None:
    """Every routine that comes with the coach has nothing to answer for."""
    checked = run("check", str(file), "--profile", "teacher", "--json")
    assert (0, []) == (checked.code, json.loads(checked.out))


def test_a_program_gets_the_fields_it_relies_on(bad: Path) -> None:
    """`--json` gives a list of findings, each with file, place, code, slug, severity, message and hint."""
    checked = run("check", str(bad), "--json")
    finding = next(each for each in json.loads(checked.out) if each["code"] == "RUB101")

    assert 1 == checked.code
    assert (str(bad), 5, 24, "pressing-on-the-spine", "error") == tuple(
        finding[key] for key in ("file", "line", "column", "slug", "severity")
    )
    assert finding["message"]
    assert finding["hint"]
    assert "unsafe" == finding["fix"]


def test_a_person_sees_the_line_and_carets(bad: Path) -> None:
    """The words meant are underlined, and the hint stands below."""
    shown = run("check", str(bad), "--profile", "safe").out.splitlines()
    assert shown[0].startswith(f"{bad}:5:24: error RUB101 ")
    assert "      5 min  gutter glide, spine, heels   # hers" == shown[1]
    assert " " * 27 + "^^^^^" == shown[2]
    assert shown[3].startswith("  Stay ")


def test_one_line_each(bad: Path) -> None:
    """`--format plain` is for other tools to take apart."""
    lines = run("check", str(bad), "--profile", "safe", "--format", "plain").out.splitlines()
    assert [f"{bad}:5:24: error RUB101"] == [" ".join(line.split()[:3]) for line in lines]


def test_github_marks_the_line(bad: Path) -> None:
    """`--format github` writes one command a finding, on one line."""
    lines = run("check", str(bad), "--profile", "safe", "--format", "github").out.splitlines()
    assert 1 == len(lines)
    assert lines[0].startswith(f"::error file={bad},line=5,col=24,endColumn=29,title=RUB101 pressing-on-the-spine::")


def test_sarif_names_rule_place_and_level(bad: Path) -> None:
    """`--format sarif` is a SARIF log with one run, whose rules are those that found something."""
    log = json.loads(run("check", str(bad), "--profile", "safe", "--format", "sarif").out)
    (run_,) = log["runs"]
    (result,) = run_["results"]
    region = result["locations"][0]["physicalLocation"]["region"]

    assert "2.1.0" == log["version"]
    assert ["RUB101"] == [rule["id"] for rule in run_["tool"]["driver"]["rules"]]
    assert ("RUB101", "error") == (result["ruleId"], result["level"])
    assert {"startLine": 5, "startColumn": 24, "endColumn": 29} == region


SARIF: dict[str, tuple[set[str], set[str]]] = {
    "log": ({"version", "runs"}, {"$schema"}),
    "run": ({"tool"}, {"results", "columnKind"}),
    "tool": ({"driver"}, set()),
    "driver": ({"name"}, {"version", "rules"}),
    "rule": ({"id"}, {"name", "shortDescription", "help", "defaultConfiguration"}),
    "result": ({"message"}, {"ruleId", "level", "locations", "suppressions"}),
    "location": (set(), {"physicalLocation", "logicalLocations"}),
    "physical": (set(), {"artifactLocation", "region"}),
    "region": (set(), {"startLine", "startColumn", "endColumn"}),
    "logical": (set(), {"fullyQualifiedName", "kind"}),
    "suppression": ({"kind"}, {"justification"}),
    "text": ({"text"}, set()),
}
"""What SARIF 2.1.0 asks of each object that is written here, and what else of it is; no object may have more."""


def fits(kind: str, value: dict[str, object]) -> bool:
    """Tell whether an object has what SARIF asks for and nothing that it does not know."""
    required, others = SARIF[kind]
    return required <= set(value) <= required | others


@pytest.mark.parametrize("name", ["my rub: ää.rub", "plan.json"])
def test_sarif_is_what_the_standard_says(name: str, tmp_path: Path) -> None:
    """Each object has what it must and nothing unknown; levels, addresses and columns are of the kinds they must be."""
    path = tmp_path / name
    path.write_text(_sarif_case(name), encoding="utf-8")
    log = json.loads(run("check", str(path), "--profile", "teacher", "--format", "sarif").out)
    (run_,) = log["runs"]
    driver = run_["tool"]["driver"]
    places = [place for result in run_["results"] for place in result["locations"]]

    assert all(fits(*each) for each in (("log", log), ("run", run_), ("tool", run_["tool"]), ("driver", driver)))
    assert "unicodeCodePoints" == run_["columnKind"]
    assert all(fits("rule", rule) and rule["defaultConfiguration"]["level"] in LEVELS for rule in driver["rules"])
    assert all(fits("text", rule[key]) for rule in driver["rules"] for key in ("shortDescription", "help"))
    assert len(driver["rules"]) == len({rule["id"] for rule in driver["rules"]})
    assert all(fits("result", each) and fits("text", each["message"]) for each in run_["results"])
    assert LEVELS >= {result["level"] for result in run_["results"]}
    assert all(fits("location", place) and fits("physical", place["physicalLocation"]) for place in places)
    assert {path.as_uri()} == {place["physicalLocation"]["artifactLocation"]["uri"] for place in places}
    regions = [place["physicalLocation"]["region"] for place in places if "region" in place["physicalLocation"]]
    assert all(fits("region", region) and min(region.values()) >= 1 for region in regions)
    assert bool(regions) == name.endswith(".rub")
    assert all(fits("logical", each) for place in places for each in place.get("logicalLocations", ()))
    assert all(fits("suppression", each) for result in run_["results"] for each in result.get("suppressions", ()))


LEVELS = {"none", "note", "warning", "error"}


def _sarif_case(name: str) -> str:
    if name.endswith(".rub"):
        return BAD + "  allow RUB101: her therapist showed us\n  2 min  elbow, sholders\n"
    plan = json.loads(run("compose", "--minutes", "15", "--json").out)
    step = next(step for step in plan["steps"] if step["phase"] == "work" and "pressure" in step)
    step["pressure"] = [8, 9]
    return json.dumps(plan)


def test_github_marks_the_file_of_a_plan_and_names_the_step(tmp_path: Path) -> None:
    """JSON has steps and no lines of its own; a line number of it would mark something else."""
    path = tmp_path / "plan.json"
    path.write_text(_sarif_case("plan.json"), encoding="utf-8")
    lines = run("check", str(path), "--profile", "safe", "--format", "github").out.splitlines()

    assert lines
    assert all(",line=" not in line and "::Step " in line for line in lines)


@pytest.mark.parametrize("command", ["check", "lead", "format"])
def test_bytes_that_are_no_text_are_refused_from_a_pipe_too(command: str) -> None:
    """What is not UTF-8 is said to be no text, whichever way it comes."""
    process = subprocess.run(
        [sys.executable, "-m", "backrub", command, "-"], input=b"\xff\xfe\x00", capture_output=True, check=False
    )
    assert (2, b"") == (process.returncode, process.stdout)
    assert b"is not text" in process.stderr


def test_what_is_acknowledged_passes_and_stays_visible(tmp_path: Path) -> None:
    """A reason on the line lets a check pass; JSON, SARIF and people still see it."""
    path = tmp_path / "asked.rub"
    path.write_text(BAD + "  allow RUB101: her therapist showed us\n", encoding="utf-8")

    assert 0 == run("check", str(path), "--profile", "safe").code
    assert "acknowledged: her therapist showed us" in run("check", str(path), "--profile", "safe").out
    (finding,) = json.loads(run("check", str(path), "--profile", "safe", "--json").out)
    assert ("info", "her therapist showed us") == (finding["severity"], finding["acknowledged"])
    log = json.loads(run("check", str(path), "--profile", "safe", "--format", "sarif").out)
    assert "inSource" == log["runs"][0]["results"][0]["suppressions"][0]["kind"]


def test_safe_fixes_are_written_and_comments_stay(tmp_path: Path) -> None:
    """`--fix` takes the question out of the finish, and leaves its comment."""
    path = tmp_path / "unkind.rub"
    path.write_text(UNKIND, encoding="utf-8")
    fixed = run("check", str(path), "--fix")

    assert "Mended 1" in fixed.err
    text = path.read_text(encoding="utf-8")
    assert "Good?" not in text
    assert "# keep this" in text


def test_unsafe_fixes_only_on_request(bad: Path) -> None:
    """A stroke is moved off the spine only with `--unsafe-fixes`."""
    run("check", str(bad), "--profile", "safe", "--fix")
    assert BAD == bad.read_text(encoding="utf-8")
    assert 0 == run("check", str(bad), "--profile", "safe", "--fix", "--unsafe-fixes").code
    assert "beside the spine" in bad.read_text(encoding="utf-8")


def test_a_difference_is_shown_and_nothing_written(bad: Path) -> None:
    """`--diff` prints what would change."""
    shown = run("check", str(bad), "--profile", "safe", "--diff", "--unsafe-fixes")
    assert "+  5 min  gutter glide, beside the spine, heels   # hers" in shown.out.splitlines()
    assert BAD == bad.read_text(encoding="utf-8")
    assert 1 == shown.code


def test_several_files_give_one_answer(bad: Path) -> None:
    """One list holds the findings of all files; one bad file is enough to fail."""
    checked = run("check", str(LIBRARY[0]), str(bad), "--json")
    assert 1 == checked.code
    assert {str(bad)} == {finding["file"] for finding in json.loads(checked.out)}


def test_standard_input_is_checked() -> None:
    """`-` reads from a pipe."""
    checked = run("check", "-", "--json", "--profile", "safe", given=BAD)
    assert ["-"] == [finding["file"] for finding in json.loads(checked.out)]


def test_a_composed_plan_is_clean() -> None:
    """What compose prints as JSON passes, and says so."""
    plan = run("compose", "--minutes", "15", "--json").out
    checked = run("check", "-", "--profile", "teacher", given=plan)
    assert (0, "") == (checked.code, checked.out)


def test_a_plan_is_checked_by_its_steps() -> None:
    """In JSON a finding names the step, from 1."""
    plan = json.loads(run("compose", "--minutes", "15", "--json").out)
    index, step = next(
        (i, step) for i, step in enumerate(plan["steps"]) if step["phase"] == "work" and "pressure" in step
    )
    step["pressure"] = [8, 9]
    findings = json.loads(run("check", "-", "--json", "--profile", "safe", given=json.dumps(plan)).out)
    assert [("RUB116", index + 1)] == [(finding["code"], finding["line"]) for finding in findings]


@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        (("check", "nowhere.rub"), ""),
        (("check", "-"), '{"format": 1'),
        (("check", "-"), '{"format": 9, "steps": []}'),
        (("check", "-"), "work\n  2 min effleurage, whole back\n" * 9000),
        (("check", "-", "--profile", "strict"), "work\n  2 min effleurage\n"),
        (("check", "-", "--format", "xml"), "work\n  2 min effleurage\n"),
        (("check",), ""),
        (("explain", "RUB999999"), ""),
        (("explain", "no-warmup"), ""),
    ],
    ids=["no file", "half JSON", "later format", "too large", "profile", "format", "nothing", "code", "name"],
)
def test_what_cannot_be_read_is_wrong_usage(arguments: tuple[str, ...], given: str) -> None:
    """Exit code 2, a sentence, and nothing for a program to take as findings."""
    answered = run(*arguments, given=given)
    assert 2 == answered.code
    assert "" == answered.out
    assert answered.err.strip()


@pytest.mark.parametrize("name", ["RUB301", "rub301", "no-warm-up"])
def test_a_rule_is_explained(name: str) -> None:
    """The page of a rule has its code, its name and every section."""
    page = run("explain", name)
    assert 0 == page.code
    assert page.out.startswith("RUB301 no-warm-up")
    assert [] == [
        head for head in ("Finds:", "Why:", "Example:", "Instead:", "Fix:", "Source:") if head not in page.out
    ]


def test_a_slip_in_a_name_is_answered() -> None:
    """An unknown rule gets a "did you mean"."""
    assert "Did you mean no-warm-up?" in run("explain", "no-warmup").err


def test_every_rule_is_listed() -> None:
    """Without a code there is a line for each rule."""
    lines = run("explain").out.splitlines()
    assert list(all_rules()) == [line.split()[0] for line in lines]

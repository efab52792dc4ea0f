"""The routine checker: what in a routine can hurt, disappoint or bore the receiver, and what to do instead.

*Contents* `check_written` and `check_routine` check; `fixed` mends; `by_name` and `all_rules` open the book of rules.
"""

from __future__ import annotations

from backrub.check.book import PROFILES, Rule, all_rules, answering_instead, by_name, did_you_mean
from backrub.check.catalogue import MESSAGES
from backrub.check.engine import DEFAULT_PROFILE, check, check_routine, check_written, passes
from backrub.check.facts import UNKNOWN, Facts, facts_in, facts_of
from backrub.check.findings import Edit, Finding, Fix, Found, Severity, found
from backrub.check.fixing import Fixed, fixed
from backrub.check.measures import Station, stations, stations_of
from backrub.check.pages import SECTIONS, page, sections
from backrub.check.subject import Act, Said, Subject, subject_of, subject_of_text

__all__ = [
    "DEFAULT_PROFILE",
    "MESSAGES",
    "PROFILES",
    "SECTIONS",
    "UNKNOWN",
    "Act",
    "Edit",
    "Facts",
    "Finding",
    "Fix",
    "Fixed",
    "Found",
    "Rule",
    "Said",
    "Severity",
    "Station",
    "Subject",
    "all_rules",
    "answering_instead",
    "by_name",
    "check",
    "check_routine",
    "check_written",
    "did_you_mean",
    "facts_in",
    "facts_of",
    "fixed",
    "found",
    "page",
    "passes",
    "sections",
    "stations",
    "stations_of",
    "subject_of",
    "subject_of_text",
]

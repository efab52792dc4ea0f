"""The API keeps to its own description, whatever is asked of it, and never breaks."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.counts import count
from tests.web.phoning import coach, pass_of
from tests.web.serving import serving
from tests.web.talking import open_session

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
SPENDS = "/keep"
"""What a session does not survive."""


@cache
def described() -> Any:  # noqa: ANN401 - schemathesis's own
    """Give what the API says of itself."""
    return schemathesis.openapi.from_dict(coach().openapi())  # type: ignore[attr-defined]  # it is a FastAPI


def addresses() -> list[tuple[str, str]]:
    """Give method and path of each address."""
    return [(one.ok().method, one.ok().path) for one in described().get_all_operations()]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Give a coach."""
    with serving(coach()) as address:
        yield address


@pytest.fixture(scope="module")
def opened(address: str) -> dict[str, str]:
    """Give a session that all requests may use."""
    return open_session(address)


@pytest.mark.parametrize(("method", "path"), addresses(), ids=" ".join)
def test_every_answer_is_one_that_was_described(
    method: str, path: str, address: str, opened: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    """No request, well formed or not, ends in a fault, or in a status or shape that the description does not have."""

    @settings(max_examples=count("requests"), suppress_health_check=list(HealthCheck))
    @given(case=described()[path][method].as_strategy())
    def holds(case: schemathesis.Case[Any]) -> None:
        session = open_session(address) if path.endswith(SPENDS) else opened
        if "{session}" in path:
            case.path_parameters["session"] = session["session"]
        answer = case.call(base_url=address, headers=pass_of(session))
        case.validate_response(answer, checks=CHECKS)
        assert [] == [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]

    holds()

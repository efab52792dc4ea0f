"""Errors as problem JSON (RFC 9457): never a traceback, never a health answer, never a token."""

from __future__ import annotations

import logging
import traceback
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from backrub.errors import BackrubError, StoreError, StoreFull, UsageError
from backrub.wire.mapping import Unreadable

__all__ = ["MEDIA_TYPE", "fault", "fields_of", "install", "problem"]

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_S = 2
"""When a store that is away is worth another try: as long as another server takes to lead on [s]."""
_log = logging.getLogger(__name__)


def problem(status: int, detail: str, **more: object) -> JSONResponse:
    """Make one problem answer.

    Args:
        status: HTTP status.
        detail: What is wrong, for people.
        more: Further members of the problem.
    """
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    return JSONResponse(body, status, {"cache-control": "no-store"}, media_type=MEDIA_TYPE)


async def _usage(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, UsageError)  # noqa: S101 - registered for this class only
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, str(error), errors=fields_of(error))


def fields_of(error: UsageError) -> list[dict[str, str]]:
    """Give each field that is wrong, with what is wrong with it."""
    if isinstance(error, Unreadable) and error.fields:
        return [{"field": name, "message": message} for name, message in error.fields]
    sentences = (error.what, error.instead) if error.instead else (error.what,)
    return [{"field": error.where, "message": " ".join(f"{sentence}." for sentence in sentences)}]


async def _store(_: Request, error: Exception) -> JSONResponse:
    if isinstance(error, StoreFull):
        return problem(HTTPStatus.INSUFFICIENT_STORAGE, str(error))
    answer = problem(HTTPStatus.SERVICE_UNAVAILABLE, str(error))
    answer.headers["retry-after"] = str(RETRY_AFTER_S)
    return answer


async def _ours(_: Request, error: Exception) -> JSONResponse:
    return problem(HTTPStatus.BAD_REQUEST, str(error))


async def _http(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class only
    return problem(error.status_code, str(error.detail))


async def _unreadable(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this class only
    fields = [
        {"field": ".".join(str(part) for part in one["loc"][1:]), "message": one["msg"]} for one in error.errors()
    ]
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "The request cannot be read.", errors=fields)


def fault(error: Exception) -> JSONResponse:
    """Answer for a mistake of ours; the log gets what it was and where, never what anybody said."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    _log.error("our fault: %s at %s:%s", type(error).__name__, frame.filename, frame.lineno)
    _log.debug("in full", exc_info=error)
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "This is our fault, not yours. Try once more.")


def install(app: FastAPI) -> None:
    """Turn every error of the application into a problem."""
    app.add_exception_handler(UsageError, _usage)
    app.add_exception_handler(StoreError, _store)
    app.add_exception_handler(BackrubError, _ours)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _unreadable)

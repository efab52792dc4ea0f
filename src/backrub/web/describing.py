"""The OpenAPI description: FastAPI knows the addresses, `wire` knows the shapes."""

from __future__ import annotations

import json
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from backrub.web.problems import MEDIA_TYPE
from backrub.wire.schemas import components

__all__ = ["describe"]

ANSWERS: dict[tuple[str, str], tuple[str, str | None]] = {
    ("get", "/api/start"): ("200", "start"),
    ("get", "/api/atlas"): ("200", "map"),
    ("post", "/api/plan"): ("200", "plan"),
    ("post", "/api/plan/what-if"): ("200", "what-if"),
    ("post", "/api/plan/clash"): ("200", "clash"),
    ("post", "/api/swap"): ("200", "swap"),
    ("post", "/api/hug"): ("200", "lesson"),
    ("get", "/api/routines"): ("200", "shelf"),
    ("get", "/api/routines/{name}"): ("200", "text"),
    ("get", "/api/rules/{code}"): ("200", "rule"),
    ("post", "/api/routines/check"): ("200", "checked"),
    ("post", "/api/routines/format"): ("200", "mended"),
    ("post", "/api/routines/mend"): ("200", "mended"),
    ("post", "/api/routines/complete"): ("200", "offers"),
    ("post", "/api/routines/help"): ("200", "help"),
    ("post", "/api/routines/paths"): ("200", "line-paths"),
    ("post", "/api/routines/text"): ("200", "text"),
    ("post", "/api/routines/lead"): ("201", "session-opened"),
    ("get", "/api/screen"): ("200", "screen"),
    ("post", "/api/card/read"): ("200", "card-shown"),
    ("post", "/api/card/show"): ("200", "card-shown"),
    ("post", "/api/card/said"): ("200", "card-shown"),
    ("post", "/api/card/of"): ("200", "card-shown"),
    ("post", "/api/card/wishes"): ("200", "wishes-filled"),
    ("get", "/api/cards"): ("200", "cards"),
    ("post", "/api/cards"): ("201", "card-kept"),
    ("put", "/api/cards/{card}"): ("200", "card-kept"),
    ("delete", "/api/cards/{card}"): ("204", None),
    ("post", "/api/sessions/{session}/learnt"): ("200", "learnt-from"),
    ("post", "/api/sessions"): ("201", "session-opened"),
    ("get", "/api/sessions/{session}/plan"): ("200", "session-plan"),
    ("post", "/api/sessions/{session}/keep"): ("204", None),
    ("post", "/api/sessions/{session}/door"): ("201", "door"),
    ("get", "/api/sessions/{session}/door"): ("200", "door"),
    ("delete", "/api/sessions/{session}/door"): ("204", None),
    ("delete", "/api/sessions/{session}/door/passes/{name}"): ("204", None),
}
"""Status and shape of what each address gives when all is well."""

NOT_TONIGHT = {
    ("post", "/api/plan"): "not-tonight",
    ("post", "/api/plan/what-if"): "not-tonight",
    ("post", "/api/plan/clash"): "not-tonight",
    ("post", "/api/swap"): "half-not-tonight",
    ("post", "/api/hug"): "not-tonight",
}
"""Where the answer may be an evening without a rub, and the shape of that answer."""

KEEP: dict[str, Any] = {"type": "object", "required": ["keep"], "properties": {"keep": {"type": "boolean"}}}
REQUESTS: dict[tuple[str, str], str | dict[str, Any]] = {
    ("post", "/api/plan"): "wishes",
    ("post", "/api/plan/what-if"): "what-if-sent",
    ("post", "/api/plan/clash"): "wishes",
    ("post", "/api/swap"): "swap-sent",
    ("post", "/api/hug"): "wishes",
    ("post", "/api/routines/check"): "text-sent",
    ("post", "/api/routines/format"): "text-sent",
    ("post", "/api/routines/mend"): "text-sent",
    ("post", "/api/routines/complete"): "cursor-sent",
    ("post", "/api/routines/help"): "cursor-sent",
    ("post", "/api/routines/paths"): "cursor-sent",
    ("post", "/api/routines/text"): "routine",
    ("post", "/api/routines/lead"): "lead-sent",
    ("post", "/api/card/read"): "card-text-sent",
    ("post", "/api/card/show"): "card-sent",
    ("post", "/api/card/said"): "card-said",
    ("post", "/api/card/of"): "card-wishes",
    ("post", "/api/card/wishes"): "card-wishes",
    ("post", "/api/cards"): "card-keep",
    ("put", "/api/cards/{card}"): "card-keep",
    ("post", "/api/sessions/{session}/learnt"): "learn-from",
    ("post", "/api/sessions"): "wishes",
    ("post", "/api/sessions/{session}/keep"): KEEP,
    ("post", "/api/sessions/{session}/door"): "door-asked",
}


def describe(app: FastAPI) -> dict[str, Any]:
    """Give the description, made once."""
    if app.openapi_schema is None:
        names, definitions = components()
        description = get_openapi(title=app.title, version=app.version, routes=app.routes, description=app.description)
        token = {"token": {"type": "http", "scheme": "bearer"}}
        description["components"] = {"schemas": _moved(definitions), "securitySchemes": token}
        for path, methods in description["paths"].items():
            for method, operation in methods.items():
                _complete(operation, (method, path), dict(names))
        app.openapi_schema = description
    return app.openapi_schema


def _complete(operation: dict[str, Any], where: tuple[str, str], names: dict[str, str]) -> None:
    responses = {status: answer for status, answer in operation["responses"].items() if status != "422"}
    if where in ANSWERS:
        status, shape = ANSWERS[where]
        content = {"content": {"application/json": {"schema": _reference(names[shape])}}} if shape else {}
        responses = {status: {"description": "Done", **content}}
    if where[1].endswith(".wav"):
        responses["200"]["content"] = {"audio/wav": {}}
    if where in NOT_TONIGHT:
        _or_not_tonight(responses, "200", _reference(names[NOT_TONIGHT[where]]))
    responses["default"] = {
        "description": "A problem, as RFC 9457 has it",
        "content": {MEDIA_TYPE: {"schema": _reference(names["problem"])}},
    }
    operation["responses"] = responses
    if where in REQUESTS:
        asked = REQUESTS[where]
        shape_asked = _reference(names[asked]) if isinstance(asked, str) else asked
        operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": shape_asked}}}
    if "{session}" in where[1]:
        operation["security"] = [{"token": []}]


def _or_not_tonight(responses: dict[str, Any], status: str, refusal: dict[str, str]) -> None:
    answer = responses.setdefault(status, {"description": "No rub tonight", "content": {"application/json": {}}})
    content = answer["content"]["application/json"]
    content["schema"] = {"oneOf": [content["schema"], refusal]} if "schema" in content else refusal


def _reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _moved(definitions: dict[str, Any]) -> dict[str, Any]:
    """Let definitions refer to each other where OpenAPI keeps them."""
    moved: dict[str, Any] = json.loads(json.dumps(definitions).replace("#/$defs/", "#/components/schemas/"))
    return moved

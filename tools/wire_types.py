"""What `make_types` writes: a JSON Schema for each shape on the wire, and the TypeScript types of the pages."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from backrub.wire.schemas import components, schema

__all__ = ["files", "typescript"]

SCHEMAS = Path("docs/reference/schemas")
TYPES = Path("src/backrub/web/static/types/wire.d.ts")
HEAD = """// What the server sends and takes. Made by tools/make_types from the server's own classes: do not edit.
// Conventions: `at_ms` is logical time; durations carry their unit; the back frame is in mm; sides are the receiver's.
"""
PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}


def files(root: Path) -> dict[Path, str]:
    """Give every file there should be, with its text."""
    names, _ = components()
    schemas = {
        root / SCHEMAS / f"{name}.schema.json": json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"
        for name in names
    }
    return {**schemas, root / TYPES: typescript()}


def typescript() -> str:
    """Give the types of every shape."""
    _, definitions = components()
    return "\n".join([HEAD, *(_declaration(name, one) for name, one in definitions.items())])


def _declaration(name: str, one: dict[str, Any]) -> str:
    comment = f"/** {one['description']} */\n" if "description" in one else ""
    if one.get("type") == "object" and "properties" in one:
        required = set(one.get("required", ()))
        fields = "".join(
            f"  {_field(key, key in required)}: {_type(value)};\n" for key, value in one["properties"].items()
        )
        return f"{comment}export interface {name} {{\n{fields}}}\n"
    return f"{comment}export type {name} = {_type(one)};\n"


def _field(key: str, required: bool) -> str:  # noqa: FBT001 - a fact about the field
    name = key if re.fullmatch(r"[A-Za-z_]\w*", key) else json.dumps(key)
    return name if required else f"{name}?"


def _type(one: dict[str, Any]) -> str:
    if "$ref" in one:
        return str(one["$ref"].rpartition("/")[2])
    if "const" in one or "enum" in one:
        return " | ".join(json.dumps(value) for value in one.get("enum", [one.get("const")]))
    if "anyOf" in one:
        return " | ".join(dict.fromkeys(_type(each) for each in one["anyOf"]))
    kind = one.get("type")
    if isinstance(kind, list):
        return " | ".join(PLAIN[each] for each in kind)
    return _container(one) if kind in {"array", "object"} else PLAIN.get(str(kind), "unknown")


def _container(one: dict[str, Any]) -> str:
    if one["type"] == "array":
        return _array(one)
    more = one.get("additionalProperties")
    return f"Record<string, {_type(more) if isinstance(more, dict) else 'unknown'}>"


def _array(one: dict[str, Any]) -> str:
    if "prefixItems" in one:
        return f"[{', '.join(_type(each) for each in one['prefixItems'])}]"
    inner = _type(one["items"]) if "items" in one else "unknown"
    return f"({inner})[]" if " | " in inner else f"{inner}[]"

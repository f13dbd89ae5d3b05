"""The TypeScript of what the server pushes, made from the models' JSON schema: `python -m framing.web.typescript`."""

from __future__ import annotations

import json
from typing import Any

from framing.page.assets import FOLDER
from framing.page.payload import Live

FILE = FOLDER / "live.d.ts"
_HEAD = "// Made by `make types` from framing/page/payload.py; change it there.\n"
_SIMPLE = {"string": "string", "number": "number", "integer": "number", "boolean": "boolean", "null": "null"}


def declarations() -> str:
    """One interface for each model, in the order in which they stand there."""
    schema = Live.model_json_schema(mode="serialization")
    models = {**schema.pop("$defs"), "Live": schema}
    return "\n".join([_HEAD, *(_declared(name, model) for name, model in models.items())])


def _declared(name: str, model: dict[str, Any]) -> str:
    return _interface(name, model) if "properties" in model else f"export type {name} = {_type(model)};\n"


def _interface(name: str, model: dict[str, Any]) -> str:
    words = " ".join(model.get("description", "").split())
    said = f"/** {words} */\n" if words else ""
    if "properties" not in model:
        return f"{said}export type {name} = {_type(model)};\n"
    fields = "".join(f"  readonly {key}: {_type(one)};\n" for key, one in model["properties"].items())
    return f"{f'/** {words} */' if words else ''}\nexport interface {name} {{\n{fields}}}\n".lstrip()


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "enum" in schema:
        return " | ".join(map(json.dumps, schema["enum"]))
    if "anyOf" in schema:
        return " | ".join(map(_type, schema["anyOf"]))
    if schema["type"] == "array":
        if "prefixItems" in schema:
            return f"readonly [{', '.join(map(_type, schema['prefixItems']))}]"
        inner = _type(schema["items"])
        return f"readonly ({inner})[]" if inner.startswith("readonly") else f"readonly {inner}[]"
    return _SIMPLE[schema["type"]]


if __name__ == "__main__":
    FILE.write_text(declarations(), "utf-8")

"""The TypeScript of what server and browser tell each other: `python -m framing.web.typescript`."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from framing.page.assets import FOLDER
from framing.page.payload import Live
from framing.web import picture_models, room_models, school_eye_models, school_models, school_record_models

_SIMPLE = {"string": "string", "number": "number", "integer": "number", "boolean": "boolean", "null": "null"}


class Declared(NamedTuple):
    """A file of types, and the models that it is made of."""

    file: Path
    source: str  # where the models stand
    models: Sequence[type[BaseModel]]
    taken: tuple[str, type[BaseModel]] | None = None  # the file of types and the model that are taken from elsewhere


FILES = (
    Declared(FOLDER / "live.d.ts", "framing/page/payload.py", (Live,)),
    Declared(FOLDER / "pictures.d.ts", "framing/web/picture_models.py", picture_models.MODELS),
    Declared(FOLDER / "room.d.ts", "framing/web/room_models.py", room_models.MODELS, ("./live.d.ts", Live)),
    Declared(FOLDER / "school.d.ts", "framing/web/school_models.py", school_models.MODELS, ("./live.d.ts", Live)),
    Declared(FOLDER / "school_kept.d.ts", "framing/web/school_record_models.py", school_record_models.RECORD_MODELS),
    Declared(FOLDER / "school_eye.d.ts", "framing/web/school_eye_models.py", school_eye_models.MODELS),
)


def declarations(declared: Declared) -> str:
    """One interface for each model and for what it is made of."""
    schemas = _schemas(declared.models)
    wholes = [model.__name__ for model in declared.models]
    head = f"// Made by `make types` from {declared.source}; change it there.\n"
    elsewhere = frozenset(() if declared.taken is None else _schemas([declared.taken[1]]))
    names = [*(name for name in schemas if name not in {*wholes, *elsewhere}), *wholes]  # parts first
    body = "\n".join(_declared(name, schemas[name]) for name in names)
    taken = [name for name in schemas if name in elsewhere and re.search(rf"\b{name}\b", body)]
    if declared.taken is not None:
        head += f'\nimport type {{ {", ".join(taken)} }} from "{declared.taken[0]}";\n'
    return f"{head}\n{body}"


def _schemas(models: Sequence[type[BaseModel]]) -> dict[str, dict[str, Any]]:
    """The schemas of these models and of all they are made of, by their names."""
    found: dict[str, dict[str, Any]] = models_json_schema([(model, "serialization") for model in models])[1]["$defs"]
    return found


def _declared(name: str, model: dict[str, Any]) -> str:
    words = " ".join(model.get("description", "").split())
    said = f"/** {words} */\n" if words else ""
    if "properties" not in model:
        return f"{said}export type {name} = {_type(model)};\n"
    fields = "".join(f"  readonly {key}: {_type(one)};\n" for key, one in model["properties"].items())
    return f"{said}export interface {name} {{\n{fields}}}\n"


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "const" in schema:
        return json.dumps(schema["const"])
    if "enum" in schema:
        return " | ".join(map(json.dumps, schema["enum"]))
    if one_of := schema.get("anyOf") or schema.get("oneOf"):
        return " | ".join(map(_type, one_of))
    if schema["type"] == "array":
        if "prefixItems" in schema:
            return f"readonly [{', '.join(map(_type, schema['prefixItems']))}]"
        inner = _type(schema["items"])
        return f"readonly ({inner})[]" if inner.startswith("readonly") or " | " in inner else f"readonly {inner}[]"
    return _SIMPLE[schema["type"]]


if __name__ == "__main__":
    for one in FILES:
        one.file.write_text(declarations(one), "utf-8")

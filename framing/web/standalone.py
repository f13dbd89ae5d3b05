"""A page that is plain HTML, without Streamlit: its style and its settings stand in it, its scripts are asked for."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from html import escape

from starlette.responses import HTMLResponse

from framing.page.assets import FOLDER
from framing.say import Language, translate
from framing.types import Message

_ICON = FOLDER.parents[1] / "framing" / "page" / "icon.svg"
_PAGE = """\
<!doctype html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark">
<title>{title}</title>
<link rel="icon" href="data:image/svg+xml;base64,{icon}">
<style>{style}</style>
</head>
<body>
{body}
<script type="application/json" id="settings">{settings}</script>
<script type="module" src="guide/scripts/{script}"></script>
</body>
</html>
"""


def standalone(
    title: Message, spoken: Language, sheets: Sequence[str], parts: Sequence[str], settings: Mapping[str, object],
    script: str,
) -> HTMLResponse:  # fmt: skip
    """The page of these files of assets/guide, which no browser keeps."""
    text = _PAGE.format(
        lang=escape(spoken.code), dir=spoken.direction, title=escape(translate(spoken, title)),
        icon=b64encode(_ICON.read_bytes()).decode("ascii"), style=_read(sheets), body=_read(parts), script=script,
        # Nothing in it can end the element that it stands in.
        settings=json.dumps(settings).replace("<", "\\u003c"),
    )  # fmt: skip
    return HTMLResponse(text, headers={"Cache-Control": "no-store"})


def _read(names: Sequence[str]) -> str:
    return "".join((FOLDER / name).read_text("utf-8") for name in names)

"""/school, the page of those who practise: plain HTML whose sessions are its own, without Streamlit."""

from __future__ import annotations

import json
import os
from base64 import b64encode
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from framing.overlay.theme import theme_data
from framing.page.assets import FOLDER
from framing.page.base import address
from framing.page.school_texts import SCHOOL
from framing.page.states import STATES, TROUBLES
from framing.page.texts import texts
from framing.say import Language, language, translate
from framing.say.language import LANGUAGES, best
from framing.say.offered import offered

ICON = FOLDER.parents[1] / "framing" / "page" / "icon.svg"
SHEETS = ("school.css", "school_eye.css", "school_match.css", "school_record.css")
PARTS = ("school.html", "school_eye.html", "school_match.html", "school_record.html")
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
<script type="module" src="guide/scripts/school.js"></script>
</body>
</html>
"""


async def school_page(request: Request) -> HTMLResponse:
    """The page, in the language that the address names or the browser prefers."""
    return HTMLResponse(page(wished(request)), headers={"Cache-Control": "no-store"})


async def school_settings(request: Request) -> Response:
    """What the page's scripts are told, in another language."""
    return JSONResponse(settings(wished(request)), headers={"Cache-Control": "no-store"})


def wished(request: Request) -> Language:
    """The language that the address names, or that the browser prefers."""
    named = request.query_params.get("lang", "")
    return language(named if named in LANGUAGES else best(request.headers.get("Accept-Language", "")))


def page(spoken: Language) -> str:
    """The HTML with all that its scripts say and show in that language."""
    return _PAGE.format(
        lang=escape(spoken.code), dir=spoken.direction, title=escape(translate(spoken, SCHOOL["title"])),
        icon=b64encode(ICON.read_bytes()).decode("ascii"),
        style="".join(map(_read, SHEETS)), body="".join(map(_read, PARTS)),
        # Nothing in it can end the element that it stands in.
        settings=json.dumps(settings(spoken)).replace("<", "\\u003c"),
    )  # fmt: skip


def settings(spoken: Language) -> dict[str, object]:
    """What the scripts of the page are told: words, languages, and the look of the lines over the picture."""
    return {
        **texts("school", spoken),
        "languages": [{"code": code, "name": language(code).name} for code in _offered(spoken)],
        "theme": theme_data(),
        "states": {state: translate(spoken, words) for state, words in STATES.items()},
        "troubles": {code: [translate(spoken, words) for words in trouble] for code, trouble in TROUBLES.items()},
    }


def _offered(spoken: Language) -> tuple[str, ...]:
    """Those that may be chosen here, and the one that is spoken."""
    return tuple(dict.fromkeys([*offered(os.environ), spoken.code]))


def _read(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


SCHOOL_PAGE_ROUTES: list[BaseRoute] = [
    Route(address("/school"), school_page),
    Route(address("/guide/school/settings"), school_settings),
]
"""For the app's list of routes."""

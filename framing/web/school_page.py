"""/school, the page of those who practise: plain HTML whose sessions are its own, without Streamlit."""

from __future__ import annotations

import os

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from framing.overlay.theme import theme_data
from framing.page.base import address
from framing.page.school_texts import SCHOOL
from framing.page.states import STATES, TROUBLES
from framing.page.texts import texts
from framing.say import Language, language, translate
from framing.say.offered import offered
from framing.web.asking import wished
from framing.web.standalone import standalone

SHEETS = ("school.css", "school_eye.css", "school_match.css", "school_record.css")
PARTS = ("school.html", "school_eye.html", "school_match.html", "school_record.html")


async def school_page(request: Request) -> HTMLResponse:
    """The page, in the language that the address names or the browser prefers."""
    spoken = wished(request)
    return standalone(SCHOOL["title"], spoken, SHEETS, PARTS, settings(spoken), "school.js")


async def school_settings(request: Request) -> Response:
    """What the page's scripts are told, in another language."""
    return JSONResponse(settings(wished(request)), headers={"Cache-Control": "no-store"})


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


SCHOOL_PAGE_ROUTES: list[BaseRoute] = [
    Route(address("/school"), school_page),
    Route(address("/guide/school/settings"), school_settings),
]
"""For the app's list of routes."""

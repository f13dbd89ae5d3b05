"""/room, the page of those who guide somebody far away: plain HTML without a session of its own.

What a link holds stands in the address's fragment, which browsers send to nobody; so this page is the same for all.
"""

from __future__ import annotations

import os

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from framing.overlay.theme import theme_data
from framing.page.base import address
from framing.page.choices import FIRST_USE
from framing.page.room_texts import ROOM
from framing.page.texts import texts
from framing.presets.catalogue import catalogue
from framing.room.sentences import WHY
from framing.say import Language, translate
from framing.web.asking import wished
from framing.web.standalone import standalone

SHEETS = ("room.css", "room_drill.css", "room_score.css")
PARTS = ("room.html", "room_score.html")


async def room_page(request: Request) -> HTMLResponse:
    """The page, in the language that the address names or the browser prefers."""
    spoken = wished(request)
    return standalone(ROOM["title"], spoken, SHEETS, PARTS, room_settings(spoken), "room.js")


def room_settings(spoken: Language) -> dict[str, object]:
    """What the scripts of the page are told: words, uses, and the look of the lines over the picture."""
    uses = catalogue(os.environ).presets.values()
    return {
        **texts("room", spoken),
        "uses": [{"name": p.name, "title": translate(spoken, p.title), "wants": p.reads_as} for p in uses],
        "first": FIRST_USE,
        "theme": theme_data(),
        "ended": {why: translate(spoken, words) for why, words in WHY.items()},
    }


ROOM_PAGE_ROUTE = Route(address("/room"), room_page)
"""For the app's list of routes."""

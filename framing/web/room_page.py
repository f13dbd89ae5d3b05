"""/room, the page of those who guide somebody far away: plain HTML without a session of its own.

What a link holds stands in the address's fragment, which browsers send to nobody; so this page is the same for all.
"""

from __future__ import annotations

import json
import os
from base64 import b64encode
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from framing.overlay.theme import theme_data
from framing.page.assets import FOLDER
from framing.page.base import address
from framing.page.choices import FIRST_USE
from framing.page.room_texts import ROOM
from framing.page.texts import texts
from framing.presets.catalogue import catalogue
from framing.room.sentences import WHY
from framing.say import Language, language, translate
from framing.say.language import LANGUAGES, best

ICON = FOLDER.parents[1] / "framing" / "page" / "icon.svg"
SHEETS = ("room.css", "room_drill.css", "room_score.css")
PARTS = ("room.html", "room_score.html")
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
<script type="module" src="guide/scripts/room.js"></script>
</body>
</html>
"""


async def room_page(request: Request) -> HTMLResponse:
    """The page, in the language that the address names or the browser prefers."""
    named = request.query_params.get("lang", "")
    code = named if named in LANGUAGES else best(request.headers.get("Accept-Language", ""))
    return HTMLResponse(page(language(code)), headers={"Cache-Control": "no-store"})


def page(spoken: Language) -> str:
    """The HTML with all that its scripts say and show in that language."""
    settings = room_settings(spoken)
    return _PAGE.format(
        lang=escape(spoken.code), dir=spoken.direction, title=escape(translate(spoken, ROOM["title"])),
        icon=b64encode(ICON.read_bytes()).decode("ascii"), style="".join(map(_read, SHEETS)),
        body="".join(map(_read, PARTS)),
        # Nothing in it can end the element that it stands in.
        settings=json.dumps(settings).replace("<", "\\u003c"),
    )  # fmt: skip


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


def _read(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


ROOM_PAGE_ROUTE = Route(address("/room"), room_page)
"""For the app's list of routes."""

"""The addresses of the school's page: a session of its own, and the WebSocket on which it practises.

The page opens /guide/school and says `Join` first. Then it is told `SchoolLive` with every look, and says what it wants
as JSON; pictures in bytes and the camera's own words are as on /guide/live. `framing.web.gate` refuses foreign origins.
"""

from __future__ import annotations

import asyncio
from functools import partial

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from framing.page.base import address
from framing.page.school_texts import FULL_SCHOOL
from framing.say import translate
from framing.web.answers import refused
from framing.web.answers import said as answered
from framing.web.asking import wished
from framing.web.camera_words import Camera
from framing.web.school_drills import SchoolDrills
from framing.web.school_events import spoken, take
from framing.web.school_live import school_live
from framing.web.school_models import Join, SchoolSession, ToSchool
from framing.web.school_page import SCHOOL_PAGE_ROUTES
from framing.web.school_practice import Practice
from framing.web.school_practices import PRACTICES, Practices
from framing.web.talk import BEAT, FULL, PATIENCE, UNKNOWN, Ending, Lines, attended, first_over, heard, speak, told_of

LONGEST = 4096  # characters of a word
EACH, ALL = 4, 400  # connections to one session, and to all
UNREADABLE = Ending(1003, "a word that no page of the school says")


class School:
    """Serves the lines of the school's pages."""

    def __init__(self, practices: Practices, *, beat: float = BEAT, patience: float = PATIENCE) -> None:
        self._practices, self._beat, self._patience = practices, beat, patience
        self._lines = Lines()

    async def open(self, request: Request) -> Response:
        """POST /guide/school/sessions."""
        practice = self._practices.open()
        if practice is None:
            return refused(503, translate(wished(request), FULL_SCHOOL))
        return answered(SchoolSession(session=practice.session.token))

    async def serve(self, socket: WebSocket) -> None:
        """Serve one connection to its end."""
        await attended(socket, self._served, self._patience)

    async def _served(self, socket: WebSocket) -> Ending:
        word = await self._lines.first(socket, ALL, self._patience, LONGEST)
        if isinstance(word, Ending):
            return word
        joins = _read(word)
        practice = self._practices.find(joins.session) if isinstance(joins, Join) else None
        if practice is None or not isinstance(joins, Join):
            return UNKNOWN
        practice.speak(spoken(joins.language))
        with self._lines.counted(joins.session, EACH, ALL) as let_in:
            return await self._told(socket, practice) if let_in else FULL

    async def _told(self, socket: WebSocket, practice: Practice) -> Ending:
        session = practice.session
        session.hear()
        with self._practices.joined(practice), told_of(session) as news:
            said = partial(_said, practice)
            return await first_over(
                speak(socket, session, news, said, beat=self._beat, patience=self._patience),
                self._listen(socket, practice, news),
            )

    async def _listen(self, socket: WebSocket, practice: Practice, news: asyncio.Event) -> Ending:
        camera = Camera(practice.session)
        while True:
            word = await heard(socket, self._patience, LONGEST)
            if isinstance(word, Ending):
                return word
            if isinstance(word, str) and word.startswith("{"):
                event = _read(word)
                if event is None:
                    return UNREADABLE
                practice.session.hear()
                take(practice, event)
                news.set()
            elif why := await camera.take(word):
                return why


def _said(practice: Practice) -> str:
    practice.beat()
    return school_live(practice).model_dump_json()


def _read(word: str | bytes) -> object:
    """What the page says; None where it is nothing that it may say."""
    try:
        return ToSchool.model_validate_json(word).root
    except ValidationError:
        return None


def school_routes(practices: Practices) -> list[BaseRoute]:
    """The addresses of these practices."""
    school, drills = School(practices), SchoolDrills(practices)
    return [
        WebSocketRoute(address("/guide/school"), school.serve),
        Route(address("/guide/school/sessions"), school.open, methods=["POST"]),
        Route(address("/guide/school/drills"), drills.all),
        Route(address("/guide/school/attempts/{id}"), drills.attempt),
        Route(address("/guide/school/attempts/{id}/chart"), drills.chart),
    ]


SCHOOL_ROUTES: list[BaseRoute] = [*SCHOOL_PAGE_ROUTES, *school_routes(PRACTICES)]
"""For the app's list of routes."""

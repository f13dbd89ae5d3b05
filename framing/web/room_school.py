"""The addresses of what a room practises: drills to choose from, scorecards, and a coach's photograph to match."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from framing.errors import FramingError, HubError, LargePicture, NoRoom, PhotoError, UploadError
from framing.hub.hub import Hub
from framing.page.base import address
from framing.records.records import records
from framing.room.seen import may_see_score
from framing.room.values import Person, Room
from framing.say import Language, translate
from framing.types.message import Message
from framing.web.answers import refused, said
from framing.web.asking import answered, by_kind, wished
from framing.web.bodies import body, told
from framing.web.room_lesson import all_drills
from framing.web.room_models import KeepScore, RoomOwn, ScoreKept
from framing.web.room_pages import parts
from framing.web.room_pins import RoomPins
from framing.web.room_scores import RoomScores
from framing.web.school_cards import drill_infos
from framing.web.school_enrol import enrolled
from framing.web.school_looks import MOST

NOTHING: Message = "There is no such drill, scorecard or picture for you here."
NOBODY: Message = "This trainee has no record here. Enter the name or number again."

_OF_PHOTOGRAPHS: Mapping[type[FramingError], int] = {LargePicture: 413, PhotoError: 422, NoRoom: 507}


class RoomSchool:
    """Answers to those in a room about what it practises; whoever else asks gets one and the same answer."""

    def __init__(self, hub: Hub, pins: RoomPins, scores: RoomScores) -> None:
        self._hub, self._pins, self._scores = hub, pins, scores

    def routes(self) -> list[BaseRoute]:
        """For the app's list of routes."""
        return [
            Route(address("/guide/room/drills"), self.drills),
            Route(address("/guide/room/score"), self.score),
            Route(address("/guide/room/trainees"), self.enrol, methods=["POST"]),
            Route(address("/guide/room/score/kept"), self.keep, methods=["POST"]),
            Route(address("/guide/room/reference"), self.refer, methods=["POST"]),
            Route(address("/guide/room/reference/{id}"), self.own),
        ]

    async def drills(self, request: Request) -> Response:
        """The drills that the coach can choose from, worded."""
        if await self._coachs(request) is None:
            return self._nothing(request)
        return said(drill_infos(all_drills(), (), wished(request)))

    async def score(self, request: Request) -> Response:
        """The scorecard of the run that is over, to the coach, and to others once they may see it."""
        found = await self._member(request)
        practice = None if found is None else found[0].practice
        if found is None or practice is None or not practice.attempt or not may_see_score(practice, found[1]):
            return self._nothing(request)
        card = None
        with suppress(HubError):
            card = await self._scores.card(found[0].id, practice.attempt, wished(request).code)
        return self._nothing(request) if card is None else said(card)

    async def keep(self, request: Request) -> Response:
        """Put the run that is over into the record of the trainee whose secret the coach's page has."""
        spoken, room = wished(request), await self._coachs(request)
        if room is None or room.practice is None or not room.practice.attempt:
            return self._nothing(request)
        kept = self._kept(request, room.id, room.practice.attempt, spoken)
        return await answered(kept, spoken, by_kind(spoken, {UploadError: 422}, 503))

    async def _kept(self, request: Request, room: str, attempt: str, spoken: Language) -> Response:
        asked = await told(request, KeepScore)
        number = await self._scores.keep(room, attempt, asked.trainee)
        return refused(404, translate(spoken, NOBODY)) if number is None else said(ScoreKept(kept=number))

    async def enrol(self, request: Request) -> Response:
        """The trainee has said that their scores may be kept: their new record's secret, for the coach's page."""
        spoken = wished(request)
        if await self._coachs(request) is None:
            return self._nothing(request)
        return await answered(enrolled(request, records(os.environ), self._hub.now()), spoken, by_kind(spoken, {}))

    async def refer(self, request: Request) -> Response:
        """A photograph of the coach's own, to be matched: its id, for the message `match`."""
        spoken, room = wished(request), await self._coachs(request)
        if room is None:
            return self._nothing(request)
        return await answered(self._own_of(request, room.id), spoken, by_kind(spoken, _OF_PHOTOGRAPHS, 503))

    async def _own_of(self, request: Request, room: str) -> Response:
        return said(RoomOwn(id=await self._pins.take(room, await body(request, MOST))))

    async def own(self, request: Request) -> Response:
        """The coach's own photograph, once more after their page was loaded again."""
        room, picture = await self._coachs(request), request.path_params["id"]
        data = None
        if room is not None and room.match == picture:
            with suppress(HubError):
                data = await self._pins.own(room.id, picture)
        if data is None:
            return self._nothing(request)
        return Response(data, media_type="image/jpeg", headers={"Cache-Control": "no-store"})

    def _nothing(self, request: Request) -> Response:
        return refused(404, translate(wished(request), NOTHING))

    async def _coachs(self, request: Request) -> Room | None:
        found = await self._member(request)
        return found[0] if found is not None and found[1].role == "coach" else None

    async def _member(self, request: Request) -> tuple[Room, Person] | None:
        id, token, badge = parts(request)  # noqa: A001
        try:
            return await self._hub.member(id, token, badge)
        except FramingError:
            return None

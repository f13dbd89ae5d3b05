"""The addresses of "I see it otherwise": what is spoken about is frozen when it is pressed, and kept once answered."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from framing import VERSION
from framing.errors import FramingError, LargePicture, RecordError, UploadError
from framing.jpeg import jpeg
from framing.judge import judge
from framing.page.base import address
from framing.page.school_record_texts import CHOICES, GONE_MOMENT, HIDDEN, NO_PICTURE, SAYS
from framing.presets.standard import standard_file
from framing.records.moments import MOMENTS, Asked, Moment, Moments, ask
from framing.records.records import Records, records
from framing.say import Language, translate
from framing.say.cues import in_words
from framing.say.readings import labelled
from framing.session.registry import REGISTRY, Registry
from framing.session.session import Session
from framing.types import Absent, Guidance, Message, Viewer
from framing.web.answers import refused, said
from framing.web.asking import SESSION, answered, by_kind, wished
from framing.web.bodies import told
from framing.web.school_practice import Practice
from framing.web.school_practices import PRACTICES, Practices
from framing.web.school_record_models import AskMoment, Choice, Question, SeeOtherwise
from framing.web.school_trainer import TRAINEE, sitting, trains

_STATUS: Mapping[type[FramingError], int] = {RecordError: 507, LargePicture: 413}


class Otherwise:
    """Asks and keeps."""

    def __init__(
        self,
        registry: Registry,
        practices: Practices,
        moments: Moments = MOMENTS,
        kept: Callable[[], Records] = lambda: records(os.environ),
    ) -> None:
        self._registry, self._practices, self._moments, self._kept = registry, practices, moments, kept

    def routes(self) -> list[BaseRoute]:
        """For the app's list of routes."""
        return [
            Route(address("/guide/school/moments"), _answering(self._ask), methods=["POST"]),
            Route(address("/guide/school/otherwise"), _answering(self._keep), methods=["POST"]),
        ]

    async def _ask(self, request: Request, spoken: Language) -> Response:
        asks = await told(request, AskMoment)
        moment = self._moment(request, asks)
        if not isinstance(moment, Moment):
            return refused(409, translate(spoken, moment))
        asked = ask(moment, asks.kind, asks.what)
        if asked is None:
            return refused(409, translate(spoken, NO_PICTURE))
        return said(
            Question(
                id=self._moments.hold(asked),
                says=_says(asked, spoken),
                choices=tuple(Choice(key=one, label=translate(spoken, CHOICES[one])) for one in asked.choices),
                picture=moment.picture is not None,
            )
        )

    def _moment(self, request: Request, asks: AskMoment) -> Moment | Message:
        """What is spoken about, or why there is nothing."""
        token = request.headers.get(SESSION, "")
        practice, session = self._practices.find(token), self._registry.find(token)
        if asks.moment is not None:
            held = self._moments.find(asks.moment)
            return held if isinstance(held, Moment) else GONE_MOMENT
        if asks.attempt is not None:
            return GONE_MOMENT if practice is None else _handed_in(practice, asks.attempt)
        if session is None:
            return NO_PICTURE
        hides = practice is not None and practice.run is not None and practice.run.phase in ("going", "paused")
        if practice is not None and hides and practice.shown != "cues":
            return HIDDEN
        return _live(session)

    async def _keep(self, request: Request, spoken: Language) -> Response:
        answer = await told(request, SeeOtherwise)
        asked = self._moments.find(answer.id)
        if not isinstance(asked, Asked):
            return refused(410, translate(spoken, GONE_MOMENT))
        if answer.answer not in asked.choices:
            raise UploadError(f"one of {', '.join(asked.choices)}", repr(answer.answer), "choose one of them")
        await asyncio.to_thread(self._write, request, asked, answer)
        self._moments.drop(answer.id)
        return Response(status_code=204)

    def _write(self, request: Request, asked: Asked, answer: SeeOtherwise) -> None:
        house, token = standard_file(os.environ), request.headers.get(TRAINEE, "")
        seen = asked.answered(answer.answer, time.time(), picture=answer.picture)
        seen = replace(seen, guide=VERSION, trainer=trains(request) and not token)
        if house is not None:
            seen = replace(seen, standard=house.name, hash=house.hash)
        self._kept().see_otherwise(seen, token)


def _live(session: Session) -> Moment | Message:
    look = session.look
    judged = look.judged
    if isinstance(look.guidance, Absent) or judged is None:
        return NO_PICTURE
    return Moment(look.guidance, sitting(session.token), lambda: jpeg(judged.pixels))


def _handed_in(practice: Practice, name: str) -> Moment | Message:
    """The last picture of a run, by the readings that it was scored by."""
    attempt = practice.attempts.get(name)
    if attempt is None or not attempt.run.handed:
        return GONE_MOMENT
    sample, asked = attempt.run.handed[-1].sample, attempt.run.drill.steps[-1]
    if sample.verdict is None:
        return NO_PICTURE
    judgements = judge(sample.readings, asked.preset)
    guidance = Guidance(attempt.at, sample.verdict, judgements, (), ready=False, preset=asked.preset)
    picture = attempt.shots[-1][1] if attempt.shots else None
    return Moment(guidance, sitting(practice.session.token), None if picture is None else lambda: picture)


def _says(asked: Asked, spoken: Language) -> str:
    """What the guide says of it, in words."""
    guidance = asked.moment.guidance
    if asked.kind == "verdict":
        return translate(spoken, SAYS[asked.guides])
    if asked.kind == "cue":
        cue = next(cue for cue in guidance.cues if cue.id == asked.what)
        return in_words(cue, Viewer.OTHER, spoken)
    return labelled(next(j for j in guidance.judgements if j.measure.name == asked.what), spoken)


def _answering(answer: Callable[[Request, Language], Awaitable[Response]]) -> Callable[[Request], object]:
    """The answer; every refusal as a sentence."""

    async def answers(request: Request) -> Response:
        spoken = wished(request)
        return await answered(answer(request, spoken), spoken, by_kind(spoken, _STATUS))

    return answers


SCHOOL_OTHERWISE_ROUTES: list[BaseRoute] = Otherwise(REGISTRY, PRACTICES).routes()
"""For the app's list of routes."""

"""The addresses of the record: a trainee's own, the trainer's class, and reports.

Whoever asks for what is not theirs, with another's token, with none or with a guess, gets one and the same answer.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from framing.certificate import moments
from framing.certificate.fonts import printed_in
from framing.certificate.page import page
from framing.certificate.pdf import pdf
from framing.certificate.report import report
from framing.errors import LargePicture, RecordError
from framing.page import school_words
from framing.page.base import address
from framing.page.school_record_texts import NOBODYS
from framing.page.school_texts import NO_SESSION
from framing.records.records import Records, records
from framing.records.values import Kept, Trainee
from framing.say import Language, translate
from framing.school.standard import drills
from framing.school.trend import trend
from framing.school.values import TITLES, Rubric
from framing.web.answers import refused, said
from framing.web.asking import SESSION, answered, by_kind, wished
from framing.web.school_enrol import enrolled
from framing.web.school_keep import as_recorded
from framing.web.school_practices import PRACTICES, Practices
from framing.web.school_record_models import Class, KeptRun, Mine, Trained
from framing.web.school_trainer import TRAINEE, practises, trains

T = TypeVar("T")
_KINDS: Mapping[str, tuple[str, Callable[..., str | bytes]]] = {
    ".html": ("text/html; charset=utf-8", page),
    ".pdf": ("application/pdf", pdf),
}


class SchoolRecords:
    """Answers from the record of this machine."""

    def __init__(self, practices: Practices, kept: Callable[[], Records] = lambda: records(os.environ)) -> None:
        self._practices, self._kept = practices, kept

    def routes(self) -> list[BaseRoute]:
        """For the app's list of routes."""
        asked: list[tuple[str, str, Callable[[Request, Language], Response]]] = [
            ("mine", "GET", self._mine), ("mine", "DELETE", self._erase_mine), ("class", "GET", self._class),
            ("class/{number:int}", "DELETE", self._erase), ("report/{file}", "GET", self._report),
        ]  # fmt: skip
        found = [Route(_at(path), _answering(answer), methods=[how]) for path, how, answer in asked]
        return [Route(_at("trainees"), self._enrol, methods=["POST"]), *found]

    async def _enrol(self, request: Request) -> Response:
        """Somebody opts in; only a page of the school can, so that no robot fills the record."""
        spoken = wished(request)
        if self._practices.find(request.headers.get(SESSION, "")) is None:
            return refused(404, translate(spoken, NO_SESSION))
        made = enrolled(request, self._kept(), time.time())
        return await answered(made, spoken, by_kind(spoken, {LargePicture: 413}))

    def _mine(self, request: Request, spoken: Language) -> Response:
        """What is theirs; the page that asks is theirs from now on, so that what it hands in is kept."""
        kept = self._kept()
        one = practises(request, kept)
        if one is None:
            return _nobodys(spoken)
        practice = self._practices.find(request.headers.get(SESSION, ""))
        if practice is not None:
            practice.trainee = request.headers[TRAINEE]
        runs = tuple(_run(run, spoken) for run in kept.attempts(one.id))
        return said(Mine(name=one.name, pictures=one.pictures, runs=runs))

    def _erase_mine(self, request: Request, spoken: Language) -> Response:
        kept = self._kept()
        one = practises(request, kept)
        if one is None:
            return _nobodys(spoken)
        kept.forget(one.id)
        return Response(status_code=204)

    def _class(self, request: Request, spoken: Language) -> Response:
        if not trains(request):
            return _nobodys(spoken)
        kept = self._kept()
        runs: dict[int, list[Kept]] = {}
        for one in kept.attempts():
            runs.setdefault(one.trainee.id, []).append(one)
        return said(Class(trainees=tuple(_trained(one, runs.get(one.id, []), spoken) for one in kept.trainees())))

    def _erase(self, request: Request, spoken: Language) -> Response:
        if not trains(request) or not self._kept().forget(request.path_params["number"]):
            return _nobodys(spoken)
        return Response(status_code=204)

    def _report(self, request: Request, spoken: Language) -> Response:
        """A report of a run of this visit, or of one that is kept: to whose it is, and to the trainer."""
        file = PurePosixPath(request.path_params["file"])
        kind = _KINDS.get(file.suffix)
        found = None if kind is None else self._found(request, file.stem)
        if kind is None or found is None:
            return _nobodys(spoken)
        one, theirs = found
        known = drills(os.environ).drills.get(one.attempt.drill)
        written = spoken if file.suffix == ".html" else printed_in(spoken)
        made = kind[1](report(one, theirs, written, Rubric() if known is None else known.rubric))
        headers = {
            "Cache-Control": "no-store", "Content-Disposition": f'inline; filename="report{file.suffix}"',
        }  # fmt: skip
        return Response(made, media_type=kind[0], headers=headers)

    def _found(self, request: Request, name: str) -> tuple[Kept, tuple[Kept, ...]] | None:
        kept = self._kept()
        one, trainee = kept.attempt(name), practises(request, kept)
        if one is not None and (trains(request) or one.trainee == trainee):
            return one, kept.attempts(one.trainee.id)
        practice = self._practices.find(request.headers.get(SESSION, ""))
        attempt = None if practice is None else practice.attempts.get(name)
        if practice is None or attempt is None:
            return None
        visit = Kept(0, Trainee(0, "–", attempt.at, pictures=True), as_recorded(attempt))
        return visit, (visit,)


def _answering(answer: Callable[[Request, Language], Response]) -> Callable[[Request], object]:
    """The answer, made beside the event loop; what the record cannot do becomes a sentence."""

    async def answers(request: Request) -> Response:
        spoken = wished(request)
        return await answered(asyncio.to_thread(answer, request, spoken), spoken, by_kind(spoken, {RecordError: 507}))

    return answers


def _nobodys(spoken: Language) -> Response:
    return refused(404, translate(spoken, NOBODYS))


def _run(kept: Kept, spoken: Language) -> KeptRun:
    one = kept.attempt
    title = translate(spoken, one.title)
    return KeptRun(id=one.id, drill=one.drill, title=title, at=one.at, points=round(one.score.points))


def _trained(one: Trainee, runs: list[Kept], spoken: Language) -> Trained:
    last = runs[-1] if runs else None
    same = [run.attempt.score.points for run in runs if last and run.attempt.drill == last.attempt.drill]
    line = trend(same)
    axes = () if last is None else last.attempt.score.axes
    return Trained(
        number=one.id,
        name=one.name,
        runs=len(runs),
        last=None if last is None else _run(last, spoken),
        axes=tuple((translate(spoken, TITLES[a.axis]), None if a.points is None else round(a.points)) for a in axes),
        trend="" if line is None else translate(spoken, school_words.trend(line.slope)),
        day="" if last is None else moments.said(last.attempt.at, spoken),
    )


def _at(path: str) -> str:
    return address(f"/guide/school/{path}")


SCHOOL_RECORD_ROUTES: list[BaseRoute] = SchoolRecords(PRACTICES).routes()
"""For the app's list of routes."""

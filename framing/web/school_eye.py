"""The quiz of the eye: pictures come, questions go; answers come, and what guide and trainer say goes beside them.

Pictures are looked at and forgotten; answers are held with the session, under a picture's fingerprint, and added to the
record of those who want one (`school_eye_kept`).
"""

from __future__ import annotations

import asyncio
import re
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import unquote
from weakref import WeakKeyDictionary

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from framing.errors import UnknownPicture, UploadError
from framing.guide import guide
from framing.jpeg import jpeg
from framing.page.base import address
from framing.perceive import Eyes
from framing.pictures.looking import LOOKING, Looking
from framing.presets.catalogue import find
from framing.say import translate
from framing.school.eye import USE, Answer, Question, question
from framing.school.packaged import PICTURES, made
from framing.school.sheet import read_sheet
from framing.session.registry import REGISTRY, Registry
from framing.session.session import Session
from framing.web import school_eye_kept as kept
from framing.web.answers import said
from framing.web.bodies import body, told
from framing.web.of_session import of_session
from framing.web.school_eye_models import EyeAnswer, EyeQuestion, Offer, PackagedPictures, Taken, TrainerSheet
from framing.web.school_eye_told import told_of
from framing.web.school_looks import MOST, fingerprint, see, studio
from framing.web.school_practices import PRACTICES
from framing.web.school_trainer import sitting, trains

NAME, SUM = "X-Framing-Name", "X-Framing-Sum"  # the file's name, and the fingerprint of the file itself
_SUM = re.compile("[0-9a-f]{64}")
_MOST_PICTURES = 2000  # questions of one session


@dataclass(slots=True, eq=False)
class Quiz:
    """What one page has been asked and has answered."""

    questions: dict[str, Question] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)  # the picture behind each file name
    trainee: dict[str, Answer] = field(default_factory=dict)
    trainer: dict[str, Answer] = field(default_factory=dict)
    sheet: dict[str, Answer] = field(default_factory=dict)  # the trainer's from a file, by file name

    def trainers(self) -> dict[str, Answer]:
        """The trainer's answers by picture: those given here before those from a file."""
        by_file = {self.files[name]: answer for name, answer in self.sheet.items() if name in self.files}
        return {**by_file, **self.trainer}


class Quizzes:
    """Those of all open sessions."""

    def __init__(self, registry: Registry = REGISTRY, looking: Looking = LOOKING) -> None:
        self._registry, self._looking = registry, looking
        self._all: WeakKeyDictionary[Session, Quiz] = WeakKeyDictionary()

    def routes(self) -> list[Route]:
        """For the app's list of routes."""
        asked = (
            ("packaged", "GET", self._packaged), ("packaged/{number:int}.jpg", "GET", self._picture),
            ("pictures", "POST", self._ask), ("answers", "POST", self._answer), ("sheet", "POST", self._sheet),
            ("again", "POST", self._again),
        )  # fmt: skip
        return [
            Route(address(f"/guide/school/eye/{path}"), of_session(self._registry, answer), methods=[how])
            for path, how, answer in asked
        ]

    def of(self, session: Session) -> Quiz:
        """That page's own."""
        return self._all.setdefault(session, Quiz())

    async def _packaged(self, _: Session, __: Request) -> Response:
        return said(PackagedPictures(pictures=len(PICTURES)))

    async def _picture(self, _: Session, request: Request) -> Response:
        number = int(request.path_params["number"])
        if number >= len(PICTURES):
            raise UnknownPicture("one of the packaged pictures", "another one", "choose one")
        there = await asyncio.wrap_future(studio(self._looking))
        data = await run_in_threadpool(lambda: jpeg(made(there, PICTURES[number])))
        return Response(data, media_type="image/jpeg", headers={"Cache-Control": "no-store"})

    async def _ask(self, session: Session, request: Request) -> Response:
        data, quiz = await body(request, MOST), self.of(session)
        own = request.headers.get(SUM, "")
        name = own[:32] if _SUM.fullmatch(own) else fingerprint(data)
        if len(quiz.questions) >= _MOST_PICTURES:
            raise UploadError(f"{_MOST_PICTURES} pictures at most", "one more", "load the page again")
        asked = await asyncio.wrap_future(self._question(name, data))
        quiz.questions[name] = asked
        if name not in quiz.trainer and (known := await run_in_threadpool(kept.trainers, name)) is not None:
            quiz.trainer[name] = known
        if file := unquote(request.headers.get(NAME, "")):
            quiz.files[file] = name
        into = partial(translate, session.settings.language)
        offered = tuple(Offer(id=one.id, words=into(one.words)) for one in asked.offered)
        return said(EyeQuestion(id=name, offered=offered))

    def _question(self, name: str, data: bytes) -> Future[Question]:
        def look(eyes: Eyes) -> Question:
            return question(name, guide(see(data, eyes), find(USE)))

        return self._looking.ask(("eye", name), look)

    async def _answer(self, session: Session, request: Request) -> Response:
        given, quiz = await told(request, EyeAnswer), self.of(session)
        asked = quiz.questions.get(given.picture)
        if asked is None:
            raise UnknownPicture("a picture that was sent", "another one", "send it first")
        answers = quiz.trainer if given.by == "trainer" else quiz.trainee
        answers[given.picture] = answer = Answer(given.reads_as, given.why, given.first)
        trained = given.by == "trainer"
        if not trained or trains(request):
            practice = PRACTICES.find(session.token)
            trainee = None if practice is None else practice.trainee
            keep = partial(kept.keep, asked, answer, trainee, trainer=trained, source=sitting(session.token))
            await run_in_threadpool(keep)
        return said(told_of(quiz, asked, answer, session.settings.language))

    async def _sheet(self, session: Session, request: Request) -> Response:
        sheet, quiz = await told(request, TrainerSheet), self.of(session)
        quiz.sheet = dict(read_sheet(sheet.text, sheet.name))
        return said(Taken(answers=len(quiz.sheet)))

    async def _again(self, session: Session, _: Request) -> Response:
        quiz = self.of(session)
        quiz.trainee.clear()
        return said(Taken(answers=0))


QUIZZES = Quizzes()
EYE_ROUTES = QUIZZES.routes()
"""For the app's list of routes."""

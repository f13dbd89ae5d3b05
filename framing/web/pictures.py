"""The addresses to which a page sends its pictures, and at which it asks what they are worth and for the files.

docs/photograph.md, "Sending" says how a page talks to them.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from framing.errors import (
    DamagedPiece,
    FramingError,
    GonePicture,
    LargePicture,
    MisplacedPiece,
    NoRoom,
    UnknownPicture,
    UploadError,
)
from framing.page.base import address
from framing.pictures import files
from framing.pictures.announced import Announced
from framing.pictures.looked import Looked
from framing.pictures.ranking import alone, beside
from framing.pictures.studio import Studio
from framing.pictures.upload import PIECE
from framing.presets import catalogue
from framing.say import translate
from framing.session.registry import REGISTRY, Registry
from framing.session.session import Session
from framing.types import Absent, Baseline, Message, Preset, Viewer, Viewfinder, filled
from framing.web import answers
from framing.web.answers import file, refused, said
from framing.web.asking import SESSION, answered
from framing.web.bodies import body, told
from framing.web.picture_models import (
    Announcement,
    ForUse,
    Have,
    Item,
    PrintSheet,
    Wanted,
    WhichBurst,
    WhichUses,
)

SUM = "X-Framing-Sum"
AT_ONCE = 16  # requests of one session that are under way
UNKNOWN = "This page has sent no such picture."  # whoever asks, and for whatever
BUSY = "Too many requests at once: wait for their answers."
AGAIN = "Some of these pictures are not all here: send them again."
_STATUS: Mapping[type[FramingError], int] = {
    UnknownPicture: 404, MisplacedPiece: 409, GonePicture: 410, LargePicture: 413, NoRoom: 507,
}  # fmt: skip
IN_A_DRILL: Message = "A drill is on: pictures are judged once it is over."
_LATER = 423  # the page asks again by itself
_UNPROCESSABLE = 422  # whatever else is wrong with what was sent
_ID = re.compile("[0-9a-f]{32}")
_PLACE = re.compile("[0-9]{1,9}")
_Made = files.File | Absent


class Pictures:
    """Answers for the pictures of all open sessions."""

    def __init__(self, registry: Registry = REGISTRY, studio: Studio | None = None) -> None:
        self._registry, self._studio = registry, studio or Studio()
        self._store = self._studio.store
        self._under_way: Counter[Session] = Counter()

    def routes(self) -> list[Route]:
        """For the app's list of routes."""
        one = "/guide/pictures/{id}"
        asked = [
            (one, "POST", self._open), (one, "PUT", self._add), (one, "DELETE", self._drop),
            (f"{one}/judge", "POST", self._judge), (f"{one}/crops", "POST", self._crops),
            ("/guide/bursts", "POST", self._burst), ("/guide/deliver", "POST", self._deliver),
        ]  # fmt: skip
        return [Route(address(path), self._answered(answer), methods=[how]) for path, how, answer in asked]

    def _answered(
        self, answer: Callable[[Session, Request], Awaitable[Response]]
    ) -> Callable[[Request], Awaitable[Response]]:
        """The answer for the session whose token the request carries; every refusal as a sentence."""

        async def answers(request: Request) -> Response:
            session = self._registry.find(request.headers.get(SESSION, ""))
            if session is None:
                return refused(404, UNKNOWN)
            with self._counted(session) as let_in:
                if not let_in:
                    return refused(429, BUSY)
                refuse = partial(self._refusal, session, request)
                return await answered(answer(session, request), session.settings.language, refuse)

        return answers

    def _refusal(self, session: Session, request: Request, error: FramingError) -> Response:
        status = _STATUS.get(type(error), _UNPROCESSABLE)
        if status == 404:
            return refused(status, UNKNOWN)
        sentence = translate(session.settings.language, error.message)
        if isinstance(error, MisplacedPiece | DamagedPiece):  # both are of the picture in the address
            return said(Have(have=self._store.have(session, _id(request)), error=sentence), status)
        return refused(status, sentence, (_id(request),) if isinstance(error, GonePicture) else ())

    async def _open(self, session: Session, request: Request) -> Response:
        announced = _announced(await told(request, Announcement))
        return said(Have(have=self._store.open(session, _id(request), announced)))

    async def _add(self, session: Session, request: Request) -> Response:
        name, at = _id(request), request.query_params.get("at", "")
        if not _PLACE.fullmatch(at):
            raise UploadError("the byte at which the piece begins, as ?at=0", "no such number", "send it so")
        self._store.have(session, name)  # before its bytes are read
        piece = await body(request, PIECE)
        return said(Have(have=self._store.add(session, name, int(at), piece, request.headers.get(SUM, ""))))

    async def _drop(self, session: Session, request: Request) -> Response:
        self._store.drop(session, _id(request))
        return Response(status_code=204, headers={"Cache-Control": "no-store"})

    async def _judge(self, session: Session, request: Request) -> Response:
        if _hidden(session):
            return refused(_LATER, translate(session.settings.language, IN_A_DRILL))
        name = _id(request)
        looked = await self._looked(session, name)
        return said(answers.judged(alone(name, looked), looked, session.settings.language))

    async def _burst(self, session: Session, request: Request) -> Response:
        if _hidden(session):
            return refused(_LATER, translate(session.settings.language, IN_A_DRILL))
        looked, lacking = await self._each(session, (await told(request, WhichBurst)).ids)
        if lacking:
            return refused(410, AGAIN, lacking)
        return said(answers.burst(beside(looked), looked, session.settings.language))

    async def _crops(self, session: Session, request: Request) -> Response:
        presets = [_preset(use) for use in (await told(request, WhichUses)).uses]
        looked = await self._looked(session, _id(request))
        found = await run_in_threadpool(lambda: [self._studio.offered(looked, preset) for preset in presets])
        language = session.settings.language
        return said([answers.delivery(one, language) for one in found])

    async def _deliver(self, session: Session, request: Request) -> Response:
        wanted = await told(request, Wanted)
        if len(wanted.items) > 1 and not wanted.zip:
            raise UploadError("one file, or several in a ZIP", "several that are no ZIP", "ask for them one by one")
        looked, lacking = await self._each(session, [item.id for item in wanted.items])
        data = {}
        for name in looked:
            try:
                data[name] = self._store.data(session, name)
            except GonePicture:
                lacking.append(name)
        if lacking:
            return refused(410, AGAIN, lacking)

        def made() -> list[_Made]:
            return [self._file(item, data[item.id], looked[item.id]) for item in wanted.items]

        found = await run_in_threadpool(made)
        for one in found:
            if isinstance(one, Absent):
                return refused(_UNPROCESSABLE, translate(session.settings.language, filled("{why}.", why=one.why)))
        done = [one for one in found if not isinstance(one, Absent)]
        return file(await run_in_threadpool(files.zipped, done) if wanted.zip else done[0])

    def _file(self, item: Item, data: bytes, looked: Looked) -> _Made:
        match item.what:
            case ForUse(use=use):
                return files.cut(data, looked, self._studio.offered(looked, _preset(use)))
            case PrintSheet(sheet=paper, use=use):
                return files.sheet(data, looked, self._studio.offered(looked, _preset(use)), paper)
            case _:
                own = None if looked.preset is None else self._studio.offered(looked, looked.preset)
                return files.whole(data, looked, own)

    async def _each(self, session: Session, names: Iterable[str]) -> tuple[dict[str, Looked], list[str]]:
        """What is seen in each of these pictures; and those that are not all here, and were not looked at before."""
        looked, lacking = {}, []
        for name in dict.fromkeys(names):
            try:
                looked[name] = await self._looked(session, name)
            except (GonePicture, MisplacedPiece):
                lacking.append(name)
        return looked, lacking

    async def _looked(self, session: Session, name: str) -> Looked:
        """What is seen in that picture, looked at once."""
        known = partial(_known, session)
        return await asyncio.shield(asyncio.wrap_future(self._studio.looked(session, name, known)))

    @contextmanager
    def _counted(self, session: Session) -> Iterator[bool]:
        """Whether one more request of that session is let in, counted inside."""
        let_in = self._under_way[session] < AT_ONCE
        self._under_way[session] += let_in
        try:
            yield let_in
        finally:
            self._under_way[session] -= let_in
            self._under_way += Counter()  # without those that have none left


def _id(request: Request) -> str:
    """The picture's name in the address. Raises UnknownPicture for what is none."""
    name = str(request.path_params.get("id", ""))
    if not _ID.fullmatch(name):
        raise UnknownPicture("a name of 32 hex digits", "another one", "correct it")
    return name


def _known(session: Session) -> tuple[Baseline, float | Absent]:
    return session.look.rest.baseline, session.settings.focal


def _hidden(session: Session) -> bool:
    """Whether a room hides from this page what the guide says."""
    return session.lent is not None and session.lent.hidden


def _announced(said: Announcement) -> Announced:
    window = said.window
    return Announced(
        said.size, said.sha256, said.width, said.height, said.use,
        None if window is None else Viewfinder(window.left, window.top, window.width, window.height),
        said.taken, said.source, Viewer(said.viewer),
    )  # fmt: skip


def _preset(use: str) -> Preset:
    """The use of that name. Raises UploadError for none."""
    found = catalogue(os.environ).presets.get(use)
    if found is None:
        raise UploadError("one of the uses that can be chosen", use or "none", "choose one")
    return found


PICTURE_ROUTES = Pictures().routes()
"""For the app's list of routes."""

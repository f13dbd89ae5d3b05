"""The addresses to which a page sends its pictures, and at which it asks what they are worth and for the files.

docs/photograph.md, "Sending" says how a page talks to them.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from weakref import WeakKeyDictionary

from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
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
from framing.perceive import Eyes
from framing.photo import open_photo
from framing.pictures import files
from framing.pictures.announced import Announced
from framing.pictures.looked import Looked, look
from framing.pictures.looking import LOOKING, Looking
from framing.pictures.offers import Offered, offered
from framing.pictures.ranking import alone, beside
from framing.pictures.store import PICTURES, Store
from framing.pictures.upload import PIECE
from framing.presets import catalogue
from framing.say import translate
from framing.session.registry import REGISTRY, Registry
from framing.session.session import Session
from framing.types import NOT_CALIBRATED, Absent, Preset, Viewer, Viewfinder, filled
from framing.web import answers
from framing.web.bodies import body, told
from framing.web.picture_models import (
    Announcement,
    ForUse,
    Have,
    Item,
    PrintSheet,
    Refusal,
    Wanted,
    WhichBurst,
    WhichUses,
)

TOKEN = "X-Framing-Session"  # a header, not a cookie: no other page can make a browser send it  # noqa: S105
SUM = "X-Framing-Sum"
AT_ONCE = 16  # requests of one session that are under way
UNKNOWN = "This page has sent no such picture."  # whoever asks, and for whatever
BUSY = "Too many requests at once: wait for their answers."
LATE = "This took too long to come: send it again."
_STATUS: Mapping[type[FramingError], int] = {
    UnknownPicture: 404, MisplacedPiece: 409, GonePicture: 410, LargePicture: 413, NoRoom: 507,
}  # fmt: skip
_UNPROCESSABLE = 422  # whatever else is wrong with what was sent
_ID = re.compile("[0-9a-f]{32}")
_PLACE = re.compile("[0-9]{1,9}")
_Made = files.File | Absent


class Pictures:
    """Answers for the pictures of all open sessions."""

    def __init__(
        self, registry: Registry = REGISTRY, store: Store = PICTURES, looking: Looking = LOOKING
    ) -> None:
        self._registry, self._store, self._looking = registry, store, looking
        self._under_way: Counter[Session] = Counter()
        self._offers: WeakKeyDictionary[Looked, dict[str, Offered]] = WeakKeyDictionary()

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

        async def answered(request: Request) -> Response:
            session = self._registry.find(request.headers.get(TOKEN, ""))
            if session is None:
                return _refused(404, UNKNOWN)
            with self._counted(session) as let_in:
                if not let_in:
                    return _refused(429, BUSY)
                try:
                    return await answer(session, request)
                except TimeoutError:
                    return _refused(408, LATE)
                except ClientDisconnect:
                    return Response(status_code=400)  # nobody reads it
                except FramingError as error:
                    return self._refusal(session, request, error)

        return answered

    def _refusal(self, session: Session, request: Request, error: FramingError) -> Response:
        status = _STATUS.get(type(error), _UNPROCESSABLE)
        if status == 404:
            return _refused(status, UNKNOWN)
        sentence = translate(session.settings.language, error.message)
        if isinstance(error, MisplacedPiece | DamagedPiece):
            return _json(Have(have=self._store.have(session, _id(request)), error=sentence), status)
        gone = (_id(request),) if isinstance(error, GonePicture) else ()
        return _refused(status, sentence, gone)

    async def _open(self, session: Session, request: Request) -> Response:
        said = _announced(await told(request, Announcement))
        return _json(Have(have=self._store.open(session, _id(request), said)))

    async def _add(self, session: Session, request: Request) -> Response:
        name, at = _id(request), request.query_params.get("at", "")
        if not _PLACE.fullmatch(at):
            raise UploadError("the byte at which the piece begins, as ?at=0", "no such number", "send it so")
        self._store.have(session, name)  # before its bytes are read
        piece = await body(request, PIECE)
        return _json(Have(have=self._store.add(session, name, int(at), piece, request.headers.get(SUM, ""))))

    async def _drop(self, session: Session, request: Request) -> Response:
        self._store.drop(session, _id(request))
        return Response(status_code=204, headers={"Cache-Control": "no-store"})

    async def _judge(self, session: Session, request: Request) -> Response:
        name = _id(request)
        looked = await self._looked(session, name)
        return _json(answers.judged(alone(name, looked), looked, session.settings.language))

    async def _burst(self, session: Session, request: Request) -> Response:
        names = list(dict.fromkeys((await told(request, WhichBurst)).ids))
        looked = {name: await self._looked(session, name) for name in names}
        return _json(answers.burst(beside(looked), looked, session.settings.language))

    async def _crops(self, session: Session, request: Request) -> Response:
        presets = [_preset(use) for use in (await told(request, WhichUses)).uses]
        looked = await self._looked(session, _id(request))
        found = await run_in_threadpool(lambda: [self._offered(looked, preset) for preset in presets])
        language = session.settings.language
        said = [answers.delivery(one, language).model_dump_json() for one in found]
        return Response(f"[{','.join(said)}]", media_type="application/json", headers={"Cache-Control": "no-store"})

    async def _deliver(self, session: Session, request: Request) -> Response:
        wanted = await told(request, Wanted)
        if len(wanted.items) > 1 and not wanted.zip:
            raise UploadError("one file, or several in a ZIP", "several that are no ZIP", "ask for them one by one")
        looked = {item.id: await self._looked(session, item.id) for item in wanted.items}
        data, gone = {}, []
        for name in looked:
            try:
                data[name] = self._store.data(session, name)
            except GonePicture as error:
                gone.append((name, error))
        if gone:
            sentence = translate(session.settings.language, gone[0][1].message)
            return _refused(410, sentence, [name for name, _ in gone])

        def made() -> list[_Made]:
            return [self._file(item, data[item.id], looked[item.id]) for item in wanted.items]

        found = await run_in_threadpool(made)
        for one in found:
            if isinstance(one, Absent):
                return _refused(_UNPROCESSABLE, translate(session.settings.language, filled("{why}.", why=one.why)))
        done = [one for one in found if not isinstance(one, Absent)]
        return _file(await run_in_threadpool(files.zipped, done) if wanted.zip else done[0])

    def _file(self, item: Item, data: bytes, looked: Looked) -> _Made:
        match item.what:
            case ForUse(use=use):
                return files.cut(data, looked, self._offered(looked, _preset(use)))
            case PrintSheet(sheet=paper, use=use):
                return files.sheet(data, looked, self._offered(looked, _preset(use)), paper)
            case _:
                own = None if looked.preset is None else self._offered(looked, looked.preset)
                return files.whole(data, looked, own)

    async def _looked(self, session: Session, name: str) -> Looked:
        """What is seen in that picture, looked at once."""
        looked = self._store.looked(session, name)
        if looked is None:
            self._store.data(session, name)  # or why it cannot be looked at yet
            future = self._looking.ask((session, name), partial(self._look, session, name))
            looked = await asyncio.shield(asyncio.wrap_future(future))
        return looked

    def _look(self, session: Session, name: str, eyes: Eyes) -> Looked:
        """In the thread that looks: the session may be over meanwhile, which raises UnknownPicture."""
        data, said = self._store.data(session, name), self._store.announced(session, name)
        focal = session.settings.focal if said.source == "frame" else NOT_CALIBRATED  # a photograph may see wider
        photo, preset = open_photo(data, "the picture"), catalogue(os.environ).presets.get(said.use)
        looked = look(photo, said, eyes, preset, (session.look.rest.baseline, focal))
        self._store.note(session, name, looked)
        return looked

    def _offered(self, looked: Looked, preset: Preset) -> Offered:
        """What that use gets, searched for once."""
        known = self._offers.setdefault(looked, {})
        found = known.get(preset.name)
        if found is None or found.preset != preset:
            found = known[preset.name] = offered(looked, preset)
        return found

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


def _json(model: BaseModel, status: int = 200) -> Response:
    headers = {"Cache-Control": "no-store"}
    return Response(model.model_dump_json(), status, media_type="application/json", headers=headers)


def _refused(status: int, sentence: str, names: Sequence[str] = ()) -> Response:
    return _json(Refusal(error=sentence, ids=tuple(names)), status)


def _file(file: files.File) -> Response:
    kind = "application/zip" if file.name.endswith(".zip") else "image/jpeg"
    headers = {"Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{file.name}"'}
    return Response(file.data, media_type=kind, headers=headers)


PICTURE_ROUTES = Pictures().routes()
"""For the app's list of routes."""

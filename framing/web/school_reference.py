"""A photograph that a trainee wants to match: sent once, held as values with the session, never kept as pixels."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from functools import partial
from weakref import WeakKeyDictionary

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from framing.page.base import address
from framing.perceive import Eyes
from framing.pictures.looking import LOOKING, Looking
from framing.say import Language, translate
from framing.school.ghost import Ghost
from framing.school.reference import LEFT_ALONE, Reference, reference
from framing.session.registry import REGISTRY, Registry
from framing.session.session import Session
from framing.types import filled
from framing.web.answers import said
from framing.web.bodies import body
from framing.web.of_session import of_session
from framing.web.school_eye_models import AskedFor, Outline, ToMatch
from framing.web.school_looks import MOST, fingerprint, see

_KEPT = 8  # references of one session: the oldest makes room for a new one


def reference_of(data: bytes, looking: Looking = LOOKING) -> Future[Reference]:
    """What that photograph, or a coach's pin, asks for; the future fails with PhotoError where that cannot be told."""

    def look(eyes: Eyes) -> Reference:
        return reference(see(data, eyes), fingerprint(data))

    return looking.ask(("reference", fingerprint(data)), look)


class References:
    """The references of all open sessions."""

    def __init__(self, registry: Registry = REGISTRY, looking: Looking = LOOKING) -> None:
        self._registry, self._looking = registry, looking
        self._held: WeakKeyDictionary[Session, dict[str, Reference]] = WeakKeyDictionary()

    def routes(self) -> list[Route]:
        """For the app's list of routes."""
        return [Route(address("/guide/school/reference"), of_session(self._registry, self._take), methods=["POST"])]

    def find(self, session: Session, id: str) -> Reference | None:  # noqa: A002 - as it is called in the messages
        """The session's reference of that name; None where it has none, or not any more."""
        return self._held.get(session, {}).get(id)

    def hold(self, session: Session, found: Reference) -> None:
        """Keep it as long as the session, or until newer ones need its place."""
        held = self._held.setdefault(session, {})
        held.pop(found.id, None)
        held[found.id] = found
        while len(held) > _KEPT:
            del held[next(iter(held))]

    async def _take(self, session: Session, request: Request) -> Response:
        data = await body(request, MOST)
        found = await asyncio.wrap_future(reference_of(data, self._looking))
        self.hold(session, found)
        return said(told(found, session.settings.language))


def told(found: Reference, language: Language) -> ToMatch:
    """The reference as the page shows it."""
    into = partial(translate, language)
    return ToMatch(
        id=found.id,
        title=into(found.step.goal),
        aspect=found.step.preset.aspect,
        asked=tuple(AskedFor(what=into(one.what), how=into(one.how)) for one in found.step.asked),
        lacking=tuple(into(filled("{why}.", why=why)) for why in found.lacking),
        left_alone=tuple(into(filled("{why}.", why=why)) for why in LEFT_ALONE),
        ghost=outline(found.ghost),
    )


def outline(ghost: Ghost) -> Outline:
    """The lines of the outline as they are sent."""
    return Outline(lines=tuple(tuple((round(x, 3), round(y, 3)) for x, y in line) for line in ghost.lines))


REFERENCES = References()
REFERENCE_ROUTES = REFERENCES.routes()
"""For the app's list of routes."""

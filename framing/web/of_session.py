"""Answers for the page whose session's token a request carries; every refusal is a sentence."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response

from framing.errors import FramingError, LargePicture, UnknownPicture
from framing.page.school_eye_texts import NO_SESSION
from framing.session.registry import Registry
from framing.session.session import Session
from framing.web.answers import refused
from framing.web.asking import SESSION, answered, by_kind

_STATUS: Mapping[type[FramingError], int] = {UnknownPicture: 404, LargePicture: 413}

Answered = Callable[[Request], Awaitable[Response]]


def of_session(registry: Registry, answer: Callable[[Session, Request], Awaitable[Response]]) -> Answered:
    """The answer for the session of the request; 404 where it is not open any more."""

    async def answers(request: Request) -> Response:
        session = registry.find(request.headers.get(SESSION, ""))
        if session is None:
            return refused(404, str(NO_SESSION))
        spoken = session.settings.language
        return await answered(answer(session, request), spoken, by_kind(spoken, _STATUS))

    return answers

"""Answers for the page whose session's token a request carries; every refusal is a sentence."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from framing.errors import FramingError, LargePicture, UnknownPicture
from framing.page.school_eye_texts import LATE, NO_SESSION
from framing.say import translate
from framing.session.registry import Registry
from framing.session.session import Session
from framing.web.answers import refused

TOKEN = "X-Framing-Session"  # a header, not a cookie: no other page can make a browser send it  # noqa: S105
_STATUS: Mapping[type[FramingError], int] = {UnknownPicture: 404, LargePicture: 413}
_UNPROCESSABLE = 422  # whatever else is wrong with what was sent

Answered = Callable[[Request], Awaitable[Response]]


def of_session(registry: Registry, answer: Callable[[Session, Request], Awaitable[Response]]) -> Answered:
    """The answer for the session of the request; 404 where it is not open any more."""

    async def answered(request: Request) -> Response:
        session = registry.find(request.headers.get(TOKEN, ""))
        if session is None:
            return refused(404, str(NO_SESSION))
        try:
            return await answer(session, request)
        except TimeoutError:
            return refused(408, translate(session.settings.language, LATE))
        except ClientDisconnect:
            return Response(status_code=400)  # nobody reads it
        except FramingError as error:
            status = _STATUS.get(type(error), _UNPROCESSABLE)
            return refused(status, translate(session.settings.language, error.message))

    return answered

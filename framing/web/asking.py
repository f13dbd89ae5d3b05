"""Who asks, in which language, and that every refusal is a sentence in it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from framing.errors import FramingError
from framing.say import Language, language, translate
from framing.say.language import LANGUAGES, best
from framing.types import Message
from framing.web.answers import refused

LATE: Message = "This took too long to come: send it again."
SESSION = "X-Framing-Session"  # a header, not a cookie: no other page can make a browser send it
Refuse = Callable[[FramingError], Response]


def wished(request: Request) -> Language:
    """The language that the address names, or that the browser prefers."""
    named = request.query_params.get("lang", "")
    return language(named if named in LANGUAGES else best(request.headers.get("Accept-Language", "")))


async def answered(answer: Awaitable[Response], spoken: Language, refuse: Refuse) -> Response:
    """The answer; 408 where the request did not come in time, and what `refuse` makes of an error."""
    try:
        return await answer
    except TimeoutError:
        return refused(408, translate(spoken, LATE))
    except ClientDisconnect:
        return Response(status_code=400)  # nobody reads it
    except FramingError as error:
        return refuse(error)


def by_kind(spoken: Language, statuses: Mapping[type[FramingError], int], otherwise: int = 422) -> Refuse:
    """Refusals with the error's own sentence and the status of its kind."""

    def refuse(error: FramingError) -> Response:
        status = next((statuses[kind] for kind in type(error).__mro__ if kind in statuses), otherwise)
        return refused(status, translate(spoken, error.message))

    return refuse

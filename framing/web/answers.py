"""What was found out about pictures, as the models that are sent, and these as answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import BaseModel
from starlette.responses import Response

from framing.pictures.files import File
from framing.pictures.looked import Looked
from framing.pictures.offers import Offered
from framing.say import Language, translate
from framing.say.burst import tell, tell_burst
from framing.say.faults import fault
from framing.types import Standing, filled
from framing.web.picture_models import Burst, Delivery, Eyes, Judged, Rectangle, Refusal

_NO_STORE = {"Cache-Control": "no-store"}


def judged(standing: Standing, looked: Looked, language: Language) -> Judged:
    """What is said of one picture, to whom looked at the screen when it was taken."""
    told, eyes = tell(standing, looked.announced.viewer, language), looked.eyes
    return Judged(
        id=told.name, rank=told.rank, title=told.title, because=told.because, symbol=told.symbol, ready=told.ready,
        reads=told.reads, sure=told.sure, faults=told.faults, cues=told.cues,
        eyes=None if eyes is None else Eyes(
            x=eyes.left, y=eyes.top, width=eyes.right - eyes.left, height=eyes.bottom - eyes.top
        ),
    )  # fmt: skip


def burst(standings: Sequence[Standing], looked: Mapping[str, Looked], language: Language) -> Burst:
    """What is said of all pictures of a burst; `standings` begin with the best."""
    said = tell_burst(standings, language)
    return Burst(
        headline=said.headline,
        detail=said.detail,
        order=tuple(one.name for one in standings),
        pictures=tuple(judged(one, looked[one.name], language) for one in standings),
    )


def delivery(offered: Offered, language: Language) -> Delivery:
    """What is said of the cut that a use would get."""
    preset, (width, height), window = offered.preset, offered.delivery.size, offered.delivery.window
    against = fault(offered.judgements, language)
    why = against if offered.refused is None else translate(language, filled("{why}.", why=offered.refused))
    return Delivery(
        use=preset.name,
        title=translate(language, preset.title),
        shape=preset.shape,
        window=Rectangle(left=window.left, top=window.top, width=window.width, height=window.height),
        width=width,
        height=height,
        words=translate(language, offered.delivery.words),
        good=offered.refused is None,
        why=why,
    )


def said(what: BaseModel | Sequence[BaseModel], status: int = 200) -> Response:
    """The model, or all of them, as JSON that no browser keeps."""
    text = what.model_dump_json() if isinstance(what, BaseModel) else f"[{','.join(m.model_dump_json() for m in what)}]"
    return Response(text, status, media_type="application/json", headers=_NO_STORE)


def refused(status: int, sentence: str, names: Sequence[str] = ()) -> Response:
    """The sentence, and the pictures to send again."""
    return said(Refusal(error=sentence, ids=tuple(names)), status)


def file(made: File) -> Response:
    """The file, to be saved under its name."""
    kind = "application/zip" if made.name.endswith(".zip") else "image/jpeg"
    headers = {**_NO_STORE, "Content-Disposition": f'attachment; filename="{made.name}"'}
    return Response(made.data, media_type=kind, headers=headers)

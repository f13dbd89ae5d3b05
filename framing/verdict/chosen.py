"""The studio's own weights of the verdict, read from the file that `fit --studio` writes.

They are taken only where they were better than the guide's on pictures that they were not fitted on: the file carries
the figures of both.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import Field
from pydantic.config import JsonDict

from framing.data import user_path
from framing.errors import FramingError, WeightsError
from framing.presets.stamp import Stamp, stamp
from framing.presets.standard import SHORT, signature, standard_file
from framing.presets.written import Keys, Number, Written, near, no_truth, read
from framing.verdict.terms import TERMS
from framing.verdict.weights import GUIDES, Weights, shared

WEIGHTS = "FRAMING_WEIGHTS"
LEAST = 30  # pictures, and
SOURCES = 5  # sittings or folders that they come from, below which a cross-validation says nothing
_MOST = 20.0  # points of one term; nothing sensible comes near

_A_NUMBER = f"points from {-_MOST:g} to {_MOST:g}"
_EACH: JsonDict = {"each": _A_NUMBER}
_Count = Annotated[int, no_truth, Field(ge=0)]
_Loss = Annotated[Number, Field(ge=0.0, allow_inf_nan=False)]
_Points = Annotated[Number, Field(ge=-_MOST, le=_MOST, allow_inf_nan=False)]


class Figures(Keys):
    """How weights did on the studio's pictures: how many they read as the studio does, and the mean logistic loss."""

    right: _Count = Field(description="a number of pictures")
    loss: _Loss = Field(description="a loss, 0 or more")


class WeightsFile(Keys):
    """What the file says. `studio` are the figures of weights fitted without the source of the picture that is read."""

    name: Annotated[str, Field(min_length=1, max_length=60)] = Field(description="a name, 60 characters at most,")
    guide: str = Field(description="the version of the guide that fitted them")
    fitted: str = Field(description="the day on which they were fitted")
    pictures: _Count = Field(description="how many pictures they were fitted on")
    sources: _Count = Field(description="how many sittings or folders these came from")
    studio: Figures = Field(description="the figures of these weights, right = ... and loss = ...")
    guides: Figures = Field(description="the figures of the guide's weights, right = ... and loss = ...")
    lead: _Points = Field(description=_A_NUMBER)
    points: dict[str, _Points] = Field(description="a term = points on each line", json_schema_extra=_EACH)

    @property
    def better(self) -> bool:
        """Whether they read more pictures as the studio does than the guide's weights do, and are surer of it."""
        enough = self.pictures >= LEAST and self.sources >= SOURCES
        return enough and self.studio.right > self.guides.right and self.studio.loss < self.guides.loss


def in_use(environment: Mapping[str, str]) -> Weights:
    """The weights that FRAMING_WEIGHTS names, or else the studio's standard; the guide's own where neither does.

    Raises WeightsError for a file that makes no sense or is no better than the guide's own, and what a broken standard
    raises.
    """
    named = environment.get(WEIGHTS, "").strip()
    if named:
        return _read(stamp(user_path(named)))
    standard = standard_file(environment)
    return GUIDES if standard is None or standard.weights is None else _read(stamp(standard.weights))


def in_use_or_own(environment: Mapping[str, str]) -> tuple[Weights, tuple[FramingError, ...]]:
    """The same for a page, which goes on with the guide's own weights and says what is wrong with the others."""
    try:
        return in_use(environment), ()
    except WeightsError as error:
        return GUIDES, (error,)
    except FramingError:  # of the standard, which is told with its presets
        return GUIDES, ()


def read_weights(path: Path) -> Weights:
    """The weights in that file. Raises WeightsError as `in_use` does."""
    text = read(path, WeightsError)
    file = text.keys(WeightsFile)
    points = _points(text, file)
    if not file.better:
        raise WeightsError(
            f"weights in {path.name} that are better than the guide's own on pictures they were not fitted on",
            f"{file.studio.right} of {file.pictures} right at a loss of {file.studio.loss:g}, "
            f"the guide's own {file.guides.right} at {file.guides.loss:g}",
            f"keep the guide's own until {LEAST} answers or more, of {SOURCES} sittings or more, say otherwise",
        )
    return Weights(points, shared(file.lead), f"{file.name} ({signature(text.values())[:SHORT]})")


def _points(text: Written, file: WeightsFile) -> tuple[float, ...]:
    names = [term.name for term in TERMS]
    for name in [*file.points, *names]:
        if name not in names:
            remedy = near(name, names) or f"choose one of {', '.join(names)}"
            raise WeightsError(f"the name of a term in {text.at('points', name)}", repr(name), remedy)
        if name not in file.points:
            raise WeightsError(f"points.{name} = ... in {text.name}", "no such key", "fit them once more")
    for term in TERMS:
        if file.points[term.name] * term.points < 0.0:
            where = f"points.{term.name} in {text.at('points', term.name)}"
            side = "0 or more" if term.points > 0 else "0 or less"
            raise WeightsError(f"{side} at {where}", f"{file.points[term.name]:g}", "fit them once more")
    return tuple(file.points[name] for name in names)


@lru_cache(maxsize=4)  # the page asks several times a second
def _read(there: Stamp) -> Weights:
    return read_weights(there[0])

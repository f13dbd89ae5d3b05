"""What lies over a face, painted on the two packaged photographs, and what must not count."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import closing

import numpy as np
import pytest
from numpy.typing import NDArray

from framing.lab.prove.relight import skinned
from framing.perceive import detection, windows
from framing.perceive.showing import shown
from framing.perceive.tasks import Tasks
from framing.types import EVERYTHING, Hidden, Image, Scene, Shown, Viewfinder
from tests import occlusions as over
from tests.photographs import astronaut, astronaut_scene, hopper, hopper_scene, whole

pytestmark = pytest.mark.models

Paint = Callable[[Image, NDArray[np.float64]], Image]
PHOTOGRAPHS: dict[str, tuple[Callable[[], Image], Callable[[], Scene]]] = {
    "light": (astronaut, astronaut_scene),
    "older": (hopper, hopper_scene),
}
LENS, SHINE, SOMETHING, NOTHING = Hidden.LENS, Hidden.REFLECTION, Hidden.SOMETHING, Hidden.NOTHING


def plain(picture: Image, _: NDArray[np.float64]) -> Image:
    return picture


@pytest.fixture(scope="module")
def tasks() -> Iterator[Tasks]:
    with closing(Tasks(live=False)) as made:
        yield made


@functools.cache
def photographed(name: str, *, dark: bool) -> tuple[Image, NDArray[np.float64]]:
    """The photograph with its mesh, its skin perhaps reflecting a fifth of the light."""
    picture, scene = PHOTOGRAPHS[name][0](), PHOTOGRAPHS[name][1]()
    mesh = whole(picture).viewfinder.to_pixels(scene.faces[0].points)
    return (skinned(picture, mesh, 0.2) if dark else picture), mesh


def look(tasks: Tasks, name: str, paint: Paint, *, dark: bool) -> Shown:
    """What shows once that is painted over the face, by the mesh of the painted picture."""
    picture, mesh = photographed(name, dark=dark)
    painted = paint(picture, mesh)
    view = Viewfinder.whole(painted)
    x, y = mesh[:, :2].mean(axis=0)
    window = windows.around(float(x), float(y), 4.0 * float(np.ptp(mesh[:, 1])), view.width, view.height)
    face = max(detection.faces(tasks, painted, window, view), key=lambda f: f.height)
    found = shown(painted, view.to_pixels(face.points)[:, :2], face.turn.yaw)
    assert isinstance(found, Shown), found
    return found


everybody = pytest.mark.parametrize("name", list(PHOTOGRAPHS))
any_skin = pytest.mark.parametrize("dark", [False, True], ids=["as it is", "dark skin"])


@everybody
@any_skin
@pytest.mark.parametrize(
    ("paint", "eyes"),
    [
        (over.sunglasses, (LENS, LENS)),
        (over.tinted, (LENS, LENS)),
        (over.glare, (SHINE, SHINE)),
        (over.hair, (NOTHING, SOMETHING)),
    ],
)
def test_an_eye_that_cannot_be_seen_is_told_with_what_lies_over_it(
    tasks: Tasks, name: str, dark: bool, paint: Paint, eyes: tuple[Hidden, Hidden]
) -> None:
    assert look(tasks, name, paint, dark=dark).eyes == eyes


@everybody
@any_skin
@pytest.mark.parametrize("paint", [over.mask, over.skin_mask])
def test_a_mask_of_any_colour_covers_the_mouth(tasks: Tasks, name: str, dark: bool, paint: Paint) -> None:
    assert not look(tasks, name, paint, dark=dark).mouth


@everybody
@any_skin
def test_pupils_lit_by_a_flash_are_red(tasks: Tasks, name: str, dark: bool) -> None:
    assert look(tasks, name, over.red_pupils, dark=dark).red == 2


@everybody
@any_skin
@pytest.mark.parametrize("paint", [plain, over.thin_frames, over.beard])
def test_bare_faces_clear_glasses_and_beards_show_everything(
    tasks: Tasks, name: str, dark: bool, paint: Paint
) -> None:
    assert look(tasks, name, paint, dark=dark) == EVERYTHING

"""The small drawings beside the picture: where the light stands, and what behind the sitter disturbs."""

from __future__ import annotations

from dataclasses import dataclass

from framing.backdrop.disturbance import disturbance
from framing.overlay.heat import heat
from framing.overlay.lamp import lamp
from framing.overlay.shapes import Box
from framing.overlay.sketch import Sketch
from framing.types import Absent, Guidance, Scene, Viewer

NOT_YET = Absent("nothing has been looked at yet")


@dataclass(frozen=True, slots=True, eq=False)
class Drawings:
    """One of each, or why there is none. The same ones are known again by being the same object."""

    light: Sketch | Absent = NOT_YET
    background: Sketch | Absent = NOT_YET

    def there(self) -> list[Sketch]:
        """Those that are there."""
        return [drawn for drawn in (self.light, self.background) if not isinstance(drawn, Absent)]


NONE = Drawings()


def drawings(scene: Scene, guidance: Guidance, viewer: Viewer) -> Drawings:
    """What to draw beside this frame; total."""
    behind = scene.backdrop if isinstance(scene.backdrop, Absent) else disturbance(scene.backdrop)
    head = Box(*scene.faces[0].box) if scene.faces else Absent("no head in view")
    return Drawings(lamp(guidance.judgements, viewer), heat(behind, head, guidance.judgements, viewer))

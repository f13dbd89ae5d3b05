"""Whether what is wrong can be put right in the picture that was taken, by which measure and by how far.

A crop, a turn, a lift of the shadows, another white balance: as far as they go without loss that shows. What no
developing brings back is spoilt, and has to be taken again (docs/school.md, "Correctable or spoilt").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import cos, inf, radians, sin

from framing.school.values import Sample, Step
from framing.types import Absent, Band, Message, State, filled

CROP = 1.5  # times larger at most: more than half of the pixels would be gone
TURN = 10.0  # degrees
FILL = 0.5  # stops by which shadows are lifted, or deepened, without it showing
DEVELOPED = (1.0, 1.5)  # stops darker and lighter that developing brings, where nothing is clipped
BALANCED = 25.0  # a* or b* that a white balance takes away
BEHIND = 4.0  # L* by which a backdrop is made lighter or darker round a head without a halo


@dataclass(frozen=True, slots=True)
class Fault:
    """A reading out of its band, and all that was read beside it."""

    value: float
    band: Band
    step: Step
    sample: Sample

    @property
    def state(self) -> State:
        """On which side of its band it lies."""
        return self.band.state(self.value)

    @property
    def by(self) -> float:
        """How far outside, in the measure's unit, above 0."""
        return max(self.band.low - self.value, self.value - self.band.high)

    def read(self, name: str, otherwise: float) -> float:
        """Another reading of the same picture."""
        value = self.sample.values.get(name, Absent(""))
        return otherwise if isinstance(value, Absent) else value

    @property
    def room(self) -> float:
        """How many times larger the head may become by a crop: as the step's bands and the pixels allow, 1 or more."""
        limits = [CROP]
        for name in ("face_height", "tightness"):
            band = self.step.preset.musts.get(name)
            if band is not None and band.high < inf:
                limits.append(band.high / max(self.read(name, band.high), 1e-6))
        pixels = self.step.preset.musts.get("face_resolution")
        if pixels is not None:  # a crop keeps the face's pixels, and needs as many of them for the use
            limits.append(self.read("face_resolution", inf) / pixels.low)
        return max(min(limits), 1.0)

    def fits(self, times: float) -> bool:
        """Whether a crop that makes the head so many times larger has room to spare."""
        return times <= self.room


def repair(measure: str, fault: Fault) -> Message | None:
    """What puts it right in the picture that was taken; None where it has to be taken again."""
    found = _REPAIRS.get(measure)
    return None if found is None else found(fault)


def _cropped(times: float, fault: Fault) -> Message | None:
    return filled("Crop in to {share:.0%} of the height", share=1.0 / times) if fault.fits(times) else None


def _too_small(fault: Fault) -> Message | None:
    if fault.state is State.HIGH:  # what the picture does not hold, no crop brings back
        return None
    return _cropped(fault.band.low / max(fault.value, 1e-6), fault)


def _above(fault: Fault) -> Message | None:
    """Room above the head, or the eyes' height: cut off at the top, and as much at the sides."""
    return _cropped(1.0 / max(1.0 - fault.by, 0.1), fault) if fault.state is State.HIGH else None


def _aside(fault: Fault) -> Message | None:
    return _cropped(1.0 / max(1.0 - 2.0 * fault.by, 0.1), fault)


def _joint(fault: Fault) -> Message | None:
    """The bottom edge moved up until the joint is out of the picture; its reading is in heads."""
    head = 2.0 * fault.read("face_height", 0.2)
    return _cropped(1.0 / max(1.0 - fault.by * head, 0.1), fault)


def _turned(fault: Fault) -> Message | None:
    angle, aspect = radians(fault.by), fault.step.preset.aspect
    times = cos(angle) + max(aspect, 1.0 / aspect) * sin(angle)  # what the corners of a turned picture cost
    if fault.by > TURN or not fault.fits(times):
        return None
    return filled("Turn the picture by {degrees:.0f}° and crop its corners", degrees=max(fault.by, 1.0))


def _filled(fault: Fault) -> Message | None:
    if fault.by > FILL or fault.read("clipping_low", 0.0) > 0.02:
        return None
    return filled("Lighten or darken one side of the face by {stops:.1f} stops", stops=max(fault.by, 0.1))


def _opened(fault: Fault) -> Message | None:
    if fault.by > FILL or fault.read("clipping_low", 0.0) > 0.02:
        return None
    return filled("Lift the shadows by {stops:.1f} stops", stops=max(fault.by, 0.1))


def _developed(fault: Fault) -> Message | None:
    darker, lighter = DEVELOPED
    low = fault.state is State.LOW
    clipped = fault.read("clipping_low" if low else "clipping_high", 0.0) > 0.05
    if fault.by > (lighter if low else darker) or clipped:
        return None
    brighter = "Make the picture brighter by {stops:.1f} stops"
    return filled(brighter if low else "Make the picture darker by {stops:.1f} stops", stops=max(fault.by, 0.1))


def _balanced(fault: Fault) -> Message | None:
    return "Set the white balance of the picture" if fault.by <= BALANCED else None


def _behind(fault: Fault) -> Message | None:
    return "Lighten or darken the backdrop a little" if fault.by <= BEHIND else None


_REPAIRS: Mapping[str, Callable[[Fault], Message | None]] = {
    "face_height": _too_small,
    "tightness": _too_small,
    "headroom": _above,
    "eye_line": _above,
    "centring": _aside,
    "joint_at_edge": _joint,
    "roll": _turned,
    "key_to_fill": _filled,
    "key_side": _filled,
    "evenness": _opened,
    "backlight": _opened,
    "exposure": _developed,
    "colour_cast": _balanced,
    "tint": _balanced,
    "separation": _behind,
    "backdrop_tone": _behind,
}

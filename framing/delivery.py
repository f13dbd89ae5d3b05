"""How a cut becomes a file: its pixels, how far it had to be enlarged, and the size at which it prints well."""

from __future__ import annotations

from dataclasses import dataclass

from framing.types import Absent, Message, Preset, Viewfinder, filled

DPI = 300  # a print that is held in the hand shows no pixel from there on
ENLARGED = 3.0  # times: the most that a document is scaled up; beyond, its face is made of guesses


@dataclass(frozen=True, slots=True)
class Delivery:
    """The size in which a window of a picture is handed over."""

    window: Viewfinder  # in the picture's own pixels
    size: tuple[int, int]  # width and height of the file, pixels
    dpi: int  # pixels per inch, whole, as the file says it

    @property
    def enlarged(self) -> float:
        """How many times the cut was scaled up, 1 or more; what is made smaller counts as 1."""
        return max(1.0, self.size[1] / self.window.height)

    @property
    def inches(self) -> tuple[float, float]:
        """Width and height of the print, inches."""
        return self.size[0] / self.dpi, self.size[1] / self.dpi

    @property
    def words(self) -> Message:
        """Size, enlargement if there is any, and print size: "870 × 1088 pixels, prints to 2.9 × 3.6 in at 300 dpi"."""
        (width, height), (across, down) = self.size, (round(side, 1) for side in self.inches)
        larger = (
            "{width:d} × {height:d} pixels, enlarged {times:.3g} times, "
            "prints to {across:g} × {down:g} in at {dpi:d} dpi"
        )
        plain = "{width:d} × {height:d} pixels, prints to {across:g} × {down:g} in at {dpi:d} dpi"
        return filled(
            larger if self.enlarged > 1.0 else plain,
            width=width,
            height=height,
            times=self.enlarged,
            across=across,
            down=down,
            dpi=self.dpi,
        )


def as_cut(window: Viewfinder) -> Delivery:
    """The window in its own pixels."""
    return Delivery(window, (window.width, window.height), DPI)


def deliver(window: Viewfinder, preset: Preset | None) -> Delivery | Absent:
    """How that window is handed over for a use; Absent where a document would have to be enlarged too far.

    No cut is enlarged to look like more than the camera gave: a use's pixels are what it wants at most, and a smaller
    cut keeps its own. Only a document has a size by rule, in pixels and in print; its cut is scaled up to the least.
    """
    if preset is None:
        return as_cut(window)
    least, most, dpi = preset.pixels, preset.most_pixels, preset.dpi or DPI
    if most is None:
        return Delivery(window, least if window.height >= least[1] else (window.width, window.height), dpi)
    times = least[1] / window.height
    if times > ENLARGED:
        few = (
            "Too few pixels: this use needs {least_width:d} × {least_height:d}, and a cut of {width:d} × {height:d} "
            "would be enlarged {times:.3g} times, {most:g} being the most"
        )
        return Absent(filled(few, least_width=least[0], least_height=least[1], width=window.width,
                             height=window.height, times=times, most=ENLARGED))  # fmt: skip
    size = least if times >= 1.0 else most if window.height >= most[1] else (window.width, window.height)
    return Delivery(window, size, round(dpi / least[1] * size[1]))

"""The panel: verdict, reasons and checklist as one element that moves with its data instead of being drawn again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from framing.page.assets import component
from framing.page.texts import texts

Layout = Literal["live", "still"]


def panel(data: Mapping[str, object], key: str, layout: Layout) -> Any:
    """Show `told(guidance)` by itself; or beside the camera, in the page's grid, where each look reaches it over the line.

    Beside the camera the result has `look` or `distance` in the one run after they were asked for.
    """
    data = {"yours": None, **data, "layout": layout, **texts("panel")}
    return component("panel")(key=key, data=data, on_look_change=_noted, on_distance_change=_noted)


def _noted() -> None:
    """Nothing is to be done at once: the run that follows reads what was sent."""

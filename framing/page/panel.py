"""The panel: verdict, reasons and checklist as one element that moves with its data instead of being drawn again."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

from framing.page.assets import component
from framing.page.texts import texts

Layout = Literal["live", "still"]
EACH_LOOK: Mapping[str, object] = MappingProxyType({})
"""For a panel that is told each look over the session's line, instead of one."""


def panel(data: Mapping[str, object], key: str, layout: Layout) -> Any:
    """Show `told(guidance)`, or EACH_LOOK as it comes: by itself, or beside the camera in the page's own grid.

    Beside the camera the result has `look` or `distance` in the one run after they were asked for.
    """
    one_look = {"yours": None, **data} if data else {}
    told = {**one_look, "layout": layout, **texts("panel")}
    return component("panel")(key=key, data=told, on_look_change=_noted, on_distance_change=_noted)


def _noted() -> None:
    """Nothing is to be done at once: the run that follows reads what was sent."""

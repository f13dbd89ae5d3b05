"""The panel: verdict, reasons and checklist as one element that moves with its data instead of being drawn again."""

from __future__ import annotations

from typing import Any, Literal

from framing.page.assets import component
from framing.page.payload import PanelLive
from framing.page.texts import texts
from framing.say import Language

Layout = Literal["live", "still"]


def panel(one_look: PanelLive | None, key: str, layout: Layout, language: Language) -> Any:
    """Show one look, or without one each look as it comes: by itself, or beside the camera in the page's own grid.

    Beside the camera the result has `look` or `distance` in the one run after they were asked for.
    """
    looked = {} if one_look is None else one_look.model_dump(mode="json")
    told = {**looked, "layout": layout, **texts("panel", language)}
    return component("panel")(key=key, data=told, on_look_change=_noted, on_distance_change=_noted)


def _noted() -> None:
    """Nothing is to be done at once: the run that follows reads what was sent."""

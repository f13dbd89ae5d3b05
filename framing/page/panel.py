"""The panel: verdict, reasons and checklist as one element that moves with its data instead of being drawn again."""

from __future__ import annotations

from typing import Any, Literal

from framing.page.assets import component
from framing.page.payload import PanelLive
from framing.page.texts import texts
from framing.say import Language

Layout = Literal["live", "still"]


def panel(
    one_look: PanelLive | None, key: str, layout: Layout, language: Language, session: str = "", moment: str = ""
) -> Any:
    """Show one look, or without one each look as it comes: by itself, or beside the camera in the page's own grid.

    `session` is the token of the page's own, and `moment` the name under which a finished picture is remembered: by
    one of the two the server is told what is seen otherwise. Beside the camera the result has `look` or `distance` in
    the one run after they were asked for.
    """
    looked = {} if one_look is None else one_look.model_dump(mode="json")
    told = {**looked, "layout": layout, "session": session, "moment": moment, **texts("panel", language)}
    return component("panel")(key=key, data=told, on_look_change=_noted, on_distance_change=_noted)


def _noted() -> None:
    """Nothing is to be done at once: the run that follows reads what was sent."""

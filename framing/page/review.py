"""The pictures that were taken: the review of a burst and the tray, as one element that stands in front of the page.

The pictures themselves live in the browser; its scripts ask the server about them by themselves (`framing.web`).
"""

from __future__ import annotations

from framing.page.assets import component
from framing.page.texts import texts
from framing.presets.catalogue import Catalogue
from framing.say import Language, translate


def review(uses: Catalogue, session: str, language: Language) -> None:
    """Have review and tray ready, closed until there is something to show; `session` is the token to ask with."""
    known = [{"name": p.name, "title": translate(language, p.title)} for p in uses.presets.values()]
    component("review")(key="review", data={**texts("review", language), "session": session, "uses": known})

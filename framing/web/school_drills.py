"""The addresses of drills and scorecards, each behind the token of the page's own session."""

from __future__ import annotations

import asyncio
import os

from starlette.requests import Request
from starlette.responses import Response

from framing.certificate.chart import trend_svg
from framing.page.school_texts import GONE, NO_SESSION
from framing.page.standard import standard_line
from framing.say import translate
from framing.school.standard import drills
from framing.web.answers import refused, said
from framing.web.asking import SESSION, wished
from framing.web.school_cards import Past, drill_infos, past
from framing.web.school_keep import recorded
from framing.web.school_models import DrillList, Scorecard
from framing.web.school_practice import Attempt, Practice
from framing.web.school_practices import Practices
from framing.web.school_scorecard import scorecard


class SchoolDrills:
    """Answers to a page of the school about what there is to practise, and what came of it."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices

    async def all(self, request: Request) -> Response:
        """GET /guide/school/drills."""
        practice, language = self._of(request), wished(request)
        if practice is None:
            return refused(404, translate(language, NO_SESSION))

        def listed() -> DrillList:
            found = drills(os.environ)
            return DrillList(
                drills=drill_infos(found.drills, known(practice), language),
                problems=tuple(translate(language, problem.message) for problem in found.problems),
                standard=standard_line(language),
            )

        return said(await asyncio.to_thread(listed))  # it reads the record and files of drills

    async def attempt(self, request: Request) -> Response:
        """GET /guide/school/attempts/<id>."""
        practice, language = self._of(request), wished(request)
        if practice is None:
            return refused(404, translate(language, NO_SESSION))
        attempt = practice.attempts.get(request.path_params["id"])
        if attempt is None:
            return refused(404, translate(language, GONE))

        def made() -> Scorecard:
            return scorecard(attempt, language, _like(practice, attempt), kept=attempt.id in practice.kept)

        return said(await asyncio.to_thread(made))

    async def chart(self, request: Request) -> Response:
        """GET /guide/school/attempts/<id>/chart: the last runs of its drill as SVG; the first one takes seconds."""
        practice, language = self._of(request), wished(request)
        attempt = None if practice is None else practice.attempts.get(request.path_params["id"])
        if practice is None or attempt is None:
            return refused(404, translate(language, GONE))

        def drawn() -> str:
            return trend_svg([(run.at, run.points) for run in _like(practice, attempt)], language)

        svg = await asyncio.to_thread(drawn)
        return Response(svg, media_type="image/svg+xml", headers={"Cache-Control": "no-store"})

    def _of(self, request: Request) -> Practice | None:
        return self._practices.find(request.headers.get(SESSION, ""))


def _like(practice: Practice, attempt: Attempt) -> list[Past]:
    """The runs of the same drill up to that one."""
    return [run for run in known(practice) if run.drill == attempt.run.drill.id and run.at <= attempt.at]


def known(practice: Practice) -> list[Past]:
    """The runs that are known of whoever practises there, the newest last: those of this visit and those recorded."""
    here = [past(one) for one in practice.attempts.values() if one.id not in practice.kept]
    return sorted([*recorded(practice), *here], key=lambda run: run.at)

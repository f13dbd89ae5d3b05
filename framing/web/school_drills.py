"""The addresses of drills and scorecards, each behind the token of the page's own session."""

from __future__ import annotations

import asyncio
import os

from starlette.requests import Request
from starlette.responses import Response

from framing.page.school_texts import GONE, NO_SESSION
from framing.page.standard import standard_line
from framing.say import translate
from framing.school.standard import drills
from framing.web.answers import refused, said
from framing.web.school_cards import Past, drill_infos, past
from framing.web.school_keep import recorded
from framing.web.school_models import DrillList, Scorecard
from framing.web.school_page import wished
from framing.web.school_practice import Practice
from framing.web.school_practices import Practices
from framing.web.school_scorecard import scorecard

SESSION = "X-Framing-Session"  # a header, not a cookie: no other page can make a browser send it


class SchoolDrills:
    """Answers to a page of the school about what there is to practise, and what came of it."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices

    async def all(self, request: Request) -> Response:
        """GET /guide/school/drills."""
        practice, language = self._of(request), wished(request)
        if practice is None:
            return refused(404, translate(language, NO_SESSION))
        found = drills(os.environ)
        return said(
            DrillList(
                drills=drill_infos(found.drills, known(practice), language),
                problems=tuple(translate(language, problem.message) for problem in found.problems),
                standard=standard_line(language),
            )
        )

    async def attempt(self, request: Request) -> Response:
        """GET /guide/school/attempts/<id>."""
        practice, language = self._of(request), wished(request)
        if practice is None:
            return refused(404, translate(language, NO_SESSION))
        attempt = practice.attempts.get(request.path_params["id"])
        if attempt is None:
            return refused(404, translate(language, GONE))

        def made() -> Scorecard:
            runs = [run for run in known(practice) if run.drill == attempt.run.drill.id and run.at <= attempt.at]
            return scorecard(attempt, language, runs, kept=practice.kept.get(attempt.id))

        return said(await asyncio.to_thread(made))

    def _of(self, request: Request) -> Practice | None:
        return self._practices.find(request.headers.get(SESSION, ""))


def known(practice: Practice) -> list[Past]:
    """The runs that are known of whoever practises there, the newest last: those of this visit and those recorded."""
    here = [past(one) for one in practice.attempts.values() if one.id not in practice.kept]
    return sorted([*recorded(practice), *here], key=lambda run: run.at)

"""Scorecards of rooms: made where the run was, kept with the room's files until it ends, told to who may see them."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import time

from pydantic import BaseModel, ConfigDict

from framing.hub.box import Box
from framing.records.records import records
from framing.records.values import Attempt as Recorded
from framing.say import language
from framing.say.language import LANGUAGES
from framing.school.scorecard import scorecard as score_of
from framing.web.room_drill import RoomDrill
from framing.web.school_keep import as_recorded
from framing.web.school_models import Scorecard
from framing.web.school_practice import Attempt
from framing.web.school_scorecard import scorecard
from framing.web.school_shots import shot


class _ToKeep(BaseModel):
    """An attempt as it waits to be put into a record."""

    model_config = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64", ser_json_inf_nan="strings")
    attempt: Recorded


class RoomScores:
    """The scorecards of all rooms; with Redis every server has them."""

    def __init__(self, box: Box) -> None:
        self._box = box

    async def made(self, room: str, drill: RoomDrill) -> str:
        """The id of the scorecard of a run that is over, once it is kept in every language."""
        attempt = await asyncio.to_thread(_attempt, drill)
        cards = await asyncio.to_thread(lambda: {code: scorecard(attempt, language(code)) for code in LANGUAGES})
        shots = [[one.start, one.handed_in] for one in next(iter(cards.values())).shots]
        for code, card in cards.items():
            bare = tuple(one.model_copy(update={"start": "", "handed_in": ""}) for one in card.shots)
            text = card.model_copy(update={"shots": bare}).model_dump_json()
            await self._box.put(room, f"s.{attempt.id}.{code}", text.encode())
        await self._box.put(room, f"s.{attempt.id}.shots", json.dumps(shots).encode())
        to_keep = _ToKeep(attempt=as_recorded(attempt)).model_dump_json()
        await self._box.put(room, f"s.{attempt.id}.kept", to_keep.encode())
        return attempt.id

    async def card(self, room: str, attempt: str, code: str) -> Scorecard | None:
        """That scorecard in that language, with its pictures; None where it is no longer there."""
        text, shots = await self._box.get(room, f"s.{attempt}.{code}"), await self._box.get(room, f"s.{attempt}.shots")
        if text is None or shots is None:
            return None
        card, pairs = Scorecard.model_validate_json(text), json.loads(shots)
        whole = zip(card.shots, pairs, strict=True)
        full = tuple(one.model_copy(update={"start": start, "handed_in": end}) for one, (start, end) in whole)
        return card.model_copy(update={"shots": full})

    async def keep(self, room: str, attempt: str, trainee: str) -> int | None:
        """The number that the attempt has in that trainee's record on this machine; None for nobody's secret.

        Raises RecordError where the record cannot be written.
        """
        text = await self._box.get(room, f"s.{attempt}.kept")
        if text is None:
            return None
        return await asyncio.to_thread(records(os.environ).keep, trainee, _ToKeep.model_validate_json(text).attempt)


def _attempt(drill: RoomDrill) -> Attempt:
    pictures = tuple((shot(first), shot(last)) for first, last in drill.shots)
    return Attempt(secrets.token_hex(12), time.time(), drill.run, "nothing", score_of(drill.run), pictures)


"""What comes on a line, what has to be known before the room's rules decide on it, and what follows from it."""

from __future__ import annotations

import os

from framing.hub.hub import Hub
from framing.hub.line import Line
from framing.presets import catalogue
from framing.room import asked
from framing.room.asked import Event
from framing.room.sentences import UNKNOWN_DRILL, UNKNOWN_USE
from framing.room.values import Pin
from framing.say import translate
from framing.web.room_files import RoomFiles
from framing.web.room_lesson import all_drills
from framing.web.room_models import Refused
from framing.web.room_words import spoken


class RoomEvents:
    """Takes events to the hub."""

    def __init__(self, hub: Hub, files: RoomFiles) -> None:
        self._hub, self._files = hub, files

    async def take(self, line: Line, id: str, event: Event) -> None:  # noqa: A002 - the field's name
        """One event. Raises HubError where rooms cannot be reached."""
        if isinstance(event, asked.Here):
            line.send(event.model_dump_json())
            return
        if isinstance(event, asked.Use) and event.preset not in catalogue(os.environ).presets:
            line.send(Refused(why=translate(spoken(line.language), UNKNOWN_USE)).model_dump_json())
            return
        if isinstance(event, asked.Practise) and event.drill is not None and event.drill not in all_drills():
            line.send(Refused(why=translate(spoken(line.language), UNKNOWN_DRILL)).model_dump_json())
            return
        if isinstance(event, asked.Sent) and event.state == "here":
            event = await self._files.arrived(line, await self._hub.rooms.get(id), event)
        await self._hub.event(line, id, event, self._pin(line, id, event))
        if isinstance(event, asked.PictureTaken | asked.Hold | asked.Consent):
            await self._files.follow(line, id, event)

    def _pin(self, line: Line, id: str, event: Event) -> Pin | None:  # noqa: A002
        """The cue that is pinned, in words."""
        if not isinstance(event, asked.Pin) or event.cue is None:
            return None
        room = self._hub.known(id)
        coach = None if room is None else room.on(line.name)
        return None if coach is None else self._hub.cue(id, event.cue, coach.name)

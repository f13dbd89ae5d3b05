"""What the page of the school is told of a look: only what the level of the drill lets be shown."""

from __future__ import annotations

from framing.web.school_models import SchoolLive
from framing.web.school_practice import Practice


def school_live(practice: Practice) -> SchoolLive:
    """The newest look of that practice, as its level shows it."""
    session = practice.session
    look = session.look
    return SchoolLive(
        time=round(look.over * 1000.0, 1),
        looks=look.count,
        frames=session.frames,
        room=session.room,
        drill="",
        before="self",
        shown="cues",
        mirrored=session.settings.viewer.mirrored,
        stage=None,
        run=None,
        cue=None,
        wrong=None,
        attempt=None,
    )

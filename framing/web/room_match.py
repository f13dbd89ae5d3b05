"""A picture that the sitter's is to match in a room: its bands for their guide, its outline and a score for all."""

from __future__ import annotations

from framing.say import Language, translate
from framing.school.reference import Reference, match
from framing.school.sample import Seen, recent, sampled, seen
from framing.session.lent import Lent
from framing.session.look import Look
from framing.types import Absent, filled
from framing.web.room_models import Matching
from framing.web.school_models import AskedFor
from framing.web.school_reference import outline


class RoomMatch:
    """One picture to match."""

    def __init__(self, picture: str, reference: Reference) -> None:
        self.picture, self._reference = picture, reference
        self._looks: tuple[Seen, ...] = ()

    @property
    def lent(self) -> Lent:
        """What is asked of the sitter's session: they are guided to the picture as to any use."""
        return Lent(self._reference.step.preset)

    def look(self, look: Look | None) -> None:
        """A look of the sitter's session."""
        if look is None or isinstance(look.guidance, Absent) or look.guidance.preset != self._reference.step.preset:
            self._looks = ()
            return
        time = look.guidance.time
        if not self._looks or time > self._looks[-1].guidance.time:
            self._looks = (*recent(self._looks, time), seen(look.guidance, look.scene))

    def told(self, spoken: Language) -> Matching:
        """How well it is matched by the last second of looks, 0..100."""
        found, looks = self._reference, self._looks
        return Matching(
            picture=self.picture,
            score=round(match(found.step, sampled(looks))) if looks else None,
            asked=tuple(
                AskedFor(what=translate(spoken, a.what), how=translate(spoken, a.how)) for a in found.step.asked
            ),
            lacking=tuple(translate(spoken, filled("{why}.", why=why)) for why in found.lacking),
            ghost=outline(found.ghost),
        )

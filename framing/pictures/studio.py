"""Where pictures that were sent are looked at and cut: each is looked at once, and each cut is searched for once."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from weakref import WeakKeyDictionary

from framing.perceive import Eyes
from framing.photo import open_photo
from framing.pictures.looked import Looked, look
from framing.pictures.looking import LOOKING, Looking
from framing.pictures.offers import Offered, offered
from framing.pictures.store import PICTURES, Owner, Store
from framing.presets import catalogue
from framing.types import NOT_CALIBRATED, Absent, Baseline, Preset
from framing.verdict.chosen import in_use_or_own

Known = Callable[[], tuple[Baseline, float | Absent]]
"""What is known of the sitter when it is asked for: the baseline, and the camera's focal length in picture heights."""


class Studio:
    """The pictures of all open sessions, and the eyes for them."""

    def __init__(self, store: Store = PICTURES, looking: Looking = LOOKING) -> None:
        self.store, self._looking = store, looking
        self._offers: WeakKeyDictionary[Looked, dict[str, Offered]] = WeakKeyDictionary()

    def looked(self, owner: Owner, name: str, known: Known) -> Future[Looked]:
        """What is seen in that picture. Raises what `Store.data` does where it is not all here.

        The future fails with PhotoError for what is no picture, and UnknownPicture where the session is over by then.
        """
        seen = self.store.looked(owner, name)
        if seen is None:
            self.store.data(owner, name)
            return self._looking.ask((owner, name), partial(self._look, owner, name, known))
        done: Future[Looked] = Future()
        done.set_result(seen)
        return done

    def offered(self, looked: Looked, preset: Preset) -> Offered:
        """What that use gets out of the picture."""
        known = self._offers.setdefault(looked, {})
        found = known.get(preset.name)
        if found is None or found.preset != preset:
            found = known[preset.name] = offered(looked, preset)
        return found

    def _look(self, owner: Owner, name: str, known: Known, eyes: Eyes) -> Looked:
        data, said = self.store.data(owner, name), self.store.announced(owner, name)
        baseline, focal = known()
        focal = focal if said.source == "frame" else NOT_CALIBRATED  # a photograph may see wider
        photo, preset = open_photo(data, "the picture"), catalogue(os.environ).presets.get(said.use)
        seen = look(photo, said, eyes, preset, (baseline, focal), in_use_or_own(os.environ)[0])
        self.store.note(owner, name, seen)
        return seen

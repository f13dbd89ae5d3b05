"""The errors this program raises on purpose; each says what was expected, what came and what to do.

    FramingError
     ├── PhotoError      a photograph is unreadable, too large or truncated
     ├── PresetError     a preset is unknown or broken
     ├── DrillError      a drill is unknown or its file is broken
     ├── StandardError   the studio's standard is broken
     ├── WeightsError    a studio's own weights are broken, or no better than the guide's
     ├── RecordError     the school's record is damaged, of a newer guide, or cannot be written
     ├── CardError       a learning card is unknown or broken
     ├── ClipError       a film is unreadable
     ├── LabelsError     a file of labelled photographs is unreadable or broken
     ├── ModelError      a model file is missing or is not the published one
     ├── LanguageError   a language is unknown
     ├── WriteError      a file cannot be written: a full disk, a read-only folder
     ├── UploadError     a picture cannot be received, judged or handed over as it was asked
     │    ├── UnknownPicture   this page has sent no such picture
     │    ├── GonePicture      it was forgotten to make room, and has to be sent again
     │    ├── MisplacedPiece   a piece does not follow on what is there
     │    ├── DamagedPiece     a piece, or the whole, is not what its checksum says
     │    ├── LargePicture     it is larger than is taken
     │    └── NoRoom           as many pictures, or as many bytes, are held as there may be
     ├── HubError        the rooms cannot be reached: the server that keeps them does not answer
     └── SettingsError   a value from the environment makes no sense (FRAMING_ICE_SERVERS, say)

Anything else that escapes is a mistake in the program, not in what it was given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the check-up of an installation speaks of errors where no package is there, and types need NumPy
    from framing.types.message import Filled, Message


class FramingError(Exception):
    """The root of the tree: catch it to show one plain sentence instead of a traceback.

    The three parts are messages without a full stop: two things and what to do, which read on as one sentence.
    """

    def __init__(self, expected: Message, found: Message, remedy: Message) -> None:
        # All three go to Exception as its arguments: that keeps the error picklable between processes.
        super().__init__(expected, found, remedy)
        self.expected = expected
        self.found = found
        self.remedy = remedy

    def __str__(self) -> str:
        """Return the sentence to show, as in "Expected a photograph, but found a folder; name the file in it."."""
        return f"Expected {self.expected}, but found {self.found}; {self.remedy}."

    @property
    def message(self) -> Filled:
        """The sentence, to be said in any language."""
        from framing.types.message import filled

        return filled(
            "Expected {expected}, but found {found}; {remedy}.",
            expected=self.expected, found=self.found, remedy=self.remedy,
        )  # fmt: skip


class PhotoError(FramingError):
    """A photograph is unreadable, too large or truncated."""


def unforeseen(error: Exception, name: str) -> FramingError:
    """The error itself if it is one of this tree; else one that calls it unexpected, with the photograph's name.

    For places where many photographs are looked at: one must not lose the others.
    """
    if isinstance(error, FramingError):
        return error
    from framing.types.message import filled

    found = filled("{name} ({error})", name=name, error=repr(error))
    return PhotoError("a photograph the guide can read", found, "please report it")


class PresetError(FramingError):
    """A preset is unknown, or its file is broken."""


class DrillError(FramingError):
    """A drill is unknown, or its file is broken."""


class StandardError(FramingError):
    """The file of the studio's standard is missing or broken."""


class WeightsError(FramingError):
    """A file of a studio's own weights is broken, or is no better than the guide's own weights."""


class RecordError(FramingError):
    """The school's record cannot be read, or what is to be kept cannot be written to it."""


class CardError(FramingError):
    """A learning card is unknown, or its file is broken."""


class ClipError(FramingError):
    """A film cannot be read."""


class LabelsError(FramingError):
    """A file of labelled photographs is unreadable, or says what no rater can."""


class ModelError(FramingError):
    """A model file is missing, or it is not the one that was published."""


class LanguageError(FramingError):
    """A language is unknown."""


class WriteError(FramingError):
    """A file could not be written."""


class HubError(FramingError):
    """The rooms cannot be reached just now."""


class SettingsError(FramingError):
    """A value from the environment makes no sense."""


class UploadError(FramingError):
    """A picture cannot be received, judged or handed over as it was asked."""


class UnknownPicture(UploadError):  # noqa: N818 - these say what is wrong, and are caught one by one
    """This page has sent no such picture."""


class GonePicture(UploadError):  # noqa: N818
    """It was forgotten to make room for newer ones, and has to be sent again."""


class MisplacedPiece(UploadError):  # noqa: N818
    """A piece does not follow on what is there."""


class DamagedPiece(UploadError):  # noqa: N818
    """A piece, or the whole picture, is not what its checksum says."""


class LargePicture(UploadError):  # noqa: N818
    """A picture, a piece or a request is larger than is taken."""


class NoRoom(UploadError):  # noqa: N818
    """As many pictures, or as many bytes, are held as there may be."""

"""The notes that go with a room's pictures: when, what for, which ones are starred, and what was pinned."""

from __future__ import annotations

import os
import re
import time

from framing.presets import catalogue
from framing.room.values import Room, Taken
from framing.say import Language, translate
from framing.types.message import Message, filled

_STARRED: Message = "starred"


def file_name(room: Room, one: Taken) -> str:
    """The picture's name in a folder, safe on every system: when it was taken, its use, its number in the burst."""
    use = re.sub(r"[^A-Za-z0-9_-]+", "-", room.use).strip("-")[:60] or "picture"
    moment = time.strftime("%Y-%m-%d_%H-%M-%S", time.localtime(one.at))
    return f"{moment}_{use}_{one.number:02d}_{one.id[:6]}.jpg"


def notes(room: Room, pictures: list[Taken], language: Language) -> str:
    """The notes, one thing a line."""
    preset = catalogue(os.environ).presets.get(room.use)
    title = room.use if preset is None else translate(language, preset.title)
    lines: list[Message] = [
        filled("Room: {name}", name=_plain(room.name)),
        filled("Date: {date}", date=_day(room)),
        filled("Use: {use}", use=title),
        "",
        "Pictures:",
        *(_picture(room, one, language) for one in pictures),
    ]
    if room.pins:
        told: Message = "Told to the sitter:"
        lines += ["", told, *(f"{_clock(at)}  {_plain(words)}" for at, words in room.pins)]
    return "\n".join("" if line == "" else translate(language, line) for line in lines) + "\n"


def _picture(room: Room, one: Taken, language: Language) -> str:
    name = file_name(room, one)
    return f"{name}  ★ {translate(language, _STARRED)}" if one.starred else name


def _day(room: Room) -> str:
    return time.strftime("%Y-%m-%d", time.localtime(min((one.at for one in room.pictures), default=room.stirred)))


def _clock(at: float) -> str:
    return time.strftime("%H:%M:%S", time.localtime(at))


def _plain(words: str) -> str:
    return words.replace("\n", " ")

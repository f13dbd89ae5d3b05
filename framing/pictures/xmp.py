"""What a file says of itself in XMP: its use, its moment, that a camera took it, its crop and where the faces are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape

from framing.pictures.box import Box

_CAPTURED = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"
_SPACES = {
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "crs": "http://ns.adobe.com/camera-raw-settings/1.0/",
    "mwg-rs": "http://www.metadataworkinggroup.com/schemas/regions/",
    "stDim": "http://ns.adobe.com/xap/1.0/sType/Dimensions#",
    "stArea": "http://ns.adobe.com/xmp/sType/Area#",
}
# Settings that name no process would be taken for those of the first one, of 2003.
_CAMERA_RAW = {"Version": "15.0", "ProcessVersion": "11.0", "HasSettings": "True", "AlreadyApplied": "False"}


@dataclass(frozen=True, slots=True)
class About:
    """What is to be said of a file."""

    taken: datetime
    use: str = ""  # the preset's name, "" for none
    title: str = ""  # the use for people, in English
    size: tuple[int, int] = (0, 0)  # width and height that the faces' places are fractions of
    crop: Box | None = None  # of an uncut picture: what its use would keep
    faces: tuple[Box, ...] = ()


def xmp(about: About) -> bytes:
    """The packet to embed, UTF-8. docs/photograph.md, "What a file says" lists its properties."""
    moment = about.taken.isoformat(timespec="milliseconds")
    attributes = {
        "xmp:CreatorTool": "Framing guide",
        "xmp:CreateDate": moment,
        "photoshop:DateCreated": moment,
        "Iptc4xmpExt:DigitalSourceType": _CAPTURED,
        **_crop(about.crop),
    }
    spaces = "".join(f' xmlns:{name}="{address}"' for name, address in _SPACES.items())
    said = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    inside = "".join((*_use(about), *_faces(about)))
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""{spaces}{said}>{inside}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
    return packet.encode()


def _use(about: About) -> Iterator[str]:
    if about.use:
        yield f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{_text(about.title)}</rdf:li></rdf:Alt></dc:title>'
        yield f"<dc:subject><rdf:Bag><rdf:li>{_text(about.use)}</rdf:li></rdf:Bag></dc:subject>"


def _text(said: str) -> str:
    """A user's own words as XML has them, which knows no control characters."""
    return escape("".join(letter for letter in said if letter.isprintable()))


def _crop(box: Box | None) -> dict[str, str]:
    if box is None:
        return {}
    edges = {"Top": box.top, "Left": box.left, "Bottom": box.bottom, "Right": box.right}
    told = _CAMERA_RAW | {"HasCrop": "True", **{f"Crop{name}": f"{at:.6f}" for name, at in edges.items()}}
    return {f"crs:{name}": value for name, value in (told | {"CropAngle": "0"}).items()}


def _faces(about: About) -> Iterator[str]:
    if not about.faces:
        return
    width, height = about.size
    yield '<mwg-rs:Regions rdf:parseType="Resource">'
    yield f'<mwg-rs:AppliedToDimensions stDim:w="{width}" stDim:h="{height}" stDim:unit="pixel"/>'
    yield "<mwg-rs:RegionList><rdf:Bag>"
    for box in about.faces:
        x, y = (box.left + box.right) / 2.0, (box.top + box.bottom) / 2.0
        area = {"x": x, "y": y, "w": box.right - box.left, "h": box.bottom - box.top}
        places = "".join(f' stArea:{name}="{value:.6f}"' for name, value in area.items())
        yield f'<rdf:li rdf:parseType="Resource"><mwg-rs:Type>Face</mwg-rs:Type><mwg-rs:Area{places} '
        yield 'stArea:unit="normalized"/></rdf:li>'
    yield "</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>"

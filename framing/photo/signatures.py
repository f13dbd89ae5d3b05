"""What a file is, by its first bytes and never by its name: which are read, and what the known others are called."""

from __future__ import annotations

# Formats as Pillow names them. Not among them: EPS, which starts an interpreter for PostScript; WMF, which asks the
# system to draw; ICO, ICNS, PSD and other containers of pictures that are no photographs; formats without a signature,
# such as TGA, which take any file for theirs; and FITS, HDF5, GRIB and the like, which hold measurements.
FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP", "PPM", "JPEG2000", "AVIF")

_TIFF = (b"II*\0", b"MM\0*")
_READ = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"\xffO\xffQ", b"\0\0\0\x0cjP  ", b"II+\0", b"MM\0+", *_TIFF)
_RAW = {  # where a camera's raw file says what it is
    0: (b"IIRO", b"IIRS", b"MMOR", b"IIU\0", b"FUJIFILMCCD-RAW", b"FOVb", b"\0MRM"),  # Olympus … Panasonic, Fuji …
    4: (b"ftypcrx ",),  # Canon's CR3
    6: (b"HEAPCCDR",),  # Canon's CRW
    8: (b"CR\x02\0",),  # Canon's CR2
}
_RAW_NAMES = frozenset(
    name
    for maker in (
        "crw cr2 cr3 nef nrw arw sr2 srf orf rw2 raw rwl raf pef dng srw",  # Canon, Nikon, Sony … Samsung
        "3fr fff iiq mos mef erf dcr kdc k25 mrw x3f",  # Hasselblad, Phase One, Leaf, Mamiya, Epson, Kodak …
    )
    for name in maker.split()
)
_VIDEO = (b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"qt  ", b"M4V ", b"3gp", b"dash")

# Offset, bytes and name of what is known and not read. The first that fits counts.
_OTHERS = (
    (0, b"8BPS", "a Photoshop file"),
    (0, b"\xff\x0a", "a JPEG XL file"),
    (0, b"\0\0\0\x0cJXL ", "a JPEG XL file"),
    (0, b"II\xbc", "a JPEG XR file"),
    (0, b"%PDF", "a PDF file"),
    (0, b"%!", "a PostScript file"),
    (0, b"\xc5\xd0\xd3\xc6", "a PostScript file"),
    (0, b"gimp xcf", "a GIMP file"),
    (0, b"\0\0\x01\0", "an icon"),
    (0, b"\0\0\x02\0", "a cursor"),
    (0, b"icns", "an icon"),
    (0, b"\xd7\xcd\xc6\x9a", "a Windows metafile"),
    (40, b" EMF", "a Windows metafile"),
    (0, b"v/1\x01", "an OpenEXR file"),
    (0, b"#?RADIANCE", "a Radiance HDR file"),
    (0, b"SIMPLE  =", "a FITS file"),
    (128, b"DICM", "a DICOM file"),
    (0, b"\x1aE\xdf\xa3", "a video file"),
    (0, b"\0\0\x01\xba", "a video file"),
    (8, b"AVI ", "a video file"),
    (8, b"WAVE", "a sound file"),
    (0, b"ID3", "a sound file"),
    (0, b"PK\x03\x04", "a ZIP archive or an Office file"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office file"),
    (0, b"7z\xbc\xaf'\x1c", "an archive"),
    (0, b"Rar!", "an archive"),
    (0, b"\x1f\x8b", "an archive"),
    (0, b"{\\rtf", "a text document"),
)


_WEB_PAGE, _DRAWING, _FILM = "a web page", "an SVG drawing", "a video file"
KINDS = tuple(dict.fromkeys([*(kind for *_, kind in _OTHERS), _WEB_PAGE, _DRAWING, _FILM]))
"""All that `unread` may say."""


def unread(head: bytes) -> str | None:
    """What a known file is that is not read here, as in "a Photoshop file"; None for any other."""
    for offset, signature, kind in _OTHERS:
        if head.startswith(signature, offset):
            return kind
    if head[4:8] == b"ftyp" and head[8:12].startswith(_VIDEO) and not is_heif(head):
        return _FILM
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith((b"<!doctype html", b"<html")):
        return _WEB_PAGE
    if text.startswith((b"<svg", b"<?xml")) and b"<svg" in text:
        return _DRAWING
    return None


def read(head: bytes) -> bool:
    """Whether this begins as a photograph does that is read here; whether it can be, its decoder finds out."""
    return head.startswith(_READ) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP") or is_heif(head)


def is_heif(head: bytes) -> bool:
    """Whether this is HEIC or AVIF: the brands of both stand in the first box of the file."""
    size = int.from_bytes(head[:4], "big")
    brands = {head[i : i + 4] for i in range(8, min(size, len(head)), 4)}
    known = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis"}
    return head[4:8] == b"ftyp" and not known.isdisjoint(brands)


def is_tiff(head: bytes) -> bool:
    """Whether this is a TIFF, as the raw files of most cameras are too."""
    return head.startswith(_TIFF)


def is_raw(head: bytes, name: str) -> bool:
    """Whether this is a camera's raw file. Most look like a TIFF, and then the ending of the name counts."""
    if any(head.startswith(signatures, offset) for offset, signatures in _RAW.items()):
        return True
    return is_tiff(head) and name.rpartition(".")[2].lower() in _RAW_NAMES

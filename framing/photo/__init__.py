"""Photographs as they come from cameras, phones and scanners: opened whatever their kind, upright and in sRGB.

The program asks (`opening`, `process`), a process of its own decodes (`worker`, `decoding` and what they import).
"""

from framing.photo.cutting import cut_out
from framing.photo.opening import Photo, open_photo, region

__all__ = ["Photo", "cut_out", "open_photo", "region"]

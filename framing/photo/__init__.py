"""Photographs as they come from cameras, phones and scanners: opened whatever their kind, upright and in sRGB."""

from framing.photo.opening import LONGEST, SMALLEST, Photo, open_photo, region

__all__ = ["LONGEST", "SMALLEST", "Photo", "open_photo", "region"]

"""The viewfinder follows the sitter inside the camera's picture; docs/viewfinder.md has the reasons."""

from framing.pan.follow import SPEED, Pan, aim, pursue
from framing.pan.rest import come_to_rest, leeway

__all__ = ["SPEED", "Pan", "aim", "come_to_rest", "leeway", "pursue"]

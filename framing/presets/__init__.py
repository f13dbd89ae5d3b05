"""The intended uses: what each asks for, the files they come from, and how the interview finds the right one."""

from framing.presets.catalogue import Catalogue, catalogue, find, load

__all__ = ["Catalogue", "catalogue", "find", "load"]

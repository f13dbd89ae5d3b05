"""How long what was seen on a slower beat counts."""

STALE = 1.0  # seconds after which it no longer does

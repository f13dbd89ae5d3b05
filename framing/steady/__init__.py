"""What keeps live guidance from flickering: state in, state out, and the clock is an argument.

Framing is quick and expression is slow: where somebody sits is read off the last three looks, how they look off the
last seconds. docs/steady.md has the numbers and the reasons.
"""

from framing.steady.cue import hold_cue
from framing.steady.memory import Memory
from framing.steady.mood import over_seconds
from framing.steady.name import hold_verdict
from framing.steady.quick import smooth
from framing.steady.ready import hold_ready, musts_hold
from framing.steady.sitter import same_sitter
from framing.steady.use import another_use

__all__ = [
    "Memory",
    "another_use",
    "hold_cue",
    "hold_ready",
    "hold_verdict",
    "musts_hold",
    "over_seconds",
    "same_sitter",
    "smooth",
]

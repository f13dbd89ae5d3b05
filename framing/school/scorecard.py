"""The scorecard of a run that is over."""

from __future__ import annotations

from framing.school.follower import usual
from framing.school.run import Run
from framing.school.sample import sampled
from framing.school.score import over_steps, total
from framing.school.values import Score


def scorecard(run: Run) -> Score:
    """What the run came to; a step that was never handed in counts as one in which nothing could be read.

    Raises ValueError for a run that is not over, or was left: there is nothing to score.
    """
    if run.phase != "over" or run.left:
        raise ValueError(f"a run that was handed in, not one that is {'left' if run.left else run.phase}")
    drill, sitter = run.drill, run.before == "self"
    nothing = sampled(())
    samples = [one.sample for one in run.handed] + [nothing] * (len(drill.steps) - len(run.handed))
    steps, axes = over_steps(drill, samples, sitter=sitter)
    return Score(
        points=total(axes),
        axes=axes,
        seconds=run.seconds,
        corrections=run.corrected,
        usual=sum(usual(step, one.start) for step, one in zip(drill.steps, run.handed, strict=False)),
        steps=steps,
    )

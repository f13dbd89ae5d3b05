"""Patterns of light, on faces lit by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.perceive.fixed import sitter
from framing.perceive.patches import PATCHES
from framing.types import Absent, Cheeks, Light, LitFace
from framing.verdict.pattern import Pattern, pattern


def lit(stops: float, across: float, above: float, fit: float = 0.8, **patches: float) -> LitFace:
    """A face whose sitter's left cheek is that many stops over the right one."""
    made = sitter().lit_face
    assert isinstance(made, LitFace)
    cheeks = Cheeks(0.2, 0.2 * 2.0**stops)
    return replace(
        made, cheeks=cheeks, light=Light(across, above, fit), patches={**dict.fromkeys(PATCHES, 0.2), **patches}
    )


@pytest.mark.parametrize(
    ("face", "name"),
    [
        (lit(0.1, 0.1, 0.2), "flat"),
        (lit(0.8, 0.9, 0.9), "loop"),
        (lit(1.8, 1.6, 1.0, right_under_eye=0.4), "Rembrandt"),
        (lit(0.0, 0.0, 1.8, philtrum=0.1), "butterfly"),
        (lit(2.6, 2.4, 0.2), "split"),
        (lit(0.1, 0.1, -1.2), "under-lit"),
    ],
)
def test_each_pattern_is_named_where_its_conditions_hold_and_never_for_sure(face: LitFace, name: str) -> None:
    found = pattern(face)
    assert isinstance(found, Pattern)
    assert found.name == name
    assert 0.3 <= found.confidence <= 0.8
    assert name in str(found)


def test_without_the_lit_triangle_it_is_not_rembrandt() -> None:
    found = pattern(lit(1.8, 1.6, 1.0))
    assert isinstance(found, Absent) or found.name != "Rembrandt"


def test_a_light_that_explains_nothing_of_the_shading_is_not_named() -> None:
    assert isinstance(pattern(lit(0.8, 0.9, 0.9, fit=0.05)), Absent)


@given(st.floats(-3, 3), st.floats(-3, 3), st.floats(-2, 3), st.floats(0.1, 1.0))
def test_neither_a_mirror_nor_exposure_changes_the_pattern(
    stops: float, across: float, above: float, exposure: float
) -> None:
    face = lit(stops, across, above)
    assert isinstance(face.cheeks, Cheeks)
    mirrored = replace(face, cheeks=Cheeks(*reversed(face.cheeks)), light=Light(-across, above, 0.8))
    darker = replace(
        face,
        cheeks=Cheeks(*(c * exposure for c in face.cheeks)),
        patches={name: level * exposure for name, level in face.patches.items()},
    )
    assert told(mirrored) == told(face) == told(darker)


def told(face: LitFace) -> tuple[str, float]:
    found = pattern(face)
    return (str(found.why), 0.0) if isinstance(found, Absent) else (found.name, round(found.confidence, 4))


def test_what_is_out_of_view_is_not_guessed() -> None:
    face = lit(0.8, 0.9, 0.9)
    assert isinstance(pattern(replace(face, patches={})), Absent)
    assert pattern(replace(face, light=Absent("no light"))) == Absent("no light")
    assert pattern(replace(face, cheeks=Absent("one cheek"))) == Absent("one cheek")

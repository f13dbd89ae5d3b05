"""The size of a file: never more than the camera gave, but for documents, and the print that it is good for."""

from __future__ import annotations

import pytest

from framing.delivery import DPI, ENLARGED, Delivery, deliver
from framing.presets.catalogue import load
from framing.types import Absent, Viewfinder

PRESETS = load()
BY_RULE = [name for name, preset in PRESETS.items() if preset.most_pixels is not None]


def delivery(use: str, height: int) -> Delivery:
    """A cut of that height in the use's aspect."""
    found = deliver(Viewfinder(10, 20, round(height * PRESETS[use].aspect), height), PRESETS[use])
    assert isinstance(found, Delivery)
    return found


def test_only_documents_have_pixels_by_rule() -> None:
    assert set(BY_RULE) == {"passport_us", "schengen"}


@pytest.mark.parametrize("use", sorted(set(PRESETS) - set(BY_RULE)))
def test_a_small_cut_keeps_its_own_pixels_and_a_large_one_is_brought_down_to_those_of_its_use(use: str) -> None:
    preset = PRESETS[use]
    small, large = delivery(use, 128), delivery(use, 3 * preset.pixels[1])
    assert small.size == (small.window.width, small.window.height)
    assert large.size == preset.pixels
    assert small.enlarged == large.enlarged == 1.0
    assert small.dpi == large.dpi == DPI


@pytest.mark.parametrize("use", BY_RULE)
def test_a_document_has_the_pixels_of_its_rule_and_the_print_of_its_rule_whatever_was_cut(use: str) -> None:
    preset = PRESETS[use]
    assert preset.dpi is not None
    assert preset.most_pixels is not None
    inches = preset.pixels[1] / preset.dpi
    for height in (preset.pixels[1] // 2, preset.pixels[1] + 100, 5 * preset.pixels[1]):
        found = delivery(use, height)
        assert preset.pixels[1] <= found.size[1] <= preset.most_pixels[1]
        assert found.inches[1] == pytest.approx(inches, rel=2e-3)
        assert found.enlarged == max(1.0, preset.pixels[1] / height)


@pytest.mark.parametrize("use", BY_RULE)
def test_a_document_is_never_enlarged_more_than_three_times(use: str) -> None:
    least = PRESETS[use].pixels[1]
    assert delivery(use, -(-least // 3)).enlarged <= ENLARGED
    refused = deliver(Viewfinder(0, 0, 50, least // 3 - 1), PRESETS[use])
    assert isinstance(refused, Absent)
    assert "enlarged" in str(refused.why)


@pytest.mark.parametrize("use", BY_RULE)
def test_delivering_a_document_never_costs_the_eyes_the_pixels_that_its_rule_wants(use: str) -> None:
    preset = PRESETS[use]
    wanted = preset.musts["face_resolution"].low
    # The loosest cut of the longest face: eyes T / 2.1 apart, the head with short hair as small as the bands allow.
    head = preset.musts["face_height"].low if use == "schengen" else preset.musts["tightness"].low / 2.15
    apart = head / 2.1
    for height in range(round(wanted / apart) + 1, 6000, 7):
        assert delivery(use, height).size[1] * apart >= wanted


def test_words_tell_size_enlargement_and_print() -> None:
    assert str(delivery("headshot", 1088).words) == "870 × 1088 pixels, prints to 2.9 × 3.6 in at 300 dpi"
    assert str(delivery("headshot", 4000).words) == "2400 × 3000 pixels, prints to 8 × 10 in at 300 dpi"
    assert "600 × 600 pixels, enlarged 1.5 times, prints to 2 × 2 in" in str(delivery("passport_us", 400).words)
    assert "enlarged" not in str(delivery("passport_us", 700).words)


def test_without_a_use_a_picture_keeps_its_pixels() -> None:
    found = deliver(Viewfinder(0, 0, 640, 360), None)
    assert isinstance(found, Delivery)
    assert found.size == (640, 360)


@pytest.mark.parametrize("use", ["headshot", "portrait"])
def test_the_printed_uses_are_8_by_10_inches_at_their_full_size(use: str) -> None:
    assert delivery(use, 3000).inches == (8.0, 10.0)

"""The error tree: what every error can say."""

import inspect
import pickle

import pytest

from framing import errors
from framing.errors import FramingError

ALL = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if kind.__module__ == errors.__name__]


@pytest.mark.parametrize("kind", ALL)
def test_every_error_belongs_to_the_tree_and_is_drawn_in_it(kind: type[Exception]) -> None:
    assert issubclass(kind, FramingError)
    assert errors.__doc__ is not None
    assert kind.__name__ in errors.__doc__


@pytest.mark.parametrize("kind", ALL)
def test_every_error_says_what_was_expected_what_came_and_what_to_do(kind: type[FramingError]) -> None:
    error = kind(expected="a photograph", found="a folder", remedy="name the file in it")
    assert str(error) == "Expected a photograph, but found a folder; name the file in it."


@pytest.mark.parametrize("kind", ALL)
def test_every_error_survives_the_way_between_two_processes(kind: type[FramingError]) -> None:
    error = pickle.loads(pickle.dumps(kind("a photograph", "a folder", "name the file in it")))
    assert (type(error), error.remedy) == (kind, "name the file in it")

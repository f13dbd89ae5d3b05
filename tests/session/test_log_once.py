import logging

import pytest

from framing.session.log_once import LogOnce


def _one() -> None:
    raise ValueError("one")


def _two() -> None:
    raise ValueError("two")


def _three() -> None:
    raise KeyError("three")


def test_each_cause_is_logged_once_with_its_traceback(caplog: pytest.LogCaptureFixture) -> None:
    report = LogOnce(logging.getLogger("framing.test"))
    for _ in range(30):
        for fail in (_one, _two, _three):
            try:
                fail()
            except (ValueError, KeyError) as error:
                report(error)
    assert len(caplog.records) == 3
    assert all(record.exc_info for record in caplog.records)


def test_an_error_that_was_never_raised_can_be_logged_too(caplog: pytest.LogCaptureFixture) -> None:
    LogOnce(logging.getLogger("framing.test"))(ValueError("only made"))
    assert len(caplog.records) == 1

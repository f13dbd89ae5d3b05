"""Writing a failure to the log once, however often it comes back at thirty frames a second."""

from __future__ import annotations

import logging
import traceback


class LogOnce:
    """Called with an exception, it logs the traceback the first time that this cause appears."""

    def __init__(self, logger: logging.Logger) -> None:
        self._logger = logger
        self._known: set[tuple[type[BaseException], str, int | None]] = set()

    def __call__(self, error: BaseException) -> None:
        """Log the error unless the same type was raised from the same line before."""
        innermost = traceback.extract_tb(error.__traceback__)[-1:]
        where = (innermost[0].filename, innermost[0].lineno) if innermost else ("", None)
        cause = (type(error), *where)
        if cause not in self._known:
            self._known.add(cause)
            self._logger.error("Carrying on after %s (said once)", type(error).__name__, exc_info=error)

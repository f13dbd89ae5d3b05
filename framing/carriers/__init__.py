"""How pictures come to a session and go back to the screen: one module or package for each way.

A carrier makes pixels of what it gets, hands them to `Session.offer` with their moment on `time.monotonic`, and shows
what `painted` makes of the answer. `sample.stream` is the shortest example.
"""

"""For all tests: speed is the bench's to judge, so no example of a property is given a deadline."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

"""The check-up of an installation: `python -m framing doctor`."""

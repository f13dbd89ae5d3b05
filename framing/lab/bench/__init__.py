"""How fast the guide is on this machine: every figure a ratio or a time from one run, none asserted by a test."""

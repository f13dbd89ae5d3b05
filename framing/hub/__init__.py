"""Where rooms are kept and how what changes in them reaches everybody: the effects around `framing.room`."""

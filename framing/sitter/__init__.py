"""A simulated sitter: whoever does what the guide says, as imprecisely as people do, must end up ready."""

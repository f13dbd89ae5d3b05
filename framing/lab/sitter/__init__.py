"""A simulated sitter: a person who follows the guide, as imprecisely as people do, must end up ready."""

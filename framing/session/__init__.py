"""One sitter's session: pictures in from any carrier, each new look out to all who subscribe; and all open sessions.

It knows pixels and moments, and nothing of how they came: that is `framing.carriers`.
"""

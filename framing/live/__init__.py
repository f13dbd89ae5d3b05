"""The camera's side: frames in, painted frames out, and the newest guidance for all who ask."""

"""The camera's side: frames in, painted frames out, and the newest guidance for whoever asks."""

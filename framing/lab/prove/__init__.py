"""The proof that every cue points the right way: copies of photographs with a known cure, seen by the models again."""

"""The long runs of `make soak`: what only shows after many pages, one after the other and at once."""

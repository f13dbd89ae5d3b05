"""Pictures that a browser took: received in pieces, judged, ranked, and handed over as files. In memory only."""

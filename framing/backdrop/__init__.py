"""What a backdrop shows: its edges, lines that run into the head, the head's rim, and where each of them disturbs."""

"""What a backdrop shows: how busy it is, how the head stands out from it, and where it disturbs."""

"""What stands before every answer of the server: who is let in, and what browsers may do with the page."""

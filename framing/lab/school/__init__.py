"""Whether the school measures what it says: its scores told apart, steady and explained, and every drill possible."""

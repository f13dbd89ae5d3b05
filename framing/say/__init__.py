"""What the guide means, in the words of one language for one viewer."""

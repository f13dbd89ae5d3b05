"""What stands in for a camera, a browser or the guide while something is measured."""

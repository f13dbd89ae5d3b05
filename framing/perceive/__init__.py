"""From a camera frame to a scene: the only package that knows the models."""

"""Other light on somebody in a photograph: a lamp moved round them, by the shape that the face's own mesh has."""

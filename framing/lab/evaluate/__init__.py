"""How well the guide agrees with vision models that labelled photographs, and the fit of its verdict to the labels."""

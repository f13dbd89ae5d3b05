"""How well the guide agrees with the raters, vision models that labelled photographs, and the fit of the verdict's weights to them."""

"""How well the guide agrees with people who labelled photographs, and the fit of the verdict's weights to them."""

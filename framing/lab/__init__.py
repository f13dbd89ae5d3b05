"""The tools with which the guide is made and measured; the guide itself needs none of them."""

"""The moving sample as a carrier: pictures that are drawn here, for people without a camera."""

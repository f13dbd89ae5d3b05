"""A guide for framing headshots and portraits: what a camera frame reads as, why, and the one next thing to change."""

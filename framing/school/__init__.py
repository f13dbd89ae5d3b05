"""The school: drills before the camera, scored by axis with the reason and the number behind each point."""

"""`make words`: collect what the guide says, bring the translations up to date, and list what is missing."""

"""A room in which a coach guides somebody far away: values and rules, without effects."""

"""Administration: what the planner is made of."""

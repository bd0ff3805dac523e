"""What the plan shows: tabs, days, resources, filters."""

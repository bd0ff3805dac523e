"""What stands beside the plan: free times, search, the waiting list."""

"""The Abgleich-Zentrale: what the sync did, what it waits for, and what a person can do about it."""

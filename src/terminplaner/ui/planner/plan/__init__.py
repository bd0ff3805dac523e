"""The painted plan: what stands where (Qt-free), pixels, and what hands and keys mean."""

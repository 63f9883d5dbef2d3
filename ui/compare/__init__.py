"""A | B: a second server beside the first, with the same clients, the same arrivals and the same draws."""

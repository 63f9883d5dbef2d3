"""The start test: what a stranger gets from the wheel, in an environment of its own."""

"""Many runs: what is the same whoever runs them, and whatever happens on the way."""

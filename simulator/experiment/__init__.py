"""Many runs: replications, sweeps, plans and comparisons, on this machine or a cluster."""

"""Sweeps and plans beside the running session, in processes of their own."""

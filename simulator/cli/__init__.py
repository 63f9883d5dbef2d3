"""`simulate`: a scenario file in, figures and result files out, without a window."""

from simulator.cli.entry import main

__all__ = ["main"]

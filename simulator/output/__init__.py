"""Result files, as the contract names them: whole or not at all."""

from simulator.output.results import Results

__all__ = ["Results"]

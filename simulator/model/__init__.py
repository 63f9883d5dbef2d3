"""The model: the only package that runs SimPy; `System` is its one door."""

from simulator.model.system import System

__all__ = ["System"]

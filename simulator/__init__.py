"""Vazão without its window: scenarios, the model, figures, experiments.

`from simulator import load, run, sweep, plan`; see `simulator.api`. Nothing is imported before it is asked for.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.api import changed, compare, explain, find_capacity, load, plan, run, sweep

__all__ = ["changed", "compare", "explain", "find_capacity", "load", "plan", "run", "sweep"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  # whatever it is called
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from simulator import api  # noqa: PLC0415

    return getattr(api, name)

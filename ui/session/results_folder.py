"""A folder of results, as `simulate --out` leaves it."""

from pathlib import Path

from simulator.errors import ResultsError

SCENARIO, REQUESTS = "scenario.toml", "requests.csv"


def results_in(folder: Path) -> Path:
    """The scenario of a folder of results. Raises ResultsError where it is none."""
    path = folder / SCENARIO
    if not path.is_file():
        raise ResultsError(f"{folder}: has no {SCENARIO}, so these are no results of simulate --out")
    return path

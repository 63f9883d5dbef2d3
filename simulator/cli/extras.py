"""Optional dependencies: a clear word where one is missing, before anything is done."""

from importlib.util import find_spec

from simulator.errors import SimulatorError


def needs_reality(command: str) -> None:
    """Raises SimulatorError where the extra `reality` is not installed."""
    missing = [name for name in ("fastapi", "uvicorn", "h11", "sqlalchemy") if find_spec(name) is None]
    if missing:
        raise SimulatorError(f"{command}: needs {', '.join(missing)}: pip install 'vazao[reality]'")

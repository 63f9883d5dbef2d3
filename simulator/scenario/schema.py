"""The JSON Schema of a scenario, for editors that complete and check a file which begins with `#:schema`."""

from typing import Any

from simulator.scenario.scenario import Scenario


def schema() -> dict[str, Any]:
    """Of format 1, as the file has it; what spans several keys is checked by the parser alone."""
    described = Scenario.model_json_schema(by_alias=True, mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described, "title": "Vazão scenario, format 1"}

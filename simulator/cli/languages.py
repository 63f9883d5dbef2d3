"""`--language`: one of those that scenarios, lessons and reports are written in."""

from simulator.errors import SimulatorError
from simulator.scenario.frozen import LANGUAGES
from simulator.words import nearest, shown


def code_of(language: str) -> str:
    """ "pt_BR" of "pt-BR". Raises SimulatorError where it is none of ours."""
    code = language.replace("-", "_")
    if code not in LANGUAGES:
        tags = [each.replace("_", "-") for each in LANGUAGES]
        hint = nearest(language, tags)
        raise SimulatorError(f"--language: must be {' or '.join(tags)}, got {shown(language)}{hint}")
    return code

"""What `simulate plan` and `simulate capacity` have in common: the call, the evidence, the command to repeat it."""

import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from simulator.cli import digits
from simulator.errors import SimulatorError

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from simulator.experiment.targets import Target
    from simulator.experiment.trials import Reached, Trial

_PERCENT = re.compile(r"([0-9]+(?:\.[0-9]*)?)\s*%")
_WORST, _BEST = 50, 99.99
_FINEST, _COARSEST = 0.1, 50


def parse_confidence(text: str) -> float:
    """0.95 of "95%". Raises SimulatorError where it is none."""
    match = _PERCENT.fullmatch(text.strip())
    if match is None or not _WORST <= float(match[1]) <= _BEST:
        raise SimulatorError(f"--confidence: must be {_WORST}% to {_BEST}%, got {text}")
    return float(match[1]) / 100


def parse_precision(text: str) -> float:
    """0.02 of "2%". Raises SimulatorError where it is none."""
    match = _PERCENT.fullmatch(text.strip())
    if match is None or not _FINEST <= float(match[1]) <= _COARSEST:
        raise SimulatorError(f"--precision: must be {_FINEST}% to {_COARSEST}%, got {text}")
    return float(match[1]) / 100


def repeated(option: str, values: Sequence[str] | None) -> list[tuple[str, str]]:
    """An option that may be given several times, as `command` takes it."""
    return [(option, value) for value in values or ()]


def command(name: str, options: Sequence[tuple[str, str]]) -> str:
    """As it is typed in a shell."""
    return shlex.join(["simulate", name, *(word for option in options for word in option)])


def show(
    plain: Mapping[str, Any], command: str, blocks: "Callable[[], list[RenderableType]]", *, as_json: bool
) -> None:
    """The answer, for a program or for a reader."""
    if as_json:
        from simulator.cli.json_text import json_text  # noqa: PLC0415

        print(json_text({**plain, "command": command}), end="")
    else:
        from simulator.cli.screen import print_blocks  # noqa: PLC0415

        print_blocks(blocks())


def evidence(
    first: str, trials: Sequence["Trial"], targets: Sequence["Target"], name: "Callable[[Trial], str]"
) -> "Table":
    """A row for each scenario that was tried."""
    from rich.text import Text  # noqa: PLC0415

    from simulator.cli.screen import columns  # noqa: PLC0415

    table = columns(first, "runs", *(target.text for target in targets), "")
    table.columns[-1].justify = "left"
    styles = {"met": "green", "missed": "red", "undecided": "yellow"}
    for trial in trials:
        cells = [figures(target, reached) for target, reached in zip(targets, trial.reached, strict=True)]
        verdict = Text(str(trial.verdict), styles[str(trial.verdict)])
        table.add_row(name(trial), digits.count(trial.replications), *cells, verdict)
    return table


def figures(target: "Target", reached: "Reached") -> str:
    """The mean and its interval: `287 ms (280 .. 294 ms)`."""
    from simulator.experiment.targets import FIGURES, Unit  # noqa: PLC0415

    low, high = (max(end, 0.0) for end in reached.interval)
    match FIGURES[target.figure].unit:
        case Unit.TIME:
            return f"{digits.time(reached.value)} ({digits.interval(low, high, is_time=True)})"
        case Unit.SHARE:
            return f"{_share(reached.value)} % ({_share(low)} .. {_share(high)} %)"
        case Unit.RATE:
            return f"{digits.significant(reached.value)}/s ({digits.interval(low, high, is_time=False)})"


def _share(share: float) -> str:
    return f"{share * 100:.3g}"


def percent(share: float) -> str:
    """95 % of 0.95."""
    return f"{share * 100:g} %"


def in_words(targets: Sequence["Target"]) -> str:
    """`p95<300ms and errors<0.1%`."""
    return " and ".join(target.text for target in targets)


def how_close(trial: "Trial", targets: Sequence["Target"]) -> str:
    """Of what came closest to its targets: `p95<300ms: 412 ms (400 .. 424 ms), 37 % off`."""
    missed = [
        f"{target.text}: {figures(target, reached)}{_off(target.excess(reached.value))}"
        for target, reached in zip(targets, trial.reached, strict=True)
        if reached.verdict != "met"
    ]
    return "; ".join(missed)


def _off(excess: float) -> str:
    return f", {digits.percent(excess)} off" if excess > 0 else ", too close to tell"

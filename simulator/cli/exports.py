"""`--perfetto FILE` and `--report FILE`: single files beside, or without, a folder of results."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from simulator.cli.asked import Asked
from simulator.cli.languages import code_of
from simulator.errors import ResultsError
from simulator.scenario import Scenario
from simulator.statistics import Replications
from simulator.whole import is_written_to, write_whole


def check(asked: Asked) -> None:
    """Before anything is run.

    Raises ResultsError where a file cannot be written, SimulatorError without an extra or for an unknown language.
    """
    code_of(asked.language)
    if asked.has_parquet:
        from simulator.output import parquet  # noqa: PLC0415  # an extra

        parquet.require()
    for file in (asked.perfetto, asked.report):
        if file is None:
            continue
        if file.is_dir():
            raise ResultsError(f"cannot write {file}: is a folder")
        place = file if is_written_to(file) else file.parent
        if not os.access(place, os.W_OK):
            reason = "is not writable" if place.exists() else "does not exist"
            raise ResultsError(f"cannot write {file}: {place} {reason}")


def write(asked: Asked, scenario: Scenario, finished: Replications) -> list[str]:
    """The names of the files that were written; both show the rows of the first replication.

    That is run once more, since it may have been run elsewhere, or without keeping its rows: the rows are the same.
    """
    if asked.perfetto is None and asked.report is None:
        return []
    from simulator.model import System  # noqa: PLC0415  # not asked for
    from simulator.output import perfetto  # noqa: PLC0415
    from simulator.output.report import report  # noqa: PLC0415
    from simulator.output.report_words import words_of  # noqa: PLC0415

    assert scenario.run.seed is not None, "a seed was drawn"
    system = System(scenario, seed=scenario.run.seed, trace=asked.perfetto is not None)
    system.finish()
    if asked.perfetto is not None:
        _whole(asked.perfetto, lambda: perfetto.as_json(system.record))
    if asked.report is not None:
        _whole(
            asked.report, lambda: [report(finished.overall(), system.record, words=words_of(code_of(asked.language)))]
        )
    return [str(file) for file in (asked.perfetto, asked.report) if file is not None]


def _whole(file: Path, pieces: Callable[[], Iterable[str]]) -> None:
    try:
        write_whole(file, pieces())
    except OSError as error:
        raise ResultsError(f"cannot write {file}: {error.strerror or error}") from error

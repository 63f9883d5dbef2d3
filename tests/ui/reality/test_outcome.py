"""What a check came to, and what it looks like to charts and readers."""

import json
from pathlib import Path

import numpy as np
import pytest

from simulator.reality.reasons import Cause, Reason
from simulator.record import Samples
from ui.reality.outcome import Figure, outcome_of
from ui.reality.overlay import samples_of
from ui.reality.words import difference, name_of, said, value

ROWS = """\
replication,sent_s,finished_s,outcome
1,0.05,0.15,completed
1,0.08,0.28,completed
1,0.10,0.20,rejected
1,0.15,,unfinished
2,0.00,9.99,completed
"""
TOLD = {
    "figures": [{"figure": "p95", "measured": 0.2, "simulated": 0.21, "ok": True, "tolerance": 0.016}],
    "reasons": [{"cause": "others", "amount": 0.4, "text": "..."}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reality.csv").write_text(ROWS, encoding="utf-8")
    (tmp_path / "reality.json").write_text(json.dumps(TOLD), encoding="utf-8")
    return tmp_path


def column(samples: Samples, name: str) -> list[float]:
    return [float(each) for each in samples.column(name)]


def test_measured_rows_become_the_samples_of_a_run(folder: Path) -> None:
    samples = samples_of(folder / "reality.csv", 0.1)
    assert len(samples) == 3  # the second repetition is left out
    assert column(samples, "sent") == [3, 4, 4]
    assert column(samples, "completed") == [0, 1, 2]
    assert column(samples, "errors") == [0, 1, 1]
    assert column(samples, "response_p95")[1:] == pytest.approx([0.1e9, 0.2e9])
    assert np.isnan(column(samples, "response_p95")[0])


def test_an_outcome_is_read_from_the_files(folder: Path) -> None:
    outcome = outcome_of(folder)
    assert outcome.figures == (Figure("p95", 0.2, 0.21, is_ok=True),)
    assert outcome.reasons == (Reason(Cause.OTHERS, 0.4),)
    assert outcome.missed == 0


@pytest.mark.parametrize(
    ("name", "measured", "simulated", "words"),
    [
        ("p95", 0.2, 0.21, ("p95", "200 ms", "+5.0 %")),
        ("throughput", 20.0, 19.0, ("throughput", "20.0/s", "−5.0 %")),
        ("timed_out", 0.5, 0.4, ("timed out", "50.0 %", "−10.0 pt")),
        ("worker 2", 0.25, 0.25, ("worker no. 2", "25.0 %", "+0.0 pt")),
        ("mean", None, 0.1, ("mean", "–", "–")),
        ("throughput", 0.0, 1.0, ("throughput", "0.00/s", "–")),
    ],
)
def test_words(name: str, measured: float | None, simulated: float, words: tuple[str, str, str]) -> None:
    figure = Figure(name, measured, simulated, is_ok=True)
    assert (name_of(figure), value(figure, measured), difference(figure)) == words


def test_every_cause_has_words() -> None:
    told = [said(Reason(cause, 0.5)) for cause in Cause]
    assert len(set(told)) == len(Cause)
    assert not any("{" in words for words in told)

"""What a real server did, as the charts read a run. Pure."""

import csv
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from simulator.record import SAMPLE_COLUMNS, Samples
from simulator.units import NS_PER_S

Floats = NDArray[np.float64]
_RANKS = (50.0, 95.0, 99.0)


def samples_of(file: Path, every_s: float) -> Samples:
    """The first repetition of a `reality.csv`, in intervals; what only the model knows is 0."""
    sent, finished, outcomes = _read(file)
    is_answer = outcomes == "completed"
    ended = ~np.isnan(finished)
    latest_s = max(float(sent.max(initial=0.0)), float(finished[ended].max(initial=0.0)))
    samples = Samples()
    for number in range(1, int(np.ceil(latest_s / every_s)) + 1):
        now_s = number * every_s
        recent = is_answer & (finished > now_s - every_s) & (finished <= now_s)
        row = dict.fromkeys(SAMPLE_COLUMNS, 0.0)
        row["time"] = now_s * NS_PER_S
        row["sent"] = float(np.count_nonzero(sent <= now_s))
        row["completed"] = row["good"] = float(np.count_nonzero(is_answer & (finished <= now_s)))
        row["errors"] = float(np.count_nonzero(~is_answer & ended & (finished <= now_s)))
        times = (finished - sent)[recent] * NS_PER_S
        for rank in _RANKS:
            row[f"response_p{rank:.0f}"] = float(np.percentile(times, rank)) if len(times) else float("nan")
        samples.add([row[name] for name in SAMPLE_COLUMNS], ())
    return samples


def _read(file: Path) -> tuple[Floats, Floats, NDArray[np.str_]]:
    with file.open(newline="", encoding="utf-8") as opened:
        rows = [row for row in csv.DictReader(opened) if row["replication"] == "1"]
    sent = np.array([float(row["sent_s"]) for row in rows])
    finished = np.array([float(row["finished_s"] or "nan") for row in rows])
    return sent, finished, np.array([row["outcome"] for row in rows], dtype=np.str_)

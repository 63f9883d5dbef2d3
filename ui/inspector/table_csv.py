"""Rows of the table as CSV, as machines read it: a point in numbers, seconds, names in English."""

import csv
from io import StringIO

from simulator.record import Outcome
from simulator.scenario import Scenario
from simulator.units import NS_PER_S
from ui.inspector.table_model import RequestTableModel
from ui.inspector.table_rows import COLUMNS, UNKNOWN, Ints

_HEADS = {"request": "request_id", "client": "client", "route": "route", "worker": "worker", "outcome": "outcome"}


def csv_of(model: RequestTableModel, ids: Ints, scenario: Scenario) -> str:
    """A header and a row for each of these requests."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([_HEADS.get(name, f"{name}_s") for name in COLUMNS])
    for request_id in ids.tolist():
        row = model.row(request_id)
        writer.writerow([_plain(name, row[name], scenario) for name in COLUMNS])
    return text.getvalue()


def _plain(name: str, value: int, scenario: Scenario) -> str:
    if name == "client":
        return scenario.clients[value].name
    if name == "route":
        return scenario.routes[value].path
    if name == "outcome":
        return Outcome(value).name.lower()
    if name == "worker":
        return str(value) if value > 0 else ""
    if name == "request":
        return str(value)
    return "" if value == UNKNOWN else f"{value / NS_PER_S:.9f}"

"""`vazao`, and beside it a file that says what it shows and where: `python -m tests.end_to_end.observed_app OUT`.

Nothing here leads the window. When it was closed, the session's own rows are written as `session.csv` into OUT.
"""

import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from simulator.output.requests import lines
from ui.app import main as vazao
from ui.inspector.panel import InspectorPanel
from ui.inspector.table_rows import COLUMNS
from ui.main_window import MainWindow
from ui.parameters.panel import ParametersPanel
from ui.parameters.slider_row import SliderRow
from ui.parameters.specs import Parameter
from ui.timeline.picture import Strip
from ui.timeline.strip import TimelineStrip

_EVERY_MS = 60


def main() -> int:
    """Run it; its exit code."""
    out = Path(sys.argv[1])
    app = QApplication([sys.argv[0]])
    timer = QTimer()
    timer.timeout.connect(lambda: _tell(app, out))
    timer.start(_EVERY_MS)
    code = vazao([])
    window = _window(app)
    if window is not None and window.session.system is not None:
        window.session.system.close()
        (out / "session.csv").write_bytes(b"".join(lines(window.session.system.record)))
    return code


def _window(app: QApplication) -> MainWindow | None:
    return next((widget for widget in app.topLevelWidgets() if isinstance(widget, MainWindow)), None)


def _tell(app: QApplication, out: Path) -> None:
    window = _window(app)
    if window is None or window.session.system is None or window.parts.get("inspector") is None:
        return
    part = out / "state.part"
    part.write_text(json.dumps(_state(window, app)), encoding="utf-8")
    part.replace(out / "state.json")


def _state(window: MainWindow, app: QApplication) -> dict[str, Any]:
    session, inspector = window.session, window.parts.get("inspector")
    assert session.system is not None, "asked before"
    assert isinstance(inspector, InspectorPanel), "asked before"
    rows = session.system.record.requests.array()
    took = rows["finished"] - rows["sent"]
    dialog = app.activeModalWidget()
    return {
        "title": window.files.title,
        "mode": session.mode.value,
        "now_s": session.now_s,
        "shown_s": session.shown_s,
        "speed": session.speed,
        "is_rewound": session.is_rewound,
        "ghost_s": None if session.ghost is None else session.ghost.since_s,
        "changes": [(change.set, change.to) for change in session.system.changes],
        "is_unsaved": session.has_unsaved_changes,
        "slowest": int(took.argmax()) + 1 if len(took) else 0,
        "inspected": inspector.shown_request,
        "dialog": None if dialog is None else dialog.windowTitle(),
        "places": _places(window, inspector),
    }


def _places(window: MainWindow, inspector: InspectorPanel) -> dict[str, tuple[int, int, int, int]]:
    """Rectangles on the screen by name: x, y, width, height; only of what is shown."""
    found = {}
    panel, strip = window.parts.get("panel"), window.parts.get("timeline")
    if isinstance(panel, ParametersPanel):
        for parameter in (Parameter.IO_LATENCY, Parameter.WORKERS):
            row = panel.list.rows[parameter]
            assert isinstance(row, SliderRow), "it is a number"
            handle = round(row.slider.handle_x(row.slider.value()))
            found[parameter.value] = _rect(row.slider, QRect(0, 0, row.slider.width(), row.slider.height()))
            found[f"{parameter.value}_handle"] = _rect(row.slider, QRect(handle, 0, 1, row.slider.height()))
    if isinstance(strip, TimelineStrip):
        found["past"] = _rect(strip, Strip.of(strip.width(), strip.height()).frame.toRect())
    if inspector.isVisible():
        found["all"] = _rect(inspector.bar.all, inspector.bar.all.rect())
    table = inspector.table.view
    if table.isVisible():
        header, column = table.horizontalHeader(), COLUMNS.index("response")
        at = header.sectionViewportPosition(column)
        found["response"] = _rect(header.viewport(), QRect(at, 0, header.sectionSize(column), header.height()))
        first = table.visualRect(table.model().index(0, 0))
        found["first_row"] = _rect(table.viewport(), first)
    return found


def _rect(widget: QWidget, inside: QRect) -> tuple[int, int, int, int]:
    corner = widget.mapToGlobal(QPoint(inside.x(), inside.y()))
    return corner.x(), corner.y(), inside.width(), inside.height()


if __name__ == "__main__":
    sys.exit(main())

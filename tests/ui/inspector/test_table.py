"""The table by mouse and key: sorted, filtered, growing, copied."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from simulator.model import System
from ui.i18n import CODES, Code, Language
from ui.inspector.table_rows import COLUMNS
from ui.inspector.table_view import RequestTable
from ui.theme import Theme, ThemeName

LEFT = Qt.MouseButton.LeftButton
RESPONSE = COLUMNS.index("response")


@pytest.fixture
def table(language: Language, blocking: System, qtbot: QtBot) -> Iterator[RequestTable]:
    made = RequestTable(Theme(ThemeName.LIGHT))
    made.resize(1000, 400)
    made.show()
    made.restart(blocking)
    yield made
    made.hide()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def click_head(qtbot: QtBot, table: RequestTable, column: int) -> None:
    head = table.view.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(column) + 20, head.height() // 2)
    qtbot.mouseClick(head.viewport(), LEFT, pos=at)


def shown(table: RequestTable, column: str) -> list[int]:
    return [table.model.row(int(number))[column] for number in table.model.ids]


@pytest.mark.parametrize("width", [1008, 956, 890, 888, 700, 520])
@pytest.mark.parametrize("code", CODES)
def test_filters_say_in_whole_words_what_they_are_in_any_window(
    table: RequestTable, language: Language, code: Code, width: int
) -> None:
    language.set_code(code)
    table.resize(width, 300)
    QCoreApplication.processEvents()
    for box in (table.client, table.route, table.outcome, table.worker):
        room = QStyleOptionComboBox()
        box.initStyleOption(room)
        field = box.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, room, QStyle.SubControl.SC_ComboBoxEditField, box
        )
        assert box.fontMetrics().horizontalAdvance(box.itemText(0)) <= field.width(), box.itemText(0)
    assert table.slower.geometry().right() <= width - 14
    assert table.search.width() >= 120


def test_a_click_on_a_header_sorts_the_longest_first_and_then_the_other_way(table: RequestTable, qtbot: QtBot) -> None:
    click_head(qtbot, table, RESPONSE)
    assert shown(table, "response") == sorted(shown(table, "response"), reverse=True)
    click_head(qtbot, table, RESPONSE)
    assert shown(table, "response") == sorted(shown(table, "response"), key=lambda value: (value < 0, value))
    assert shown(table, "response")[-1] < 0, "in flight: it has none yet"
    title = table.model.headerData(RESPONSE, Qt.Orientation.Horizontal)
    assert title == "↑ Response (ms)"


def test_a_key_sorts_by_the_column_of_the_cursor(table: RequestTable, qtbot: QtBot) -> None:
    table.view.setFocus()
    table.view.setCurrentIndex(table.model.index(0, COLUMNS.index("client")))
    qtbot.keyClick(table.view, Qt.Key.Key_S)
    assert shown(table, "client") == sorted(shown(table, "client"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [("cliente_2", {1}), ("CLIENTE", {0, 1, 2}), ("nobody", set()), ("in flight", None), ("7", None)],
)
def test_words_filter(words: str, expected: set[int] | None, table: RequestTable, qtbot: QtBot) -> None:
    qtbot.keyClicks(table.search, words)
    if expected is not None:
        assert set(shown(table, "client")) == expected
    elif words == "7":
        assert table.model.ids.tolist() == [7]
    else:
        assert set(shown(table, "outcome")) == {0}


def test_columns_filter_together(table: RequestTable, qtbot: QtBot) -> None:
    table.client.setFocus()
    qtbot.keyClick(table.client, Qt.Key.Key_Down)
    table.slower.setFocus()
    table.slower.selectAll()
    qtbot.keyClicks(table.slower, "300")
    qtbot.keyClick(table.slower, Qt.Key.Key_Return)
    assert set(shown(table, "client")) == {0}
    assert min(shown(table, "response")) >= 300_000_000
    assert " of " in table.count.text()


def test_what_is_selected_stays_selected_while_the_run_goes_on(
    table: RequestTable, blocking: System, qtbot: QtBot
) -> None:
    tester = QAbstractItemModelTester(table.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    click_head(qtbot, table, RESPONSE)
    chosen = int(table.model.ids[20])
    table.select(chosen)
    table.slower.setValue(100)
    for until_s in (13, 15, 20):
        blocking.run_until(until_s)
        table.refresh(1)
        rows = table.view.selectionModel().selectedRows()
        assert [table.model.id_at(row.row()) for row in rows] == [chosen]
        assert bool(np.all(np.diff(np.array(shown(table, "response"))) <= 0))
    assert table.model.total == blocking.record.requests.count
    del tester


def test_new_rows_come_at_the_end_and_nothing_moves(table: RequestTable, blocking: System) -> None:
    table.view.verticalScrollBar().setValue(10)
    top = table.model.id_at(table.view.rowAt(0))
    with_before = table.model.ids.tolist()
    blocking.run_until(14)
    table.refresh(1)
    assert table.model.ids.tolist()[: len(with_before)] == with_before
    assert table.model.id_at(table.view.rowAt(0)) == top
    assert table.model.rowCount() == blocking.record.requests.count


def test_a_row_opens_by_double_click_and_by_enter(table: RequestTable, qtbot: QtBot) -> None:
    at = table.view.visualRect(table.model.index(3, 0)).center()
    opened: list[int] = []
    table.request_opened.connect(opened.append)
    qtbot.mouseClick(table.view.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(table.view.viewport(), LEFT, pos=at)
    qtbot.keyClick(table.view, Qt.Key.Key_Down)
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert opened == [4, 5]


def test_selected_rows_are_copied_as_csv(table: RequestTable, blocking: System, qtbot: QtBot) -> None:
    table.view.setFocus()
    table.view.selectRow(0)
    qtbot.keyClick(table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, first, second = QGuiApplication.clipboard().text().splitlines()
    assert head.startswith("request_id,response_s,outcome,client,route,worker,sent_s,network_s")
    row = blocking.record.requests.array()[0]
    response = (int(row["finished"]) - int(row["sent"])) / 1e9
    assert first.split(",")[:3] == ["1", f"{response:.9f}", "completed"]
    assert second.startswith("2,")


def test_everything_shown_is_copied_where_nothing_is_selected(table: RequestTable, qtbot: QtBot) -> None:
    qtbot.keyClicks(table.search, "cliente_1")
    qtbot.mouseClick(table.copy, LEFT)
    assert len(QGuiApplication.clipboard().text().splitlines()) == len(table.model.ids) + 1


def test_the_language_changes_headers_numbers_and_choices(table: RequestTable, language: Language) -> None:
    assert table.model.data(table.model.index(0, RESPONSE)).count(".") == 1
    language.set_code("pt_BR")
    QCoreApplication.sendPostedEvents()
    assert "," in table.model.data(table.model.index(0, RESPONSE))
    assert table.model.headerData(RESPONSE, Qt.Orientation.Horizontal) == "Resposta (ms)"
    assert table.client.itemText(0) == "Todos os clientes"


@pytest.mark.parametrize("code", CODES)
def test_every_heading_has_room_with_its_arrow_too(table: RequestTable, language: Language, code: Code) -> None:
    language.set_code(code)
    QApplication.processEvents()
    head, cut = table.view.horizontalHeader(), []
    for number, column in enumerate(COLUMNS):
        table.sort_by(number)
        if head.sectionSize(number) < head.sectionSizeHint(number):
            cut.append((column, head.sectionSize(number), head.sectionSizeHint(number)))
    assert cut == []

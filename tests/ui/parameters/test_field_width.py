"""No number is cut, however great or small, in either language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QStyle, QStyleOptionFrame
from pytestqt.qtbot import QtBot

from ui.parameters.number_field import WIDTH, NumberField
from ui.parameters.specs import SPECS, Spec
from ui.parameters.targets import limits
from ui.theme import Theme

_INSIDE = 2
"""Pixels that QLineEdit keeps free at either side of its text."""


@pytest.fixture(params=["en", "pt_BR"])
def notation(request: pytest.FixtureRequest) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


def room(field: NumberField) -> int:
    """Pixels for the number."""
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    inside = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    return inside.width() - field.textMargins().left() - field.textMargins().right() - 2 * _INSIDE


@pytest.mark.parametrize("spec", [spec for spec in SPECS if spec.scale is not None], ids=lambda spec: spec.parameter)
def test_extremes_fit_into_the_field(spec: Spec, light: Theme, notation: None, qtbot: QtBot) -> None:
    assert spec.scale is not None, "it is a number"
    allowed = limits(spec)
    field = NumberField(light, spec.unit, spec.scale, allowed)
    qtbot.addWidget(field)
    field.ensurePolished()
    sizes = [unit * spec.unit.size for unit in (1.2346e-9, 0.012346, 12345.7, 1_000_000, 99_999_000)]
    for value in (allowed.low, allowed.high, *sizes):
        field.show_value(value)
        assert field.fontMetrics().horizontalAdvance(field.text()) <= room(field), field.text()
    field.show_value(spec.scale.stops[-1])
    assert field.width() == WIDTH


def test_a_word_has_no_unit_and_a_number_typed_over_it_has_one(light: Theme, qtbot: QtBot) -> None:
    spec = next(spec for spec in SPECS if spec.unit.sign and spec.scale is not None)
    assert spec.scale is not None
    field = NumberField(light, spec.unit, spec.scale, limits(spec))
    qtbot.addWidget(field)
    field.show_value(0)
    field.retranslate("none")
    assert (field.text(), field.sign) == ("none", "")
    field.selectAll()
    qtbot.keyClicks(field, "2")
    assert (field.text(), field.sign) == ("2", spec.unit.sign)

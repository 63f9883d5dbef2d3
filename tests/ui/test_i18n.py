"""Both languages, whole, and switched while the window is open."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from tests.translations import FOLDER, LANGUAGES, gather, release, sources
from ui.i18n import CODES, NAMES, Language, code_of, is_code

ENGLISH, PORTUGUESE = FOLDER / "vazao_en.ts", FOLDER / "vazao_pt_BR.ts"
SLOTS = re.compile(r"\{\w+\}|%n|%\d|</?[bc]>")
"""What a translation must have as the source has it."""


@pytest.fixture
def language(restored: QApplication) -> Iterator[Language]:
    """English, taken away afterwards."""
    made = Language("en")
    yield made
    made.remove()


class Listener(QWidget):
    """Counts the times it is told to say everything anew."""

    times = 0

    def event(self, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.LanguageChange
        return super().event(event)


def worker() -> str:
    """A word of the diagram in the language of the moment."""
    return QCoreApplication.translate("Diagram", "BLOCKED")


def test_a_new_language_is_spoken_at_once(language: Language, qtbot: QtBot) -> None:
    with qtbot.waitSignal(language.changed) as changed:
        language.set_code("pt_BR")
    assert (changed.args, worker()) == (["pt_BR"], "BLOQUEADO")
    language.set_code("en")
    assert worker() == "BLOCKED"


def test_widgets_are_told_once(language: Language, qtbot: QtBot, qapp: QApplication) -> None:
    widget = Listener()
    qtbot.addWidget(widget)
    widget.show()
    qapp.processEvents()
    widget.times = 0
    language.set_code("pt_BR")
    qapp.processEvents()
    assert widget.times == 1


def test_the_same_language_again_is_no_news(language: Language, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(language.changed):
        language.set_code("en")


def test_toggling_goes_round(language: Language) -> None:
    met = [language.code]
    for _ in CODES:
        language.toggle()
        met.append(language.code)
    assert met == ["en", "pt_BR", "en"]


@pytest.mark.parametrize(("code", "written"), [("en", "1,234.5"), ("pt_BR", "1.234,5")])
def test_numbers_follow(language: Language, code: str, written: str) -> None:
    assert is_code(code)
    language.set_code(code)
    assert QLocale().toString(1234.5, "f", 1) == written


def test_qts_own_words_follow(language: Language, qtbot: QtBot) -> None:
    language.set_code("pt_BR")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Cancelar"


@pytest.mark.parametrize(
    ("locale", "code"), [("pt_BR", "pt_BR"), ("pt_PT", "pt_BR"), ("en_GB", "en"), ("de_DE", "en"), ("C", "en")]
)
def test_the_system_chooses_at_first(locale: str, code: str) -> None:
    assert code_of(QLocale(locale)) == code


def test_a_stored_setting_may_be_anything() -> None:
    assert [is_code(text) for text in ("en", "pt_BR", "pt", None, 7)] == [True, True, False, False, False]
    assert set(NAMES) == set(CODES)


# The files


def entries(path: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    """Context and message of a .ts file."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def spoken(path: Path) -> Iterator[tuple[str, str]]:
    """Context and text of every string that a module has translated, as Python reads it."""
    for node, owner in _calls(ast.parse(path.read_text(encoding="utf-8")), ""):
        name = ast.unparse(node.func)
        if name == "self.tr":
            texts = [owner, *_literals(node, path)]
        elif name.endswith(("QT_TRANSLATE_NOOP", "QCoreApplication.translate")):
            texts = _literals(node, path)
        else:
            continue
        # What is not written out here was marked where it is written out.
        if len(texts) >= 2:
            yield texts[0], texts[1]


def _calls(node: ast.AST, owner: str) -> Iterator[tuple[ast.Call, str]]:
    """All calls, and the class in which they are."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child, owner
        yield from _calls(child, child.name if isinstance(child, ast.ClassDef) else owner)


def _literals(call: ast.Call, path: Path) -> list[str]:
    made_up = [each for each in call.args if isinstance(each, ast.JoinedStr | ast.BinOp)]
    assert not made_up, f"{path.name}:{call.lineno}: lupdate finds only literal strings"
    return [each.value for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]


def test_every_string_is_filed_under_its_own_context() -> None:
    # lupdate is known to file the first self.tr() after a translate() under a wrong context, where nobody looks.
    filed = {(context, message.findtext("source", "")) for context, message in entries(PORTUGUESE)}
    wanted = {string for path in sources() for string in spoken(path)}
    assert wanted - filed == set(), "run python -m tests.translations"
    assert filed - wanted == set(), "run python -m tests.translations"


def forms_of(message: ElementTree.Element) -> list[str]:
    """A translation; several where it depends on a number."""
    translation = message.find("translation")
    assert translation is not None
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


@pytest.mark.parametrize("name", LANGUAGES)
def test_nothing_is_left_to_translate(name: str) -> None:
    left = [
        (context, message.findtext("source"))
        for context, message in entries(FOLDER / f"{name}.ts")
        if message.find("translation[@type]") is not None or not all(forms_of(message))
    ]
    assert left == []


def test_a_plural_in_brackets_is_never_seen() -> None:
    # As in "%n request(s)", in place of which both languages say something; other English is seen as it stands.
    seen = [form for path in (ENGLISH, PORTUGUESE) for _, message in entries(path) for form in forms_of(message)]
    for _, message in entries(PORTUGUESE):
        if message.get("numerus") != "yes":
            seen.append(message.findtext("source", ""))
    assert [text for text in seen if re.search(r"\w\((s|es|as|os|ões)\)", text)] == []


def test_translations_keep_the_places_of_values() -> None:
    pairs = ((message.findtext("source", ""), form) for _, message in entries(PORTUGUESE) for form in forms_of(message))
    assert [pair for pair in pairs if len({tuple(sorted(SLOTS.findall(text))) for text in pair}) > 1] == []


def test_the_files_hold_what_the_sources_say(tmp_path: Path) -> None:
    for name in LANGUAGES:
        (tmp_path / f"{name}.ts").write_bytes((FOLDER / f"{name}.ts").read_bytes())
    gather(tmp_path)
    for name in LANGUAGES:
        stored = (FOLDER / f"{name}.ts").read_text(encoding="utf-8")
        assert (tmp_path / f"{name}.ts").read_text(encoding="utf-8") == stored, "run python -m tests.translations"


def test_what_the_window_reads_is_what_was_translated(tmp_path: Path) -> None:
    release(into=tmp_path)
    for name in LANGUAGES:
        stored = (FOLDER / f"{name}.qm").read_bytes()
        assert (tmp_path / f"{name}.qm").read_bytes() == stored, "run python -m tests.translations"

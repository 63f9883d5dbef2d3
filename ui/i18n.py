"""The language of the window: translations and the manner of numbers, switched while it is open."""

from importlib.resources import files
from typing import Literal, TypeGuard, get_args

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

Code = Literal["en", "pt_BR"]
CODES: tuple[Code, ...] = get_args(Code)
NAMES: dict[Code, str] = {"en": "English", "pt_BR": "Português"}
"""What a language calls itself; never translated."""
assert set(NAMES) == set(CODES)


class Language(QObject):
    """Installs one language at a time in the application; made before the first widget."""

    changed = Signal(str)
    """The code from now on. Numbers are written anew by then; widgets retranslate in their `changeEvent`."""

    def __init__(self, code: Code | None = None, parent: QObject | None = None) -> None:
        """Without a code, the language of the system, English where it is not ours."""
        super().__init__(parent)
        self._code: Code = code or code_of(QLocale.system())
        self._translators: list[QTranslator] = []
        self._install()

    @property
    def code(self) -> Code:
        """The language in use."""
        return self._code

    def set_code(self, code: Code) -> None:
        """Speak this from now on."""
        if code != self._code:
            self._code = code
            self._install()
            self.changed.emit(code)

    def toggle(self) -> None:
        """The next of the languages there are."""
        self.set_code(CODES[(CODES.index(self._code) + 1) % len(CODES)])

    def remove(self) -> None:
        """Speak the words of the sources again."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators = []

    def _install(self) -> None:
        QLocale.setDefault(QLocale(self._code))
        self.remove()
        ours = str(files("resources").joinpath("translations"))
        qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        # The one installed last is asked first.
        loaded = (self._load(f"qtbase_{self._code}", qts), self._load(f"vazao_{self._code}", ours))
        self._translators = [translator for translator in loaded if translator is not None]
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)

    def _load(self, name: str, folder: str) -> QTranslator | None:
        """None where there is none: Qt's own words come with most installations, and not with all."""
        translator = QTranslator(self)
        return translator if translator.load(name, folder) else None


def code_of(locale: QLocale) -> Code:
    """Our language that is nearest to a locale's."""
    return "pt_BR" if locale.language() is QLocale.Language.Portuguese else "en"


def is_code(text: object) -> TypeGuard[Code]:
    """Whether a stored setting is one of our languages."""
    return text in CODES

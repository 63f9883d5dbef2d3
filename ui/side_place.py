"""The place at the side: parts as tabs, each with a button that closes it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

_LEAST_WIDTH, _LEAST_HEIGHT = 240, 160


class SidePlace(QTabWidget):
    """What is shown here, in the order in which it was opened."""

    closed = Signal(str)
    """The name of the part whose tab is to be closed."""
    occupied = Signal(bool)
    """Whether there is anything to be seen here, when that changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setDocumentMode(True)
        self.setTabsClosable(True)
        self.setUsesScrollButtons(True)
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        self._actions: dict[str, QAction] = {}
        self._parts: dict[str, QWidget] = {}
        self.tabCloseRequested.connect(lambda index: self.closed.emit(self._name_at(index)))
        self._retranslate()

    def add(self, name: str, part: QWidget, action: QAction) -> None:
        """Show a part in a tab of its own, in front; the tab is called what the action is called."""
        if name not in self._parts:
            self._parts[name], self._actions[name] = part, action
            action.changed.connect(self._name_tabs)
        if self.indexOf(part) < 0:
            self.addTab(part, "")
        self._name_tabs()
        self.bring(name)
        self.occupied.emit(True)

    def remove(self, name: str) -> None:
        """Close a tab; the part stays what it is."""
        self.removeTab(self.indexOf(self._parts[name]))
        if self.count() == 0:
            self.occupied.emit(False)

    def bring(self, name: str) -> None:
        """Show the tab of this name in front, where it is open."""
        if name in self._parts and self.indexOf(self._parts[name]) >= 0:
            self.setCurrentWidget(self._parts[name])

    def is_behind(self, name: str) -> bool:
        """Whether a tab is open that another one covers."""
        part = self._parts[name]
        return self.indexOf(part) >= 0 and self.currentWidget() is not part

    def _name_at(self, index: int) -> str:
        return next(name for name, part in self._parts.items() if part is self.widget(index))

    def _name_tabs(self) -> None:
        for name, part in self._parts.items():
            index = self.indexOf(part)
            if index >= 0:
                action = self._actions[name]
                self.setTabText(index, action.iconText())
                self.setTabToolTip(index, action.toolTip())
                self._name_button(index)

    def _name_button(self, index: int) -> None:
        button = self.tabBar().tabButton(index, QTabBar.ButtonPosition.RightSide)
        if button is not None:
            button.setToolTip(self.tr("Close"))
            button.setAccessibleName(self.tr("Close"))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _retranslate(self) -> None:
        self.tabBar().setAccessibleName(self.tr("Open panels"))
        self._name_tabs()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

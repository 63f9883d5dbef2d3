"""Icons take the theme's colours and stay sharp on dense screens."""

from importlib.resources import files

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

from ui.theme import Theme, ThemeName
from ui.theme.icons import icon

NAMES = sorted(
    path.name.removesuffix(".svg") for path in files("resources").joinpath("icons").iterdir() if path.is_file()
)
SIDE = QSize(16, 16)


def picture(
    of: QIcon, ratio: float = 1.0, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off
) -> QImage:
    """What Qt paints of an icon."""
    return of.pixmap(SIDE, ratio, mode, state).toImage()


def solid_colours(image: QImage) -> set[str]:
    """Names of the colours of the pixels that lie wholly within a line."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_shows_something(qapp: QApplication, light: Theme, name: str) -> None:
    assert solid_colours(picture(icon(name, light), ratio=3)) == {light.colour("text.secondary").name()}


@pytest.mark.parametrize(
    ("mode", "state", "token"),
    [
        (QIcon.Mode.Normal, QIcon.State.On, "accent.text"),
        (QIcon.Mode.Disabled, QIcon.State.Off, "text.disabled"),
        (QIcon.Mode.Active, QIcon.State.Off, "text.primary"),
    ],
)
@pytest.mark.parametrize("name", ThemeName)
def test_states_have_their_colours(
    qapp: QApplication, name: ThemeName, mode: QIcon.Mode, state: QIcon.State, token: str
) -> None:
    theme = Theme(name)
    assert solid_colours(picture(icon("menu", theme), 1.0, mode, state)) == {theme.colour(token).name()}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_no_density_is_scaled_up(qapp: QApplication, light: Theme, ratio: float) -> None:
    assert picture(icon("run", light), ratio).width() == round(16 * ratio)


def test_an_icon_that_is_not_there_is_an_error(qapp: QApplication, light: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        icon("unicorn", light)

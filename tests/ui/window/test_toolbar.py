"""The bar on top: what it has room for."""

import pytest

from tests.ui.window.conftest import MakeWindow
from ui.i18n import CODES, Code
from ui.preferences import Preferences
from ui.toolbar_scenario import titles


@pytest.mark.parametrize("code", CODES)
def test_the_titles_of_all_bundled_scenarios_are_shown_whole(
    code: Code, make: MakeWindow, preferences: Preferences
) -> None:
    preferences.language = code
    window, cut = make(), []
    for size in ((1280, 720), (1440, 900)):
        window.resize(*size)
        for name, title in titles(code):
            window.toolbar.scenario.show_scenario(title, "", name, is_unsaved=True)
            if not window.toolbar.scenario.is_whole:
                cut.append((size, title))
    assert cut == []

"""The table of actions: everything that can be asked of the window by menu, button or key, a row each."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Act:
    """A row. Its words are those of the source; whoever shows them translates them (context `Actions`)."""

    name: str
    icon: str | None
    keys: tuple[str, ...]
    """As QKeySequence reads them; the first one is shown."""
    text: object
    tip: object
    """Text: of Qt's markers for texts to be translated, the types say no more than object."""
    is_checkable: bool = False


ACTS = (
    Act(
        "step",
        "step",
        ("F4",),
        QT_TRANSLATE_NOOP("Actions", "Step"),
        QT_TRANSLATE_NOOP("Actions", "Stand still and go on to the next event"),
        is_checkable=True,
    ),
    Act(
        "run",
        "run",
        ("F5",),
        QT_TRANSLATE_NOOP("Actions", "Run"),
        QT_TRANSLATE_NOOP("Actions", "Let time go at the speed of the slider"),
        is_checkable=True,
    ),
    Act(
        "fast",
        "fast",
        ("F6",),
        QT_TRANSLATE_NOOP("Actions", "Fast"),
        QT_TRANSLATE_NOOP("Actions", "Let time go fast: counts and charts stay live, requests do not move"),
        is_checkable=True,
    ),
    Act(
        "express",
        "express",
        ("F7",),
        QT_TRANSLATE_NOOP("Actions", "Express"),
        QT_TRANSLATE_NOOP("Actions", "Let time go as fast as this computer can"),
        is_checkable=True,
    ),
    Act(
        "until",
        "until",
        ("Ctrl+F5",),
        QT_TRANSLATE_NOOP("Actions", "Until..."),
        QT_TRANSLATE_NOOP("Actions", "Let time go until an instant, a number of requests or a condition"),
        is_checkable=True,
    ),
    # Space presses the button that has the focus, else pauses: the window decides.
    Act(
        "pause",
        "pause",
        (),
        QT_TRANSLATE_NOOP("Actions", "Pause"),
        QT_TRANSLATE_NOOP("Actions", "Stand still, or go on"),
        is_checkable=True,
    ),
    Act(
        "restart",
        "restart",
        ("Ctrl+R",),
        QT_TRANSLATE_NOOP("Actions", "Restart"),
        QT_TRANSLATE_NOOP("Actions", "From 0 again, with the same seed and the values as they stand"),
    ),
    # Keyboards differ in whether < and > want Shift.
    Act(
        "slower",
        "slower",
        ("<", "Shift+<", ","),
        QT_TRANSLATE_NOOP("Actions", "Slower"),
        QT_TRANSLATE_NOOP("Actions", "Half the speed"),
    ),
    Act(
        "faster",
        "faster",
        (">", "Shift+>", "."),
        QT_TRANSLATE_NOOP("Actions", "Faster"),
        QT_TRANSLATE_NOOP("Actions", "Twice the speed"),
    ),
    Act(
        "to_now",
        "to_now",
        ("Ctrl+End",),
        QT_TRANSLATE_NOOP("Actions", "Return to now"),
        QT_TRANSLATE_NOOP("Actions", "Show the present again"),
    ),
    Act(
        "branch",
        "branch",
        ("Ctrl+B",),
        QT_TRANSLATE_NOOP("Actions", "Branch here"),
        QT_TRANSLATE_NOOP("Actions", "A second run goes on from the past instant shown"),
    ),
    Act(
        "undo",
        "undo",
        ("Ctrl+Z",),
        QT_TRANSLATE_NOOP("Actions", "Undo"),
        QT_TRANSLATE_NOOP("Actions", "Take the last change back"),
    ),
    Act(
        "redo",
        "redo",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        QT_TRANSLATE_NOOP("Actions", "Redo"),
        QT_TRANSLATE_NOOP("Actions", "Make the change again that was taken back"),
    ),
    Act(
        "reset",
        "reset",
        ("Ctrl+Shift+R",),
        QT_TRANSLATE_NOOP("Actions", "Reset parameters"),
        QT_TRANSLATE_NOOP("Actions", "All parameters as the run began"),
    ),
    Act(
        "open",
        "open",
        ("Ctrl+O",),
        QT_TRANSLATE_NOOP("Actions", "Open..."),
        QT_TRANSLATE_NOOP("Actions", "Open a scenario"),
    ),
    Act(
        "save",
        "save",
        ("Ctrl+S",),
        QT_TRANSLATE_NOOP("Actions", "Save"),
        QT_TRANSLATE_NOOP("Actions", "Save this session as a scenario that replays it"),
    ),
    Act(
        "save_as",
        None,
        ("Ctrl+Shift+S",),
        QT_TRANSLATE_NOOP("Actions", "Save as..."),
        QT_TRANSLATE_NOOP("Actions", "Save this session under another name"),
    ),
    Act(
        "export",
        "export",
        ("Ctrl+E",),
        QT_TRANSLATE_NOOP("Actions", "Export results..."),
        QT_TRANSLATE_NOOP("Actions", "Write this session's CSV files into a folder"),
    ),
    Act(
        "picture",
        "picture",
        ("Ctrl+Shift+E",),
        QT_TRANSLATE_NOOP("Actions", "Export picture..."),
        QT_TRANSLATE_NOOP("Actions", "Write the diagram as a picture: PNG, SVG or PDF"),
    ),
    Act(
        "animate",
        None,
        (),
        QT_TRANSLATE_NOOP("Actions", "Export animation..."),
        QT_TRANSLATE_NOOP("Actions", "Write a span of the run as an animation: GIF or WebP"),
    ),
    Act(
        "report",
        None,
        (),
        QT_TRANSLATE_NOOP("Actions", "Export report..."),
        QT_TRANSLATE_NOOP("Actions", "Write this session as one HTML page: scenario, figures and charts"),
    ),
    Act(
        "quit",
        "quit",
        ("Ctrl+Q",),
        QT_TRANSLATE_NOOP("Actions", "Quit"),
        QT_TRANSLATE_NOOP("Actions", "Close the window"),
    ),
    # What it is called depends on the theme.
    Act("theme", "moon", ("Ctrl+T",), "", ""),
    Act("english", None, (), "English", "English", is_checkable=True),
    Act("portuguese", None, (), "Português (Brasil)", "Português (Brasil)", is_checkable=True),
    Act(
        "reduced_motion",
        None,
        (),
        QT_TRANSLATE_NOOP("Actions", "Reduce motion"),
        QT_TRANSLATE_NOOP("Actions", "Numbers on the links instead of moving requests"),
        is_checkable=True,
    ),
    Act(
        "panel",
        None,
        ("Ctrl+P",),
        QT_TRANSLATE_NOOP("Actions", "Parameters"),
        QT_TRANSLATE_NOOP("Actions", "Show the parameters"),
        is_checkable=True,
    ),
    Act(
        "scenario_text",
        None,
        ("Ctrl+M",),
        QT_TRANSLATE_NOOP("Actions", "Scenario (TOML)"),
        QT_TRANSLATE_NOOP("Actions", "Show and edit the scenario as text, in step with the parameters"),
        is_checkable=True,
    ),
    Act(
        "charts",
        None,
        ("Ctrl+G",),
        QT_TRANSLATE_NOOP("Actions", "Charts"),
        QT_TRANSLATE_NOOP("Actions", "Show the charts"),
        is_checkable=True,
    ),
    Act(
        "chart_throughput",
        None,
        ("Alt+1",),
        QT_TRANSLATE_NOOP("Actions", "Chart: throughput"),
        QT_TRANSLATE_NOOP("Actions", "Show or hide this chart"),
        is_checkable=True,
    ),
    Act(
        "chart_response_time",
        None,
        ("Alt+2",),
        QT_TRANSLATE_NOOP("Actions", "Chart: response time"),
        QT_TRANSLATE_NOOP("Actions", "Show or hide this chart"),
        is_checkable=True,
    ),
    Act(
        "chart_waits",
        None,
        ("Alt+3",),
        QT_TRANSLATE_NOOP("Actions", "Chart: where requests wait"),
        QT_TRANSLATE_NOOP("Actions", "Show or hide this chart"),
        is_checkable=True,
    ),
    Act(
        "chart_workers",
        None,
        ("Alt+4",),
        QT_TRANSLATE_NOOP("Actions", "Chart: utilisation per worker"),
        QT_TRANSLATE_NOOP("Actions", "Show or hide this chart"),
        is_checkable=True,
    ),
    Act(
        "chart_queues",
        None,
        ("Alt+5",),
        QT_TRANSLATE_NOOP("Actions", "Chart: queue lengths"),
        QT_TRANSLATE_NOOP("Actions", "Show or hide this chart"),
        is_checkable=True,
    ),
    Act(
        "chart_spread",
        None,
        ("Alt+6",),
        QT_TRANSLATE_NOOP("Actions", "Chart: histogram of response times"),
        QT_TRANSLATE_NOOP("Actions", "Show or hide this chart"),
        is_checkable=True,
    ),
    Act(
        "compare",
        "compare",
        ("Ctrl+D",),
        QT_TRANSLATE_NOOP("Actions", "Compare A | B"),
        QT_TRANSLATE_NOOP("Actions", "A second server beside this one: the same clients, arrivals and draws"),
        is_checkable=True,
    ),
    Act(
        "inspector",
        None,
        ("Ctrl+I",),
        QT_TRANSLATE_NOOP("Actions", "Inspector"),
        QT_TRANSLATE_NOOP("Actions", "Look into one request, or all of them"),
        is_checkable=True,
    ),
    Act(
        "lessons",
        "book",
        ("Ctrl+L",),
        QT_TRANSLATE_NOOP("Actions", "Shelf of lessons"),
        QT_TRANSLATE_NOOP("Actions", "Choose a lesson, or go on with one"),
        is_checkable=True,
    ),
    Act(
        "lesson",
        None,
        ("Ctrl+Shift+L",),
        QT_TRANSLATE_NOOP("Actions", "Lesson"),
        QT_TRANSLATE_NOOP("Actions", "Go on with the lesson beside the diagram, or close it"),
        is_checkable=True,
    ),
    Act(
        "lesson_next",
        None,
        ("Alt+Right",),
        QT_TRANSLATE_NOOP("Actions", "Next step"),
        QT_TRANSLATE_NOOP("Actions", "The next step of the lesson"),
    ),
    Act(
        "lesson_back",
        None,
        ("Alt+Left",),
        QT_TRANSLATE_NOOP("Actions", "Step back"),
        QT_TRANSLATE_NOOP("Actions", "The step of the lesson before this one"),
    ),
    Act(
        "lesson_again",
        None,
        ("Alt+Home",),
        QT_TRANSLATE_NOOP("Actions", "Step once more"),
        QT_TRANSLATE_NOOP("Actions", "The step of the lesson from its beginning"),
    ),
    Act(
        "lesson_hurry",
        None,
        ("Alt+End",),
        QT_TRANSLATE_NOOP("Actions", "Show the result"),
        QT_TRANSLATE_NOOP("Actions", "Skip the prediction, or the rest of the run"),
    ),
    Act(
        "teacher",
        None,
        (),
        QT_TRANSLATE_NOOP("Actions", "Teacher mode..."),
        QT_TRANSLATE_NOOP("Actions", "Lock parameters, hide answers, gather the class's predictions"),
    ),
    Act(
        "class_table",
        None,
        (),
        QT_TRANSLATE_NOOP("Actions", "Export the class's predictions..."),
        QT_TRANSLATE_NOOP("Actions", "Write the predictions in the class's file as a table (CSV)"),
    ),
    Act(
        "trust",
        None,
        ("Ctrl+Shift+T",),
        QT_TRANSLATE_NOOP("Actions", "Trust"),
        QT_TRANSLATE_NOOP("Actions", "Laws and theory held against this run: can it be believed?"),
        is_checkable=True,
    ),
    Act(
        "palette",
        "search",
        ("Ctrl+K",),
        QT_TRANSLATE_NOOP("Actions", "Command palette..."),
        QT_TRANSLATE_NOOP("Actions", "Find an action, a scenario or a parameter by a few letters"),
    ),
    Act(
        "guide",
        "book",
        ("Shift+F1",),
        QT_TRANSLATE_NOOP("Actions", "Guide"),
        QT_TRANSLATE_NOOP("Actions", "What is drawn, how it works, and what the words mean"),
        is_checkable=True,
    ),
    Act(
        "shortcuts",
        None,
        ("F1",),
        QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"),
        QT_TRANSLATE_NOOP("Actions", "Show all keys"),
    ),
    Act(
        "assumptions",
        None,
        (),
        QT_TRANSLATE_NOOP("Actions", "Assumptions"),
        QT_TRANSLATE_NOOP("Actions", "What the model assumes, and what it leaves out"),
    ),
    Act("about", "info", (), QT_TRANSLATE_NOOP("Actions", "About Vazão"), QT_TRANSLATE_NOOP("Actions", "About Vazão")),
)
CHARTS = tuple(act.name for act in ACTS if act.name.startswith("chart_"))
"""The actions that show and hide one chart each."""
assert len({act.name for act in ACTS}) == len(ACTS), "a name is one action's"

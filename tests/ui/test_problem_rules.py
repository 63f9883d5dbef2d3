"""Every message that the simulator has for what a window can show is in the window's table, and so is translated.

The messages are read from the sources: one that is added there, and not to the table, is found here.
"""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from simulator.scenario import problems
from ui.i18n import Language
from ui.problem_words import said

MODULES = (
    *(f"simulator.scenario.{name}" for name in ("addresses", "broker_checks", "checks", "events", "fault_checks")),
    *(f"simulator.scenario.{name}" for name in ("file", "frozen", "keys", "replay", "scenario", "step_checks")),
    *(f"simulator.scenario.{name}" for name in ("validation", "comparison")),
    *(f"simulator.lesson.{name}" for name in ("amounts", "checks", "figures", "file", "plans", "steps", "texts")),
    *(f"simulator.experiment.{name}" for name in ("candidates", "capacity_search", "targets", "trials", "varying")),
    *(f"simulator.output.{name}" for name in ("csv_rows", "folder", "inputs")),
    *("ui.compare.files", "ui.experiment.asked", "ui.export.picture", "ui.session.crowds", "ui.session.saving"),
    *("ui.session.results_check", "ui.session.results_folder"),
    *("simulator.distributions", "simulator.units", "simulator.model.live"),
    *("simulator.reality.comparable", "simulator.reality.messages"),
    *(f"simulator.reality.calibrate.{name}" for name in ("asyncflow", "detecting", "from_app", "gathering")),
    *(f"simulator.reality.calibrate.{name}" for name in ("reading", "writing")),
    *("simulator.reality.server", "simulator.reality.stand_in"),
)
RAISED = {
    "SimulatorError",
    "ScenarioError",
    "ServerError",
    "ResultsError",
    "ValueError",
    "Problem",
    "Misplaced",
    "_refused",
}
TOLD_ELSEWHERE = {
    *("_fields", "_is_number", "_words", "read_rows"),
}
FAULT_VERBS = ("be slow", "be down", "hang", "crash", "restart")


def messages(module: str) -> Iterator[str]:
    """Of a module, each with something in its slots."""
    tree = ast.parse(Path(str(importlib.import_module(module).__file__)).read_text(encoding="utf-8"))
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef) and function.name not in TOLD_ELSEWHERE:
            names = {
                target.id: node.value
                for node in ast.walk(function)
                if isinstance(node, ast.Assign)
                for target in node.targets
                if isinstance(target, ast.Name)
            }
            for node in told(function):
                if text := written(node, names):
                    yield text


def told(function: ast.FunctionDef) -> Iterator[ast.expr]:
    """What is raised, and what is yielded as a finding: a place and a message."""
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[*_, message]) if name in RAISED:
                yield message if name in ("Misplaced", "_refused") else node.args[0]
            case ast.Yield(value=ast.Tuple(elts=[_, message])):
                yield message


def written(node: ast.expr, names: dict[str, ast.expr]) -> str:
    """The message, with a 7 in each slot, and nothing where a hint or another message would be."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.Name(id=name) if name in names:
            return written(names[name], {other: value for other, value in names.items() if other != name})
        case ast.JoinedStr(values=parts):
            texts = [part.value if isinstance(part, ast.Constant) else slot(part, names) for part in parts]
            return "".join(map(str, texts))
    return ""


def slot(part: ast.expr, names: dict[str, ast.expr]) -> str:
    """What stands in it: a hint is nothing, a part of the message is that part, anything else a 7."""
    assert isinstance(part, ast.FormattedValue)
    source = ast.unparse(part.value)
    if source == "hint" or source.startswith("nearest("):
        return ""
    if source == "_VERBS[fault.kind]":
        return FAULT_VERBS[0]
    value = part.value.body if isinstance(part.value, ast.IfExp) else part.value
    return written(value, names) or "7"


def found() -> set[str]:
    """All of them, and the rules of what pydantic finds."""
    texts = {text for module in MODULES for text in messages(module)}
    texts |= {rule.format(7) for _, rule in problems._LIMITS.values()}  # they have no other way out
    texts |= {*problems._RULES.values(), *problems._PATTERNS.values()}
    texts |= {f'"x" is nothing that can {verb}' for verb in FAULT_VERBS}
    return {text for text in texts if " " in text and any(map(str.isalpha, text))}


@pytest.fixture(scope="module")
def all_messages() -> set[str]:
    """Gathered once."""
    return found()


def test_there_are_as_many_as_there_should_be(all_messages: set[str]) -> None:
    assert len(all_messages) > 130, "the sources are no longer read as they are written"


def test_every_message_has_a_portuguese_form(all_messages: set[str], restored: QApplication) -> None:
    language = Language("pt_BR")
    try:
        assert sorted(text for text in all_messages if said(text) == text) == []
    finally:
        language.remove()


def test_no_message_reads_otherwise_in_english(all_messages: set[str], qapp: QApplication) -> None:
    assert sorted(text for text in all_messages if said(text) != text) == []

"""What is wrong with a scenario, in the language of the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from simulator.errors import Problem, ScenarioError
from simulator.scenario import parse
from ui.i18n import Language
from ui.problem_words import error_text, said, whole

BROKEN = """
format = 2
name = "x"
[run]
duration = "60"
warm_up = "70s"
seed = "many"
[[clients]]
name = "A"
arrivals = "poison"
[[clients]]
name = "A"
arrivals = "closed"
users = 0
rate = 3
[server]
wokers = 4
workers = 2000
gil = "yes"
[[routes]]
path = "x y"
handler = "asink"
steps = [{ io = "50ms", service = "databse" }, { io = "50" }, { cpu = "soon" }]
"""


@pytest.fixture
def portuguese(restored: QApplication) -> Iterator[Language]:
    """The application speaks Portuguese."""
    language = Language("pt_BR")
    yield language
    language.remove()


@pytest.mark.parametrize(
    ("english", "portuguese_text"),
    [
        ("unknown key (did you mean server.workers?)", "chave desconhecida (você quis dizer server.workers?)"),
        ("must be at most 1,024, got 2000", "precisa ser no máximo 1.024; recebeu 2000"),
        ("must be async, threadpool or blocking, got \"asink\" (did you mean async?)",
         "precisa ser async, threadpool ou blocking; recebeu \"asink\" (você quis dizer async?)"),
        ("must be at most 50,000 in the window, got 1,000,000: simulate --config takes more",
         "precisa ser no máximo 50.000 na janela; recebeu 1.000.000: simulate --config aceita mais"),
        ("must have at least 1 entry, got an empty list", "precisa ter ao menos 1 item; recebeu uma lista vazia"),
        ("must be a text, got a table", "precisa ser um texto; recebeu uma tabela"),
        ("must be at most 9, got a number of about 60 digits",
         "precisa ser no máximo 9; recebeu um número de cerca de 60 dígitos"),
        ('"clients[0].users": is no key of poisson arrivals', '"clients[0].users": não é chave de chegadas poisson'),
        ('is not valid TOML: what (did you mean "5s"?)', 'não é TOML válido: what (você quis dizer "5s"?)'),
        ("x.toml: cannot be read: No such file or directory",
         "x.toml: não pode ser lido: o arquivo ou a pasta não existe"),
        ("/a/b.toml: cannot be saved: No space left on device",
         "/a/b.toml: não foi possível salvar: não há mais espaço no disco"),
        ("d: has no scenario.toml, so these are no results of simulate --out",
         "d: não tem scenario.toml; portanto, não são resultados de simulate --out"),
        ('must be unique, got "A" again', 'precisa ser único; recebeu "A" de novo'),
        ("what nobody ever said", "what nobody ever said"),
    ],
)  # fmt: skip
def test_a_rule_its_value_and_the_right_word(english: str, portuguese_text: str, portuguese: Language) -> None:
    assert said(english) == portuguese_text


def problems() -> tuple[Problem, ...]:
    """A great many at once."""
    with pytest.raises(ScenarioError) as raised:
        parse(BROKEN)
    return raised.value.problems


def test_in_english_it_is_what_the_command_line_says(qapp: QApplication) -> None:
    assert len(problems()) >= 10
    assert [whole(problem) for problem in problems()] == [str(problem) for problem in problems()]


def test_no_word_of_english_is_left_in_the_common_ones(portuguese: Language) -> None:
    texts = [said(problem.message) for problem in problems()]
    assert [text for text in texts if text.startswith(("must", "unknown", "required", "needs", "is "))] == []
    assert all("got" not in text.split() for text in texts)
    assert "recebeu" in error_text(ScenarioError(problems()))

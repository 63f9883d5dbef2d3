"""What is not modelled is one list: the guide, the page beside Trust, `simulate check` and the README say the same."""

from pathlib import Path

import pytest

from simulator.assumptions import LANGUAGES, left_out, page
from ui.guide.topics import Topic, text_of

FACTS = (
    ("bodies", "corpos"),
    ("bandwidth", "banda"),
    ("uploads", "uploads"),
    ("files", "arquivos"),
    ("streamed answers", "respostas em streaming"),
    ("TLS", "TLS"),
    ("HTTP/2", "HTTP/2"),
    ("HTTP/1.0", "HTTP/1.0"),
    ("WebSockets", "WebSockets"),
    ("pipelining", "pipelining"),
    ("lost packets", "pacotes perdidos"),
    ("proxies", "proxies"),
    ("load balancers", "balanceadores de carga"),
    ("memory", "memória"),
    ("garbage collection", "coleta de lixo"),
    ("other programs", "outros programas"),
    ("processor time of the clients", "tempo de processador dos clientes"),
    ("connection that is only half there", "conexão que só existe pela metade"),
    ("workers that wake for a connection", "workers que acordam por uma conexão"),
    ("idle threads", "threads ociosas"),
    ("holds the GIL for more than five seconds", "segura o GIL por mais de cinco segundos"),
    ("exchanges", "exchanges"),
    ("priorities", "prioridades"),
    ("RQ's job time-out", "tempo limite de jobs do RQ"),
    ("a broker itself can do", "o próprio broker aguenta"),
)
SHORTER = {
    "processor time of the clients": "clients' own processor time",
    "connection that is only half there": "half-open connections",
    "holds the GIL for more than five seconds": "kill of a worker that holds the GIL",
}
"""As the README has it."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_names_all_of_it_and_the_others_say_what_the_guide_says(language: str) -> None:
    lines = left_out(language)
    assert [
        fact[LANGUAGES.index(language)] for fact in FACTS if fact[LANGUAGES.index(language)] not in str(lines)
    ] == []
    for text in (text_of(Topic.NOT_MODELLED, language), page(language)):
        plain = text.replace("**", "")
        assert all(line in plain for line in lines)
        assert text.count("\n- ") == len(lines)


def test_the_languages_leave_out_as_much() -> None:
    assert len({len(left_out(language)) for language in LANGUAGES}) == 1


def test_the_readme_names_all_of_it() -> None:
    text = Path(__file__).parents[1].joinpath("README.md").read_text(encoding="utf-8")
    said = text.partition("Not modelled")[2].partition("\n")[0]
    assert [fact for fact, _ in FACTS if SHORTER.get(fact, fact) not in said] == []

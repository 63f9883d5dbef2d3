"""What is odd, with its words in the languages that scenarios are written in."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from simulator.scenario.frozen import LANGUAGES
from simulator.scenario.problems import Location, key_text


class Oddity(NamedTuple):
    """One thing that runs, and hardly as it was meant."""

    at: Location
    text: str
    """In English, with {slots}."""
    slots: Mapping[str, str | float] = MappingProxyType({})

    @property
    def key(self) -> str:
        """Where it stands."""
        return key_text(self.at)

    def said(self, language: str) -> str:
        """What happens, in "en" or "pt_BR"."""
        assert language in LANGUAGES, "it is one of ours"
        is_english = language == "en"
        slots = {name: _written(value, is_english=is_english) for name, value in self.slots.items()}
        return (self.text if is_english else PT_BR[self.text]).format(**slots)


def _written(value: str | float, *, is_english: bool) -> str:
    if isinstance(value, str):
        return value
    text = f"{value:g}"
    return text if is_english else text.replace(".", ",")


WARNING = {"en": "warning: {key}: {text}", "pt_BR": "aviso: {key}: {text}"}
PT_BR = {
    "neither thinking nor an answer takes any time: each user sends a million requests a second": (
        "nem pensar nem responder leva tempo algum: cada usuário envia um milhão de requisições por segundo"
    ),
    "1 rejects every request with a 503: uvicorn counts the connection that asks too": (
        "com 1, toda requisição é rejeitada com um 503: o uvicorn conta também a conexão que pede"
    ),
    "does nothing without server.limit_max_requests": "não faz nada sem server.limit_max_requests",
    "no client asks for {path}": "nenhum cliente pede {path}",
    "no step uses {name}": "nenhum passo usa {name}",
    "does nothing without pool_size": "não faz nada sem pool_size",
    "comes only after the run's end ({end} s)": "só acontece depois do fim da execução ({end} s)",
    "there is no [broker]: nothing executes {name}": "não há [broker]: nada executa {name}",
    "there are no [[tasks]]: its consumers have nothing to do": (
        "não há [[tasks]]: seus consumidores não têm o que fazer"
    ),
    "no step enqueues {name}": "nenhum passo enfileira {name}",
    "{partitions} partitions have one consumer each: {idle} of {consumers} consumers will have nothing to do": (
        "{partitions} partições têm um consumidor cada: {idle} de {consumers} consumidores não terão o que fazer"
    ),
    "1 partition has one consumer each: {idle} of {consumers} consumers will have nothing to do": (
        "1 partição tem um só consumidor: {idle} de {consumers} consumidores não terão o que fazer"
    ),
}

"""The words and figures of a report, in the languages that scenarios are written in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.scenario.frozen import LANGUAGES
from simulator.units import format_time

_LEAST_SHARE = 1e-4
_NONE = "–"
_BEFORE_UNIT = re.compile(r"(?<=[0-9])(?=[a-z])")
_SWAPPED = str.maketrans(",.", ".,")
PT_BR = {
    "Nothing was sent after the warm-up, so there is nothing to measure.": (
        "Nada foi enviado depois do aquecimento; não há nada a medir."
    ),
    "{share} of the attempts were unfinished when the run ended, so true response times are longer.": (
        "{share} das tentativas não estavam encerradas quando a execução terminou; os tempos de resposta verdadeiros "
        "são maiores."
    ),
    "{time} s simulated": "{time} s simulados",
    "{count} replications of {time} s simulated": "{count} replicações de {time} s simulados",
    "the first {time} s left out": "os primeiros {time} s ficam de fora",
    "seed {seed}": "semente {seed}",
    "charts of the first replication": "gráficos da primeira replicação",
    "Response time, mean": "Tempo de resposta médio",
    "Throughput": "Vazão",
    "Sent": "Enviadas",
    "{completed} completed, {errors} errors": "{completed} concluídas, {errors} erros",
    "In flight": "Em andamento",
    "{count} at most": "no máximo {count}",
    "Where an answer's time goes": "Para onde vai o tempo de uma resposta",
    "shares of time": "partes do tempo",
    "network": "rede",
    "accept queue": "fila de aceitação",
    "event loop": "laço de eventos",
    "thread token": "vaga de thread",
    "pool connection": "conexão do pool",
    "service": "serviço",
    "GIL or core": "GIL ou núcleo",
    "computing": "computando",
    "in I/O": "em E/S",
    "Response time": "Tempo de resposta",
    "Per second": "Por segundo",
    "sent": "enviadas",
    "completed": "concluídas",
    "errors": "erros",
    "Waiting and in flight": "Em espera e em andamento",
    "loop queue": "fila do laço",
    "thread queue": "fila de threads",
    "in flight": "em andamento",
    "Utilisation": "Utilização",
    "loop": "laço",
    "threads": "threads",
    "processor": "processador",
    "Response times": "Tempos de resposta",
    "{low} to {high} s: {count}": "{low} a {high} s: {count}",
    "histogram": "histograma",
    "Messages waiting": "Mensagens em espera",
    "broker queue": "fila de mensagens",
    "Worker": "Worker",
    "loop busy": "laço ocupado",
    "threads taken": "threads tomadas",
    "answered": "respondidas",
    "Route": "Rota",
    "Client": "Cliente",
    "per second": "por segundo",
    "mean": "média",
    "Messages": "Mensagens",
    "published": "publicadas",
    "failed": "com falha",
    "dead letters": "mensagens mortas",
    "unfinished": "não encerradas",
    "redelivered": "reentregues",
    "waiting, mean": "em espera, média",
    "waiting, at most": "em espera, no máximo",
    "Check": "Verificação",
    "Little's law": "Lei de Little",
    "{left} = {right} {edge} at the edges": "{left} = {right} {edge} nas bordas",
    "Utilisation law": "Lei da utilização",
    "{resource} {measured}, by the answers {expected}": "{resource} {measured}, pelas respostas {expected}",
    "Conservation": "Conservação",
    "every attempt has one outcome, its parts fill its time": (
        "cada tentativa tem um só desfecho, e suas partes preenchem seu tempo"
    ),
    "ok": "ok",
    "BROKEN": "VIOLADA",
    "open": "em aberto",
    "To repeat it": "Para repetir",
    "Save the scenario below as scenario.toml: with its seed it gives the same requests again, to the byte.": (
        "Salve o cenário abaixo como scenario.toml: com a semente dele, as mesmas requisições voltam, byte a byte."
    ),
    "The scenario as it was run": "O cenário como foi executado",
}


@dataclass(frozen=True, slots=True)
class Words:
    """What a language calls the things of a report, and how it writes figures."""

    code: str
    """"en" or "pt_BR"."""
    _table: Mapping[str, str] | None = field(default=None, repr=False)
    """Of what is written in English; None is English itself."""

    def __call__(self, english: str, **slots: str) -> str:
        """The text, its {slots} filled; KeyError where the language has no word for it."""
        text = english if self._table is None else self._table[english]
        return text.format(**slots) if slots else text

    @property
    def tag(self) -> str:
        """As HTML has it (BCP 47)."""
        return self.code.replace("_", "-")

    def figures(self, text: str) -> str:
        """A number as English writes it, with the language's comma and point."""
        return text if self._table is None else text.translate(_SWAPPED)

    def count(self, number: int) -> str:
        """`12,345`."""
        return self.figures(f"{number:,}")

    def number(self, value: float) -> str:
        """Three digits that matter, or all before the point."""
        return self.figures(f"{value:,.3g}" if abs(value) < 1000 else f"{value:,.0f}")  # noqa: PLR2004  # three digits

    def plain(self, value: float) -> str:
        """`0.5` of 0.5, `60` of 60.0."""
        return self.figures(f"{value:g}")

    def percent(self, share: float | None) -> str:
        """`95 %` of 0.95; a share that nobody cares for is not written out."""
        if share is None:
            return _NONE
        return self.figures("< 0.01 %" if 0 < share < _LEAST_SHARE else f"{share * 100:.3g} %")

    def time(self, seconds: float | None) -> str:
        """Three digits and a unit."""
        if seconds is None:
            return _NONE
        written = _BEFORE_UNIT.sub(" ", format_time(float(f"{seconds:.3g}")))
        return self.figures(written).replace("us", "µs")


_WORDS = {"en": Words("en"), "pt_BR": Words("pt_BR", PT_BR)}
assert tuple(_WORDS) == LANGUAGES, "a report speaks the languages of scenarios"
ENGLISH = _WORDS["en"]


def words_of(code: str) -> Words:
    """Of "en" or "pt_BR"."""
    return _WORDS[code]

"""What a finding says, in words that can be read out."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.charts import numbers
from ui.trust.findings import Finding, Law, Verdict, answer


@dataclass(frozen=True, slots=True)
class Words:
    """Of one card."""

    title: str
    formula: str
    value: str
    verdict: str
    text: str
    """The law with this run's numbers, and why nothing can be said where that is so."""


def words(finding: Finding) -> Words:
    """In the language of the window."""
    title, formula = _titles()[finding.law]
    return Words(title, formula, _value(finding), verdict_word(finding.verdict), _text(finding))


def verdict_word(verdict: Verdict) -> str:
    """One or two words."""
    return {
        Verdict.HOLDS: _say("holds"),
        Verdict.FAILS: _say("does not hold"),
        Verdict.EARLY: _say("too early"),
        Verdict.SILENT: _say("no answer"),
    }[verdict]


def headline(found: tuple[Finding, ...]) -> str:
    """The answer to: can I believe this?"""
    verdicts = {finding.law: finding.verdict for finding in found}
    if answer(found) is Verdict.FAILS:
        return _say("No: a law does not hold. Please report this run.")
    knows_mean, knows_p99 = (verdicts.get(law) is Verdict.HOLDS for law in (Law.MEAN, Law.P99))
    if knows_mean and knows_p99:
        return _say("Yes, for means and for p99.")
    if knows_mean:
        return _say("Yes, for means. Not yet for p99.")
    if verdicts.get(Law.MEAN) is Verdict.SILENT:
        return _say("The laws hold. Its means are of this load only.")
    return _say("So far nothing speaks against it; it is early for means.")


def _say(text: str) -> str:
    return QCoreApplication.translate("Trust", text)


_MARKED = (
    QT_TRANSLATE_NOOP("Trust", "holds"),
    QT_TRANSLATE_NOOP("Trust", "does not hold"),
    QT_TRANSLATE_NOOP("Trust", "too early"),
    QT_TRANSLATE_NOOP("Trust", "no answer"),
    QT_TRANSLATE_NOOP("Trust", "No: a law does not hold. Please report this run."),
    QT_TRANSLATE_NOOP("Trust", "Yes, for means and for p99."),
    QT_TRANSLATE_NOOP("Trust", "Yes, for means. Not yet for p99."),
    QT_TRANSLATE_NOOP("Trust", "The laws hold. Its means are of this load only."),
    QT_TRANSLATE_NOOP("Trust", "So far nothing speaks against it; it is early for means."),
    QT_TRANSLATE_NOOP("Trust", "Little's law"),
    QT_TRANSLATE_NOOP("Trust", "Utilisation law"),
    QT_TRANSLATE_NOOP("Trust", "Conservation"),
    QT_TRANSLATE_NOOP("Trust", "sent = finished + in flight"),
    QT_TRANSLATE_NOOP("Trust", "Capacity"),
    QT_TRANSLATE_NOOP("Trust", "throughput ≤ capacity"),
    QT_TRANSLATE_NOOP("Trust", "Mean response time"),
    QT_TRANSLATE_NOOP("Trust", "95 % interval"),
    QT_TRANSLATE_NOOP("Trust", "p99 of the response time"),
    QT_TRANSLATE_NOOP("Trust", "enough answers beyond it"),
    QT_TRANSLATE_NOOP("Trust", "Theory"),
    QT_TRANSLATE_NOOP("Trust", "mean response time, closed form"),
    QT_TRANSLATE_NOOP("Trust", "{rate}/s × {time} = {product}"),
    QT_TRANSLATE_NOOP("Trust", "{rate}/s × {time} = {product}, and {before} from before"),
    QT_TRANSLATE_NOOP("Trust", "Many of them are still in flight."),
    QT_TRANSLATE_NOOP("Trust", "Nothing was answered yet."),
    QT_TRANSLATE_NOOP("Trust", "{resource}: {rate}/s × {time} / {servers} = {share}"),
    QT_TRANSLATE_NOOP("Trust", "{ended} + {in_flight} = {sum}"),
    QT_TRANSLATE_NOOP("Trust", "capacity {per_s}/s, set by: {resource}"),
    QT_TRANSLATE_NOOP("Trust", "Nothing that requests hold limits this server."),
    QT_TRANSLATE_NOOP("Trust", "± {half}, from {batches} batches of {count} answers"),
    QT_TRANSLATE_NOOP("Trust", "{count} of {wanted} answers"),
    QT_TRANSLATE_NOOP("Trust", "{beyond} of {wanted} answers beyond it"),
    QT_TRANSLATE_NOOP("Trust", "{queue} says {expected}"),
    QT_TRANSLATE_NOOP("Trust", "more of the run will tell"),
    QT_TRANSLATE_NOOP("Trust", "loop"),
    QT_TRANSLATE_NOOP("Trust", "threads"),
    QT_TRANSLATE_NOOP("Trust", "processor"),
    QT_TRANSLATE_NOOP("Trust", "GIL"),
    QT_TRANSLATE_NOOP("Trust", "cores"),
    QT_TRANSLATE_NOOP("Trust", "pool of {service}"),
    QT_TRANSLATE_NOOP("Trust", "service {service}"),
    # What the simulator says where it can say nothing.
    QT_TRANSLATE_NOOP("Trust", "faults act on the server"),
    QT_TRANSLATE_NOOP("Trust", "the recording that it replays cannot be read any more"),
    QT_TRANSLATE_NOOP("Trust", "the load changes with time"),
    QT_TRANSLATE_NOOP("Trust", "more is asked for than can be answered"),
    QT_TRANSLATE_NOOP("Trust", "attempts without an answer used it too"),
    QT_TRANSLATE_NOOP("Trust", "the server's own work varies"),
    QT_TRANSLATE_NOOP("Trust", "while held it waits for the loop, the GIL or a core"),
    QT_TRANSLATE_NOOP("Trust", "routes with different kinds of handlers share a server"),
    QT_TRANSLATE_NOOP("Trust", "neither Poisson arrivals alone nor one closed group alone"),
    QT_TRANSLATE_NOOP("Trust", "requests take no time"),
    QT_TRANSLATE_NOOP("Trust", "how many requests find a kept connection depends on the run"),
    QT_TRANSLATE_NOOP("Trust", "an asyncio worker takes all waiting connections at once, so there is no single queue"),
    QT_TRANSLATE_NOOP("Trust", "a kept connection stays with its worker, so there is no single queue"),
    QT_TRANSLATE_NOOP("Trust", "a worker accepts before the request is there, so there is no single queue"),
    QT_TRANSLATE_NOOP("Trust", "the workers share fewer cores"),
    QT_TRANSLATE_NOOP("Trust", "requests come back to the loop after each wait"),
    QT_TRANSLATE_NOOP("Trust", "threads that compute wait for the GIL"),
    QT_TRANSLATE_NOOP("Trust", "each worker has a thread limiter, and so a queue, of its own"),
    QT_TRANSLATE_NOOP("Trust", "of several servers theory knows the exponential service only"),
    QT_TRANSLATE_NOOP("Trust", "users are still being added after the warm-up"),
    QT_TRANSLATE_NOOP("Trust", "in a closed loop theory knows the exponential service only"),
    QT_TRANSLATE_NOOP("Trust", "theory has nothing for"),
    QT_TRANSLATE_NOOP("Trust", "the scenario has"),
)
_WITH_KEY = ("theory has nothing for", "the scenario has")


def reason(text: str) -> str:
    """Why nothing can be said; the simulator says it in English."""
    for begin in _WITH_KEY:
        if text.startswith(f"{begin} "):
            return f"{_say(begin)} {text[len(begin) + 1 :]}"
    return _say(text) if text else ""


def _titles() -> dict[Law, tuple[str, str]]:
    return {
        Law.LITTLE: (_say("Little's law"), "L = λ · W"),
        Law.UTILISATION: (_say("Utilisation law"), "ρ = X · S / c"),
        Law.CONSERVATION: (_say("Conservation"), _say("sent = finished + in flight")),
        Law.CAPACITY: (_say("Capacity"), _say("throughput ≤ capacity")),
        Law.MEAN: (_say("Mean response time"), _say("95 % interval")),
        Law.P99: (_say("p99 of the response time"), _say("enough answers beyond it")),
        Law.THEORY: (_say("Theory"), _say("mean response time, closed form")),
    }


def _value(finding: Finding) -> str:
    if finding.value is None:
        return numbers.NOTHING
    match finding.law:
        case Law.LITTLE:
            return numbers.amount(finding.value)
        case Law.UTILISATION:
            return numbers.percent(finding.value)
        case Law.CONSERVATION:
            return numbers.whole(finding.value)
        case Law.CAPACITY:
            return f"{numbers.amount(finding.value)}/s"
        case _:
            return numbers.exact_time(finding.value)


def _text(finding: Finding) -> str:
    because = reason(finding.why)
    said = _TEXTS[finding.law](finding)
    parts = [part for part in (said, because) if part]
    text = "; ".join(parts)
    return text[:1].upper() + text[1:] if finding.why and not said else text


def _little(finding: Finding) -> str:
    made, before = finding.numbers, finding.numbers["before"]
    if not made["rate"]:
        return _say("Nothing was answered yet.")
    form = (
        "{rate}/s × {time} = {product}"
        if abs(before) < 0.05
        else ("{rate}/s × {time} = {product}, and {before} from before")
    )
    text = _say(form).format(
        rate=numbers.amount(made["rate"]),
        time=numbers.exact_time(made["time"]),
        product=numbers.amount(finding.expected or 0.0),
        before=numbers.amount(before),
    )
    return f"{text}. {_say('Many of them are still in flight.')}" if finding.verdict is Verdict.EARLY else text


def _utilisation(finding: Finding) -> str:
    if finding.expected is None:
        return "" if finding.why else _say("Nothing was answered yet.")
    return _say("{resource}: {rate}/s × {time} / {servers} = {share}").format(
        resource=resource(finding.about),
        rate=numbers.amount(finding.numbers["rate"]),
        time=numbers.exact_time(finding.numbers["time"]),
        servers=numbers.whole(finding.numbers["servers"]),
        share=numbers.percent(finding.expected),
    )


def _conservation(finding: Finding) -> str:
    return _say("{ended} + {in_flight} = {sum}").format(
        ended=numbers.whole(finding.numbers["ended"]),
        in_flight=numbers.whole(finding.numbers["in_flight"]),
        sum=numbers.whole(finding.expected or 0.0),
    )


def _capacity(finding: Finding) -> str:
    if finding.expected is None:
        return "" if finding.why else _say("Nothing that requests hold limits this server.")
    return _say("capacity {per_s}/s, set by: {resource}").format(
        per_s=numbers.amount(finding.expected), resource=resource(finding.about)
    )


def _mean(finding: Finding) -> str:
    made = finding.numbers
    if "half" in made:
        return _say("± {half}, from {batches} batches of {count} answers").format(
            half=numbers.exact_time(made["half"]),
            batches=numbers.whole(made["batches"]),
            count=numbers.whole(made["counted"] / made["batches"]),
        )
    if finding.verdict is Verdict.SILENT:
        return ""
    return _say("{count} of {wanted} answers").format(
        count=numbers.whole(made["counted"]), wanted=numbers.whole(made["wanted"])
    )


def _p99(finding: Finding) -> str:
    if finding.verdict is Verdict.SILENT:
        return ""
    return _say("{beyond} of {wanted} answers beyond it").format(
        beyond=numbers.whole(finding.numbers["beyond"]), wanted=numbers.whole(finding.numbers["wanted"])
    )


def _theory(finding: Finding) -> str:
    if finding.expected is None:
        return ""
    text = _say("{queue} says {expected}").format(queue=finding.about, expected=numbers.exact_time(finding.expected))
    if finding.verdict is Verdict.EARLY:
        return f"{text}; {_say('more of the run will tell')}"
    return text


_TEXTS = {
    Law.LITTLE: _little,
    Law.UTILISATION: _utilisation,
    Law.CONSERVATION: _conservation,
    Law.CAPACITY: _capacity,
    Law.MEAN: _mean,
    Law.P99: _p99,
    Law.THEORY: _theory,
}
assert set(_TEXTS) == set(Law)


def resource(name: str) -> str:
    """`loop`, `pool:database` and so on, as people call them."""
    kind, _, service = name.partition(":")
    if service:
        return _say("pool of {service}" if kind == "pool" else "service {service}").format(service=service)
    return {"gil": "GIL"}.get(kind) or _say(kind)

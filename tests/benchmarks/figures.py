"""Lines of figures beside their targets."""

import statistics


def show(what: str, values: list[float], target: float | None = None, at: int = 50) -> None:
    """A line of percentiles, and whether the one that counts is below its target."""
    ordered = sorted(values)
    part = {share: ordered[round(share / 100 * (len(ordered) - 1))] for share in (95, 99)}
    part[50] = statistics.median(ordered)
    figures = ", ".join(f"p{share} {part[share]:.1f}" for share in (50, 95, 99))
    verdict = "" if target is None else f"; p{at} < {target:g}: {_verdict(part[at], target)}"
    print(f"{what}: {figures}, best {ordered[0]:.1f}{verdict}", flush=True)


def tell(line: str, value: float | None = None, target: float | None = None) -> None:
    """A line, and whether its value is below its target."""
    verdict = "" if value is None or target is None else f"; < {target:g}: {_verdict(value, target)}"
    print(f"{line}{verdict}", flush=True)


def _verdict(value: float, target: float) -> str:
    return "ok" if value < target else "MISSED"

"""Numbers for people: three digits that matter, and a unit."""

_UNITS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "us"))
NOTHING = "-"
"""Where there is no value."""


def significant(value: float) -> str:
    """Three significant digits, never fewer than the whole part has: 0.0123, 1.23, 12.3, 1,234."""
    if abs(value) >= 99.95:  # noqa: PLR2004  # rounds to 100
        return f"{value:,.0f}"
    decimals = 1 if abs(value) >= 9.995 else 2  # noqa: PLR2004  # rounds to 10.0
    return f"{value:.{decimals}f}"


def time(seconds: float | None) -> str:
    """In the largest unit that leaves something before the point: 1.23 s, 440 ms, 12.3 us."""
    if seconds is None:
        return NOTHING
    for factor, unit in _UNITS:
        if seconds >= 0.9995 * factor:  # rounds to 1
            return f"{significant(seconds / factor)} {unit}"
    return "0 s" if seconds < 0.005e-6 else f"{significant(seconds * 1e6)} us"  # noqa: PLR2004  # would be 0.00 us


def span(seconds: float) -> str:
    """A length of simulated time, whole as people write it: 60 s, 0.25 s, 12,000 s."""
    return f"{seconds:,.6f}".rstrip("0").rstrip(".") + " s"


def interval(low: float, high: float, *, is_time: bool) -> str:
    """Both ends, in one unit."""
    if not is_time:
        return f"{significant(low)} .. {significant(high)}"
    factor, unit = next((entry for entry in _UNITS if high >= entry[0]), _UNITS[-1])
    return f"{significant(low / factor)} .. {significant(high / factor)} {unit}"


def percent(share: float | None) -> str:
    """0.873 -> 87 %."""
    if share is None:
        return NOTHING
    return f"{share * 100:.1f} %" if 0 < share < 0.0995 else f"{share * 100:,.0f} %"  # noqa: PLR2004  # 9.95 %


def count(number: int) -> str:
    """1234 -> 1,234."""
    return f"{number:,}"


def signed_time(seconds: float) -> str:
    """+12.3 ms, -1.20 s."""
    return ("-" if seconds < 0 else "+") + time(abs(seconds))


def signed_interval(low: float, high: float) -> str:
    """Both ends with their signs, in the unit of the larger."""
    factor, unit = next((entry for entry in _UNITS if max(abs(low), abs(high)) >= entry[0]), _UNITS[-1])
    ends = (("-" if end < 0 else "+") + significant(abs(end) / factor) for end in (low, high))
    return f"{' .. '.join(ends)} {unit}"

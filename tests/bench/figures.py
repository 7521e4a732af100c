"""Timing two things in turns, and saying their ratio."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One measured ratio beside its target; times are in microseconds unless ``unit`` says otherwise."""

    name: str
    ours: float
    raw: float
    target: float
    unit: str = "µs"

    @property
    def ratio(self) -> float:
        """Return how many times the raw limit ours takes."""
        return self.ours / self.raw

    @property
    def is_met(self) -> bool:
        """Tell whether the ratio is within its target."""
        return self.ratio <= self.target

    def line(self) -> str:
        """Return the figure as one printed line."""
        verdict = "ok" if self.is_met else "OVER"
        ratio, target = _short(self.ratio), _short(self.target)
        return f"{verdict:4} {self.name:<66} {ratio:>9} x (target {target} x)   {self.ours:.1f} / {self.raw:.1f} {self.unit}"


def microseconds(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    start = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - start) / 1000


def in_turns(rounds: int, *works: Callable[[int], object]) -> list[list[float]]:
    """Return the times of each work, called in turns so that whatever the machine does hits all alike."""
    times: list[list[float]] = [[] for _ in works]
    for turn in range(rounds):
        for place, work in enumerate(works):
            times[place].append(microseconds(partial(work, turn)))
    return times


def median(times: Sequence[float]) -> float:
    """Return the middle of ``times``."""
    return statistics.median(times)


def percentile(times: Sequence[float], share: int) -> float:
    """Return the time that ``share`` percent of ``times`` stay below."""
    return statistics.quantiles(times, n=100)[share - 1]


def _short(ratio: float) -> str:
    return f"{ratio:.2f}" if ratio >= 0.1 else f"1/{1 / ratio:.0f}"

"""The steps of a procedure: which agency does what, in turn or in parallel, each in its own number of half-days."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record


class Step(Record):
    """One agency's share of the work.

    ``after`` names the steps it waits for; without any it starts at receipt, and steps with the same ``after`` run in
    parallel. ``half_days`` counts half working days (1,5 days = 3); None says that no term is stated.
    """

    id: str
    agency: str
    name: str
    half_days: int | None
    after: tuple[str, ...] = ()
    hands_over: str = ""
    condition: str = ""


def ordered(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return the steps so that each stands after those it waits for.

    Raise ``InvalidInput`` naming ``steps[n].after`` when a step waits for an unknown one, or for itself in a circle.
    """
    known = {step.id for step in steps}
    for place, step in enumerate(steps):
        stranger = next((id_ for id_ in step.after if id_ not in known), None)
        if stranger is not None:
            raise InvalidInput(
                f"steps[{place}].after",
                f"Bước «{step.name}» chờ bước «{stranger}», nhưng không có bước nào mang mã đó.",
                f"Các mã bước đang có: {', '.join(each.id for each in steps)}.",
            )
    done: dict[str, Step] = {}
    while len(done) < len(steps):
        ready = [step for step in steps if step.id not in done and all(id_ in done for id_ in step.after)]
        if not ready:
            raise _circle([step for step in steps if step.id not in done], steps)
        done.update((step.id, step) for step in ready)
    return tuple(done.values())


@lru_cache(maxsize=1024)  # every registration asks several times, about the same few procedures
def total_half_days(steps: tuple[Step, ...]) -> int | None:
    """Return the half-days from receipt to the end of the last step, or None when a step has no stated term."""
    ends: dict[str, int] = {}
    for step in ordered(steps):
        if step.half_days is None:
            return None
        ends[step.id] = _latest(ends, step.after) + step.half_days
    return _latest(ends, ends)


def _latest(ends: Mapping[str, int], ids: Iterable[str]) -> int:
    return max((ends[id_] for id_ in ids), default=0)


def _circle(left: Sequence[Step], steps: Sequence[Step]) -> InvalidInput:
    """Return the error that names one circle among the steps that can never start."""
    waiting = {step.id: step for step in left}
    walked: list[str] = []
    step = left[0]
    while step.id not in walked:
        walked.append(step.id)
        step = waiting[next(id_ for id_ in step.after if id_ in waiting)]
    circle = [*walked[walked.index(step.id) :], step.id]
    return InvalidInput(
        f"steps[{steps.index(step)}].after",
        f"Các bước chờ nhau thành vòng: {' ← '.join(circle)}.",
        "Hãy bỏ một trong các liên kết đó.",
    )

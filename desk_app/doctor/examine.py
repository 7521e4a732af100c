"""Asking everything, one question after the other; a question that breaks is an answer, too."""

from collections.abc import Callable
from functools import partial

from desk_app.desk import Desk
from desk_app.doctor import data, machine, safety
from desk_app.doctor.row import DAMAGE, Row, State, bad, good
from desk_app.kernel.errors import Cancelled, Damaged, DeskError
from desk_app.kernel.records import Record
from desk_app.storage.faults import translating
from desk_app.upkeep.room import LOOK

Watch = Callable[[int, int], None]
_Question = tuple[str, Callable[[Desk, Callable[[], None]], Row]]

_QUICK: tuple[_Question, ...] = (
    ("file", data.file),
    ("chain", data.chain),
    ("attachments", data.attachments),
    ("alarms", data.alarms),
    ("backup", safety.backup),
    ("place", safety.place),
    ("rehearsal", safety.rehearsal),
    ("acknowledged", safety.acknowledged),
    ("key", machine.key),
    ("disk", machine.disk),
    ("clock", machine.clock),
    ("numbers", machine.numbers),
    ("calendar", safety.calendar),
    ("reference", safety.reference),
    ("printers", machine.printers),
    ("queue", machine.queue),
    ("fonts", machine.fonts),
)
_FULL: tuple[_Question, ...] = (
    *((code, data.whole_chain if code == "chain" else ask) for code, ask in _QUICK),
    ("tables", data.tables),
)


class Examined(Record):
    """The doctor's answers; ``state`` is the worst of them, ``damaged`` says that stored data are."""

    state: State
    damaged: bool
    rows: tuple[Row, ...]


def examine(desk: Desk, *, by: str, full: bool = False, watch: Watch = lambda _done, _of: None) -> Examined:
    """Return how this desk and its computer stand; ``full`` also reads every entry and folds everything anew.

    Writing waits while tables are folded. ``watch`` may raise to end it. Raises ``NotAllowed`` without the permission.
    """
    desk.upkeep.require(by, LOOK)
    questions = _FULL if full else _QUICK
    rows = [good("opens", "Cơ sở dữ liệu mở được.")]
    for number, (code, ask) in enumerate(questions):
        watch(number, len(questions))
        rows.append(_answer(code, ask, desk, partial(watch, number, len(questions))))
    return examined(tuple(rows))


def unopened(error: Damaged) -> Examined:
    """Return the one answer about data that do not even open."""
    return examined((bad("opens", error.message, error.hint),))


def examined(rows: tuple[Row, ...]) -> Examined:
    """Return answers with what they come to."""
    states = {row.state for row in rows}
    worst: State = "bad" if "bad" in states else "warning" if "warning" in states else "good"
    return Examined(state=worst, damaged=any(row.state == "bad" and row.code in DAMAGE for row in rows), rows=rows)


def _answer(code: str, ask: Callable[[Desk, Callable[[], None]], Row], desk: Desk, watch: Callable[[], None]) -> Row:
    try:
        with translating():
            return ask(desk, watch)
    except Cancelled:
        raise
    except DeskError as error:
        return bad(code, error.message, error.hint)

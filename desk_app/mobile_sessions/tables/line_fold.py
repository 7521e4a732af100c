"""From the entries of screening lines to their rows, and one person's two lines to a finding.

Two desks that enter one person apart make two lines. Whether that is so depends on other lines than the one at hand, so
each time a line is written the findings of all lines that could mean the same person are made anew: what stands there
depends on the lines alone, not on their order.
"""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import SubjectFold
from desk_app.journal.tables import put_findings
from desk_app.kernel.records import canonical
from desk_app.kernel.texts import folded
from desk_app.mobile_sessions import screening_facts as facts
from desk_app.mobile_sessions.invitation_code import code_of
from desk_app.mobile_sessions.line import Line, folded_line
from desk_app.mobile_sessions.matching import Key, same_person
from desk_app.mobile_sessions.tables import screening_queries
from desk_app.mobile_sessions.tables.fold import text_of
from desk_app.storage.engine import Database

_TWICE = "Một người có hai dòng trong danh sách rà soát, do hai máy cùng ghi; hãy gộp, hoặc ghi rõ là hai người."


class LineFold(SubjectFold[Line | None]):
    """One line of the screening list."""

    name = "screening_lines"
    facts: ClassVar[tuple[type[Fact], ...]] = (
        facts.LineAdded,
        facts.LineChanged,
        facts.LacksAdded,
        facts.LackSettled,
        facts.Invited,
        facts.Attended,
        facts.LineEnded,
        facts.LineReopened,
        facts.KeptApart,
    )
    tables = ("screening_lines", "screening_lacks", "screening_visits", "screening_apart")

    def fold(self, history: Sequence[Recorded]) -> Line | None:
        """Return the line, or None while the entry that added it has not arrived."""
        return folded_line(history)

    def store(self, db: Database, subject: str, state: Line | None, *, fresh: bool) -> None:
        """Write the line's rows and the findings about the person's other lines."""
        touched = set() if fresh else {each.id for each in screening_queries.near(db, subject)}
        if not fresh:
            db.conn.execute("DELETE FROM screening_lines WHERE id = ?", (subject,))
            for table in self.tables[1:]:
                db.conn.execute(f"DELETE FROM {table} WHERE line = ?", (subject,))
        if state is not None:
            _write(db, state)
        touched |= {each.id for each in screening_queries.near(db, subject)}
        for each in sorted(touched | ({subject} if touched or not fresh else set())):
            put_findings(db, self.name, each, _twice(db, each))


def _write(db: Database, line: Line) -> None:
    found, ended = line.found, line.ended
    person = found.person
    row = (
        *(line.id, line.entry, line.desk, code_of(line.id), person.name, folded(person.name), person.id_number),
        *(person.birth_on, found.area, folded(found.area), person.phone, found.source, found.told_by),
        *(line.added_by, line.added_at.isoformat()),
        *(ended.reason if ended else "", ended.duplicate_of if ended else "", canonical(line)),
    )
    db.conn.execute(f"INSERT INTO screening_lines VALUES ({', '.join('?' * 18)})", row)
    lacks = [
        (
            *(line.id, each.key, each.added_at.isoformat(), text_of(each.settled.settled_at) if each.settled else None),
            *(each.settled.how if each.settled else "", each.settled.dossier if each.settled else ""),
            each.settled_desk,
        )
        for each in line.lacks
    ]
    db.conn.executemany("INSERT INTO screening_lacks VALUES (?, ?, ?, ?, ?, ?, ?)", lacks)
    visits = [
        (line.id, each.session, text_of(each.invited_at), each.carried_from, text_of(each.came_at), each.came_desk)
        for each in line.visits
    ]
    db.conn.executemany("INSERT INTO screening_visits VALUES (?, ?, ?, ?, ?, ?)", visits)
    db.conn.executemany("INSERT INTO screening_apart VALUES (?, ?)", [(line.id, other) for other in line.apart])


def _twice(db: Database, subject: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield the finding of every earlier followed line that means the same person as this one."""
    own = screening_queries.find_key(db, subject)
    if own is None:
        return
    apart = screening_queries.kept_apart_from(db, subject)
    for other in sorted(screening_queries.near(db, subject), key=_by_id):
        if other.id < own.id and other.id not in apart and same_person(own, other):
            yield "screened_twice", own.entry, other.entry, _TWICE


def _by_id(key: Key) -> str:
    return key.id

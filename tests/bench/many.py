"""A desk with very many dossiers, written straight into its table: most of them long handed over, some thousand still open."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain

from desk_app.kernel.ids import IdMaker, recency
from desk_app.kernel.texts import collation_key, folded
from tests.bench.invented import Crowd
from tests.desks import MORNING, RehearsalDesk

_OPEN = 3_000
_PEOPLE = 5_000
_AGENCIES = tuple(f"Đơn vị {number}" for number in range(1, 13))
_PROCEDURES = tuple(f"1.{number:06d}" for number in range(20))
_BETWEEN = timedelta(minutes=3)


def fill_table(desk: RehearsalDesk, count: int) -> None:
    """Write ``count`` dossiers, three minutes apart, the last of them this morning."""
    rows = _rows(desk, count)
    first = next(rows)
    columns = ", ".join(first)
    with desk.journal.store.writing() as db:
        db.conn.executemany(
            f"INSERT INTO dossiers ({columns}) VALUES ({', '.join('?' * len(first))})",
            (tuple(row.values()) for row in chain((first,), rows)),
        )


def _rows(desk: RehearsalDesk, count: int) -> Iterator[dict[str, object]]:
    chance, ids = random.Random(7), IdMaker()
    people = [(each, folded(each.name), collation_key(each.name)) for each in Crowd(_PEOPLE, seed=6).people()]
    officers = tuple(desk.accounts_by_role.values())
    for place in range(count):
        at = MORNING - _BETWEEN * (count - place)
        person, without_marks, key = chance.choice(people)
        id_, officer = ids.new(at), chance.choice(officers)
        due = at + timedelta(days=chance.choice((0, 2, 3, 5, 10)))
        yield {
            "local_row": recency(id_),
            "id": id_,
            "code": f"000.16.32.H49-{at:%y%m%d}-{place:07d}",
            "desk": desk.journal.desk_id,
            "procedure": min(chance.choices(_PROCEDURES, k=2)),
            "field": "Hộ tịch",
            "name": person.name,
            "folded_name": without_marks,
            "name_key": key,
            "id_number": person.id_number,
            "phone": person.phone,
            "birth_on": person.birth_on,
            "subject_name": "",
            "received_at": at.isoformat(),
            "due_at": due.isoformat(),
            "officer": officer,
            "holder": officer,
            "channel": "counter",
            "return_by": chance.choice(("counter", "counter", "home", "post")),
            **(_open(chance, due) if place >= count - _OPEN else _closed(chance, due)),
        }


def _open(chance: random.Random, due: datetime) -> dict[str, object]:
    status = chance.choices(("accepted", "in_process", "settled", "supplement_requested"), weights=(4, 4, 3, 1))[0]
    settled = status == "settled"
    return {
        "status": status,
        "agency": "" if settled else chance.choice(_AGENCIES),
        "step_due_at": "" if settled else (due - timedelta(hours=20)).isoformat(),
        "result_at": (due - timedelta(days=1)).isoformat() if settled else None,
        "handed_at": None,
    }


def _closed(chance: random.Random, due: datetime) -> dict[str, object]:
    withdrawn = chance.random() < 0.01
    return {
        "status": "withdrawn" if withdrawn else "handed_over",
        "agency": "",
        "step_due_at": "",
        "result_at": None if withdrawn else due.isoformat(),
        "handed_at": None if withdrawn else (due + timedelta(hours=chance.randrange(1, 90))).isoformat(),
    }

"""Freezing a report as it was sent up, and finding it again."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from desk_app.accounts.authorise import require_allowed
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Conflict, NotFound
from desk_app.kernel.records import Record, canonical
from desk_app.kernel.texts import checked_line
from desk_app.reports.asked import Scope, Telling, Watch, unwatched
from desk_app.reports.definitions.register import get_definition
from desk_app.reports.facts import ChainEnd, ReportFrozen, report_subject
from desk_app.reports.figure import Report
from desk_app.reports.making import asked_at_once, made, require_may
from desk_app.reports.room import Reports
from desk_app.reports.tables import frozen as table

FREEZE = "reports.freeze"
READ = "reports.read"
_LEAST_LETTERS = 6


class FrozenSeen(Record):
    """A frozen copy in a list; ``frozen_by`` is an account."""

    id: str
    definition: str
    title: str
    first_on: date
    last_on: date
    unit: str
    digest: str
    note: str
    frozen_at: datetime
    frozen_by: str


@dataclass(frozen=True, kw_only=True)
class Frozen:
    """A frozen copy with its figures and up to where entries were known; ``is_intact``: the digest still fits them."""

    seen: FrozenSeen
    report: Report
    known: tuple[ChainEnd, ...]
    is_intact: bool


def freeze(
    room: Reports,
    *,
    by: str,
    definition: str,
    scope: Scope,
    note: str = "",
    digest: str = "",
    command_id: str,
    watch: Watch = unwatched,
) -> Written:
    """Keep a report as it stands now, with its digest; ``digest`` is that of the figures the person saw, if they saw any.

    Raises what ``make_report`` raises, and ``Conflict`` when the figures are no longer those that were seen.
    """
    wanted, words = get_definition(definition), checked_line(note, field="note", label="Ghi chú", longest=200)
    require_allowed(room.accounts.present_book(), by, FREEZE, room.journal.time.now().date())
    require_may(room, by, wanted)
    telling = Telling(watch)
    with asked_at_once(room, scope, telling) as ask:
        report = made(ask, wanted, telling.say)
        known = table.chain_ends(ask.db)
    if digest and digest != digest_of(report):
        raise Conflict(
            "reports.changed", "Số liệu đã khác lúc xem báo cáo.", "Chưa chốt gì. Lập lại báo cáo, xem rồi chốt."
        )

    def decide(writing: Writing) -> None:
        writing.add(report_subject(writing.new_id()), _fact(report, known, words, writing.now))

    return room.journal.write(by=by, permission=FREEZE, command_id=command_id, decide=decide)


def _fact(report: Report, known: tuple[ChainEnd, ...], note: str, frozen_at: datetime) -> ReportFrozen:
    return ReportFrozen(
        definition=report.definition,
        first_on=report.first_on,
        last_on=report.last_on,
        unit=report.unit,
        report=report,
        digest=digest_of(report),
        known=known,
        note=note,
        frozen_at=frozen_at,
    )


def digest_of(report: Report) -> str:
    """Return the SHA-256 of a report's figures in hexadecimal, the moment of its making left out."""
    return sha256(
        canonical((report.definition, report.first_on, report.last_on, report.unit, report.tables))
    ).hexdigest()


def list_frozen(room: Reports, *, by: str, definition: str = "") -> tuple[FrozenSeen, ...]:
    """Return the frozen copies of one report or (empty) of all, newest first."""
    require_allowed(room.accounts.present_book(), by, READ, room.journal.time.now().date())
    return tuple(map(_seen, table.list_frozen(room.journal.reading(), definition)))


def get_frozen(room: Reports, *, by: str, id_: str) -> Frozen:
    """Return a frozen copy by its id, the end of one, or the beginning of its digest.

    Raises ``NotFound`` where none or more than one is so named, ``NotAllowed`` for a report the person may not see.
    """
    seen = _named(list_frozen(room, by=by), id_.strip())
    require_may(room, by, get_definition(seen.definition))
    for recorded in room.journal.history(report_subject(seen.id)):
        if isinstance(recorded.fact, ReportFrozen):
            fact = recorded.fact
            return Frozen(
                seen=seen, report=fact.report, known=fact.known, is_intact=digest_of(fact.report) == fact.digest
            )
    raise _unknown(id_)


def _named(every: tuple[FrozenSeen, ...], name: str) -> FrozenSeen:
    found = [each for each in every if each.id == name]
    if not found and len(name) >= _LEAST_LETTERS:
        found = [each for each in every if each.id.endswith(name) or each.digest.startswith(name.lower())]
    if len(found) != 1:
        raise _unknown(name)
    return found[0]


def _unknown(name: str) -> NotFound:
    return NotFound(
        "reports.not_frozen",
        f"Không có bản chốt «{name}».",
        "Xem danh sách các bản đã chốt; ghi ít nhất sáu ký tự cuối.",
    )


def _seen(row: tuple[str, ...]) -> FrozenSeen:
    id_, definition, title, first_on, last_on, unit, digest, note, frozen_at, frozen_by = row
    return FrozenSeen(
        id=id_,
        definition=definition,
        title=title,
        first_on=date.fromisoformat(first_on),
        last_on=date.fromisoformat(last_on),
        unit=unit,
        digest=digest,
        note=note,
        frozen_at=datetime.fromisoformat(frozen_at),
        frozen_by=frozen_by,
    )

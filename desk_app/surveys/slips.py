"""Slips of paper: printed with a number that proves one answer, typed in afterwards with those from the box."""

from datetime import date

from desk_app.dossiers.commands import dossier_in
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.kernel.records import Record
from desk_app.office.tables import RECEIPT_KEY, get_secret, list_secrets
from desk_app.printing.commands import issue
from desk_app.storage.engine import Database
from desk_app.surveys.commands import RATE, require_unrated, served_at
from desk_app.surveys.facts import Rated, SlipIssued, rating_subject
from desk_app.surveys.papers import SlipPaper, rating_slip
from desk_app.surveys.questions import question_on
from desk_app.surveys.room import Surveys
from desk_app.surveys.rules import Level, Reason
from desk_app.surveys.tables.ratings import find_slip, own_questions
from desk_app.surveys.tokens import read_token, token_of

MOST_SLIPS = 300
RATING_SLIP = "rating_slip"
"""The dated setting: whether a slip is printed at each hand-over."""


class TypedSlip(Record):
    """One marked paper: ``token`` is the number of a slip, empty for a paper without one."""

    level: Level
    token: str = ""
    reasons: tuple[Reason, ...] = ()


def print_slip(room: Surveys, *, by: str, dossier: str, printer: str | None = None, command_id: str) -> Written:
    """Queue the rating slip of a hand-over; the same dossier always gets the same number.

    Raises ``Refused`` while nothing was handed over, or when the hand-over was rated already.
    """

    def decide(writing: Writing) -> None:
        dossier_in(room.dossiers, writing.db, dossier)
        served = served_at(room, writing.db, dossier)
        token = token_of(served.number, get_secret(writing.db, RECEIPT_KEY))
        subject = rating_subject(served.number)
        require_unrated(writing.db, subject, "")
        today = writing.now.date()
        book = room.dossiers.office.book.get(writing.db)
        fact = SlipIssued(
            question="hand_over",
            officer=served.officer,
            procedure=served.procedure,
            field=served.field,
            issued_on=today,
        )
        writing.add(subject, fact)
        question = question_on(own_questions(writing.db), "hand_over", today)
        paper = rating_slip(SlipPaper(token=token, question=question, agency=book.get_agency(), on=today))
        # About the rating and not about the dossier: the queue keeps no way from a number to a person either.
        issue(writing, room.dossiers.printing, paper, about=subject, printer=printer)

    return room.journal.write(by=by, permission=RATE, command_id=command_id, decide=decide)


def type_in(
    room: Surveys, *, by: str, slips: tuple[TypedSlip, ...], filled_on: date | None = None, command_id: str
) -> Written:
    """Take down a pile of marked papers that were filled in on one day, today unless ``filled_on`` says otherwise.

    All or none are taken. Raises ``InvalidInput`` naming the paper whose number is misread, forged or there twice, and
    ``Refused`` for one whose hand-over was rated already.
    """
    if not 0 < len(slips) <= MOST_SLIPS:
        raise InvalidInput("slips", f"Mỗi lần nhập từ 1 đến {MOST_SLIPS} phiếu.", "Chia thành nhiều lần.")

    def decide(writing: Writing) -> None:
        on = _checked_day(filled_on, writing.now.date())
        seen: set[str] = set()
        for place, slip in enumerate(slips, start=1):
            number = checked_number(writing.db, slip.token, place) if slip.token else ""
            if number and number in seen:
                raise InvalidInput(f"slips.{place}", f"Phiếu thứ {place}: số này đã nhập ở trên.", "Bỏ một phiếu.")
            seen.add(number)
            _take(writing, slip, number, on)

    return room.journal.write(by=by, permission=RATE, command_id=command_id, decide=decide)


def checked_number(db: Database, text: str, place: int = 1) -> str:
    """Return the number of a slip; raise ``InvalidInput`` when it proves nothing and no such slip is known here."""
    found = read_token(text, list_secrets(db, RECEIPT_KEY))
    # The slip of a desk with a key of its own is known once that desk's entries came in.
    known = found.verdict == "forged" and find_slip(db, rating_subject(found.number)) is not None
    if known or found.verdict == "genuine":
        return found.number
    what = {
        "misread": "số phiếu đọc sai một chữ số",
        "forged": "số phiếu không phải của cơ quan này",
        "other": "số phiếu phải có 16 chữ số",
    }[found.verdict]
    raise InvalidInput(f"slips.{place}", f"Phiếu thứ {place}: {what}.", "Quét lại mã, hoặc gõ lại số trên phiếu.")


def require_open(room: Surveys, text: str) -> None:
    """Raise what ``type_in`` would raise for a slip of this number; do nothing while it may be answered."""
    db = room.journal.reading()
    require_unrated(db, rating_subject(checked_number(db, text)), "")


def _take(writing: Writing, slip: TypedSlip, number: str, on: date) -> None:
    asking = writing.new_id()
    subject = rating_subject(number or asking)
    if number:
        _require_first(writing.db, subject)
    fact = Rated(
        question="hand_over" if number else "visit",
        officer="",
        procedure="",
        field="",
        asking=asking,
        level=slip.level,
        reasons=tuple(reason for reason in Reason if reason in slip.reasons),
        screen="slip" if number else "paper",
        rated_on=on,
    )
    writing.add(subject, fact)


def _require_first(db: Database, subject: str) -> None:
    try:
        require_unrated(db, subject, "")
    except Refused as error:
        raise Refused(
            error.code, "Phiếu này đã có câu trả lời.", "Bỏ phiếu này ra rồi lưu các phiếu còn lại."
        ) from None


def _checked_day(filled_on: date | None, today: date) -> date:
    if filled_on is not None and filled_on > today:
        raise InvalidInput("filled_on", "Ngày ghi phiếu ở sau hôm nay.", "Sửa lại ngày.")
    return filled_on or today

"""Taking down what a citizen answers; replacing the questions."""

from dataclasses import dataclass

from desk_app.dossiers.facts import HandedOver, Registered
from desk_app.journal import tables as journal_tables
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from desk_app.kernel.records import Record
from desk_app.storage.engine import Database
from desk_app.surveys.facts import QuestionPut, Rated, question_subject, rating_subject
from desk_app.surveys.questions import Question, checked_question
from desk_app.surveys.room import Surveys
from desk_app.surveys.rules import Level, Reason, Screen
from desk_app.surveys.tables.ratings import asking_of
from desk_app.surveys.tokens import rating_number

RATE = "surveys.rate"
READ = "surveys.read"
PLAN = "surveys.plan"

_LONGEST_ID = 64


class Rating(Record):
    """One answer: ``asking`` is made when the question is put, so that a second press replaces the first.

    ``dossier`` is the id of the dossier whose hand-over is rated, empty for a visit; it is used once, to learn who served
    and to make the token, and is kept nowhere.
    """

    asking: str
    level: Level
    dossier: str = ""
    reasons: tuple[Reason, ...] = ()
    screen: Screen = "counter"


@dataclass(frozen=True, kw_only=True)
class Service:
    """Who handed a dossier over, for which procedure, and the number by which that is rated."""

    officer: str
    procedure: str = ""
    field: str = ""
    number: str = ""


def rate(room: Surveys, *, by: str, rating: Rating, command_id: str) -> Written:
    """Take down an answer in the session of ``by``; the officer rated is who handed the dossier over, else ``by``.

    An answer within the same asking replaces the one before. Raises ``Refused`` when the hand-over was rated in another
    asking, or there was none yet, and ``NotFound`` for an unknown dossier.
    """
    if not 0 < len(rating.asking) <= _LONGEST_ID:
        raise InvalidInput("asking", "Lượt hỏi này không có số hiệu.", "Hãy hỏi lại từ đầu.")
    reasons = tuple(reason for reason in Reason if reason in rating.reasons)

    def decide(writing: Writing) -> None:
        served, subject = Service(officer=by), rating_subject(rating.asking)
        if rating.dossier:
            served = served_at(room, writing.db, rating.dossier)
            subject = rating_subject(served.number)
        require_unrated(writing.db, subject, rating.asking)
        fact = Rated(
            question="hand_over" if rating.dossier else "visit",
            officer=served.officer,
            procedure=served.procedure,
            field=served.field,
            asking=rating.asking,
            level=rating.level,
            reasons=reasons,
            screen=rating.screen,
            rated_on=writing.now.date(),
        )
        writing.add(subject, fact)

    return room.journal.write(by=by, permission=RATE, command_id=command_id, decide=decide)


def put_question(room: Surveys, *, by: str, question: Question, command_id: str) -> Written:
    """Ask in the office's own words from ``question.valid_from`` on; raise ``InvalidInput`` for what is no scale."""
    clean = checked_question(question)

    def decide(writing: Writing) -> None:
        writing.add(question_subject(clean.key), QuestionPut(question=clean))

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def require_unrated(db: Database, subject: str, asking: str) -> None:
    """Raise ``Refused`` when another asking than ``asking`` was answered for ``subject``."""
    if asking_of(db, subject) not in (None, asking):
        raise Refused(
            "surveys.already_rated",
            "Lượt trả kết quả này đã được đánh giá.",
            "Đánh giá trước vẫn nguyên; mỗi lượt chỉ tính một lần.",
        )


def served_at(room: Surveys, db: Database, dossier: str) -> Service:
    """Return who handed a dossier over first; raise ``Refused`` while nobody did, ``NotFound`` without a dossier."""
    registry = room.dossiers.journal.registry
    history = [registry.read(entry) for entry in journal_tables.history(db, dossier)]
    first = next((each for each in history if isinstance(each.fact, Registered)), None)
    if first is None or not isinstance(first.fact, Registered):
        raise NotFound("dossiers.unknown", "Không có hồ sơ này trên máy.", "Hãy xem lại mã hồ sơ.")
    handed = next((each.entry for each in history if isinstance(each.fact, HandedOver)), None)
    if handed is None:
        raise Refused(
            "surveys.not_handed_over",
            "Hồ sơ chưa trả kết quả nên chưa đánh giá được.",
            "Trả kết quả trước; hoặc đánh giá lượt đến quầy, không ghi hồ sơ.",
        )
    return Service(
        officer=handed.actor,
        procedure=first.fact.procedure,
        field=first.fact.procedure_field,
        number=rating_number(dossier, first.entry.digest),
    )

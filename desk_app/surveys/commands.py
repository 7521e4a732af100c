"""Taking down what a citizen answers."""

from desk_app.dossiers.facts import HandedOver
from desk_app.dossiers.room import Dossiers
from desk_app.journal import tables as journal_tables
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from desk_app.kernel.records import Record
from desk_app.storage.engine import Database
from desk_app.surveys.facts import Rated, rating_subject
from desk_app.surveys.room import Surveys
from desk_app.surveys.rules import Level, Reason, Screen
from desk_app.surveys.tables import asking_of

RATE = "surveys.rate"
READ = "surveys.read"

_LONGEST_ID = 64


class Rating(Record):
    """One answer: ``asking`` is made when the question is put, so that a second press replaces the first.

    ``dossier`` is the id of the dossier whose hand-over is rated, empty for a visit.
    """

    asking: str
    level: Level
    dossier: str = ""
    reasons: tuple[Reason, ...] = ()
    screen: Screen = "counter"


def rate(room: Surveys, *, by: str, rating: Rating, command_id: str) -> Written:
    """Take down an answer in the session of ``by``; the officer rated is who handed the dossier over, else ``by``.

    An answer within the same asking replaces the one before. Raises ``Refused`` when the hand-over was rated in another
    asking, or there was none yet, and ``NotFound`` for an unknown dossier.
    """
    if not 0 < len(rating.asking) <= _LONGEST_ID:
        raise InvalidInput("asking", "Lượt hỏi này không có số hiệu.", "Hãy hỏi lại từ đầu.")
    reasons = tuple(reason for reason in Reason if reason in rating.reasons)

    def decide(writing: Writing) -> None:
        officer = _who_served(room.dossiers, writing.db, rating.dossier) if rating.dossier else by
        subject = rating_subject(rating.asking, rating.dossier)
        if asking_of(writing.db, subject) not in (None, rating.asking):
            raise Refused(
                "surveys.already_rated",
                "Lượt trả kết quả này đã được đánh giá.",
                "Đánh giá trước vẫn nguyên; mỗi lượt chỉ tính một lần.",
            )
        writing.add(
            subject,
            Rated(
                asking=rating.asking,
                dossier=rating.dossier,
                officer=officer,
                level=rating.level,
                reasons=reasons,
                screen=rating.screen,
                rated_at=writing.now,
            ),
        )

    return room.journal.write(by=by, permission=RATE, command_id=command_id, decide=decide)


def _who_served(dossiers: Dossiers, db: Database, dossier: str) -> str:
    """Return the account of who handed a dossier over first."""
    registry = dossiers.journal.registry
    history = [registry.read(entry) for entry in journal_tables.history(db, dossier)]
    if not history:
        raise NotFound("dossiers.unknown", "Không có hồ sơ này trên máy.", "Hãy xem lại mã hồ sơ.")
    for recorded in history:
        if isinstance(recorded.fact, HandedOver):
            return recorded.entry.actor
    raise Refused(
        "surveys.not_handed_over",
        "Hồ sơ chưa trả kết quả nên chưa đánh giá được.",
        "Trả kết quả trước; hoặc đánh giá lượt đến quầy, không ghi hồ sơ.",
    )

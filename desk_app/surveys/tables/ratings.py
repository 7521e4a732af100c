"""Ratings as rows: one for each hand-over or visit that was rated, joined to nothing that names a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import Lift, SubjectFold
from desk_app.journal.tables import put_findings
from desk_app.kernel.records import canonical, from_json
from desk_app.storage.engine import Database
from desk_app.surveys.facts import QuestionPut, Rated, SlipIssued, lifted_rated
from desk_app.surveys.questions import Question
from desk_app.surveys.rules import Level, Reason, Screen

_TWICE = "Một lượt được đánh giá hai lần, ở màn hình và ở phiếu, hoặc ở hai máy; chỉ tính lần đầu."


@dataclass(frozen=True, kw_only=True)
class Counted:
    """How often one answer was given about the same officer and procedure, in one month, at one desk, in one way."""

    desk: str
    officer: str
    procedure: str
    field: str
    month: str
    screen: Screen
    level: Level
    count: int


@dataclass(frozen=True, kw_only=True)
class RatingState:
    """One hand-over or visit: its slip, the answer that counts, the desk that served, and answers left out."""

    slip: SlipIssued | None
    answer: Rated | None
    desk: str
    doubled: tuple[tuple[str, str], ...]


class RatingFold(SubjectFold[RatingState]):
    """The first asking counts, and within it the last answer; a slip says who served."""

    name = "ratings"
    facts: ClassVar[tuple[type[Fact], ...]] = (Rated, SlipIssued)
    lifts: ClassVar[Mapping[tuple[str, int], Lift]] = {(Rated.KIND, 1): lifted_rated}
    tables = ("ratings", "rating_reasons", "rating_slips")

    def fold(self, history: Sequence[Recorded]) -> RatingState:
        """Return the last answer of the first asking, and the slip if there is one."""
        answers = [(each.entry, each.fact) for each in history if isinstance(each.fact, Rated)]
        slips = [(each.entry, each.fact) for each in history if isinstance(each.fact, SlipIssued)]
        first = answers[0][1].asking if answers else ""
        counted = [(entry, fact) for entry, fact in answers if fact.asking == first]
        others = {fact.asking: entry.name for entry, fact in answers if fact.asking != first}
        return RatingState(
            slip=slips[0][1] if slips else None,
            answer=counted[-1][1] if counted else None,
            desk=(slips or counted)[0][0].desk,
            doubled=tuple((name, counted[0][0].name) for name in others.values()),
        )

    def store(self, db: Database, subject: str, state: RatingState, *, fresh: bool) -> None:
        """Replace the subject's rows and findings."""
        if not fresh:
            for table in self.tables:
                db.conn.execute(f"DELETE FROM {table} WHERE subject = ?", (subject,))
            found = (("rated_twice", entry, against, _TWICE) for entry, against in state.doubled)
            put_findings(db, self.name, subject, found)
        if state.slip is not None:
            row = (subject, state.desk, state.slip.issued_on.isoformat())
            db.conn.execute("INSERT INTO rating_slips VALUES (?, ?, ?)", row)
        if state.answer is not None:
            _put_answer(db, subject, state, state.answer)


class QuestionFold(SubjectFold[tuple[Question, ...]]):
    """What the office asks in its own words: the latest for each first day."""

    name = "survey_questions"
    facts: ClassVar[tuple[type[Fact], ...]] = (QuestionPut,)
    tables = ("survey_questions",)

    def fold(self, history: Sequence[Recorded]) -> tuple[Question, ...]:
        """Return the latest question for each first day."""
        put = [each.fact.question for each in history if isinstance(each.fact, QuestionPut)]
        return tuple({each.valid_from: each for each in put}.values())

    def store(self, db: Database, subject: str, state: tuple[Question, ...], *, fresh: bool) -> None:
        """Replace the questions of one key."""
        if not fresh:
            db.conn.execute("DELETE FROM survey_questions WHERE key = ?", (subject.partition(":")[2],))
        rows = [(each.key, each.valid_from.isoformat(), canonical(each).decode()) for each in state]
        db.conn.executemany("INSERT INTO survey_questions VALUES (?, ?, ?)", rows)


def own_questions(db: Database) -> tuple[Question, ...]:
    """Return what the office asks in its own words, whenever it begins."""
    rows = db.execute("SELECT body FROM survey_questions ORDER BY key, valid_from").fetchall()
    return tuple(from_json(row[0], Question) for row in rows)


def asking_of(db: Database, subject: str) -> str | None:
    """Return the asking whose answer counts for ``subject``; None while nobody answered."""
    row = db.conn.execute("SELECT asking FROM ratings WHERE subject = ?", (subject,)).fetchone()
    return None if row is None else str(row[0])


def count_ratings(db: Database, first_on: date, last_on: date, officer: str = "") -> list[Counted]:
    """Return how often each answer was given in a period, about one officer or (empty) everybody."""
    rows = db.execute(
        "SELECT desk, officer, procedure, field, substr(rated_on, 1, 7), screen, level, count(*) FROM ratings "
        "WHERE rated_on BETWEEN ? AND ? AND (? = '' OR officer = ?) GROUP BY 1, 2, 3, 4, 5, 6, 7",
        (first_on.isoformat(), last_on.isoformat(), officer, officer),
    )
    return [
        Counted(
            desk=desk,
            officer=who,
            procedure=procedure,
            field=field,
            month=month,
            screen=screen,
            level=Level(level),
            count=int(count),
        )
        for desk, who, procedure, field, month, screen, level, count in rows.fetchall()
    ]


def count_reasons(db: Database, first_on: date, last_on: date, officer: str = "") -> dict[tuple[Reason, Level], int]:
    """Return how often each reason was named in a period, by the answer it was named with."""
    rows = db.execute(
        "SELECT reason, level, count(*) FROM rating_reasons "
        "WHERE rated_on BETWEEN ? AND ? AND (? = '' OR officer = ?) GROUP BY 1, 2",
        (first_on.isoformat(), last_on.isoformat(), officer, officer),
    )
    return {(Reason(reason), Level(level)): int(count) for reason, level, count in rows.fetchall()}


def count_slips(db: Database, first_on: date, last_on: date) -> tuple[int, int]:
    """Return how many slips were printed in a period, and how many of these were answered by now."""
    row = db.execute(
        "SELECT count(*), count(ratings.subject) FROM rating_slips LEFT JOIN ratings USING (subject) "
        "WHERE issued_on BETWEEN ? AND ?",
        (first_on.isoformat(), last_on.isoformat()),
    ).fetchone()
    return int(row[0]), int(row[1])


def find_slip(db: Database, subject: str) -> str | None:
    """Return the day on which a slip was printed (ISO 8601), None when this desk knows of none."""
    row = db.conn.execute("SELECT issued_on FROM rating_slips WHERE subject = ?", (subject,)).fetchone()
    return None if row is None else str(row[0])


def _put_answer(db: Database, subject: str, state: RatingState, fact: Rated) -> None:
    # Who typed a slip in knows the number alone: who served stands in the entry of the slip.
    served = state.slip or fact
    row = (
        *(subject, fact.asking, state.desk, served.question, served.officer, served.procedure, served.field),
        *(str(fact.level), fact.screen, fact.rated_on.isoformat()),
    )
    db.conn.execute("INSERT INTO ratings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    about = (served.officer, str(fact.level), fact.rated_on.isoformat())
    reasons = [(subject, reason, *about) for reason in sorted({str(each) for each in fact.reasons})]
    db.conn.executemany("INSERT INTO rating_reasons VALUES (?, ?, ?, ?, ?)", reasons)

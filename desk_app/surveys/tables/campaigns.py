"""Surveys and their forms as rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypeVar

from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import SubjectFold
from desk_app.journal.tables import put_findings
from desk_app.kernel.records import canonical, from_json
from desk_app.office.tables import above_floor
from desk_app.storage.engine import Database
from desk_app.surveys.campaign_facts import CampaignClosed, CampaignPlanned, FormAnswered, FormsPrinted
from desk_app.surveys.rules import Level

P = TypeVar("P")

_TWICE = "Một phiếu khảo sát được nhập ở hai máy với câu trả lời khác nhau; chỉ tính lần nhập đầu."
_PRINTED_TWICE = "Hai máy in phiếu khảo sát trùng số; mỗi số chỉ được tính một phiếu."


@dataclass(frozen=True, kw_only=True)
class CampaignRow:
    """A survey: how it was planned, the highest number printed, its end; numbers that two desks printed."""

    id: str
    desk: str
    planned: CampaignPlanned
    printed: int
    closed_on: date | None
    doubled: tuple[tuple[str, str], ...] = ()

    def plan(self, kind: type[P]) -> P:
        """Return the plan as a record of ``kind``, which has the same fields."""
        return from_json(canonical(self.planned), kind)


class CampaignFold(SubjectFold[CampaignRow | None]):
    """One survey, from its planning to its end."""

    name = "survey_campaigns"
    facts: ClassVar[tuple[type[Fact], ...]] = (CampaignPlanned, FormsPrinted, CampaignClosed)
    tables = ("survey_campaigns",)

    def fold(self, history: Sequence[Recorded]) -> CampaignRow | None:
        """Return the survey, or None while the entry that planned it has not arrived."""
        planned = [(each.entry, each.fact) for each in history if isinstance(each.fact, CampaignPlanned)]
        if not planned:
            return None
        (entry, fact), ends = planned[0], [each.fact for each in history if isinstance(each.fact, CampaignClosed)]
        prints = [(each.entry.name, each.fact) for each in history if isinstance(each.fact, FormsPrinted)]
        doubled = [
            (name, earlier)
            for place, (name, mine) in enumerate(prints)
            for earlier, other in prints[:place]
            if mine.first <= other.last and other.first <= mine.last
        ]
        return CampaignRow(
            id=entry.subject,
            desk=entry.desk,
            planned=fact,
            printed=max((each.last for _name, each in prints), default=0),
            closed_on=ends[0].closed_on if ends else None,
            doubled=tuple(doubled),
        )

    def store(self, db: Database, subject: str, state: CampaignRow | None, *, fresh: bool) -> None:
        """Replace the survey's row."""
        if not fresh:
            db.conn.execute("DELETE FROM survey_campaigns WHERE id = ?", (subject,))
        if state is None:
            return
        body = canonical((state.planned, state.printed, state.closed_on)).decode()
        days = (state.planned.first_on.isoformat(), state.planned.last_on.isoformat())
        row = (subject, state.desk, *days, int(state.closed_on is not None), body)
        db.conn.execute("INSERT INTO survey_campaigns VALUES (?, ?, ?, ?, ?, ?)", row)
        if not fresh:
            found = (("forms_printed_twice", entry, against, _PRINTED_TWICE) for entry, against in state.doubled)
            put_findings(db, self.name, subject, found)


@dataclass(frozen=True, kw_only=True)
class FormState:
    """One numbered form: the answers that count, and those of another desk that differ."""

    desk: str
    fact: FormAnswered
    doubled: tuple[tuple[str, str], ...]


class FormFold(SubjectFold[FormState]):
    """One numbered form: typed in first, counted once."""

    name = "survey_forms"
    facts: ClassVar[tuple[type[Fact], ...]] = (FormAnswered,)
    tables = ("survey_forms", "survey_form_answers")

    def fold(self, history: Sequence[Recorded]) -> FormState:
        """Return the form as it was typed in first."""
        typed = [(each.entry, each.fact) for each in history if isinstance(each.fact, FormAnswered)]
        entry, fact = typed[0]
        others = tuple((each.name, entry.name) for each, other in typed if other.answers != fact.answers)
        return FormState(desk=entry.desk, fact=fact, doubled=others)

    def store(self, db: Database, subject: str, state: FormState, *, fresh: bool) -> None:
        """Replace the form's rows and findings."""
        key = (state.fact.campaign, state.fact.number)
        if not fresh:
            for table in self.tables:
                db.conn.execute(f"DELETE FROM {table} WHERE campaign = ? AND number = ?", key)
            found = (("form_typed_twice", entry, against, _TWICE) for entry, against in state.doubled)
            put_findings(db, self.name, subject, found)
        row = (*key, state.desk, state.fact.entered_on.isoformat())
        db.conn.execute("INSERT INTO survey_forms VALUES (?, ?, ?, ?)", row)
        answers = [(*key, place, str(level)) for place, level in enumerate(state.fact.answers) if level is not None]
        db.conn.executemany("INSERT INTO survey_form_answers VALUES (?, ?, ?, ?)", answers)


def list_rows(db: Database) -> tuple[CampaignRow, ...]:
    """Return every survey, the newest first."""
    rows = db.execute("SELECT id, desk, body FROM survey_campaigns ORDER BY id DESC").fetchall()
    return tuple(_row(*each) for each in rows)


def find_row(db: Database, id_: str) -> CampaignRow | None:
    """Return one survey, or None."""
    row = db.conn.execute("SELECT id, desk, body FROM survey_campaigns WHERE id = ?", (id_,)).fetchone()
    return None if row is None else _row(*row)


def highest_printed(db: Database, row: CampaignRow) -> int:
    """Return the highest number of a survey's forms that was printed, or must not be printed again; 0 for none."""
    return above_floor(db, series_of(row.id), row.printed) or 0


def series_of(campaign: str) -> str:
    """Return the name under which the forms of a survey are one series."""
    return f"survey-{campaign}"


def has_form(db: Database, campaign: str, number: int) -> bool:
    """Tell whether a numbered form was typed in."""
    sql = "SELECT 1 FROM survey_forms WHERE campaign = ? AND number = ?"
    return db.conn.execute(sql, (campaign, number)).fetchone() is not None


def count_forms(db: Database, campaign: str) -> int:
    """Return how many forms were typed in."""
    return int(db.execute("SELECT count(*) FROM survey_forms WHERE campaign = ?", (campaign,)).fetchone()[0])


def highest_form(db: Database, campaign: str) -> int:
    """Return the highest number typed in, 0 for none."""
    row = db.execute("SELECT coalesce(max(number), 0) FROM survey_forms WHERE campaign = ?", (campaign,)).fetchone()
    return int(row[0])


def count_answers(db: Database, campaign: str) -> dict[tuple[int, Level], int]:
    """Return how often each answer was given to each question, by its place from 0."""
    rows = db.execute(
        "SELECT place, level, count(*) FROM survey_form_answers WHERE campaign = ? GROUP BY 1, 2", (campaign,)
    ).fetchall()
    return {(int(place), Level(level)): int(count) for place, level, count in rows}


def _row(id_: str, desk: str, body: str) -> CampaignRow:
    planned, printed, closed_on = from_json(body, tuple[CampaignPlanned, int, date | None])
    return CampaignRow(id=id_, desk=desk, planned=planned, printed=printed, closed_on=closed_on)

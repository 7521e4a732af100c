"""Contacts and the list of guided procedures: their folds, and every question put to their tables."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, ClassVar

from desk_app.guidance.contacts import facts
from desk_app.guidance.contacts.contact import Contact, folded
from desk_app.guidance.contacts.facts import ProcedureListPut
from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import SubjectFold
from desk_app.kernel import texts
from desk_app.kernel.records import canonical, from_json
from desk_app.storage.engine import Database


class ContactFold(SubjectFold[Contact | None]):
    """One contact: what was said, and what has to be asked again."""

    name = "guidance_contacts"
    facts: ClassVar[tuple[type[Fact], ...]] = (
        facts.GuidanceGiven,
        facts.FollowUpSet,
        facts.FollowUpDone,
        facts.GuidanceWithdrawn,
    )
    tables = ("guidance_contacts",)

    def fold(self, history: Sequence[Recorded]) -> Contact | None:
        """Return the contact, or None while the entry that made it has not arrived."""
        return folded(history)

    def store(self, db: Database, subject: str, state: Contact | None, *, fresh: bool) -> None:
        """Write the contact's row."""
        if not fresh:
            db.conn.execute("DELETE FROM guidance_contacts WHERE id = ?", (subject,))
        if state is not None:
            db.conn.execute(f"INSERT INTO guidance_contacts VALUES ({', '.join('?' * 12)})", _row(state))


class ProcedureListFold(SubjectFold[tuple[tuple[ProcedureListPut, int], ...]]):
    """The lists of procedures one desk put; of two for the same day the later word stands."""

    name = "guidance_lists"
    facts = (ProcedureListPut,)
    tables = ("guidance_lists",)

    def fold(self, history: Sequence[Recorded]) -> tuple[tuple[ProcedureListPut, int], ...]:
        """Return each day's list with the clock of its entry."""
        put = {
            each.fact.valid_from: (each.fact, each.entry.clock)
            for each in history
            if isinstance(each.fact, ProcedureListPut)
        }
        return tuple(put[day] for day in sorted(put))

    def store(
        self, db: Database, subject: str, state: tuple[tuple[ProcedureListPut, int], ...], *, fresh: bool
    ) -> None:
        """Write a row for each day on which a list begins."""
        desk = subject.partition(":")[2]
        if not fresh:
            db.conn.execute("DELETE FROM guidance_lists WHERE desk = ?", (desk,))
        rows = [(desk, fact.valid_from.isoformat(), clock, canonical(fact)) for fact, clock in state]
        db.conn.executemany("INSERT INTO guidance_lists VALUES (?, ?, ?, ?)", rows)


def find_contact(db: Database, id_: str) -> Contact | None:
    """Return the contact of that id, or None."""
    return next(iter(_contacts(db, "WHERE id = ?", (id_,))), None)


def contacts_ending(db: Database, end: str) -> tuple[Contact, ...]:
    """Return the contacts whose id ends so; two at most are looked for."""
    return _contacts(db, "WHERE substr(id, -length(?)) = ? ORDER BY id LIMIT 2", (end, end))


def list_between(db: Database, first_on: date, last_on: date, desks: Sequence[str], limit: int) -> tuple[Contact, ...]:
    """Return the contacts of a period, both days included, newest first; those taken back left out."""
    where = f"WHERE given_at >= ? AND given_at < ? AND is_withdrawn = 0 AND desk IN ({_marks(desks)})"
    values = (first_on.isoformat(), (last_on + timedelta(days=1)).isoformat(), *desks, limit)
    return _contacts(db, f"{where} ORDER BY given_at DESC, id DESC LIMIT ?", values)


def search(db: Database, text: str, desks: Sequence[str], limit: int) -> tuple[Contact, ...]:
    """Return the contacts in whose name, telephone or advice every word of ``text`` begins a word, newest first."""
    tokens = search_words(text)
    if not tokens:
        return ()
    parts = "".join(" AND instr(words, ?) > 0" for _ in tokens)
    where = f"WHERE is_withdrawn = 0 AND desk IN ({_marks(desks)}){parts} ORDER BY given_at DESC, id DESC LIMIT ?"
    return _contacts(db, where, (*desks, *(f" {token}" for token in tokens), limit))


def list_follow_ups(db: Database, up_to: date, desks: Sequence[str]) -> tuple[Contact, ...]:
    """Return the contacts that somebody has to ask again by ``up_to``, the longest due first."""
    where = f"WHERE follow_up_on <> '' AND follow_up_on <= ? AND desk IN ({_marks(desks)}) ORDER BY follow_up_on, id"
    return _contacts(db, where, (up_to.isoformat(), *desks))


def find_list(db: Database, day: date, desks: Sequence[str]) -> ProcedureListPut | None:
    """Return the list in force on ``day`` at these desks, or None where none was put."""
    row = db.conn.execute(
        f"SELECT body FROM guidance_lists WHERE valid_from <= ? AND desk IN ({_marks(desks)}) "
        "ORDER BY valid_from DESC, clock DESC, desk DESC LIMIT 1",
        (day.isoformat(), *desks),
    ).fetchone()
    return None if row is None else from_json(row[0], ProcedureListPut)


def search_words(text: str) -> list[str]:
    """Return the words of what somebody typed to search; a telephone number typed with spaces or dots is one word."""
    bare = texts.folded(text)
    digits = bare.replace(" ", "")
    return [digits] if digits.isdigit() else bare.split()


def _row(state: Contact) -> tuple[object, ...]:
    person = state.person
    # A space before each word: a search finds beginnings of words only.
    words = f" {texts.folded(f'{person.name} {person.phone} {person.id_number} {state.advice}')}"
    return (
        *(state.id, state.desk, state.officer, state.given_at.isoformat(), state.channel),
        *(state.procedure, state.minutes, person.phone, words),
        state.follow_up_on.isoformat() if state.follow_up_on is not None else "",
        int(bool(state.withdrawn)),
        canonical(state),
    )


def _contacts(db: Database, rest: str, values: Iterable[Any]) -> tuple[Contact, ...]:
    rows = db.conn.execute(f"SELECT body FROM guidance_contacts {rest}", tuple(values)).fetchall()
    return tuple(from_json(row[0], Contact) for row in rows)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))

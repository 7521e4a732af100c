"""What was filled into a form, and what a form may be filled from."""

from collections.abc import Iterable
from datetime import date

from desk_app.dossiers.identity_card import IdentityCard
from desk_app.dossiers.person import Person
from desk_app.kernel.records import Record, changed
from desk_app.kernel.texts import nfc
from desk_app.kernel.time_source import spoken_day
from desk_app.writing.form import Field, Form

_SEX_WORDS = {"male": "Nam", "female": "Nữ"}
# The name on the card and who issues it changed with the law on identity cards of 2023.
_NEW_CARD_FROM = date(2024, 7, 1)
_OLD_CARD = ("Căn cước công dân", "Cục Cảnh sát quản lý hành chính về trật tự xã hội")
_NEW_CARD = ("Thẻ căn cước", "Bộ Công an")


class Value(Record):
    """What stands in one field: a text as it is typed (a day as 23/11/2026), a choice's key, or the rows of a table."""

    key: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


class Filled(Record):
    """One form as it is filled in; a field without a value stays a dotted line."""

    form: str
    values: tuple[Value, ...] = ()

    def text(self, key: str) -> str:
        """Return the text of a field; empty where nothing is known."""
        return next((value.text for value in self.values if value.key == key), "")

    def rows(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Return the rows of a table; none where nothing is known."""
        return next((value.rows for value in self.values if value.key == key), ())


class Known(Record):
    """One thing that is known before anybody types: its shared name (``applicant.name``) and what it is."""

    name: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def with_value(filled: Filled, value: Value) -> Filled:
    """Return ``filled`` with one field's value put, or taken out where it is empty."""
    others = tuple(each for each in filled.values if each.key != value.key)
    empty = not value.text.strip() and not any(map(any, value.rows))
    return changed(filled, values=others if empty else (*others, value))


def known_of_person(person: Person, role: str = "applicant") -> tuple[Known, ...]:
    """Return what a person's data say about ``role``; what is not known is left out."""
    pairs = {
        "name": person.name,
        "id_number": person.id_number,
        "id_paper": f"Căn cước số {person.id_number}" if person.id_number else "",
        "birth_on": spoken_birth(person.birth_on),
        "birth_year": person.birth_on[:4],
        "sex": _SEX_WORDS.get(person.sex, ""),
        "address": person.address,
        "phone": person.phone,
        "email": person.email,
    }
    return tuple(Known(name=f"{role}.{name}", text=text) for name, text in pairs.items() if text)


def known_of_card(card: IdentityCard) -> tuple[Known, ...]:
    """Return what a scanned identity card says of its owner; a name that lost its marks is left to the officer."""
    person = card.person if card.name_is_sure else changed(card.person, name="")
    known = [*known_of_person(person)]
    if card.issued_on is not None:
        name, issuer = _NEW_CARD if card.issued_on >= _NEW_CARD_FROM else _OLD_CARD
        day = spoken_day(card.issued_on)
        known.append(Known(name="applicant.id_issued_on", text=day))
        known.append(Known(name="applicant.id_issued_by", text=issuer))
        known.append(Known(name="applicant.id_paper", text=f"{name} số {person.id_number}, {issuer} cấp ngày {day}"))
    return tuple(known)


def known_of_filled(form: Form, filled: Filled) -> tuple[Known, ...]:
    """Return what a form that was filled before says, by the names that forms share."""
    found = []
    for field in form.fields:
        text, rows = filled.text(field.key), filled.rows(field.key)
        if field.fill and (text or rows):
            found.append(Known(name=field.fill, text=shared_text(field, text), rows=rows))
    return tuple(found)


def filled_in(form: Form, known: Iterable[Known], filled: Filled | None = None) -> Filled:
    """Return the form with what is known in every field that is still empty; what was typed is never overwritten.

    Where two sources know the same thing, the later one of ``known`` counts.
    """
    by_name = {each.name: each for each in known}
    now = filled or Filled(form=form.key)
    for field in form.fields:
        found = by_name.get(field.fill) if field.fill else None
        if found is not None and not now.text(field.key) and not now.rows(field.key):
            now = with_value(now, Value(key=field.key, text=own_text(field, found.text), rows=found.rows))
    return now


def own_text(field: Field, text: str) -> str:
    """Return a shared text as this field keeps it: a choice's key for its words; empty where no option says so."""
    if field.kind != "choice":
        return nfc(text)
    return next((each.key for each in field.options if text in (each.key, each.text)), "")


def shared_text(field: Field, text: str) -> str:
    """Return a field's text as other forms understand it: the words of a choice."""
    return next((each.text for each in field.options if each.key == text), text)


def spoken_birth(birth_on: str) -> str:
    """Return ``1985-03-05`` as 05/03/1985; a year alone stays a year."""
    year, _, rest = birth_on.partition("-")
    month, _, day = rest.partition("-")
    return f"{day}/{month}/{year}" if day else year

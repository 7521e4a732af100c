"""The fields of a registration that may be corrected: what people call them, reading one, putting one right."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from desk_app.dossiers.facts import Correctable, Corrected, PaperHandedIn, Registered, Replanned
from desk_app.dossiers.person import Person
from desk_app.kernel.records import changed
from desk_app.kernel.texts import dong, quantity
from desk_app.kernel.time_source import spoken_day, spoken_moment

PEOPLE: Mapping[str, str] = {
    "applicant": "",
    "subject": " người được làm cho",
    "authorised": " người được ủy quyền",
}
_OF_PERSON = {
    "name": "Họ tên",
    "id_number": "Số định danh",
    "birth_on": "Ngày sinh",
    "sex": "Giới tính",
    "address": "Địa chỉ",
    "phone": "Điện thoại",
    "email": "Email",
}
_OWN = {
    "procedure": "Thủ tục",
    "papers": "Giấy tờ đã nhận",
    "copies": "Số bộ",
    "fee": "Phí, lệ phí",
    "return_by": "Cách nhận kết quả",
    "return_to": "Nơi nhận kết quả",
    "due_at": "Ngày hẹn trả",
    "note": "Ghi chú",
    "priority": "Lý do ưu tiên",
}
LABELS: Mapping[str, str] = {
    **{f"{who}.{part}": label + of for who, of in PEOPLE.items() for part, label in _OF_PERSON.items()},
    **_OWN,
}
"""Every correctable field by its dotted name, with its Vietnamese label."""

_WORDS = {
    "sex": {"male": "Nam", "female": "Nữ"},
    "return_by": {"counter": "tại quầy", "home": "tại nhà", "post": "qua bưu chính"},
}


def value_in(registered: Registered, field: str) -> Correctable:
    """Return what a field holds; empty where there is no such person."""
    who, dot, part = field.partition(".")
    if dot:
        person = getattr(registered, who)
        return "" if person is None else str(getattr(person, part))
    if field == "due_at":
        return registered.due_at.isoformat()
    found: Correctable = getattr(registered, field)
    return found


def with_value(registered: Registered, field: str, value: Correctable) -> Registered:
    """Return the registration with one field put right; a subject or authorised person without a name is nobody.

    With the due date the last agency's date moves too, and nobody's stays behind it.
    """
    who, dot, part = field.partition(".")
    if dot:
        person = changed(getattr(registered, who) or Person(name=""), **{part: value})
        return changed(registered, **{who: person if who == "applicant" else _somebody(person)})
    if field == "due_at":
        return _redated(registered, datetime.fromisoformat(str(value)))
    return changed(registered, **{field: value, **_words_too(field, value)})


def corrected(registered: Registered, fact: Corrected) -> Registered:
    """Return the registration as a correction leaves it."""
    if fact.replanned is not None:
        plan: dict[str, Any] = {name: getattr(fact.replanned, name) for name in Replanned.__struct_fields__}
        registered = changed(registered, **plan)
    for change in fact.changes:
        if change.field == "fee" and fact.replanned is not None:
            registered = changed(registered, fee=change.new)
        else:
            registered = with_value(registered, change.field, change.new)
    return registered


def spoken(field: str, value: Correctable) -> str:
    """Return what a field holds in words; a dash for nothing."""
    part = field.rpartition(".")[2]
    if isinstance(value, tuple):
        return "; ".join(_paper_words(paper) for paper in value)
    if isinstance(value, int):
        return dong(value) if part == "fee" else quantity(value)
    text = value or ""
    if part in _WORDS:
        return _WORDS[part].get(text, "–")
    if part == "due_at" and text:
        return spoken_moment(datetime.fromisoformat(text))
    if part == "birth_on" and len(text) > 4:
        return spoken_day(date.fromisoformat(text))
    return text or "–"


def _somebody(person: Person) -> Person | None:
    return person if any(getattr(person, part) for part in _OF_PERSON) else None


def _redated(registered: Registered, due_at: datetime) -> Registered:
    legs = tuple(
        changed(leg, due_at=due_at) if leg.due_at == registered.due_at or leg.due_at > due_at else leg
        for leg in registered.legs
    )
    return changed(registered, due_at=due_at, due_on=due_at.date(), legs=legs)


def _words_too(field: str, value: Correctable) -> dict[str, str]:
    """Return the words that stand on the receipt for a fee; nothing for any other field."""
    if field != "fee":
        return {}
    return {"fee_words": (dong(value) if value else "không thu") if isinstance(value, int) else "chưa nêu"}


def _paper_words(paper: PaperHandedIn) -> str:
    counts = ((paper.originals, "chính"), (paper.copies, "sao"))
    amount = ", ".join(f"{number} {kind}" for number, kind in counts if number)
    return f"{paper.name} ({amount or 'xuất trình'})"

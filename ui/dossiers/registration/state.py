"""What the registration page shows and allows, decided without a window."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from desk_app.catalogue.fees import PerPage, amount, spoken_fee
from desk_app.catalogue.picker import matches
from desk_app.catalogue.procedure import Procedure, Way, spoken_days, spoken_term
from desk_app.dossiers.earlier import open_alike
from desk_app.dossiers.form import Form, cleaned, require_return_way
from desk_app.dossiers.numbering import tail
from desk_app.dossiers.person import Person, checked, doubts
from desk_app.dossiers.status import Status
from desk_app.dossiers.tables.queries import Listed
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.kernel.records import changed
from desk_app.kernel.texts import dong
from desk_app.working_time.calendar import Calendar
from desk_app.working_time.reading import Reading
from ui.dossiers.registration.promise import Promise, promise_of
from ui.dossiers.registration.typed import Typed, form_of, person_of
from ui.widgets.status_words import status_words

_WAYS: tuple[tuple[Way, str], ...] = (("counter", "Tại quầy"), ("home", "Tại nhà"), ("post", "Qua bưu chính"))
_SOMEBODY = Person(name="Ai")


@dataclass(frozen=True, kw_only=True)
class Counter:
    """What the counter works with: today's catalogue, how often each procedure is used, calendar and readings."""

    procedures: tuple[Procedure, ...]
    used: Mapping[str, int]
    calendar: Calendar
    readings: tuple[Reading, ...]

    @cached_property
    def by_code(self) -> Mapping[str, Procedure]:
        """Return the procedures by their code."""
        return {procedure.code: procedure for procedure in self.procedures}

    def matches(self, text: str, limit: int) -> tuple[Procedure, ...]:
        """Return what ``text`` may mean, best first."""
        return matches(self.procedures, text, self.used)[:limit]


@dataclass(frozen=True, kw_only=True)
class WayShown:
    """One way of getting the result: whether it may be chosen, and the reason beside it."""

    way: Way
    words: str
    allowed: bool
    reason: str


@dataclass(frozen=True, kw_only=True)
class KnownPerson:
    """What earlier dossiers say of the person in the form."""

    person: Person | None = None
    dossiers: tuple[Listed, ...] = ()

    def open_with(self, procedure: str, subject: str = "") -> tuple[Listed, ...]:
        """Return the person's dossiers of this procedure that are not settled: perhaps the same request twice."""
        return open_alike(self.dossiers, procedure, subject)


def ways_of(procedure: Procedure | None) -> tuple[WayShown, ...]:
    """Return the three ways of return; without a procedure only the counter is open."""
    if procedure is None:
        return tuple(WayShown(way=way, words=words, allowed=way == "counter", reason="") for way, words in _WAYS)
    found = {each.way: each for each in procedure.return_ways()}
    return tuple(
        WayShown(way=way, words=words, allowed=found[way].allowed, reason=found[way].reason) for way, words in _WAYS
    )


def needs_promise(procedure: Procedure | None) -> bool:
    """Tell whether the officer must say the date: the catalogue states no term."""
    return procedure is not None and procedure.hours is None and procedure.half_days is None


def counts_pages(procedure: Procedure | None) -> bool:
    """Tell whether the fee depends on the number of pages."""
    return procedure is not None and isinstance(procedure.fee, PerPage)


def extension_words(procedure: Procedure | None) -> str:
    """Return the offer of a longer term, as in ``Thêm 3 ngày làm việc khi cần xác minh``; empty where there is none."""
    if procedure is None or procedure.is_linked or not procedure.extension_half_days:
        return ""
    return f"Thêm {spoken_days(procedure.extension_half_days)} {procedure.extension_condition}".strip()


def about(procedure: Procedure) -> str:
    """Return the line under the picker: code, field, term."""
    return f"{procedure.code} · {procedure.field} · {spoken_term(procedure)}"


def fee_hint(typed: Typed, procedure: Procedure | None) -> str:
    """Return what the catalogue asks for, as it stands in the empty fee field."""
    if procedure is None:
        return ""
    copies, pages = _count(typed.copies), _count(typed.pages)
    stated = amount(procedure.fee, pages=pages, copies=copies)
    return spoken_fee(procedure.fee) if stated is None else dong(stated) if stated else "miễn"


def missing_papers(typed: Typed) -> tuple[str, ...]:
    """Return the papers always asked for that are not ticked."""
    return tuple(paper.name for paper in typed.papers if paper.required and not paper.ticked)


def person_doubts(typed: Typed) -> tuple[str, ...]:
    """Return what the identity number says otherwise than the rest; nothing while the birth date is half typed."""
    try:
        clean = checked(changed(person_of(typed), name="Ai"), field="applicant", today=date.max)
    except InvalidInput:
        return ()
    return doubts(clean)


def whole_number(number: str) -> str:
    """Return the digits of an identity number that is whole (12, or 9 of an old card); empty while it is not."""
    digits = number.replace(" ", "").replace(".", "")
    return digits if len(digits) in (9, 12) and digits.isascii() and digits.isdigit() else ""


def sex_of_number(number: str) -> str:
    """Return the sex that a 12-digit identity number carries; empty for any other text."""
    digits = whole_number(number)
    if len(digits) != 12:
        return ""
    return "male" if int(digits[3]) % 2 == 0 else "female"


def known_words(known: KnownPerson) -> str:
    """Return the line below the person: how often they have been here, and the key that fills the form."""
    if not known.dossiers:
        return ""
    offer = "  Ctrl+E: điền theo hồ sơ gần nhất." if known.person is not None else ""
    return f"Người này đã có {len(known.dossiers)} hồ sơ ở đây.{offer}"


def twice_words(twice: Sequence[Listed], now: datetime) -> str:
    """Return the warning about the same request twice."""
    named = [
        f"{tail(each.code)} ({status_words(Status(each.status), datetime.fromisoformat(each.due_at), now).words.lower()})"
        for each in twice
    ]
    return f"Có thể trùng: người này đang có hồ sơ {', '.join(named)} cùng thủ tục.  F6: mở hồ sơ đó."


def field_error(typed: Typed, field: str, now: datetime) -> InvalidInput | None:
    """Return what is wrong with one field of the person by itself, or None."""
    name = field.partition(".")[2]
    try:
        person = person_of(typed) if name == "birth_on" else person_of(changed(typed, birth=""))
        alone = changed(_SOMEBODY, **{name: getattr(person, name)})
        if name != "name" or person.name.strip():
            checked(alone, field="applicant", today=now.date())
    except InvalidInput as error:
        return error
    return None


def promise(typed: Typed, counter: Counter, now: datetime) -> Promise | InvalidInput | None:
    """Return the promise as the form stands; what is missing for it; or None while no procedure is chosen."""
    procedure = counter.by_code.get(typed.procedure)
    if procedure is None:
        return None
    try:
        bare = changed(typed, birth="", copies="1", pages="1", fee="")
        return promise_of(form_of(bare, now), procedure, now, counter.calendar, counter.readings)
    except InvalidInput as error:
        return error


def ready_form(typed: Typed, counter: Counter, now: datetime) -> Form:
    """Return the form to save; raise ``InvalidInput`` or ``Refused`` for what the desk would not take."""
    form = form_of(typed, now)
    checked(form.applicant, field="applicant", today=now.date())
    procedure = counter.by_code.get(form.procedure)
    if procedure is None:
        raise InvalidInput("procedure", "Chưa chọn thủ tục.", "Gõ ba chữ cái đầu rồi Enter.")
    form = cleaned(form, now=now)
    if needs_promise(procedure) and form.promised_at is None:
        raise InvalidInput("promised_at", "Danh mục chưa nêu thời hạn.", "Hãy ghi ngày hẹn trả.")
    try:
        require_return_way(form, procedure)
    except InvalidInput:
        raise
    except Refused as error:
        raise InvalidInput("return_by", error.message, error.hint) from None
    return form


def _count(text: str) -> int:
    digits = text.strip()
    return max(1, int(digits)) if digits.isascii() and digits.isdigit() and len(digits) < 6 else 1

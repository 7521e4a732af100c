"""What the registration page shows and allows, decided without a window."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from desk_app.catalogue.fees import PerPage, amount, spoken_fee
from desk_app.catalogue.picker import matches
from desk_app.catalogue.procedure import Procedure, Way, spoken_days
from desk_app.dossiers.person import checked, doubts
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed
from desk_app.kernel.texts import dong, folded
from desk_app.kernel.translations import _
from desk_app.working_time.calendar import Calendar
from desk_app.working_time.reading import Reading
from ui.dossiers.registration.outcome import Outcome, outcome_of
from ui.dossiers.registration.promise import Promise, promise_of
from ui.dossiers.registration.to_desk import form_of, person_of
from ui.dossiers.registration.typed import Typed

WAYS: tuple[tuple[Way, str], ...] = (
    ("counter", _("Tại quầy")),
    ("home", _("Tại nhà")),
    ("post", _("Qua bưu chính")),
)


@dataclass(frozen=True, kw_only=True)
class Counter:
    """What the counter works with: today's catalogue, calendar and readings.

    ``used`` says how often this desk received each procedure lately, as counted on the day ``used_on``. ``settle_day``: today
    complete dossiers are settled at once.
    """

    procedures: tuple[Procedure, ...]
    used: Mapping[str, int]
    used_on: date
    calendar: Calendar
    readings: tuple[Reading, ...]
    settle_day: bool = False

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


def ways_of(procedure: Procedure | None) -> tuple[WayShown, ...]:
    """Return the three ways of return; without a procedure only the counter is open."""
    if procedure is None:
        return tuple(WayShown(way=way, words=words, allowed=way == "counter", reason="") for way, words in WAYS)
    found = {each.way: each for each in procedure.return_ways()}
    return tuple(
        WayShown(way=way, words=words, allowed=found[way].allowed, reason=found[way].reason) for way, words in WAYS
    )


def needs_promise(procedure: Procedure | None) -> bool:
    """Tell whether the officer must say the date: the catalogue states no term."""
    return procedure is not None and not procedure.states_term


def may_settle_at_once(typed: Typed, counter: Counter | None) -> bool:
    """Tell whether this visit is offered for settling on the spot: complete, and no other agency has a part in it."""
    procedure = counter.by_code.get(typed.procedure) if counter is not None else None
    if counter is None or procedure is None or procedure.is_linked or outcome_of(typed) is not Outcome.COMPLETE:
        return False
    return procedure.at_once or counter.settle_day


def counts_pages(procedure: Procedure | None) -> bool:
    """Tell whether the fee depends on the number of pages."""
    return procedure is not None and isinstance(procedure.fee, PerPage)


def extension_words(procedure: Procedure | None) -> str:
    """Return the offer of a longer term, as in ``Thêm 3 ngày làm việc khi cần xác minh``; empty where there is none."""
    if procedure is None or procedure.is_linked or not procedure.extension_half_days:
        return ""
    return (
        _("Thêm {days} {condition}")
        .format(days=spoken_days(procedure.extension_half_days), condition=procedure.extension_condition)
        .strip()
    )


def fee_hint(typed: Typed, procedure: Procedure | None) -> str:
    """Return what the catalogue asks for, as it stands in the empty fee field."""
    if procedure is None:
        return ""
    copies, pages = _count(typed.copies), _count(typed.pages)
    stated = amount(procedure.fee, pages=pages, copies=copies)
    return spoken_fee(procedure.fee) if stated is None else dong(stated) if stated else _("miễn")


def card_doubt(said: str, typed: str) -> str:
    """Return what an identity card said in letters without marks, while ``typed`` is not that in proper letters."""
    if not said or (folded(typed) == folded(said) and not typed.isascii()):
        return ""
    return _("Thẻ ghi không dấu: {said}. Hãy gõ lại có dấu.").format(said=said)


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


def _count(text: str) -> int:
    digits = text.strip()
    return max(1, int(digits)) if digits.isascii() and digits.isdigit() and len(digits) < 6 else 1

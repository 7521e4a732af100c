"""What must hold before a registration is put right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.catalogue.procedure import Procedure
from desk_app.dossiers.correction_fields import LABELS, PEOPLE, value_in
from desk_app.dossiers.correction_text import require_field
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.facts import Change, Correctable, PaperHandedIn, Registered
from desk_app.dossiers.form import Form, require_return_way
from desk_app.dossiers.reappointment import is_reappointment
from desk_app.dossiers.status import OPEN, Status
from desk_app.kernel.errors import InvalidInput, Refused

OF_FORM = ("applicant", "subject", "authorised", "papers", "copies", "return_by", "return_to", "note", "priority")
"""What a registration and its form hold under the same name."""

_OTHERS = tuple(who for who in PEOPLE if who != "applicant")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One field, by its dotted name, and what it shall hold from now on."""

    field: str
    value: Correctable


def checked_wanted(before: Registered, wanted: Sequence[Wanted]) -> tuple[Wanted, ...]:
    """Return what is really wanted otherwise, each field once; a person whose name is emptied goes as a whole.

    Raises ``InvalidInput`` for an unknown field or a value of the wrong kind.
    """
    last: dict[str, Wanted] = {}
    for each in wanted:
        require_field(each.field)
        if not _fits(each):
            raise InvalidInput(each.field, f"{LABELS[each.field]}: không nhận giá trị này.", "Hãy xem lại.")
        last[each.field] = each
    for who in _OTHERS:
        name = last.get(f"{who}.name")
        if name is not None and not str(name.value).strip():
            parts = [field for field in LABELS if field.startswith(f"{who}.")]
            last.update({field: Wanted(field=field, value="") for field in parts})
    return tuple(each for each in last.values() if each.value != value_in(before, each.field))


def form_of(registered: Registered, *, keeps_fee: bool) -> Form:
    """Return a registration as the form it would be typed in today, to check it by the same rules."""
    same = {name: getattr(registered, name) for name in OF_FORM}
    fee = registered.fee if keeps_fee else None
    return Form(procedure=registered.procedure, channel=registered.channel, fee=fee, **same)


def is_closed(dossier: Dossier) -> bool:
    """Tell whether the dossier has come to its end, so that only a leader may put it right."""
    return dossier.status not in OPEN and dossier.status is not Status.SETTLED


def require_changes(changes: Sequence[Change]) -> None:
    """Raise ``Refused`` when nothing would become different."""
    if not changes:
        raise Refused("dossiers.nothing_to_correct", "Không có mục nào khác với hồ sơ đang ghi.", "Hồ sơ vẫn nguyên.")


def require_untouched(dossier: Dossier) -> None:
    """Raise ``Refused`` once work on the dossier has been done: its steps belong to the procedure that was chosen."""
    if dossier.status not in OPEN or any(leg.done_at for leg in dossier.legs) or dossier.story.redated_at:
        raise Refused(
            "dossiers.procedure_fixed",
            "Hồ sơ đã có bước giải quyết xong: không đổi thủ tục được nữa.",
            "Hồ sơ vẫn nguyên. Hãy tiếp nhận hồ sơ mới cho thủ tục đúng.",
        )


def require_open_due(dossier: Dossier, after: Registered) -> None:
    """Raise for a due date moved once the result is there, or to before the receipt: marks must not be made up later."""
    if after.due_at == dossier.registered.due_at:
        return
    if dossier.status not in OPEN:
        raise Refused(
            "dossiers.due_fixed",
            f"Hồ sơ «{dossier.status.words}»: không đổi ngày hẹn trả được nữa.",
            "Ngày hẹn cũ vẫn giữ nguyên để tính trước hạn, đúng hạn, quá hạn.",
        )
    if after.due_at < after.received_at:
        raise InvalidInput("due_at", "Ngày hẹn trả ở trước lúc nhận.", "Hãy xem lại ngày hẹn.")


def require_first_appointment(dossier: Dossier, due_at: datetime, now: datetime) -> None:
    """Raise ``Refused`` for a second later date set by hand (Nghị định 61/2018, Điều 19.9)."""
    if dossier.reappointments and is_reappointment(dossier.registered, due_at, now):
        raise Refused(
            "dossiers.reappointed_twice",
            f"Hồ sơ {dossier.code} đã hẹn lại một lần: chỉ được hẹn lại một lần.",
            "Ngày hẹn vẫn giữ nguyên. Hãy trả kết quả sớm nhất có thể.",
        )


def require_way(form: Form, procedure: Procedure) -> None:
    """Raise ``InvalidInput`` naming the field when the result may not be returned the way wanted."""
    try:
        require_return_way(form, procedure)
    except InvalidInput:
        raise
    except Refused as error:
        raise InvalidInput("return_by", error.message, error.hint) from None


def _fits(wanted: Wanted) -> bool:
    part, value = wanted.field.rpartition(".")[2], wanted.value
    if part == "papers":
        return isinstance(value, tuple) and all(isinstance(each, PaperHandedIn) for each in value)
    if part in ("copies", "fee"):
        return (isinstance(value, int) and not isinstance(value, bool)) or (part == "fee" and value is None)
    if part == "return_by":
        return value in ("counter", "home", "post")
    return isinstance(value, str)

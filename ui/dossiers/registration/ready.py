"""Whether a form can be saved as it stands, and what is wrong with it by the name of the field."""

from datetime import datetime

from desk_app.catalogue.procedure import Procedure
from desk_app.dossiers.form import Form, cleaned, require_return_way
from desk_app.dossiers.person import Person, checked
from desk_app.dossiers.sent_back import SendBack
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.kernel.records import changed
from desk_app.kernel.translations import _
from ui.dossiers.registration.outcome import Outcome, outcome_of
from ui.dossiers.registration.state import Counter, needs_promise
from ui.dossiers.registration.to_desk import form_of, person_of, send_back_of
from ui.dossiers.registration.typed import Typed

_SOMEBODY = Person(name="Ai")


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


def ready_form(typed: Typed, counter: Counter, now: datetime) -> Form:
    """Return the form to save; raise ``InvalidInput`` for what the desk would not take."""
    form = form_of(typed, now)
    procedure = _procedure_of(form, counter, now)
    _require_checked_papers(typed)
    form = cleaned(form, now=now)
    if needs_promise(procedure) and form.promised_at is None:
        raise InvalidInput("promised_at", _("Danh mục chưa nêu thời hạn."), _("Hãy ghi ngày hẹn trả."))
    try:
        require_return_way(form, procedure)
    except InvalidInput:
        raise
    except Refused as error:
        raise InvalidInput("return_by", error.message, error.hint) from None
    return form


def ready_request(typed: Typed, counter: Counter, now: datetime) -> SendBack:
    """Return the request to complete the dossier; raise ``InvalidInput`` for what the desk would not take."""
    request = send_back_of(typed, now)
    _procedure_of(request.form, counter, now)
    return changed(request, form=cleaned(request.form, now=now, needs_papers=False))


def _require_checked_papers(typed: Typed) -> None:
    """Raise ``InvalidInput`` unless somebody has looked at the papers, and says why when some are missing all the same."""
    outcome = outcome_of(typed)
    if outcome is Outcome.UNCHECKED:
        raise InvalidInput("papers", _("Chưa kiểm giấy tờ."), _("Enter: đủ cả; phím cách: từng giấy."))
    if outcome is Outcome.NEVERTHELESS and not typed.nevertheless_reason.strip():
        raise InvalidInput("nevertheless_reason", _("Chưa ghi lý do nhận hồ sơ còn thiếu."), _("Hãy ghi lý do."))


def _procedure_of(form: Form, counter: Counter, now: datetime) -> Procedure:
    checked(form.applicant, field="applicant", today=now.date())
    procedure = counter.by_code.get(form.procedure)
    if procedure is None:
        raise InvalidInput("procedure", _("Chưa chọn thủ tục."), _("Gõ ba chữ cái đầu rồi Enter."))
    return procedure

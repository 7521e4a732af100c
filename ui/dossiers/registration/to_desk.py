"""What the typed form becomes when it is saved: a registration, or a request to complete the dossier."""

import re
from datetime import date, datetime, time

from desk_app.dossiers.facts import PaperHandedIn
from desk_app.dossiers.form import Form
from desk_app.dossiers.person import Person
from desk_app.dossiers.sent_back import SendBack
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import folded, one_line
from desk_app.kernel.time_source import VIETNAM
from desk_app.kernel.translations import _
from ui.dossiers.registration.outcome import Outcome, missing_papers, outcome_of
from ui.dossiers.registration.spelling import iso_day, no_day, number_of
from ui.dossiers.registration.typed import Typed

_CLOCK = re.compile(r"^(\d{1,2})[:hg](\d{2})?\s+(.+)$")
_CLOSING = time(17, 0)
_AUTHORITY = "uy quyen"


def person_of(typed: Typed) -> Person:
    """Return the applicant; raise ``InvalidInput`` for a birth date that is no day."""
    return Person(
        name=typed.name,
        id_number=typed.id_number,
        birth_on=iso_day(typed.birth, "applicant.birth_on", _("Ngày sinh"), years=True),
        sex=typed.sex,
        address=typed.address,
        phone=typed.phone,
        email=typed.email,
    )


def form_of(typed: Typed, now: datetime) -> Form:
    """Return what is handed to the desk; raise ``InvalidInput`` naming the first field that cannot be right."""
    return Form(
        procedure=typed.procedure,
        applicant=person_of(typed),
        subject=Person(name=typed.subject) if typed.subject.strip() else None,
        authorised=_authorised(typed),
        papers=_papers(typed),
        copies=number_of(typed.copies, "copies", _("Số bộ hồ sơ")),
        pages=number_of(typed.pages, "pages", _("Số trang")),
        fee=number_of(typed.fee, "fee", _("Phí, lệ phí")) if typed.fee.strip() else None,
        fee_reason=typed.fee_reason,
        channel=typed.channel,
        return_by=typed.return_by,
        return_to=typed.return_to,
        note=_note(typed),
        priority=typed.priority,
        received_at=received_at(typed, now),
        paper_number=typed.paper_number,
        promised_at=_promised_at(typed.promised),
        extended=typed.extended,
        origin=typed.origin,
    )


def send_back_of(typed: Typed, now: datetime) -> SendBack:
    """Return the request to complete the dossier; raise ``InvalidInput`` as ``form_of`` does."""
    return SendBack(form=form_of(typed, now), missing=missing_papers(typed), reason=typed.reason, advice=typed.advice)


def handed_in(typed: Typed) -> tuple[PaperHandedIn, ...]:
    """Return the papers that are ticked."""
    return tuple(
        PaperHandedIn(name=paper.name, originals=paper.originals, copies=paper.copies)
        for paper in typed.papers
        if paper.ticked
    )


def received_at(typed: Typed, now: datetime) -> datetime | None:
    """Return when the citizen stood there, None for now; raise ``InvalidInput`` for what is no moment."""
    text = one_line(typed.received)
    if not text:
        return None
    label = _("Nhận lúc")
    clock = _CLOCK.match(text)
    on = date.fromisoformat(iso_day(clock[3] if clock else "", "received_at", label))
    try:
        at = time(int(clock[1]), int(clock[2] or 0)) if clock else time()
    except ValueError:
        raise no_day("received_at", label, text) from None
    return datetime.combine(on, at, now.tzinfo or VIETNAM)


def _authorised(typed: Typed) -> Person | None:
    if not typed.authorised.strip():
        return None
    if outcome_of(typed) is not Outcome.MISSING and not _has_authority(typed):
        raise InvalidInput(
            "authorised_paper",
            _("Chưa có giấy ủy quyền."),
            _("Hãy ghi số, ngày của giấy, hoặc đánh dấu trong danh sách."),
        )
    return Person(name=typed.authorised, id_number=typed.authorised_number)


def _has_authority(typed: Typed) -> bool:
    listed = any(paper.ticked and _AUTHORITY in folded(paper.name) for paper in typed.papers)
    return listed or bool(typed.authorised_paper.strip())


def _papers(typed: Typed) -> tuple[PaperHandedIn, ...]:
    """Return what was handed in; the paper of the authorised person belongs to the dossier like any other."""
    paper = one_line(typed.authorised_paper)
    if not typed.authorised.strip() or not paper:
        return handed_in(typed)
    rest = tuple(each for each in handed_in(typed) if _AUTHORITY not in folded(each.name))
    name = paper if _AUTHORITY in folded(paper) else f"Văn bản ủy quyền {paper}"
    return (*rest, PaperHandedIn(name=name, originals=1))


def _note(typed: Typed) -> str:
    """Return the remark with what the choice of the officer adds to it."""
    parts = [one_line(typed.note)]
    if typed.answers_on:
        parts.append(f"Đã bổ sung theo phiếu yêu cầu ngày {typed.answers_on}.")
    if outcome_of(typed) is Outcome.NEVERTHELESS:
        names = "; ".join(missing_papers(typed))
        parts.append(f"Tiếp nhận khi còn thiếu: {names}. Lý do: {one_line(typed.nevertheless_reason)}")
    return " ".join(filter(None, parts))


def _promised_at(text: str) -> datetime | None:
    iso = iso_day(text, "promised_at", _("Ngày hẹn trả"))
    return datetime.combine(date.fromisoformat(iso), _CLOSING, VIETNAM) if iso else None

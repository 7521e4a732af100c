"""What the officer fills in to register a dossier, and what of it can be checked without the desk."""

from datetime import datetime, timedelta

from desk_app.catalogue.procedure import Procedure
from desk_app.dossiers.facts import Channel, PaperHandedIn, ReturnWay
from desk_app.dossiers.person import Person, checked
from desk_app.dossiers.prefill import checked_origin
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.kernel.records import Record, changed
from desk_app.kernel.texts import checked_line

_LONGEST_LATE = timedelta(days=366)
_MOST_COPIES = 99
_MOST_PAPERS = 60
_MOST_DONG = 1_000_000_000
_SAME_VISIT = timedelta(minutes=5)


class Form(Record):
    """A registration as typed, scanned or read from a file.

    ``received_at`` None means now; an earlier moment is a late entry, from paper number ``paper_number``.
    ``promised_at`` is asked for only where the catalogue states no term, and refused elsewhere.
    ``fee`` None means what the catalogue says; ``fee_reason`` says why it is less, as in «hộ nghèo»: without a ``fee``,
    nothing is paid then.
    ``extended`` says that the procedure's longer term applies (verification). ``copies`` counts sets of papers.
    ``origin`` is ``<room>:<id>`` of what the visit began with, such as an appointment; empty for most.
    """

    procedure: str
    applicant: Person
    papers: tuple[PaperHandedIn, ...]
    subject: Person | None = None
    authorised: Person | None = None
    copies: int = 1
    pages: int = 1
    fee: int | None = None
    fee_reason: str = ""
    channel: Channel = "counter"
    return_by: ReturnWay = "counter"
    return_to: str = ""
    note: str = ""
    priority: str = ""
    received_at: datetime | None = None
    paper_number: str = ""
    promised_at: datetime | None = None
    extended: bool = False
    origin: str = ""


def cleaned(form: Form, *, now: datetime, needs_papers: bool = True) -> Form:
    """Return ``form`` with every text clean; raise ``InvalidInput`` naming the first field that cannot be right.

    Without ``needs_papers`` the citizen may have brought none: such a visit is sent back.
    """
    today = now.date()
    return changed(
        form,
        procedure=form.procedure.strip(),
        applicant=checked(form.applicant, field="applicant", today=today),
        subject=checked(form.subject, field="subject", today=today) if form.subject else None,
        authorised=checked(form.authorised, field="authorised", today=today) if form.authorised else None,
        papers=_checked_papers(form.papers) if form.papers or needs_papers else (),
        copies=_within(form.copies, 1, _MOST_COPIES, "copies", "Số bộ hồ sơ"),
        pages=_within(form.pages, 1, 10_000, "pages", "Số trang"),
        fee=None if form.fee is None else _within(form.fee, 0, _MOST_DONG, "fee", "Phí, lệ phí"),
        fee_reason=checked_line(form.fee_reason, field="fee_reason", label="Lý do miễn, giảm", longest=120),
        return_to=checked_line(form.return_to, field="return_to", label="Nơi nhận kết quả", longest=300),
        note=checked_line(form.note, field="note", label="Ghi chú", longest=1000),
        priority=checked_line(form.priority, field="priority", label="Lý do ưu tiên", longest=200),
        paper_number=checked_line(form.paper_number, field="paper_number", label="Số giấy viết tay", longest=40),
        received_at=_checked_receipt(form.received_at, now),
        origin=checked_origin(form.origin),
    )


def is_late(form: Form, now: datetime) -> bool:
    """Tell whether the dossier was received earlier than it is typed in, as after a power cut."""
    return form.received_at is not None and now - form.received_at > _SAME_VISIT


def require_return_way(form: Form, procedure: Procedure) -> None:
    """Raise ``Refused`` with the reason when the result may not be returned the way the form asks for."""
    way = next(each for each in procedure.return_ways() if each.way == form.return_by)
    if not way.allowed:
        raise Refused("dossiers.return_way", way.reason, "Hãy chọn nhận kết quả tại quầy.")
    if form.return_by != "counter" and not (form.return_to or form.applicant.address):
        raise InvalidInput("return_to", "Chưa có địa chỉ để trả kết quả.", "Hãy ghi địa chỉ, hoặc chọn nhận tại quầy.")


def require_own_promise(form: Form, procedure: Procedure) -> None:
    """Raise ``InvalidInput`` for a promised date beside a stated term: who moves that date gives a reason, on the dossier."""
    if form.promised_at is not None and procedure.states_term:
        raise InvalidInput(
            "promised_at",
            "Thủ tục này có thời hạn trong danh mục: ngày hẹn trả do chương trình tính.",
            "Bỏ mục này; nó chỉ ghi khi danh mục chưa nêu thời hạn. Cần ngày khác thì sửa hạn trả (due_at) trên hồ sơ, có lý do.",
        )


def _checked_papers(papers: tuple[PaperHandedIn, ...]) -> tuple[PaperHandedIn, ...]:
    if not papers:
        raise InvalidInput("papers", "Chưa có giấy tờ nào trong hồ sơ.", "Hãy ghi những giấy tờ đã nhận.")
    if len(papers) > _MOST_PAPERS:
        raise InvalidInput("papers", f"Quá nhiều giấy tờ ({len(papers)}).", f"Tối đa {_MOST_PAPERS} mục; hãy gộp lại.")
    clean = []
    for place, paper in enumerate(papers):
        field = f"papers[{place}]"
        name = checked_line(paper.name, field=field, label="Tên giấy tờ", longest=300, required=True)
        originals = _within(paper.originals, 0, _MOST_COPIES, f"{field}.originals", "Số bản chính")
        copies = _within(paper.copies, 0, _MOST_COPIES, f"{field}.copies", "Số bản sao")
        clean.append(PaperHandedIn(name=name, originals=originals, copies=copies))
    return tuple(clean)


def _within(value: int, least: int, most: int, field: str, label: str) -> int:
    if not least <= value <= most:
        raise InvalidInput(field, f"{label}: {value} ngoài khoảng {least} đến {most}.", "Hãy xem lại con số.")
    return value


def _checked_receipt(received_at: datetime | None, now: datetime) -> datetime | None:
    if received_at is None:
        return None
    if received_at > now + _SAME_VISIT:
        raise InvalidInput("received_at", "Thời điểm nhận ở tương lai.", "Hãy xem lại ngày giờ nhận.")
    if now - received_at > _LONGEST_LATE:
        raise InvalidInput("received_at", "Thời điểm nhận đã quá một năm.", "Hãy xem lại ngày giờ nhận.")
    return received_at

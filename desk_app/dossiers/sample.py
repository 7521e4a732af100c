"""Papers of an invented visit: what a wording looks like before anybody's paper bears it."""

from datetime import datetime, timedelta

from desk_app.dossiers.facts import PaperHandedIn, Registered
from desk_app.dossiers.papers import Receipt, receipt
from desk_app.dossiers.person import Person
from desk_app.dossiers.sent_back_facts import SentBack
from desk_app.dossiers.sent_back_paper import supplement_slip
from desk_app.office.agency import Agency
from desk_app.office.wordings import PaperWords
from desk_app.printing.blocks import Paper

_PERSON = Person(name="Nguyễn Văn Mẫu", address="Ấp 1", phone="0900 000 000")
_PAPERS = (PaperHandedIn(name="Tờ khai đăng ký khai sinh"), PaperHandedIn(name="Giấy chứng sinh"))
_PROCEDURE, _NAME, _FIELD = "1.001193", "Đăng ký khai sinh", "Hộ tịch"
_OFFICER = "Trần Thị Thử"


def sample_receipt(agency: Agency, words: PaperWords, at: datetime) -> Paper:
    """Return a receipt of nobody's, received at ``at``; its code cannot be scanned as genuine."""
    return receipt(
        Receipt(
            fact=_registered(agency, at), agency=agency, officer=_OFFICER, scan_text="giấy mẫu", copies=1, words=words
        )
    )


def sample_slip(agency: Agency, words: PaperWords, at: datetime) -> Paper:
    """Return a request for a supplement of nobody's, made at ``at``."""
    fact = SentBack(
        asked_at=at,
        entered_at=at,
        procedure=_PROCEDURE,
        procedure_name=_NAME,
        procedure_field=_FIELD,
        procedure_from=at.date(),
        applicant=_PERSON,
        subject=None,
        authorised=None,
        papers=_PAPERS[:1],
        missing=(_PAPERS[1].name,),
        reason="Thiếu giấy tờ theo quy định.",
        advice="",
        channel="counter",
        note="",
        earlier="",
    )
    return supplement_slip(fact, agency, _OFFICER, words)


def _registered(agency: Agency, at: datetime) -> Registered:
    due_at = at.replace(hour=17, minute=0) + timedelta(days=1)
    return Registered(
        code=f"{agency.code}-{at:%y%m%d}-0000",
        received_at=at,
        entered_at=at,
        procedure=_PROCEDURE,
        procedure_name=_NAME,
        procedure_field=_FIELD,
        procedure_from=at.date(),
        applicant=_PERSON,
        subject=None,
        authorised=None,
        papers=_PAPERS,
        copies=1,
        fee=0,
        fee_words="không thu",
        channel="counter",
        return_by="counter",
        return_to="",
        signs_register=False,
        term="1 ngày làm việc",
        extended=False,
        due_at=due_at,
        due_on=due_at.date(),
        legs=(),
        note="",
        priority="",
        late=False,
        paper_number="",
    )

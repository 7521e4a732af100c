"""The leaflet: what a procedure needs, where and when, to take home; the code holds the same for a telephone."""

from desk_app.catalogue.fees import spoken_fee
from desk_app.catalogue.procedure import Procedure, spoken_term
from desk_app.guidance.contacts.facts import PaperChecked
from desk_app.guidance.contacts.ready_text import Place, paper_words, return_words, short_text
from desk_app.printing.blocks import Block, CheckItem, Field, Paper, QrCode, Rule, Text, Title

LEAFLET_TITLE = "Tờ hướng dẫn thủ tục"


def leaflet(procedure: Procedure, place: Place, checked: tuple[PaperChecked, ...] = ()) -> Paper:
    """Return the leaflet of a procedure; boxes are ticked for papers that the person already has."""
    has = {paper.name for paper in checked if paper.has}
    agency = place.agency
    blocks: list[Block] = [
        Text(text=agency.name, bold=True, align="center"),
        Title(text="HƯỚNG DẪN THỦ TỤC", subtitle=procedure.name),
        Text(text="Giấy tờ cần mang theo", bold=True),
    ]
    blocks += [
        CheckItem(text=paper_words(each), checked=each.name in has)
        for each in sorted(procedure.papers, key=lambda paper: not paper.required)
    ]
    if not procedure.papers:
        blocks.append(Text(text="Không phải nộp giấy tờ."))
    blocks += (
        Rule(),
        Field(label="Lệ phí", value=spoken_fee(procedure.fee)),
        Field(label="Thời hạn", value=spoken_term(procedure, place.reading)),
        Field(label="Nhận kết quả", value=return_words(procedure)),
        Rule(),
        *_where(place),
        QrCode(payload=short_text(procedure, place), note="Quét bằng điện thoại để giữ nội dung này.", size="large"),
    )
    return Paper(kind="leaflet", code=procedure.code, title=LEAFLET_TITLE, blocks=tuple(blocks))


def _where(place: Place) -> list[Block]:
    agency = place.agency
    fields: list[Block] = [Field(label="Nơi nộp", value=agency.address or agency.name)]
    fields.append(Field(label="Giờ làm việc", value=place.hours_words))
    if place.days_off:
        fields.append(Field(label="Nghỉ", value=", ".join(place.days_off)))
    if place.phones:
        fields.append(Field(label="Điện thoại", value=place.phones))
    fields += [Text(text=line, size="small") for line in place.closing]
    return fields

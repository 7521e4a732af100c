"""The rows of a list as people: each sound one described, each other one told what is wrong with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desk_app.dossiers.person import Person, checked, doubts
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed
from desk_app.kernel.texts import folded
from desk_app.mobile_sessions.areas import area_in, area_of, looks_like_area
from desk_app.mobile_sessions.excel import cells
from desk_app.mobile_sessions.excel.cells import Cell, Repairs
from desk_app.mobile_sessions.excel.header import Header, find_header, is_header_again
from desk_app.mobile_sessions.excel.lacks import is_crossed, lacks_in_words
from desk_app.mobile_sessions.excel.sheets import Sheet
from desk_app.mobile_sessions.lists import Field, checked_lacks
from desk_app.mobile_sessions.screening_facts import Found

_REMARKS = (
    "ghi chu",
    "tong cong",
    "tong so",
    "cong",
    "nguoi lap",
    "luu y",
    "noi nhan",
    "xac nhan",
    "danh sach",
    "truong",
)
_LONGEST_NAME_WORDS = 8


@dataclass(frozen=True, kw_only=True)
class ListDefaults:
    """What holds where a row says nothing: the area, the papers lacking, and who found the people."""

    area: str = ""
    lacks: tuple[str, ...] = ()
    told_by: str = ""
    file_name: str = ""


@dataclass(frozen=True, kw_only=True)
class RowRead:
    """One row of a list: ``found`` when it is sound, ``error`` when it is refused, neither for a remark in the list.

    ``repairs`` name what was put right, ``doubts`` what to ask about. ``number`` is the row's in Excel.
    """

    sheet: str
    number: int
    shown: str
    found: Found | None = None
    error: InvalidInput | None = None
    repairs: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def people_in(sheets: Sequence[Sheet], defaults: ListDefaults, today: date) -> tuple[RowRead, ...]:
    """Return every row that holds something, of every sheet with a head; raise ``InvalidInput`` when none has one."""
    found: list[RowRead] = []
    headed = False
    for sheet in sheets:
        header = find_header(sheet.rows)
        if header is not None:
            headed = True
            found.extend(_rows(sheet, header, defaults, today))
    if not headed:
        raise InvalidInput(
            "file",
            "Không thấy dòng tiêu đề có cột «Họ và tên».",
            "Danh sách cần một dòng tiêu đề: Họ và tên, Ngày sinh, Số định danh, Địa bàn, Giấy tờ còn thiếu.",
        )
    return tuple(found)


def _rows(sheet: Sheet, header: Header, defaults: ListDefaults, today: date) -> Iterator[RowRead]:
    area = next((area_of(words) for words in _above(sheet, header) if looks_like_area(words)), defaults.area)
    for number, row in enumerate(sheet.rows[header.rows :], start=header.rows + 1):
        texts = [cells.text_of(cell) for cell in row]
        if not any(texts):
            continue
        first = next(text for text in texts if text)
        if number in sheet.banners or _is_remark(header, row, texts):
            if looks_like_area(first):
                area = area_of(first)
            yield RowRead(sheet=sheet.title, number=number, shown=first[:80])
        else:
            yield _person(_Row(sheet.title, number, header, row), changed_area(defaults, area), today)


def changed_area(defaults: ListDefaults, area: str) -> ListDefaults:
    """Return the defaults of the rows below a heading that names their area."""
    return ListDefaults(area=area, lacks=defaults.lacks, told_by=defaults.told_by, file_name=defaults.file_name)


@dataclass(frozen=True)
class _Row:
    """One row beneath its head."""

    sheet: str
    number: int
    header: Header
    cells: tuple[Cell, ...]

    def cell(self, field: Field) -> Cell:
        at = self.header.columns.get(field)
        return self.cells[at] if at is not None and at < len(self.cells) else None


def _person(row: _Row, defaults: ListDefaults, today: date) -> RowRead:
    repairs: Repairs = []
    shown = cells.text_of(row.cell("name"))
    try:
        person = checked(_described(row, today, repairs), field="person", today=today)
        found = _found(row, person, defaults, repairs)
    except InvalidInput as error:
        return RowRead(sheet=row.sheet, number=row.number, shown=shown, error=error, repairs=tuple(repairs))
    return RowRead(
        sheet=row.sheet,
        number=row.number,
        shown=found.person.name,
        found=found,
        repairs=tuple(repairs),
        doubts=doubts(found.person),
    )


def _described(row: _Row, today: date, repairs: Repairs) -> Person:
    name = cells.name_of(row.cell("name"), repairs)
    number = cells.number_of(row.cell("number"), repairs)
    birth, sex = _birth(row, today, number, repairs)
    return Person(
        name=name,
        id_number=number,
        birth_on=birth,
        sex=sex or cells.sex_of(row.cell("sex"), repairs),
        address=cells.text_of(row.cell("address")),
        phone=cells.phone_of(row.cell("phone"), repairs),
    )


def _birth(row: _Row, today: date, number: str, repairs: Repairs) -> tuple[str, str]:
    """Return the birth, and the sex where the birth stands in a column for men or for women."""
    for field, sex in (("birth_male", "male"), ("birth_female", "female")):
        cell = row.cell("birth_male" if field == "birth_male" else "birth_female")
        if cells.text_of(cell):
            return cells.birth_of(cell, today, number, repairs), sex
    return cells.birth_of(row.cell("birth"), today, number, repairs), ""


def _found(row: _Row, person: Person, defaults: ListDefaults, repairs: Repairs) -> Found:
    keys, other = lacks_in_words(row.cell("lacks"), repairs)
    crossed = tuple(key for at, key in row.header.papers.items() if at < len(row.cells) and is_crossed(row.cells[at]))
    lacks, other = checked_lacks((*keys, *crossed) or defaults.lacks, other)
    return Found(
        person=changed(person),
        area=_area(row, person, defaults, repairs),
        lacks=lacks,
        other=other,
        guardian=cells.text_of(row.cell("guardian"))[:120],
        source="file",
        told_by=defaults.told_by,
        file_row=f"{defaults.file_name}, {row.sheet}, dòng {row.number}".removeprefix(", "),
        note=cells.text_of(row.cell("note"))[:300],
    )


def _area(row: _Row, person: Person, defaults: ListDefaults, repairs: Repairs) -> str:
    typed = cells.text_of(row.cell("area"))
    if typed:
        area = area_of(_whole_area(typed, row.header.area_title))
        if area != typed:
            repairs.append(f"địa bàn «{typed}» ghi là {area}")
        return area
    area = area_in(person.address) or defaults.area
    if not area:
        raise InvalidInput("area", "Địa bàn: chưa có nội dung.", "Ghi cột địa bàn, hoặc chọn địa bàn cho cả tệp.")
    if area_in(person.address):
        repairs.append(f"địa bàn lấy từ địa chỉ: {area}")
    return area


def _whole_area(typed: str, title: str) -> str:
    """Return an area of which the cell holds the number alone, as a column headed «Khu vực» does."""
    if not typed.isdigit():
        return typed
    return f"{title} {typed}" if looks_like_area(f"{title} {typed}") else f"Khu vực {typed}"


def _above(sheet: Sheet, header: Header) -> Iterator[str]:
    """Yield the words that stand above the head, as a list's title does."""
    for row in sheet.rows[: max(header.rows - 2, 0)]:
        yield from dict.fromkeys(text for cell in row if (text := cells.text_of(cell)))


def _is_remark(header: Header, row: Sequence[Cell], texts: Sequence[str]) -> bool:
    """Tell whether a row is no person: a heading, a sum, a remark, a signature, the column numbers, the head again."""
    if is_header_again(header, row):
        return True
    filled = [text for text in texts if text]
    if len(filled) > 1 and all(text.strip("()").isdigit() and len(text) <= 2 + 2 for text in filled):
        return True
    name = texts[header.columns["name"]] if header.columns["name"] < len(texts) else ""
    first = folded(filled[0])
    if any(first == word or first.startswith(f"{word} ") for word in _REMARKS) and len(set(filled)) <= 2 + 1:
        return True
    return len(set(filled)) == 1 and (not name or len(name.split()) > _LONGEST_NAME_WORDS or looks_like_area(name))

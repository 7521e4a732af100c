"""One line of ``desk dossiers register``: read, checked for its shape, and turned into the form an officer fills in.

Nothing is put right silently here: what the file holds wrongly is refused by the name of its field.
"""

import json
from typing import TypeVar

from desk_app.dossiers.facts import Channel, PaperHandedIn, ReturnWay
from desk_app.dossiers.form import Form
from desk_app.dossiers.person import Person
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record, WireError, from_json, to_plain
from desk_app.kernel.texts import is_nfc
from desk_app.kernel.time_source import moment

_LONGEST_KEY = 200

_KINDS = {
    "str": "chữ",
    "int": "số nguyên",
    "float": "số",
    "bool": "true hoặc false",
    "null": "null",
    "array": "danh sách […]",
    "object": "đối tượng {…}",
}


class RegisterLine(Record):
    """One dossier as scripts send it; ``key`` is the sender's own and makes a repeat harmless."""

    procedure: str
    applicant: Person
    papers: tuple[str | PaperHandedIn, ...]
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
    received_at: str = ""
    paper_number: str = ""
    promised_at: str = ""
    extended: bool = False
    origin: str = ""
    key: str = ""


L = TypeVar("L", bound=RegisterLine)


def line_of(raw: bytes, kind: type[L]) -> L:
    """Return the line of ``kind`` that ``raw`` holds; raise ``InvalidInput`` naming the field that is wrong."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput(
            "json", f"Dòng có byte không phải UTF-8 (byte thứ {error.start + 1}).", "Hãy lưu tệp dạng UTF-8."
        ) from None
    try:
        line = from_json(text, kind)
    except WireError as error:
        raise _said(error) from None
    _require_composed(to_plain(line), "")
    if len(line.key) > _LONGEST_KEY:
        raise InvalidInput("key", f"Khóa «key» dài {len(line.key)} ký tự, tối đa {_LONGEST_KEY}.", "Hãy rút ngắn.")
    return line


def key_of(raw: bytes) -> str:
    """Return the sender's key of a line, whatever else is wrong with it; empty where it cannot be read."""
    try:
        key = json.loads(raw.decode("utf-8-sig"))["key"]
        key.encode()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ""
    return str(key) if len(key) <= _LONGEST_KEY else ""


def form_of(line: RegisterLine) -> Form:
    """Return the registration form that a line fills in; raise ``InvalidInput`` for a moment that is none."""
    return Form(
        procedure=line.procedure,
        applicant=line.applicant,
        papers=tuple(PaperHandedIn(name=each) if isinstance(each, str) else each for each in line.papers),
        subject=line.subject,
        authorised=line.authorised,
        copies=line.copies,
        pages=line.pages,
        fee=line.fee,
        fee_reason=line.fee_reason,
        channel=line.channel,
        return_by=line.return_by,
        return_to=line.return_to,
        note=line.note,
        priority=line.priority,
        received_at=moment(line.received_at, field="received_at") if line.received_at else None,
        paper_number=line.paper_number,
        promised_at=moment(line.promised_at, field="promised_at") if line.promised_at else None,
        extended=line.extended,
        origin=line.origin,
    )


def _require_composed(plain: object, field: str) -> None:
    """Refuse letters whose marks stand apart (NFD): two spellings of one name would never be found as one."""
    if isinstance(plain, str) and not is_nfc(plain):
        raise InvalidInput(
            field,
            f"Mục «{field}» chưa ở dạng Unicode dựng sẵn (NFC).",
            "Hãy chuyển tệp sang dạng dựng sẵn rồi gửi lại.",
        )
    if isinstance(plain, dict):
        for name, value in plain.items():
            _require_composed(value, f"{field}.{name}" if field else name)
    elif isinstance(plain, (list, tuple)):
        for place, value in enumerate(plain):
            _require_composed(value, f"{field}[{place}]")


def _said(error: WireError) -> InvalidInput:
    """Return what the decoder found, in Vietnamese."""
    field, reason = error.field, error.reason
    if reason.startswith("Expected `object`, got") and not field:
        return InvalidInput("json", "Dòng không phải là một đối tượng JSON.", 'Mỗi dòng viết như {"procedure": …}.')
    if not field:
        return InvalidInput(
            "json", "Dòng không phải là JSON, hoặc bị cắt giữa chừng.", "Mỗi hồ sơ một dòng JSON trọn vẹn."
        )
    if "missing required field" in reason:
        return InvalidInput(field, f"Thiếu mục «{field}».", "Hãy thêm mục này.")
    if "unknown field" in reason:
        return InvalidInput(
            field, f"Không có mục nào tên «{field}».", "Hãy xem lại tên mục; tên viết thường, không dấu."
        )
    if reason.startswith("Invalid enum value"):
        return InvalidInput(field, f"Mục «{field}» không nhận giá trị này.", _CHOICES.get(field, "Hãy xem lại."))
    return InvalidInput(field, f"Mục «{field}» không đúng kiểu: {_kinds(reason)}.", "Hãy sửa kiểu của giá trị.")


_CHOICES = {
    "channel": "Chọn counter, post, online hoặc mobile.",
    "return_by": "Chọn counter, home hoặc post.",
}


def _kinds(reason: str) -> str:
    """Return ``Expected `int | null`, got `str``` as ``cần số nguyên hoặc null, nhận chữ``."""
    parts = reason.split("`")
    if len(parts) < 4:
        return "giá trị ngoài khoảng cho phép"
    wanted = " hoặc ".join(_KINDS.get(kind.strip(), kind.strip()) for kind in parts[1].split("|"))
    return f"cần {wanted}, nhận {_KINDS.get(parts[3], parts[3])}"

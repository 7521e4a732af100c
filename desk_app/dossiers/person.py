"""A citizen as a dossier names them, and what can be checked of what was typed."""

import re
from datetime import date
from typing import Literal

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.phones import domestic
from desk_app.kernel.records import Record, changed
from desk_app.kernel.texts import checked_line

Sex = Literal["male", "female", ""]

_SEXES: dict[str, Sex] = {"male": "male", "female": "female", "nam": "male", "nữ": "female", "nu": "female", "": ""}
_NAME_LETTERS = re.compile(r"[^\W\d_]", re.UNICODE)
_NAME_STRANGERS = re.compile(r"[^\w\s.,'’()/&–-]|_", re.UNICODE)
_PHONE = re.compile(r"^\+?[0-9]{8,12}$")
_YEAR = re.compile(r"^[0-9]{4}$")
_DAY = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
_EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s.]+$")
_IN_NUMBERS = re.compile(r"[\s.]")
_OLDEST_YEAR = 1900


class Person(Record):
    """A person; everything but the name may be unknown (empty). ``birth_on`` is a day, or a year alone as in ``1948``."""

    name: str
    id_number: str = ""
    birth_on: str = ""
    sex: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


def checked(person: Person, *, field: str, today: date) -> Person:
    """Return ``person`` with every text cleaned; raise ``InvalidInput`` naming the first field that cannot be right."""
    return changed(
        person,
        name=_checked_name(person.name, f"{field}.name"),
        id_number=_checked_number(person.id_number, f"{field}.id_number"),
        birth_on=_checked_birth(person.birth_on, f"{field}.birth_on", today),
        sex=_checked_sex(person.sex, f"{field}.sex"),
        address=checked_line(person.address, field=f"{field}.address", label="Địa chỉ", longest=300),
        phone=_checked_phone(person.phone, f"{field}.phone"),
        email=_checked_email(person.email, f"{field}.email"),
    )


def doubts(person: Person) -> tuple[str, ...]:
    """Return what the identity number says otherwise than the rest: sex and year of birth (Nghị định 137/2015, Điều 13)."""
    number = person.id_number
    if len(number) != 12:
        return ()
    found = []
    sex_in_number: Sex = "male" if int(number[3]) % 2 == 0 else "female"
    if person.sex and person.sex != sex_in_number:
        found.append(f"Giới tính không khớp số định danh (số ghi {'Nam' if sex_in_number == 'male' else 'Nữ'}).")
    year_in_number = 1900 + 100 * (int(number[3]) // 2) + int(number[4:6])
    if person.birth_on and int(person.birth_on[:4]) != year_in_number:
        found.append(f"Năm sinh không khớp số định danh (số ghi {year_in_number}).")
    return tuple(found)


def _checked_name(name: str, field: str) -> str:
    line = checked_line(name, field=field, label="Họ và tên", longest=120, required=True)
    stranger = _NAME_STRANGERS.search(line)
    if stranger:
        raise InvalidInput(field, f"Họ và tên: có ký tự lạ «{stranger[0]}».", "Chỉ dùng chữ và dấu cách.")
    if not _NAME_LETTERS.search(line):
        raise InvalidInput(field, "Họ và tên: không có chữ nào.", "Hãy ghi họ tên như trên giấy tờ.")
    return line


def _checked_number(number: str, field: str) -> str:
    digits = _IN_NUMBERS.sub("", number)
    if digits and not (digits.isascii() and digits.isdigit() and len(digits) in (9, 12)):
        raise InvalidInput(
            field,
            f"Số định danh: «{digits[:20]}» không đúng, phải là 12 chữ số (CMND cũ: 9).",
            f"Đang có {sum(each.isdigit() for each in digits)} chữ số. Hãy xem lại trên thẻ.",
        )
    return digits


def _checked_birth(birth: str, field: str, today: date) -> str:
    text = birth.strip()
    if not text:
        return ""
    try:
        year = int(text) if _YEAR.match(text) else _day(text).year
    except ValueError:
        raise InvalidInput(
            field, f"Ngày sinh: «{text[:20]}» không phải là ngày.", "Viết đủ ngày, tháng, năm; hoặc chỉ năm."
        ) from None
    if text > (today.isoformat() if len(text) > 4 else str(today.year)):
        raise InvalidInput(field, "Ngày sinh: ở tương lai.", "Hãy xem lại ngày, tháng, năm.")
    if year < _OLDEST_YEAR:
        raise InvalidInput(field, f"Ngày sinh: năm {year} quá xa.", "Hãy xem lại năm sinh.")
    return text


def _day(text: str) -> date:
    """Return the day; raise ``ValueError`` also for the other spellings that ISO 8601 has for one."""
    if not _DAY.match(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _checked_sex(sex: str, field: str) -> Sex:
    found = _SEXES.get(sex.strip().lower())
    if found is None:
        raise InvalidInput(field, f"Giới tính: «{sex[:20]}» không rõ.", "Ghi Nam hoặc Nữ, hoặc để trống.")
    return found


def _checked_phone(phone: str, field: str) -> str:
    digits = domestic(phone)
    if digits and not _PHONE.match(digits):
        raise InvalidInput(
            field, f"Số điện thoại: «{phone.strip()[:20]}» không đúng.", "Ghi 8 đến 12 chữ số, như 0907123456."
        )
    return digits


def _checked_email(email: str, field: str) -> str:
    line = checked_line(email, field=field, label="Email", longest=120)
    if line and not _EMAIL.match(line):
        raise InvalidInput(field, f"Email: «{line[:40]}» không đúng.", "Ghi như ten@coquan.vn, hoặc để trống.")
    return line

"""The agency as its papers name it."""

import re

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record, changed
from desk_app.kernel.texts import checked_line

_CODE = re.compile(r"[A-Z0-9]{2,3}(\.[A-Z0-9]{2,3}){0,7}", re.ASCII)
_PHONE = re.compile(r"\+?[0-9][0-9 .()/-]{1,30}", re.ASCII)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+", re.ASCII)
_LONGEST_NAME = 120
_LONGEST_ADDRESS = 200
_LONGEST_CONTACT = 80


class LevelNames(Record):
    """How the levels are called here, in the middle of a sentence; reforms rename them, and papers follow."""

    upper: str = "thành phố"
    own: str = "xã"
    area: str = "ấp"


class Agency(Record):
    """The agency on letterheads and in dossier codes.

    ``code`` is the agency part of dossier codes, lowest level first (``000.16.32.H49``, 2018) or last
    (``H15.50.05.13``, since 2020). ``place`` stands before the date: «Hòa Mỹ, ngày 05 tháng 01 năm 2026»
    (Nghị định 30/2020). What is not known is empty.
    """

    code: str
    name: str
    upper_name: str = ""
    place: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    hotline: str = ""
    level_names: LevelNames = LevelNames()


def checked_agency(agency: Agency) -> Agency:
    """Return ``agency`` with every field clean; raise ``InvalidInput`` naming the first that is not."""
    return changed(
        agency,
        code=checked_agency_code(agency.code),
        name=_line(agency.name, "name", "Tên cơ quan", _LONGEST_NAME, required=True),
        upper_name=_line(agency.upper_name, "upper_name", "Tên cơ quan cấp trên", _LONGEST_NAME),
        place=_line(agency.place, "place", "Địa danh", _LONGEST_CONTACT),
        address=_line(agency.address, "address", "Địa chỉ", _LONGEST_ADDRESS),
        phone=_phone(agency.phone, "phone", "Số điện thoại"),
        email=_email(agency.email),
        hotline=_phone(agency.hotline, "hotline", "Đường dây nóng"),
        level_names=_level_names(agency.level_names),
    )


def checked_agency_code(text: str) -> str:
    """Return the agency code in capitals; raise ``InvalidInput`` unless it is one to eight groups of two or three."""
    code = text.strip().upper()
    if not _CODE.fullmatch(code):
        raise InvalidInput(
            "code",
            f"«{text}» không phải là mã cơ quan.",
            "Viết như H15.50.05.13 hoặc 000.16.32.H49: nhóm 2–3 chữ số, chữ cái.",
        )
    return code


def _line(text: str, field: str, label: str, longest: int, *, required: bool = False) -> str:
    return checked_line(text, field=field, label=label, longest=longest, required=required)


def _phone(text: str, field: str, label: str) -> str:
    phone = _line(text, field, label, _LONGEST_CONTACT)
    if phone and not _PHONE.fullmatch(phone):
        raise InvalidInput(
            field, f"{label}: «{phone}» không phải là số điện thoại.", "Chỉ dùng chữ số, dấu chấm, dấu cách."
        )
    return phone


def _email(text: str) -> str:
    email = _line(text, "email", "Thư điện tử", _LONGEST_CONTACT)
    if email and not _EMAIL.fullmatch(email):
        raise InvalidInput("email", f"«{email}» không phải là địa chỉ thư điện tử.", "Viết như motcua@hoamy.gov.vn.")
    return email


def _level_names(names: LevelNames) -> LevelNames:
    return LevelNames(
        upper=_line(names.upper, "level_names.upper", "Tên cấp trên", _LONGEST_CONTACT, required=True),
        own=_line(names.own, "level_names.own", "Tên cấp này", _LONGEST_CONTACT, required=True),
        area=_line(names.area, "level_names.area", "Tên khu dân cư", _LONGEST_CONTACT, required=True),
    )

"""What is looked at beside each field while somebody fills a form in. A doubt stops nobody: the citizen signs."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desk_app.dossiers.person import Person, doubts
from desk_app.writing.filled import Filled
from desk_app.writing.form import Field, Form, Kind

_DAY = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4})", re.ASCII)
_BARE_DAY = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})", re.ASCII)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}", re.ASCII)
_AMOUNT = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,15}", re.ASCII)
_SEXES = {"Nam": "male", "Nữ": "female", "male": "male", "female": "female"}


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """What should be looked at again in one field; ``missing``: it is still empty and the form needs it."""

    key: str
    words: str
    missing: bool = False


def day_of(text: str) -> date | None:
    """Return the day that 5/3/1985, 05.03.1985 or 05031985 means; None for anything else."""
    found = _DAY.fullmatch(text.strip()) or _BARE_DAY.fullmatch(text.strip())
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def amount_of(text: str) -> int | None:
    """Return the amount in đồng that 500.000, «500000 đ» or «500000» means; None for anything else."""
    bare = text.strip().lower().removesuffix("đồng").removesuffix("đ").strip()
    return int(bare.replace(".", "")) if _AMOUNT.fullmatch(bare) else None


def doubts_of(form: Form, filled: Filled, today: date) -> tuple[Doubt, ...]:
    """Return what to look at again, in the order of the form's fields."""
    found = []
    for field in form.fields:
        words = _doubt(field, filled.text(field.key), today)
        empty = not filled.text(field.key) and not filled.rows(field.key)
        if words:
            found.append(Doubt(key=field.key, words=words))
        elif field.required and empty:
            found.append(Doubt(key=field.key, words="Chưa có: mẫu in ra để dòng chấm.", missing=True))
    return (*found, *_of_numbers(form, filled))


def _doubt(field: Field, text: str, today: date) -> str:
    check = _CHECKS.get(field.kind)
    if not text.strip() or check is None:
        return ""
    return check(field, text, today)


def _check_name(_field: Field, text: str, _today: date) -> str:
    return "Tên có chữ số." if any(letter.isdigit() for letter in text) else ""


def _check_date(field: Field, text: str, today: date) -> str:
    on = day_of(text)
    if on is None:
        return "" if _YEAR.fullmatch(text.strip()) else "Không đọc được ngày. Ghi như 05/03/1985, hoặc chỉ năm."
    past = field.fill.endswith((".birth_on", ".id_issued_on", ".died_on"))
    return "Ngày này ở tương lai." if past and on > today else ""


def _check_amount(_field: Field, text: str, _today: date) -> str:
    return "" if amount_of(text) is not None else "Không đọc được số tiền. Ghi như 500.000."


def _check_number(_field: Field, text: str, _today: date) -> str:
    return "" if text.strip().isdigit() else "Chỉ ghi chữ số."


def _check_id(_field: Field, text: str, _today: date) -> str:
    digits = text.replace(" ", "").replace(".", "")
    if digits.isascii() and digits.isdigit() and len(digits) in (9, 12):
        return ""
    count = sum(letter.isdigit() for letter in digits)
    return f"Phải là 12 chữ số (CMND cũ: 9); đang có {count}."


def _check_phone(_field: Field, text: str, _today: date) -> str:
    digits = re.sub(r"[\s.()-]", "", text)
    return "" if re.fullmatch(r"\+?[0-9]{8,12}", digits) else "Ghi 8 đến 12 chữ số, như 0907123456."


def _check_sex(_field: Field, text: str, _today: date) -> str:
    return "" if text in _SEXES else "Ghi Nam hoặc Nữ."


def _check_choice(field: Field, text: str, _today: date) -> str:
    return "" if any(option.key == text for option in field.options) else "Không có lựa chọn này trên mẫu."


def _of_numbers(form: Form, filled: Filled) -> tuple[Doubt, ...]:
    """Return where an identity number says another sex or year of birth than the fields of the same person."""
    found: list[Doubt] = []
    for field in form.fields:
        if field.kind == "id_number" and field.fill.endswith(".id_number"):
            person = _person(form, filled, field.fill.removesuffix(".id_number"))
            found.extend(Doubt(key=field.key, words=words) for words in doubts(person))
    return tuple(found)


def _person(form: Form, filled: Filled, role: str) -> Person:
    texts = {field.fill: filled.text(field.key) for field in form.fields if field.fill}
    birth = texts.get(f"{role}.birth_on", "")
    on = day_of(birth)
    return Person(
        name="",
        id_number=re.sub(r"[\s.]", "", texts.get(f"{role}.id_number", "")),
        birth_on=on.isoformat() if on else birth if _YEAR.fullmatch(birth) else "",
        sex=_SEXES.get(texts.get(f"{role}.sex", ""), ""),
    )


_CHECKS: dict[Kind, Callable[[Field, str, date], str]] = {
    "name": _check_name,
    "date": _check_date,
    "amount": _check_amount,
    "number": _check_number,
    "id_number": _check_id,
    "phone": _check_phone,
    "sex": _check_sex,
    "choice": _check_choice,
}

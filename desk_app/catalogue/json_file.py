"""The catalogue as JSON: the form in which it ships and in which offices may edit it."""

import codecs
import json
import re
from datetime import date
from typing import Any

from desk_app.catalogue.file_read import CatalogueRead, Problem, problem_of
from desk_app.catalogue.procedure import Procedure
from desk_app.catalogue.rules import check
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record, WireError, from_json, from_plain, to_plain
from desk_app.kernel.texts import one_line
from desk_app.kernel.time_source import spoken_day

_AT_BYTE = re.compile(r"\(byte (\d+)\)")
_WHAT_MAY_STAND = "Các mục được dùng có trong tệp README cạnh danh mục mẫu."


class _CatalogueFile(Record):
    """The whole file; each procedure is read by itself so that one mistake does not hide the others."""

    title: str = ""
    notice: str = ""
    procedures: tuple[Any, ...]


def read_json(raw: bytes) -> CatalogueRead:
    """Return what the file holds; raise ``InvalidInput`` when it is no catalogue at all."""
    procedures: dict[tuple[str, date], Procedure] = {}
    problems: list[Problem] = []
    for number, plain in enumerate(_opened(raw.removeprefix(codecs.BOM_UTF8)).procedures, start=1):
        place = f"Thủ tục thứ {number}{_code_of(plain)}"
        try:
            procedure = _procedure(plain)
            check(procedure)
        except InvalidInput as error:
            problems.append(problem_of(f"{place}, mục {error.field}" if error.field else place, error))
            continue
        if (procedure.code, procedure.valid_from) in procedures:
            day = spoken_day(procedure.valid_from)
            problems.append(Problem(place=place, message=f"Đã có ở trên một phiên bản có hiệu lực từ {day}."))
            continue
        procedures[procedure.code, procedure.valid_from] = procedure
    return CatalogueRead(procedures=tuple(procedures.values()), problems=tuple(problems))


def json_bytes(procedures: tuple[Procedure, ...], *, title: str = "", notice: str = "") -> bytes:
    """Return the file that holds ``procedures``, laid out for people to edit."""
    plain = to_plain(_CatalogueFile(title=title, notice=notice, procedures=procedures))
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


def _opened(raw: bytes) -> _CatalogueFile:
    try:
        return from_json(raw, _CatalogueFile)
    except (WireError, RecursionError) as error:
        at = _AT_BYTE.search(str(error))
        line = f" ở dòng {1 + raw[: int(at[1])].count(10)}" if at else ""
        raise InvalidInput(
            "file",
            f"Tệp không phải là danh mục thủ tục dạng JSON: không đọc được{line}.",
            "Hãy xem dấu phẩy, dấu ngoặc quanh chỗ đó và mục «procedures».",
        ) from None


def _procedure(plain: object) -> Procedure:
    try:
        return from_plain(_tidy(plain), Procedure)
    except WireError as error:
        if "missing required field" in error.reason:
            said = "Thiếu mục này."
        elif "unknown field" in error.reason:
            said = "Không có mục nào tên như vậy."
        else:
            said = "Giá trị không đúng kiểu."
        raise InvalidInput(error.field, said, _WHAT_MAY_STAND) from None


def _tidy(plain: object) -> object:
    """Return the same with every text on one line and composed."""
    if isinstance(plain, str):
        return one_line(plain)
    if isinstance(plain, list):
        return [_tidy(each) for each in plain]
    if isinstance(plain, dict):
        return {key: _tidy(value) for key, value in plain.items()}
    return plain


def _code_of(plain: object) -> str:
    code = plain.get("code") if isinstance(plain, dict) else None
    return f" ({code})" if isinstance(code, str) else ""

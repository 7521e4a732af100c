"""The three sheets of a catalogue workbook: their Vietnamese headers, and how a procedure is spread over them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desk_app.catalogue.excel_cells import CODE, DAY, HALF_DAYS, IDS, LINES, TEXT, WHOLE, YES_NO, CellKind, choice
from desk_app.catalogue.fees import Fee
from desk_app.catalogue.procedure import PaperAsked, Procedure
from desk_app.catalogue.steps import Step
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import from_plain, to_plain

REQUIRED = object()


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: the field it holds, its header, and what an empty cell means (``REQUIRED``: it may not be empty).

    A ``late`` column came after offices had workbooks of their own: one without it is as good as one with empty cells.
    """

    key: str
    header: str
    kind: CellKind
    blank: Any = ""
    width: int = 16
    late: bool = False


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One sheet and its columns."""

    title: str
    columns: tuple[Column, ...]


_CODE = Column(key="code", header="Mã thủ tục", kind=CODE, blank=REQUIRED, width=12)
_FEE_KINDS = {"not_stated": "chưa nêu", "free": "miễn", "fixed": "mức cố định", "per_page": "theo trang"}
_FEE_PER = {"dossier": "hồ sơ", "copy": "bản"}
_CUTOFF = {"usual": "theo lệ", "on": "có", "off": "không"}

PROCEDURES = Sheet(
    title="Thủ tục",
    columns=(
        _CODE,
        Column(key="valid_from", header="Hiệu lực từ", kind=DAY, blank=REQUIRED),
        Column(key="valid_to", header="Hiệu lực đến", kind=DAY, blank=None),
        Column(key="name", header="Tên thủ tục", kind=TEXT, blank=REQUIRED, width=48),
        Column(key="short", header="Tên tắt", kind=TEXT, width=10),
        Column(key="field", header="Lĩnh vực", kind=TEXT, blank=REQUIRED, width=24),
        Column(key="version", header="Phiên bản", kind=TEXT),
        Column(key="legal_basis", header="Căn cứ pháp lý", kind=TEXT, width=40),
        Column(key="hours", header="Thời hạn (giờ)", kind=WHOLE, blank=None),
        Column(key="cutoff_rule", header="Sau 15:00 tính hôm sau", kind=choice(_CUTOFF), blank="usual"),
        Column(key="extension_half_days", header="Kéo dài thêm (ngày)", kind=HALF_DAYS, blank=0),
        Column(key="extension_condition", header="Điều kiện kéo dài", kind=TEXT, width=24),
        Column(key="fee_kind", header="Loại lệ phí", kind=choice(_FEE_KINDS), blank="not_stated"),
        Column(key="fee_condition", header="Điều kiện miễn", kind=TEXT, width=24),
        Column(key="fee_amount", header="Mức thu (đ)", kind=WHOLE, blank=None),
        Column(key="fee_per", header="Thu theo", kind=choice(_FEE_PER), blank=None),
        Column(key="fee_reduced_amount", header="Mức thu trang sau (đ)", kind=WHOLE, blank=None),
        Column(key="fee_reduced_from_page", header="Giảm từ trang", kind=WHOLE, blank=None),
        Column(key="fee_at_most", header="Tối đa một bản (đ)", kind=WHOLE, blank=None),
        Column(key="signs_register", header="Phải ký sổ", kind=YES_NO, blank=False),
        Column(key="register_step", header="Ký sổ ở bước", kind=TEXT),
        Column(key="register_reason", header="Lý do ký sổ", kind=TEXT, width=40),
        Column(key="forms", header="Biểu mẫu", kind=LINES, blank=(), width=40),
        Column(key="note", header="Ghi chú", kind=TEXT, width=40),
        Column(key="keep_images_months", header="Giữ bản chụp (tháng)", kind=WHOLE, blank=None, late=True),
    ),
)

_VERSION = Column(key="valid_from", header="Hiệu lực từ", kind=DAY, blank=None)
_CONDITION = Column(key="condition", header="Điều kiện", kind=TEXT, width=40)

PAPERS = Sheet(
    title="Giấy tờ",
    columns=(
        _CODE,
        _VERSION,
        Column(key="name", header="Tên giấy tờ", kind=TEXT, blank=REQUIRED, width=60),
        Column(key="originals", header="Bản chính", kind=WHOLE, blank=0),
        Column(key="copies", header="Bản sao", kind=WHOLE, blank=0),
        Column(key="required", header="Bắt buộc", kind=YES_NO, blank=True),
        _CONDITION,
        Column(key="note", header="Ghi chú", kind=TEXT, width=48),
        Column(key="keep_image", header="Được giữ ảnh", kind=YES_NO, blank=False, late=True),
    ),
)

STEPS = Sheet(
    title="Các bước",
    columns=(
        _CODE,
        _VERSION,
        Column(key="id", header="Mã bước", kind=TEXT, blank=REQUIRED),
        Column(key="agency", header="Cơ quan thực hiện", kind=TEXT, blank=REQUIRED, width=36),
        Column(key="name", header="Tên bước", kind=TEXT, blank=REQUIRED, width=36),
        Column(key="half_days", header="Thời hạn (ngày)", kind=HALF_DAYS, blank=None),
        Column(key="after", header="Sau các bước", kind=IDS, blank=(), width=24),
        Column(key="hands_over", header="Chuyển giao", kind=TEXT, width=40),
        _CONDITION,
    ),
)

_FEE_FIELDS: Mapping[str, tuple[str, ...]] = {
    "not_stated": (),
    "free": (),
    "fixed": ("amount", "per"),
    "per_page": ("amount", "reduced_amount", "reduced_from_page", "at_most"),
}
_FEE_HEADERS = {
    column.key.removeprefix("fee_"): column.header
    for column in PROCEDURES.columns
    if column.key.startswith("fee_") and column.key != "fee_kind"
}


def cells_of(sheet: Sheet, procedure: Procedure, record: Procedure | PaperAsked | Step) -> dict[str, Any]:
    """Return by column key what the row of ``record``, a part of ``procedure`` or itself, holds."""
    values = {column.key: getattr(record, column.key, None) for column in sheet.columns}
    values.update(code=procedure.code, valid_from=procedure.valid_from)
    if sheet is PROCEDURES:
        values.update({f"fee_{name}": value for name, value in to_plain(procedure.fee).items()})
    return values


def procedure_of(
    row: Mapping[str, Any], papers: Sequence[Mapping[str, Any]], steps: Sequence[Mapping[str, Any]]
) -> Procedure:
    """Return the procedure that its row, its papers' rows and its steps' rows describe; raise ``InvalidInput``."""
    own = {key: value for key, value in row.items() if not key.startswith("fee_")}
    return Procedure(
        **own,
        fee=_fee_of(row),
        papers=tuple(PaperAsked(**_part(paper)) for paper in papers),
        steps=tuple(Step(**_part(step)) for step in steps),
    )


def _part(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in ("code", "valid_from")}


def _fee_of(row: Mapping[str, Any]) -> Fee:
    kind = row["fee_kind"]
    given = {name: row[f"fee_{name}"] for name in _FEE_HEADERS if row[f"fee_{name}"] not in (None, "")}
    stray = given.keys() - {*_FEE_FIELDS[kind], *(("condition",) if kind == "free" else ())}
    if stray:
        named = ", ".join(_FEE_HEADERS[name] for name in _FEE_HEADERS if name in stray)
        raise InvalidInput(
            "fee", f"Loại lệ phí là «{_FEE_KINDS[kind]}» nhưng có ghi: {named}.", "Chọn đúng loại lệ phí."
        )
    missing = [_FEE_HEADERS[name] for name in _FEE_FIELDS[kind] if name not in given]
    if missing:
        raise InvalidInput(
            "fee", f"Loại lệ phí là «{_FEE_KINDS[kind]}» nhưng thiếu: {', '.join(missing)}.", "Hãy ghi đủ."
        )
    fee: Fee = from_plain({"kind": kind, **given}, Fee)  # type: ignore[arg-type]
    return fee

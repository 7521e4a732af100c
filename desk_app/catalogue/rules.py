"""What a procedure must hold before it may be published, and which version of it applies on a day."""

import re
from collections.abc import Iterable
from datetime import date

from desk_app.catalogue.fees import Fee, Fixed, Free, PerPage
from desk_app.catalogue.procedure import PaperAsked, Procedure
from desk_app.catalogue.steps import Step, ordered
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import checked_line, lowered, quantity
from desk_app.kernel.time_source import spoken_day

_CODE_PATTERN = re.compile(r"\d\.\d{6}", re.ASCII)
_STEP_ID_PATTERN = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)

_LONGEST_NAME = 500
_LONGEST_TEXT = 1_000
_MOST_HALF_DAYS = 2_000
_MOST_DONG = 1_000_000_000
_MOST_MONTHS = 1_200


def check(procedure: Procedure) -> None:
    """Raise ``InvalidInput`` naming the first field, as in ``steps[1].after``, that may not be published as it is."""
    _check_name(procedure)
    _check_steps(procedure.steps)
    _check_term(procedure)
    _check_papers(procedure.papers)
    _check_fee(procedure.fee)
    _check_register(procedure)
    if procedure.keep_images_months is not None:
        _check_number(procedure.keep_images_months, "keep_images_months", "Số tháng giữ bản chụp", 0, _MOST_MONTHS)
    for place, form in enumerate(procedure.forms):
        _check_text(form, f"forms[{place}]", "Tên biểu mẫu", _LONGEST_NAME, required=True)
        if form in procedure.forms[:place]:
            raise InvalidInput(f"forms[{place}]", f"Biểu mẫu «{form}» đã có ở trên.", "Mỗi biểu mẫu chỉ ghi một lần.")


def version_on(versions: Iterable[Procedure], day: date) -> Procedure | None:
    """Return the version that applies on ``day``: the last that has begun, unless that one has ended; else None."""
    begun = [version for version in versions if version.valid_from <= day]
    last = max(begun, key=lambda version: version.valid_from, default=None)
    if last is None or (last.valid_to is not None and last.valid_to < day):
        return None
    return last


def check_code(code: str) -> None:
    """Raise ``InvalidInput`` naming ``code`` unless it is one digit, a point and six digits."""
    if not _CODE_PATTERN.fullmatch(code):
        raise InvalidInput(
            "code",
            f"Mã thủ tục «{code}» không đúng dạng.",
            "Mã gồm một chữ số, dấu chấm và sáu chữ số, như 1.001193.",
        )


def _check_name(procedure: Procedure) -> None:
    check_code(procedure.code)
    _check_text(procedure.name, "name", "Tên thủ tục", _LONGEST_NAME, required=True)
    _check_text(procedure.field, "field", "Lĩnh vực", 100, required=True)
    _check_text(procedure.short, "short", "Tên tắt", 20)
    _check_text(procedure.version, "version", "Phiên bản", 100)
    _check_text(procedure.legal_basis, "legal_basis", "Căn cứ pháp lý", _LONGEST_TEXT)
    _check_text(procedure.note, "note", "Ghi chú", _LONGEST_TEXT)
    if procedure.valid_to is not None and procedure.valid_to < procedure.valid_from:
        raise InvalidInput(
            "valid_to",
            f"Ngày hết hiệu lực {spoken_day(procedure.valid_to)} trước ngày có hiệu lực.",
            f"Ngày có hiệu lực là {spoken_day(procedure.valid_from)}; hãy xem lại hai ngày này.",
        )


def _check_steps(steps: tuple[Step, ...]) -> None:
    if not steps:
        raise InvalidInput(
            "steps", "Thủ tục chưa có bước nào.", "Thủ tục thường có một bước do chính cơ quan giải quyết."
        )
    seen: set[str] = set()
    for place, step in enumerate(steps):
        where = f"steps[{place}]"
        _check_step(step, where)
        if step.id in seen:
            raise InvalidInput(f"{where}.id", f"Mã bước «{step.id}» đã dùng cho bước khác.", "Mỗi bước một mã riêng.")
        seen.add(step.id)
    ordered(steps)


def _check_step(step: Step, where: str) -> None:
    if not _STEP_ID_PATTERN.fullmatch(step.id):
        raise InvalidInput(f"{where}.id", f"Mã bước «{step.id}» không đúng dạng.", "Dùng chữ không dấu, số và dấu -.")
    _check_text(step.agency, f"{where}.agency", "Cơ quan thực hiện", 200, required=True)
    _check_text(step.name, f"{where}.name", "Tên bước", _LONGEST_NAME, required=True)
    _check_text(step.hands_over, f"{where}.hands_over", "Nội dung chuyển giao", _LONGEST_TEXT)
    _check_text(step.condition, f"{where}.condition", "Điều kiện", _LONGEST_TEXT)
    if step.half_days is not None:
        _check_number(step.half_days, f"{where}.half_days", "Thời hạn của bước", 0, _MOST_HALF_DAYS)


def _check_term(procedure: Procedure) -> None:
    extension = procedure.extension_half_days
    _check_text(procedure.extension_condition, "extension_condition", "Điều kiện kéo dài", _LONGEST_TEXT)
    _check_number(extension, "extension_half_days", "Thời gian kéo dài", 0, _MOST_HALF_DAYS)
    if procedure.hours is not None:
        _check_number(procedure.hours, "hours", "Số giờ làm việc", 1, _MOST_HALF_DAYS)
        if len(procedure.steps) > 1 or procedure.steps[0].half_days is not None:
            raise InvalidInput(
                "hours",
                "Thời hạn tính bằng giờ chỉ dùng cho thủ tục có một bước, và bước ấy không ghi số ngày.",
                "Hãy bỏ số giờ, hoặc chỉ giữ một bước và để trống thời hạn của bước.",
            )
    if extension and procedure.half_days is None:
        raise InvalidInput(
            "extension_half_days", "Có thời gian kéo dài nhưng chưa nêu thời hạn.", "Hãy nêu số ngày của mỗi bước."
        )
    if bool(extension) != bool(procedure.extension_condition):
        raise InvalidInput(
            "extension_condition",
            "Thời gian kéo dài và điều kiện kéo dài phải đi cùng nhau.",
            "Ghi đủ cả hai, như 3 ngày, «khi phải xác minh», hoặc để trống cả hai.",
        )


def _check_papers(papers: tuple[PaperAsked, ...]) -> None:
    seen: set[str] = set()
    for place, paper in enumerate(papers):
        where = f"papers[{place}]"
        _check_text(paper.name, f"{where}.name", "Tên giấy tờ", _LONGEST_NAME, required=True)
        _check_text(paper.note, f"{where}.note", "Ghi chú", _LONGEST_TEXT)
        _check_text(paper.condition, f"{where}.condition", "Điều kiện", _LONGEST_TEXT)
        _check_number(paper.originals, f"{where}.originals", "Số bản chính", 0, 99)
        _check_number(paper.copies, f"{where}.copies", "Số bản sao", 0, 99)
        if lowered(paper.name) in seen:
            raise InvalidInput(f"{where}.name", f"Giấy tờ «{paper.name}» đã có ở trên.", "Mỗi giấy tờ chỉ ghi một lần.")
        seen.add(lowered(paper.name))


def _check_fee(fee: Fee) -> None:
    match fee:
        case Free(condition=condition):
            _check_text(condition, "fee.condition", "Điều kiện miễn", _LONGEST_TEXT)
        case Fixed(amount=each):
            _check_number(each, "fee.amount", "Mức thu", 1, _MOST_DONG)
        case PerPage():
            _check_number(fee.amount, "fee.amount", "Mức thu một trang", 1, _MOST_DONG)
            _check_number(fee.reduced_amount, "fee.reduced_amount", "Mức thu một trang về sau", 1, fee.amount)
            _check_number(fee.reduced_from_page, "fee.reduced_from_page", "Trang bắt đầu giảm mức thu", 2, 10_000)
            _check_number(fee.at_most, "fee.at_most", "Mức thu tối đa một bản", fee.amount, _MOST_DONG)


def _check_register(procedure: Procedure) -> None:
    _check_text(procedure.register_reason, "register_reason", "Lý do ký sổ", _LONGEST_TEXT)
    if not procedure.signs_register and (procedure.register_step or procedure.register_reason):
        raise InvalidInput(
            "signs_register", "Đã ghi bước hoặc lý do ký sổ, nhưng thủ tục không phải ký sổ.", "Hãy xem lại."
        )
    if procedure.register_step and all(step.id != procedure.register_step for step in procedure.steps):
        raise InvalidInput(
            "register_step",
            f"Bước ký sổ «{procedure.register_step}» không có trong các bước.",
            f"Các mã bước đang có: {', '.join(step.id for step in procedure.steps)}.",
        )


def _check_text(text: str, field: str, label: str, longest: int, *, required: bool = False) -> None:
    if checked_line(text, field=field, label=label, longest=longest, required=required) != text:
        raise InvalidInput(field, f"{label}: thừa khoảng trắng, hoặc dấu không ở dạng dựng sẵn.", "Hãy gõ lại mục này.")


def _check_number(value: int, field: str, label: str, least: int, most: int) -> None:
    if not least <= value <= most:
        raise InvalidInput(
            field,
            f"{label}: {quantity(value)} không nằm trong khoảng {quantity(least)} – {quantity(most)}.",
            "Hãy sửa số này.",
        )

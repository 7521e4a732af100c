"""The office's settings: one documented table. Every value is dated, since rules change and old papers keep theirs."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.records import Record
from desk_app.kernel.texts import checked_line, one_line, quantity

_LONGEST_LINE = 160
_NUMBER = re.compile(r"[0-9]{1,6}", re.ASCII)


class Setting(Record):
    """One setting: its key, what people call it, what it may hold, and on what it rests.

    ``kind`` «number» is a whole number from ``least`` to ``most`` in ``unit``; «choice» is one of ``choices``; «lines» is
    up to ``most`` lines of text, none where the default is meant.
    ``legal_basis`` names the text of law; empty where the office decides by itself.
    """

    key: str
    label: str
    kind: Literal["number", "choice", "lines"]
    default: str
    unit: str = ""
    least: int = 0
    most: int = 0
    choices: tuple[str, ...] = ()
    legal_basis: str = ""


SETTINGS: tuple[Setting, ...] = (
    Setting(
        key="idle_lock_minutes",
        label="Tự khóa màn hình khi không ai dùng",
        kind="number",
        default="5",
        unit="phút",
        least=1,
        most=60,
        legal_basis="Luật 91/2025 và Nghị định 356/2025: chỉ người có trách nhiệm được xem dữ liệu cá nhân",
    ),
    Setting(
        key="receipt_copies",
        label="Số liên của giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        kind="number",
        default="2",
        unit="liên",
        least=1,
        most=4,
        legal_basis="Mẫu số 01, Thông tư 01/2018/TT-VPCP: liên lưu và liên giao khách hàng",
    ),
    Setting(
        key="hand_over_slip",
        label="In giấy ký nhận khi trả kết quả",
        kind="choice",
        default="không",
        choices=("không", "có"),
    ),
    Setting(
        key="supplement_days",
        label="Số ngày làm việc để trả hồ sơ chưa đủ về bổ sung",
        kind="number",
        default="3",
        unit="ngày làm việc",
        least=1,
        most=30,
        legal_basis="Nghị định 61/2018, Điều 19: không quá 3 ngày làm việc kể từ ngày nhận",
    ),
    Setting(
        key="supplement_again",
        label="Lãnh đạo được cho yêu cầu bổ sung lần nữa, có lý do",
        kind="choice",
        default="không",
        choices=("không", "có"),
        legal_basis="Nghị định 61/2018, Điều 19: chỉ yêu cầu bổ sung một lần, đầy đủ",
    ),
    Setting(
        key="apology_notice_days",
        label="Số ngày phải xin lỗi trước ngày hẹn trả",
        kind="number",
        default="1",
        unit="ngày",
        least=0,
        most=10,
        legal_basis="Nghị định 61/2018, Điều 19: thông báo trước ngày hết hạn ít nhất 1 ngày",
    ),
    Setting(
        key="ticket_priority_run",
        label="Số người ưu tiên được gọi liền nhau (0: không ưu tiên)",
        kind="number",
        default="2",
        unit="người",
        least=0,
        most=20,
    ),
    Setting(
        key="on_the_spot_minutes",
        label="Thời gian nhắm tới của một lượt giải quyết tại chỗ",
        kind="number",
        default="30",
        unit="phút",
        least=5,
        most=480,
    ),
    Setting(
        key="settle_at_once_weekday",
        label="Ngày trong tuần giải quyết ngay hồ sơ đủ giấy tờ",
        kind="choice",
        default="thứ sáu",
        choices=("không", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy"),
    ),
    Setting(
        key="on_the_spot_approver",
        label="Ai duyệt khi giải quyết tại chỗ",
        kind="choice",
        default="lãnh đạo",
        choices=("lãnh đạo", "cán bộ"),
    ),
    Setting(
        key="attachment_most_mb",
        label="Bản chụp giấy tờ lớn nhất",
        kind="number",
        default="20",
        unit="MB",
        least=1,
        most=100,
    ),
    Setting(
        key="attachment_months",
        label="Giữ bản chụp giấy tờ sau khi trả kết quả, khi thủ tục không nói khác",
        kind="number",
        default="12",
        unit="tháng",
        least=0,
        most=1200,
        legal_basis="Luật 91/2025: không giữ dữ liệu cá nhân lâu hơn mục đích cần",
    ),
    Setting(
        key="slogans",
        label="Khẩu hiệu trên màn hình cho người dân, mỗi dòng một câu",
        kind="lines",
        default="",
        unit="câu",
        most=40,
    ),
)

_BY_KEY = {setting.key: setting for setting in SETTINGS}


class DatedSetting(Record):
    """What a setting is from a day on, until a later value takes over."""

    key: str
    valid_from: date
    value: str


def get_setting(key: str) -> Setting:
    """Return the setting of that key; raise ``NotFound`` for one that does not exist."""
    setting = _BY_KEY.get(key)
    if setting is None:
        raise NotFound("office.setting", f"Không có quy định «{key}».", f"Các quy định: {', '.join(_BY_KEY)}.")
    return setting


def checked_value(key: str, text: str) -> str:
    """Return the value in its one spelling; raise ``InvalidInput`` when the setting cannot hold it."""
    setting, value = get_setting(key), one_line(text)
    if setting.kind == "lines":
        return _checked_lines(setting, text)
    if setting.kind == "choice":
        if value not in setting.choices:
            raise _unfit(setting, value, f"Chọn một trong: {', '.join(setting.choices)}.")
        return value
    if not _NUMBER.fullmatch(value) or not setting.least <= int(value) <= setting.most:
        span = f"từ {quantity(setting.least)} đến {quantity(setting.most)} {setting.unit}"
        raise _unfit(setting, value, f"Nhập số {span}.")
    return str(int(value))


def setting_on(settings: Sequence[DatedSetting], key: str, day: date) -> str:
    """Return the value in force on ``day``: the latest that had begun by then, else the default."""
    default = get_setting(key).default
    begun = (each for each in settings if each.key == key and each.valid_from <= day)
    latest = max(begun, key=lambda each: each.valid_from, default=None)
    return default if latest is None else latest.value


def number_on(settings: Sequence[DatedSetting], key: str, day: date) -> int:
    """Return the value in force on ``day`` of a setting that holds a number."""
    return int(setting_on(settings, key, day))


def _checked_lines(setting: Setting, text: str) -> str:
    lines = (
        checked_line(each, field=setting.key, label=setting.label, longest=_LONGEST_LINE) for each in text.splitlines()
    )
    kept = [line for line in lines if line]
    if len(kept) > setting.most:
        raise _unfit(setting, f"{quantity(len(kept))} {setting.unit}", f"Nhiều nhất {setting.most} {setting.unit}.")
    return "\n".join(kept)


def _unfit(setting: Setting, value: str, hint: str) -> InvalidInput:
    return InvalidInput(setting.key, f"{setting.label}: không nhận giá trị «{value}».", hint)

"""The office's settings: one documented table. Every value is dated, since rules change and old papers keep theirs."""

import re
from collections.abc import Sequence
from datetime import date

from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.records import Record
from desk_app.kernel.texts import checked_line, one_line, quantity
from desk_app.office.setting import Setting
from desk_app.office.settings_of_counter import COUNTER
from desk_app.office.settings_of_rooms import ROOMS

_LONGEST_LINE = 160
_NUMBER = re.compile(r"[0-9]{1,6}", re.ASCII)


SETTINGS: tuple[Setting, ...] = (*COUNTER, *ROOMS)
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

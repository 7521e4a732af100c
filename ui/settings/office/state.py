"""What the office section shows, and what it makes of what was typed."""

from dataclasses import dataclass
from datetime import date

from desk_app.journal.fact import Fact
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.office.agency import Agency, LevelNames
from desk_app.office.book import OfficeBook
from desk_app.office.facts import OfficeDescribed, SettingPut
from desk_app.office.rules import get_setting
from desk_app.office.setting import Setting

AGENCY_FIELDS = ("name", "upper_name", "code", "place", "address", "phone", "hotline", "email")
LEVEL_FIELDS = ("upper", "own", "area")


@dataclass(frozen=True, kw_only=True)
class SettingRow:
    """One setting as a row: its present value, since when, and the value that will follow if one is set."""

    setting: Setting
    value: str
    words: str
    since: str
    next: str


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What the section shows."""

    agency: Agency | None
    rows: tuple[SettingRow, ...]


def row_of(setting: Setting, book: OfficeBook, today: date) -> SettingRow:
    """Return a setting as a row."""
    own = sorted((each for each in book.settings if each.key == setting.key), key=lambda each: each.valid_from)
    begun = [each for each in own if each.valid_from <= today]
    coming = next((each for each in own if each.valid_from > today), None)
    value = book.setting_on(setting.key, today)
    return SettingRow(
        setting=setting,
        value=value,
        words=value_words(setting, value),
        since=spoken_day(begun[-1].valid_from) if begun else _("mặc định"),
        next=f"{value_words(setting, coming.value)}, {spoken_day(coming.valid_from)}" if coming else "",
    )


def value_words(setting: Setting, value: str) -> str:
    """Return a value as people read it, with its unit."""
    if setting.kind == "number":
        return f"{quantity(int(value))} {unit_words(setting)}".strip()
    if setting.kind == "lines":
        return f"{quantity(len(value.splitlines()))} {unit_words(setting)}".strip() if value else _("theo mẫu")
    return _(value) if value else ""


def unit_words(setting: Setting) -> str:
    """Return in what the setting is counted; empty where it is no number."""
    return _(setting.unit) if setting.unit else ""


def limits(setting: Setting) -> str:
    """Return what the setting may hold, and on what it rests."""
    least, most, unit = quantity(setting.least), quantity(setting.most), unit_words(setting)
    match setting.kind:
        case "number":
            span = _("Từ {least} đến {most} {unit}.").format(least=least, most=most, unit=unit)
        case "lines":
            span = _("Nhiều nhất {most} {unit}; để trống thì theo mẫu.").format(most=most, unit=unit)
        case _other:
            span = ""
    return f"{span} {setting.legal_basis}".strip()


def values_of(agency: Agency | None) -> dict[str, str]:
    """Return what the sheet shows of the agency to begin with."""
    known = agency or Agency(code="", name="")
    values = {name: str(getattr(known, name)) for name in AGENCY_FIELDS}
    return values | {f"level_names.{name}": str(getattr(known.level_names, name)) for name in LEVEL_FIELDS}


def agency_of(values: dict[str, str]) -> Agency:
    """Return the agency that was typed."""
    names = LevelNames(**{name: values[f"level_names.{name}"] for name in LEVEL_FIELDS})
    return Agency(level_names=names, **{name: values[name] for name in AGENCY_FIELDS})


def agency_lines(agency: Agency | None) -> tuple[tuple[str, str], ...]:
    """Return what is shown of the agency, line by line."""
    if agency is None:
        return ((_("Cơ quan"), _("chưa khai; F6 để khai")),)
    levels = agency.level_names
    return (
        (_("Cơ quan"), agency.name),
        (_("Cấp trên"), agency.upper_name or "–"),
        (_("Mã trong mã hồ sơ"), agency.code),
        (_("Địa danh, địa chỉ"), ", ".join(each for each in (agency.place, agency.address) if each) or "–"),
        (_("Điện thoại, đường dây nóng"), " – ".join(each for each in (agency.phone, agency.hotline) if each) or "–"),
        (_("Thư điện tử"), agency.email or "–"),
        (_("Cách gọi các cấp"), f"{levels.upper}, {levels.own}, {levels.area}"),
    )


def words_of(fact: Fact) -> str:
    """Return what happened to the office's data, in plain words."""
    match fact:
        case OfficeDescribed(agency=agency):
            said = (value for _name, value in agency_lines(agency)[:6] if value != "–")
            return _("Khai cơ quan: {what}").format(what="; ".join(said))
        case SettingPut(key=key, value=value, valid_from=first):
            setting = get_setting(key)
            return _("{label}: {value} từ {day}").format(
                label=_(setting.label), value=value_words(setting, value), day=spoken_day(first)
            )
    return ""

"""What the printers section shows, and what it makes of what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desk_app.journal.fact import Fact
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import from_plain
from desk_app.kernel.translations import _
from desk_app.printing.facts import PrinterChosen, PrinterConfigured, PrinterRemoved
from desk_app.printing.found_devices import FoundDevice
from desk_app.printing.outcome import Outcome
from desk_app.printing.printer_settings import KIND_NAMES, Kind, Printer
from desk_app.printing.tables import Job
from desk_app.printing.uses import USES
from ui.widgets.colours import COLOURS
from ui.widgets.job_words import job_words

_ASKED: Mapping[Kind, tuple[str, ...]] = {
    "network": ("address", "port", "width_mm", "profile", "cutter"),
    "usb": ("found", "usb_vendor", "usb_product", "width_mm", "profile", "cutter"),
    "serial": ("found", "address", "baud", "width_mm", "profile", "cutter"),
    "windows": ("found", "address", "width_mm", "profile", "cutter"),
    "file": ("found", "address", "width_mm", "profile", "cutter"),
    "system": ("found", "address"),
    "preview": ("address", "width_mm"),
}
_NUMBERS = {"port": 10, "baud": 10, "usb_vendor": 16, "usb_product": 16}


@dataclass(frozen=True, kw_only=True)
class PrinterRow:
    """One printer as a row; ``last`` is how its last job ended."""

    printer: Printer
    kind: str
    where: str
    paper: str
    uses: str
    last: str
    shape: str
    colour: str


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What the section shows: every printer, and the printer chosen for each use, as pairs."""

    rows: tuple[PrinterRow, ...]
    chosen: tuple[tuple[str, str], ...]


def row_of(printer: Printer, uses: Mapping[str, str], last: Job | None, now: datetime) -> PrinterRow:
    """Return a printer as a row."""
    words, shape, colour = _last_words(last, now)
    return PrinterRow(
        printer=printer,
        kind=kind_words(printer.kind),
        where=_where(printer),
        paper="A5, A4" if printer.kind == "system" else f"{printer.width_mm} mm",
        uses=", ".join(_(USES[use]) for use in USES if uses.get(use) == printer.name),
        last=words,
        shape=shape,
        colour=colour,
    )


def kind_words(kind: Kind) -> str:
    """Return a kind of printer with a capital, as it stands at the beginning of a line."""
    words = _(KIND_NAMES[kind])
    return words[0].upper() + words[1:]


def kind_options() -> tuple[tuple[str, str], ...]:
    """Return the kinds of printers that can be chosen."""
    return tuple((kind, kind_words(kind)) for kind in KIND_NAMES)


def use_options(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return what a use of paper can be printed on."""
    return (("", _("Chọn máy khi in")), *((name, name) for name in names))


def found_options(devices: tuple[FoundDevice, ...]) -> tuple[tuple[str, str], ...]:
    """Return the devices that were found, by their place, as choices."""
    nothing = _("(chọn để điền)") if devices else _("(không thấy thiết bị nào)")
    return (("", nothing), *((str(place), device.words) for place, device in enumerate(devices)))


def asked_of(kind: str) -> tuple[str, ...]:
    """Return which inputs a printer of this kind needs, besides its name and its kind."""
    return next(names for each, names in _ASKED.items() if each == kind)


def values_of(printer: Printer) -> dict[str, str]:
    """Return what the sheet shows of a printer to begin with."""
    return {
        "printer.name": printer.name,
        "kind": printer.kind,
        "printer.address": printer.address,
        "printer.port": str(printer.port),
        "printer.baud": str(printer.baud),
        "printer.usb_vendor": f"{printer.usb_vendor:04x}" if printer.usb_vendor else "",
        "printer.usb_product": f"{printer.usb_product:04x}" if printer.usb_product else "",
        "width_mm": str(printer.width_mm),
        "profile": printer.profile,
        "cutter": "yes" if printer.cutter else "no",
    }


def printer_of(values: Mapping[str, str]) -> Printer:
    """Return the printer that was typed; raise ``InvalidInput`` for a number that is none."""
    kind = values["kind"]
    asked = asked_of(kind)
    plain: dict[str, object] = {"name": values["printer.name"], "kind": kind}
    if "address" in asked:
        plain["address"] = values["printer.address"]
    for name, base in _NUMBERS.items():
        if name in asked:
            plain[name] = _number(values[f"printer.{name}"], f"printer.{name}", base)
    if "width_mm" in asked:
        plain["width_mm"] = int(values["width_mm"])
    if "profile" in asked:
        plain |= {"profile": values["profile"].strip() or "default", "cutter": values["cutter"] == "yes"}
    return from_plain(plain, Printer)


def tried_words(name: str, outcome: Outcome) -> tuple[str, str, str]:
    """Return what to say of a trial page: message, hint, tone."""
    match outcome.state:
        case "confirmed":
            return _("Máy in «{name}» đã in trang thử.").format(name=name), outcome.reason, "good"
        case "unconfirmed":
            return _("Đã gửi trang thử đến «{name}».").format(name=name), outcome.reason, "plain"
        case _:
            return _("Máy in «{name}» không in được.").format(name=name), outcome.reason, "trouble"


def words_of(fact: Fact) -> str:
    """Return what happened to a printer, in plain words."""
    match fact:
        case PrinterConfigured():
            return _("Cài đặt: {what}").format(what=f"{kind_words(fact.printer.kind)}, {_where(fact.printer)}")
        case PrinterRemoved():
            return _("Bỏ máy in")
        case PrinterChosen(use=use, printer=printer):
            return _("{paper}: {printer}").format(paper=_(USES.get(use, use)), printer=printer or _("chọn máy khi in"))
    return ""


def _where(printer: Printer) -> str:
    if printer.kind == "usb":
        return f"{printer.usb_vendor:04x}:{printer.usb_product:04x}"
    if printer.kind == "network":
        return f"{printer.address}:{printer.port}"
    if printer.address:
        return printer.address
    return _("thư mục papers của máy này") if printer.kind == "preview" else _("máy mặc định")


def _last_words(last: Job | None, now: datetime) -> tuple[str, str, str]:
    if last is None:
        return _("chưa in lần nào"), "ring", COLOURS.faint_ink
    words = job_words(last)
    day = "" if last.changed_at.date() == now.date() else f" {last.changed_at:%d/%m}"
    said = f"{words.words} {last.changed_at:%H:%M}{day}"
    return f"{said} – {words.reason}" if words.reason else said, words.shape, words.colour


def _number(text: str, field: str, base: int) -> int:
    try:
        return int(text.strip().removeprefix("0x"), base)
    except ValueError:
        hint = _("Chọn trong danh sách thiết bị.") if base == 16 else _("Chỉ nhập chữ số.")
        raise InvalidInput(field, _("«{text}» không phải là số.").format(text=text.strip()), hint) from None

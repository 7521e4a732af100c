"""The sheet in which a printer is described: it asks only what its kind needs, and offers the devices it finds."""

from collections.abc import Callable, Mapping
from typing import cast

from desk_app.kernel.errors import DeskError
from desk_app.kernel.translations import _
from desk_app.printing.found_devices import FoundDevice, found_devices
from desk_app.printing.printer_settings import Kind
from ui.settings.inputs import Choice, Input
from ui.settings.printers import state
from ui.settings.sheet import Sheet
from ui.shell.page import Context
from ui.widgets.field import Field


class PrinterSheet(Sheet):
    """Asks for a printer's name and kind first; the rest follows from the kind."""

    def __init__(self, context: Context, run: Callable[[], None]) -> None:
        self._context = context
        self._devices: tuple[FoundDevice, ...] = ()
        self._kind = Choice("kind", _("Loại máy in"), state.kind_options())
        self._found = Choice("found", _("Thiết bị tìm thấy"), state.found_options(()))
        inputs: list[Input] = [
            Field("printer.name", _("Tên, để nhận ra máy in"), placeholder=_("Máy nhiệt quầy 1")),
            self._kind,
            self._found,
            Field("printer.address", _("Địa chỉ hoặc tên trong hệ thống")),
            Field("printer.port", _("Cổng TCP")),
            Field("printer.baud", _("Tốc độ cổng COM")),
            Field("printer.usb_vendor", _("Mã hãng USB")),
            Field("printer.usb_product", _("Mã máy USB")),
            Choice("width_mm", _("Khổ giấy cuộn"), (("80", "80 mm"), ("58", "58 mm"))),
            Field("profile", _("Kiểu máy theo python-escpos"), placeholder="default"),
            Choice("cutter", _("Dao cắt"), (("yes", _("Có")), ("no", _("Không")))),
        ]
        super().__init__(inputs, run, words=_("Lưu máy in"))
        self._kind.chosen.connect(lambda _what: self._follow_kind())
        self._found.chosen.connect(self._fill_in)

    def open(self, title: str, values: Mapping[str, str] | None = None) -> None:
        """Show the sheet, with what this kind of printer needs."""
        super().open(title, values)
        self._follow_kind()

    def _follow_kind(self) -> None:
        asked = state.asked_of(self._kind.text)
        self.ask_only(["printer.name", "kind", *asked, *(f"printer.{name}" for name in asked)])
        if "found" in asked:
            kind = cast(Kind, self._kind.text)
            self._context.jobs.read(
                lambda: found_devices(kind), self._on_found, failed=self._on_none_found, latest="devices"
            )

    def _on_found(self, devices: tuple[FoundDevice, ...]) -> None:
        self._devices = devices
        self._found.offer(state.found_options(devices))

    def _on_none_found(self, _error: DeskError) -> None:
        self._on_found(())

    def _fill_in(self, place: str) -> None:
        if place:
            device = self._devices[int(place)]
            self.inputs["printer.address"].put(device.address)
            if device.usb_vendor:
                self.inputs["printer.usb_vendor"].put(f"{device.usb_vendor:04x}")
                self.inputs["printer.usb_product"].put(f"{device.usb_product:04x}")

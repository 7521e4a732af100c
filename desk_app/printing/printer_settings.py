"""A printer as the desk knows it, and what may be entered for one."""

from typing import Literal

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record, changed
from desk_app.kernel.texts import checked_line

Kind = Literal["network", "usb", "serial", "windows", "file", "system", "preview"]
WidthMm = Literal[80, 58]

KIND_NAMES: dict[Kind, str] = {
    "network": "máy in nhiệt qua mạng",
    "usb": "máy in nhiệt qua USB",
    "serial": "máy in nhiệt qua cổng COM",
    "windows": "máy in nhiệt qua Windows",
    "file": "máy in nhiệt qua tệp thiết bị",
    "system": "máy in A5/A4 của hệ thống",
    "preview": "xem trước, ghi ra tệp",
}
_NEEDS_ADDRESS: dict[Kind, str] = {
    "network": "Nhập địa chỉ IP của máy in, ví dụ 192.168.1.50.",
    "serial": "Nhập tên cổng, ví dụ COM3 hoặc /dev/ttyUSB0.",
    "file": "Nhập tệp thiết bị, ví dụ /dev/usb/lp0.",
}
_NAME_LENGTH = 40
_ADDRESS_LENGTH = 200
_LARGEST_16_BIT = 0xFFFF


class Printer(Record):
    """One printer of one desk.

    ``address`` is the host of a network printer, the port of a serial one, the device file, or the name of a Windows or
    system printer (empty: the default one). ``port`` is TCP. ``usb_vendor`` and ``usb_product`` name a USB device.
    ``width_mm`` is the roll's width; ``profile`` the model as python-escpos knows it.
    """

    name: str
    kind: Kind
    address: str = ""
    port: int = 9100
    baud: int = 9600
    usb_vendor: int = 0
    usb_product: int = 0
    width_mm: WidthMm = 80
    profile: str = "default"
    cutter: bool = True


def checked_printer(printer: Printer) -> Printer:
    """Return ``printer`` with clean texts; raise ``InvalidInput`` naming the field that does not fit."""
    name = checked_line(printer.name, field="printer.name", label="Tên máy in", longest=_NAME_LENGTH, required=True)
    address = checked_line(printer.address, field="printer.address", label="Địa chỉ", longest=_ADDRESS_LENGTH)
    if ":" in name:
        raise InvalidInput("printer.name", "Tên máy in không được có dấu hai chấm.", "Đặt tên khác.")
    hint = _NEEDS_ADDRESS.get(printer.kind)
    if hint and not address:
        raise InvalidInput("printer.address", "Máy in loại này cần địa chỉ.", hint)
    if not 0 < printer.port <= _LARGEST_16_BIT:
        raise InvalidInput("printer.port", f"Cổng {printer.port} không hợp lệ.", "Máy in mạng thường dùng cổng 9100.")
    if printer.baud <= 0:
        raise InvalidInput("printer.baud", "Tốc độ cổng COM phải lớn hơn 0.", "Thường là 9600, 19200 hoặc 115200.")
    for field in ("usb_vendor", "usb_product"):
        lowest = 1 if printer.kind == "usb" else 0
        if not lowest <= getattr(printer, field) <= _LARGEST_16_BIT:
            raise InvalidInput(f"printer.{field}", "Mã USB không hợp lệ.", "Chọn máy in USB trong danh sách thiết bị.")
    return changed(printer, name=name, address=address)

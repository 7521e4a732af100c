"""From a paper to whatever the desk prints on."""

from pathlib import Path

from desk_app.printing.blocks import Paper
from desk_app.printing.devices import send_to_device
from desk_app.printing.escpos_bytes import receipt_bytes
from desk_app.printing.escpos_library import profile_width
from desk_app.printing.form_parts import Form
from desk_app.printing.network import send_to_network
from desk_app.printing.outcome import Outcome
from desk_app.printing.pdf import paper_pdf
from desk_app.printing.preview import write_preview
from desk_app.printing.printer_settings import Printer
from desk_app.printing.slip import DOTS_58_MM, DOTS_80_MM
from desk_app.printing.system_printer import send_to_system

PREVIEWED = "Máy in thử: tờ này không ghi thành tệp, để thông tin của người dân không nằm lại."


def width_dots(printer: Printer) -> int:
    """Return how many dots wide slips for ``printer`` are: the roll's width, less where the model prints less."""
    roll = DOTS_80_MM if printer.width_mm == 80 else DOTS_58_MM
    return min(roll, profile_width(printer.profile) or roll) // 8 * 8


def send(printer: Printer, paper: Paper, *, folder: Path) -> Outcome:
    """Print every copy (liên) of ``paper`` on ``printer``; the preview printer writes into its address, within ``folder``.

    Raise ``InvalidInput`` for a paper that cannot be printed at all; trouble with the device is an outcome.
    """
    if printer.kind == "system":
        return send_to_system(paper_pdf(paper), printer=printer.address, page=paper.page)
    if printer.kind == "preview" and paper.fleeting:
        return Outcome(state="confirmed", reason=PREVIEWED, bytes_sent=len(paper_pdf(paper)))
    if printer.kind != "preview" and any(isinstance(block, Form) for block in paper.blocks):
        return Outcome(
            state="failed", reason=f"«{printer.name}» in phiếu, không in được khổ A4. Chọn máy khác, In lại."
        )
    dots = width_dots(printer)
    if printer.kind == "preview":
        # A folder named without its place must not land wherever the program was started.
        return write_preview(
            paper, folder / printer.address, width_dots=dots, profile=printer.profile, cutter=printer.cutter
        )
    job = receipt_bytes(paper, dots, profile=printer.profile, cutter=printer.cutter)
    if printer.kind == "network":
        return send_to_network(printer.address, printer.port, job)
    return send_to_device(printer, job)

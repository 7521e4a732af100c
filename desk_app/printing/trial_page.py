"""The page that shows whether a printer prints well: every letter, both weights, boxes, lines, a code to scan."""

from datetime import datetime

from desk_app.kernel.time_source import spoken_moment
from desk_app.printing import printers
from desk_app.printing.blocks import CheckItem, Field, Paper, QrCode, Rule, Space, Text, Title
from desk_app.printing.outcome import Outcome
from desk_app.printing.printer_settings import KIND_NAMES, Printer
from desk_app.printing.room import Printing

LETTERS = "aàảãáạ ăằẳẵắặ âầẩẫấậ bcdđ eèẻẽéẹ êềểễếệ gh iìỉĩíị klmn oòỏõóọ ôồổỗốộ ơờởỡớợ pqrst uùủũúụ ưừửữứự vx yỳỷỹýỵ"


def trial_page(printer: Printer, at: datetime) -> Paper:
    """Return a test page that says which printer it came from and when."""
    return Paper(
        kind="trial-page",
        code=f"{at:%Y%m%d-%H%M%S}",
        title="Trang in thử",
        blocks=(
            Title(text="TRANG IN THỬ"),
            Field(label="Máy in", value=f"{printer.name} ({KIND_NAMES[printer.kind]})"),
            Field(label="Lúc", value=spoken_moment(at)),
            Rule(),
            Text(text=LETTERS),
            Text(text=LETTERS.upper(), bold=True),
            Text(text="0123456789 – 1.285 hồ sơ – 69,5 % – 8.000 đ", size="small"),
            CheckItem(text="Ô đã đánh dấu", checked=True),
            CheckItem(text="Ô trống"),
            Space(size="small"),
            QrCode(payload="Trang in thử", caption="Quét được mã này là máy in tốt"),
            Rule(dashed=True),
        ),
    )


def print_trial_page(room: Printing, *, name: str) -> Outcome:
    """Print a test page on a printer of this desk, past the queue, and return what became of it; raise ``NotFound``."""
    printer = room.get_printer(room.journal.reading(), name)
    return printers.send(printer, trial_page(printer, room.journal.time.now()), folder=room.home.papers)

"""The sheet with the trial code: to be scanned at set-up, from paper or from the screen."""

from datetime import datetime

from desk_app.kernel.time_source import spoken_moment
from desk_app.printing import printers
from desk_app.printing.blocks import Field, Paper, QrCode, Rule, Space, Text, Title
from desk_app.printing.outcome import Outcome
from desk_app.printing.room import Printing
from desk_app.scanner.trial_code import TRIAL_TEXT


def trial_sheet(at: datetime) -> Paper:
    """Return the sheet: the code, and the text that must arrive."""
    return Paper(
        kind="scanner-trial",
        code=f"{at:%Y%m%d-%H%M%S}",
        title="Mã thử máy quét",
        blocks=(
            Title(text="MÃ THỬ MÁY QUÉT"),
            Text(text="Mở Cài đặt – Máy quét trên máy tính của quầy, rồi quét mã dưới đây.", align="center"),
            Space(size="small"),
            QrCode(payload=TRIAL_TEXT, caption="Máy quét phải gửi đúng dòng chữ ở dưới"),
            Space(size="small"),
            Text(text=TRIAL_TEXT.replace("|", " | "), align="center"),
            Rule(dashed=True),
            Field(label="In lúc", value=spoken_moment(at)),
        ),
    )


def print_trial_sheet(room: Printing, *, name: str) -> Outcome:
    """Print the sheet on a printer of this desk, past the queue, and return what became of it; raise ``NotFound``."""
    printer = room.get_printer(room.journal.reading(), name)
    return printers.send(printer, trial_sheet(room.journal.time.now()), folder=room.home.papers)

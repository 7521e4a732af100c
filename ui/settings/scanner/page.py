"""The section of the scanner: try it, see what garbles it, choose its serial port."""

from collections.abc import Callable
from datetime import datetime

from desk_app.kernel.translations import _
from desk_app.printing.outcome import Outcome
from desk_app.scanner.profile import BAUDS, Port, ScannerSettings
from desk_app.scanner.trial_code import Arrival, Diagnosis, diagnosed
from ui.settings.button_row import button_row
from ui.settings.inputs import Choice
from ui.settings.scanner import desk_side, state
from ui.settings.scanner.desk_side import Seen
from ui.settings.scanner.view import ScannerView
from ui.settings.section import Section
from ui.settings.sheet import Sheet
from ui.shell.page import Context
from ui.shell.scanning.thing import ScannedThing
from ui.widgets.field import Field

_OTHER_PORT = "scanner.other"


class ScannerPage(Section):
    """Waits for the trial code, says what its arrival tells, and lets this desk's scanner be read accordingly."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Máy quét"), _("Quét mã thử một lần là biết máy quét có gửi đúng chữ không."))
        self._seen: Seen | None = None
        self._diagnosis: Diagnosis | None = None
        self.view = ScannerView()
        self.print_button = self.action("F6", _("In mã thử"), self._on_print, kind="main")
        self.port_button = self.action("F7", _("Cổng COM"), self._on_port)
        self.printers = Choice("printer", _("In trên máy nào"))
        self.print_sheet = Sheet([self.printers], self._do_print, words=_("In"))
        self.port_sheet = _port_sheet(self._do_port)
        self.body.addWidget(button_row((self.print_button, self.port_button)))
        self.sheet(self.print_sheet)
        self.sheet(self.port_sheet)
        self.body.addWidget(self.view, 1)
        self.view.box.entered.connect(self._on_slow)

    def arrive(self, about: str) -> None:
        """Wait for a scan, with the focus where even a slow scanner's letters are taken."""
        self.refresh()
        self.view.box.setFocus()

    def refresh(self) -> None:
        """Look at settings, ports and printers again."""
        desk = self.context.desk
        self.context.jobs.read(lambda: desk_side.seen(desk), self._on_seen, latest="scanner")

    def tick(self, now: datetime) -> None:
        """Follow the serial port as it comes and goes."""
        if self._seen is not None:
            self.view.put_port(state.port_words(self.context.desk.scanner.watch.state, self._seen.settings))

    def scanned(self, thing: ScannedThing) -> bool:
        """Take the trial code, and whatever makes no sense elsewhere; cards, receipts and slips go where they always go."""
        heard = thing.heard
        arrival = Arrival(
            text=heard.text,
            by_keys=heard.by_keys,
            ended=heard.ended or heard.source == "port",
            was_edited=heard.was_edited,
            was_broken=heard.was_broken,
        )
        if not thing.is_ticket and thing.scan.kind in ("identity_card", "receipt"):
            return False
        return not thing.is_ticket and self._judge(arrival)

    def _on_slow(self, text: str) -> None:
        self._judge(Arrival(text=text, was_slow=True))

    def _judge(self, arrival: Arrival) -> bool:
        if self._seen is None:
            return False
        settings = self._seen.settings
        diagnosis = diagnosed(arrival, prefix=settings.prefix, suffix=settings.suffix)
        if not diagnosis.is_trial:
            self.context.messages.say(_("Đây không phải mã thử."), state.no_trial_words(arrival.text), tone="warning")
            return True
        desk, self._diagnosis = self.context.desk, diagnosis
        self.context.jobs.write(lambda: desk_side.keep_test(desk, diagnosis), self._on_tested)
        return True

    def _on_tested(self, settings: ScannerSettings) -> None:
        if self._diagnosis is not None:
            good = self._diagnosis.verdict == "good"
            self.context.messages.say(state.told_words(self._diagnosis), tone="good" if good else "warning")
        self.view.put_standing(state.standing_of(settings))
        self.refresh()

    def _on_seen(self, seen: Seen) -> None:
        self._seen = seen
        self.view.code.put(seen.code)
        self.view.put_standing(state.standing_of(seen.settings))
        self.print_button.setEnabled(self.context.may(desk_side.PRINT))
        self.tick(self.context.now())

    def _on_print(self) -> None:
        printers = self._seen.printers if self._seen is not None else ()
        if not printers:
            self.context.messages.say(_("Quầy chưa có máy in."), _("Hãy quét thẳng mã trên màn hình."), tone="plain")
            return
        self.printers.offer(tuple((name, name) for name in printers))
        if len(printers) > 1:
            self.ask(self.print_sheet, _("In mã thử trên máy nào?"), {"printer": printers[0]})
        else:
            self._print(printers[0])

    def _do_print(self) -> None:
        self.print_sheet.put_away()
        self._print(self.printers.text)

    def _print(self, printer: str) -> None:
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.printing(lambda: desk_side.print_sheet(desk, by, printer), self._on_printed)

    def _on_printed(self, outcome: Outcome) -> None:
        message, hint, tone = state.printed_words(outcome)
        self.context.messages.say(message, hint, tone=tone)

    def _on_port(self) -> None:
        if self._seen is None:
            return
        settings, choice = self._seen.settings, self.port_sheet.inputs["scanner.port"]
        if isinstance(choice, Choice):
            choice.offer(state.port_options(self._seen.ports, settings.port.name))
        values = {"scanner.port": settings.port.name, "scanner.baud": str(settings.port.baud)}
        values |= {"scanner.prefix": settings.prefix, "scanner.suffix": settings.suffix}
        self.ask(self.port_sheet, _("Máy quét nối ở cổng nào?"), values)

    def _do_port(self) -> None:
        desk, sheet = self.context.desk, self.port_sheet
        name = sheet.text(_OTHER_PORT).strip() or sheet.text("scanner.port")
        port = Port(name=name, baud=int(sheet.text("scanner.baud")))
        prefix, suffix = sheet.text("scanner.prefix"), sheet.text("scanner.suffix")
        said = _("Đã lưu. Hãy quét mã thử để xem chữ có về đúng không.")
        self.keep(lambda: desk_side.use(desk, port, prefix, suffix), said)


def _port_sheet(run: Callable[[], None]) -> Sheet:
    return Sheet(
        [
            Choice("scanner.port", _("Cổng")),
            Choice("scanner.baud", _("Tốc độ, bit/giây"), [(str(baud), str(baud)) for baud in BAUDS]),
            Field(_OTHER_PORT, _("Tên cổng khác"), placeholder=_("khi không có trong danh sách")),
            Field("scanner.prefix", _("Máy quét thêm trước mã")),
            Field("scanner.suffix", _("Máy quét thêm sau mã")),
        ],
        run,
        words=_("Lưu"),
        note=_("Tốc độ và phần thêm ghi ở sổ tay máy quét; thường để nguyên."),
    )

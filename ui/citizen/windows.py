"""The two windows themselves: which is open, on which screen, and what to do when a screen comes or goes."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desk_app.surveys.screens import ScreenSetup
from ui.citizen.call_display import CallDisplay
from ui.citizen.customer_screen import CustomerScreen
from ui.citizen.placing import chosen, place, screen_names


class Windows(QObject):
    """Opens and closes as a ``ScreenSetup`` says; ``beside`` is the officer's window, whose screen is never filled.

    ``customer_made`` says that a customer's screen was made and waits to be listened to. ``customer_away`` and
    ``display_away`` say that a person closed one.
    """

    customer_made = Signal(object)
    customer_away = Signal()
    display_away = Signal()

    def __init__(self, office_name: str, beside: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._office_name, self._beside = office_name, beside
        self.setup = ScreenSetup()
        self.customer: CustomerScreen | None = None
        self.display: CallDisplay | None = None
        # Where each stands: the name of a screen it fills, empty for a window; None while it is closed.
        self._customer_on: str | None = None
        self._display_on: str | None = None
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self.put_in_place)
            app.screenRemoved.connect(self.put_in_place)

    def follow(self, setup: ScreenSetup) -> None:
        """Open what ``setup`` wants open, put away what it does not, and move what stands elsewhere now."""
        officer_types = self._beside.isActiveWindow()
        self.setup = setup
        if setup.customer_open and self.customer is None:
            self.customer = CustomerScreen(self._office_name)
            self.customer.put_away.connect(self.customer_away)
            self.customer_made.emit(self.customer)
        elif not setup.customer_open and self.customer is not None:
            _put_down(self.customer)
            self.customer, self._customer_on = None, None
        if setup.display_open and self.display is None:
            self.display = CallDisplay(self._office_name)
            self.display.put_away.connect(self.display_away)
        elif not setup.display_open and self.display is not None:
            _put_down(self.display)
            self.display, self._display_on = None, None
        self.put_in_place()
        if officer_types:
            # Some window managers give a new window the keyboard though it asked for none.
            self._beside.activateWindow()

    def put_in_place(self) -> None:
        """Put each open window where it belongs now; one screen for both goes to the customer's, as nearer to people."""
        customer_on = self._screen(self.setup.customer_on, last=False) if self.customer is not None else ""
        display_on = self._screen(self.setup.display_on, last=True)
        if display_on == customer_on:
            display_on = ""
        if self.customer is not None and self._customer_on != customer_on:
            self._customer_on = customer_on
            place(self.customer, customer_on, takes_keys=True)
        if self.display is not None and self._display_on != display_on:
            self._display_on = display_on
            place(self.display, display_on, takes_keys=False)

    def _screen(self, wanted: str, *, last: bool) -> str:
        return chosen(screen_names(), officers=self._beside.screen().name(), wanted=wanted, last=last)


def _put_down(window: QWidget) -> None:
    window.blockSignals(True)
    window.close()
    window.deleteLater()

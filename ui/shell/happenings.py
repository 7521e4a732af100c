"""What happens at the counter that other windows of this program show: the customer's screen, the call display."""

from PySide6.QtCore import QObject, Signal

_DIGITS_SHOWN = 3


class Happenings(QObject):
    """Carries news from a page to whoever shows it, without either knowing the other; one for the whole program.

    ``handed_over`` (dossier's id, its code): a result was handed over, the citizen may rate. ``called`` (the number as
    it is spoken, the counter's name): a ticket was called, or called again. ``registered`` (dossier's code, due date in words,
    whose it is in initials and last digits): say it through ``tell_registered``, so that no name leaves the page.
    ``visited``: somebody who leaves the counter may rate the visit.
    ``screens_changed``: somebody changed the slogans or how the screens are set up.
    """

    handed_over = Signal(str, str)
    called = Signal(str, str)
    registered = Signal(str, str, str)
    visited = Signal()
    screens_changed = Signal()

    def tell_registered(self, code: str, due: str, name: str, id_number: str) -> None:
        """Tell the citizen's screen of a dossier just saved, the person's name and number shortened beyond recognition."""
        self.registered.emit(code, due, discreet(name, id_number))


def discreet(name: str, id_number: str) -> str:
    """Return a person as a public screen may show them, as in ``N.T.H. …234``: initials and the last three digits."""
    initials = "".join(f"{word[0].upper()}." for word in name.split() if word[0].isalpha())
    digits = "".join(each for each in id_number if each.isdigit())
    # A short number would be shown whole: then none of it is shown.
    last = f"…{digits[-_DIGITS_SHOWN:]}" if len(digits) > 2 * _DIGITS_SHOWN else ""
    return f"{initials} {last}".strip()

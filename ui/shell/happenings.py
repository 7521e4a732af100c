"""What happens at the counter that other windows of this program show: the customer's screen, the call display."""

from PySide6.QtCore import QObject, Signal


class Happenings(QObject):
    """Carries news from a page to whoever shows it, without either knowing the other.

    ``handed_over`` (dossier's id, its code): a result was handed over, the citizen may rate. ``called`` (the number as
    it is spoken, the counter's name): a ticket was called, or called again.
    """

    handed_over = Signal(str, str)
    called = Signal(str, str)

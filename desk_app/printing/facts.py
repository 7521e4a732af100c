"""What the journal says about printers and printed papers.

Issue and print are two facts: ``PaperIssued`` stands in the journal although the printer is off. Every further sheet
with the same content leaves its own entry.
"""

from typing import ClassVar

from desk_app.journal.fact import Fact
from desk_app.printing.printer_settings import Printer


class PrinterConfigured(Fact):
    """A printer was set up or changed; subject ``printer:<desk>:<name>``."""

    KIND: ClassVar[str] = "printer.configured"

    printer: Printer


class PrinterRemoved(Fact):
    """A printer is used no more."""

    KIND: ClassVar[str] = "printer.removed"

    name: str


class PrinterChosen(Fact):
    """From now on papers of one use go to ``printer`` by themselves; subject ``printer_use:<desk>:<use>``.

    An empty ``printer``: somebody chooses each time, unless there is only one.
    """

    KIND: ClassVar[str] = "printer.chosen"

    use: str
    printer: str


class PaperIssued(Fact):
    """A paper was made out; subject ``<about>/<id>``. ``about`` is what it belongs to, ``digest`` its SHA-256."""

    KIND: ClassVar[str] = "paper.issued"

    paper_kind: str
    code: str
    title: str
    about: str
    copies: tuple[str, ...]
    digest: str
    printer: str = ""


class PaperCopied(Fact):
    """A copy marked ``BẢN SAO lần <number>`` was ordered."""

    KIND: ClassVar[str] = "paper.copied"

    number: int
    digest: str
    printer: str = ""


class PaperCancelled(Fact):
    """A print job of the paper was called off."""

    KIND: ClassVar[str] = "paper.cancelled"

    job: str
    reason: str


class PaperReprinted(Fact):
    """A print job that had ended in ``after`` was ordered once more, unmarked: nobody had a readable sheet."""

    KIND: ClassVar[str] = "paper.reprinted"

    job: str
    after: str
    printer: str = ""


class PaperFound(Fact):
    """Somebody looked and found the sheet of an unconfirmed print job in order."""

    KIND: ClassVar[str] = "paper.found"

    job: str


def printer_subject(desk: str, name: str) -> str:
    """Return the journal subject of a desk's printer."""
    return f"printer:{desk}:{name}"


def use_subject(desk: str, use: str) -> str:
    """Return the journal subject of what a desk prints one use of paper on."""
    return f"printer_use:{desk}:{use}"

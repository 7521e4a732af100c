"""Open the window in English on a desk's folder and write what still speaks Vietnamese; run in a process of its own.

A window's words are made when its modules are loaded, so the language must be chosen before.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.kernel import translations

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.ui.windows import Seat

_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ]|[àáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]", re.IGNORECASE)
_MONEY = re.compile(r"\d đ\b")
_PAGES = (
    "home",
    "registration",
    "on_the_spot",
    "hand_over",
    "returns",
    "fees",
    "find",
    "list",
    "tickets",
    "shifts",
    "findings",
    "sync",
    "writing",
    "guidance",
    "appointments",
    "sessions",
    "reports",
    "voice",
    "signage",
    "queue",
    "settings",
)


def main(folder: str, login: str, password: str) -> None:
    """Write, as JSON, every Vietnamese text of the shell and its pages that is no data."""
    translations.choose("en")
    from desk_app.desk import open_desk
    from desk_app.kernel.paths import Home
    from desk_app.signage.slogans import shown_on
    from desk_app.tickets.taking import lines_in
    from desk_app.writing.shelf import shelf
    from tests.ui.windows import Seat
    from ui.app import application

    application(100)
    desk = open_desk(Home(Path(folder)))
    agency = desk.office.present_book().agency
    data = {"Một cửa", agency.name if agency else "", *(each.name for each in desk.accounts.present_book().accounts)}
    today = desk.journal.time.now().date()
    data |= {
        *shown_on(desk.signage, today),
        *(text for form in shelf(desk.writing).forms for text in (form.source, form.number)),
    }
    data |= {line.field for line in lines_in(desk.tickets, desk.journal.reading())}
    found: dict[str, list[str]] = {}
    with Seat(desk) as seat:
        found["sign-in"] = _vietnamese(seat, data)
        seat.answer(login, password)
        seat.wait(lambda: not seat.window.is_locked, "nobody was let in")
        for key in _PAGES:
            if key in seat.workspace.keys_of_pages:
                seat.workspace.go(key)
                seat.settle()
                found[key] = _vietnamese(seat, data)
        seat.hands.press("F1")
        found["keys"] = _vietnamese(seat, data)
    desk.close()
    sys.stdout.write(json.dumps(found, ensure_ascii=False))


def _vietnamese(seat: Seat, data: set[str]) -> list[str]:
    said = {text for widget in seat.widgets() for text in _texts(widget)}
    return sorted(text for text in said if _VIETNAMESE.search(_without(data, _MONEY.sub("", text))))


def _without(data: set[str], text: str) -> str:
    """Return what a text says beside data; the longest pieces go first, for one may be part of another."""
    for piece in sorted(filter(None, data), key=len, reverse=True):
        text = text.replace(piece, "")
    return text


def _texts(widget: QWidget) -> Iterator[str]:
    """Yield what a widget says for itself; rows of lists are data, and so are examples in empty fields."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QAbstractButton, QLabel, QTableView

    yield widget.accessibleName()
    yield widget.toolTip()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QTableView):
        model = widget.model()
        for column in range(model.columnCount()):
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")


if __name__ == "__main__":
    main(*sys.argv[1:4])

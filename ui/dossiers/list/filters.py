"""The filters of a list: everything that can be set, in as many columns as there is room for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desk_app.dossiers.listing.asked import text_of, wanted_of
from desk_app.dossiers.listing.wanted import Days, Wanted
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from ui.dossiers.list.asked import days_of
from ui.dossiers.list.words import (
    DAY_KINDS,
    DUE,
    PARTS_PLAYED,
    RETURN_WAYS,
    STATUSES,
    Choices,
    Offered,
    people_choices,
    unit_choices,
)
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.parts import button, grown, label
from ui.widgets.typed import typed_day

_CELL = 186
_UNIT_DESK = "desk:"


class _Choice(QWidget):
    """A choice with its label above; says ``chosen`` when a person takes another."""

    chosen = Signal()

    def __init__(self, title: str, choices: Choices) -> None:
        super().__init__()
        self.box = ChoiceBox(title)
        self.box.setMinimumContentsLength(12)
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.activated.connect(lambda _place: self.chosen.emit())
        self._keys: tuple[str, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(label(title, "label"))
        layout.addWidget(self.box)
        self.offer(choices)

    @property
    def key(self) -> str:
        """Return the key of the choice that stands."""
        return self._keys[max(self.box.currentIndex(), 0)]

    def offer(self, choices: Choices) -> None:
        """Offer other choices; what stands stays where it is among them."""
        old = self.key if self._keys else choices[0][0]
        self._keys = tuple(key for key, words in choices)
        self.box.clear()
        self.box.addItems([words for key, words in choices])
        self.put(old)

    def put(self, key: str) -> None:
        """Let ``key`` stand; one that was never offered is added under its own name."""
        if key not in self._keys:
            self._keys = (*self._keys, key)
            self.box.addItem(key)
        self.box.setCurrentIndex(self._keys.index(key))


class Filters(QFrame):
    """Says ``changed`` with what is wanted now, and ``laid_out`` with how high it would be to show everything.

    The order of the list is left as it was.
    """

    changed = Signal(object)
    laid_out = Signal(int)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self._today = today
        self._wanted = Wanted()
        self.due = _Choice(_("Thời hạn"), DUE)
        self.status = _Choice(_("Trạng thái"), STATUSES)
        self.procedure = _Choice(_("Thủ tục"), (("", _("Mọi thủ tục")),))
        self.unit = _Choice(_("Đang ở, hoặc quầy nhận"), unit_choices(Offered()))
        self.person = _Choice(_("Cán bộ"), people_choices(Offered()))
        self.part = _Choice(_("Cán bộ đó"), PARTS_PLAYED)
        self.return_by = _Choice(_("Cách trả"), RETURN_WAYS)
        self.day_kind = _Choice(_("Theo ngày"), DAY_KINDS)
        self.first = Field("first", _("Từ ngày"), placeholder=_("23/11/2026"))
        self.last = Field("last", _("Đến hết ngày"), placeholder=_("23/11/2026"))
        self.clear_button = button(_("Bỏ hết bộ lọc"), self.clear, kind="quiet")
        self._cells: tuple[QWidget, ...] = (
            *(self.due, self.status, self.procedure, self.unit, self.person, self.part),
            *(self.return_by, self.day_kind, self.first, self.last, self.clear_button),
        )
        for each in self._cells:
            if isinstance(each, _Choice):
                each.chosen.connect(self._on_set)
            elif isinstance(each, Field):
                each.entered.connect(self._on_set)
                each.left.connect(self._on_set)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(grown(12), grown(8), grown(12), grown(10))
        self._grid.setHorizontalSpacing(grown(10))
        self._columns = 0
        self._lay_out(5)

    def offer(self, offered: Offered) -> None:
        """Offer the procedures, people and units there are."""
        self.procedure.offer((("", _("Mọi thủ tục")), *offered.procedures))
        self.person.offer(people_choices(offered))
        self.unit.offer(unit_choices(offered))
        self.put(self._wanted)

    def put(self, wanted: Wanted) -> None:
        """Show what is wanted, without saying that anybody set it."""
        self._wanted = wanted
        read = dict(part.split("=", 1) for part in text_of(wanted).split("&") if part)
        self.due.put(read.get("due", ""))
        self.status.put(read.get("status", ""))
        self.procedure.put(wanted.procedure)
        self.unit.put(wanted.unit or (f"{_UNIT_DESK}{wanted.desk}" if wanted.desk else ""))
        part = next((key for key, words in PARTS_PLAYED if getattr(wanted, key)), "of")
        self.part.put(part)
        self.person.put(getattr(wanted, part))
        self.return_by.put(wanted.return_by)
        kind = next((key for key, words in DAY_KINDS if not getattr(wanted, key).is_open), self.day_kind.key)
        self.day_kind.put(kind)
        days: Days = getattr(wanted, kind).on(self._today())
        for field, on in ((self.first, days.first), (self.last, days.last)):
            field.put(spoken_day(on) if on else "")
            field.refuse(None)

    def clear(self) -> None:
        """Take every filter away."""
        self.put(replace(Wanted(), sort=self._wanted.sort, descending=self._wanted.descending))
        self.changed.emit(self._wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        self._lay_out(max(2, min(7, event.size().width() // grown(_CELL))))

    def _on_set(self) -> None:
        wanted = self._read()
        if wanted is not None and wanted != self._wanted:
            self._wanted = wanted
            self.changed.emit(wanted)

    def _read(self) -> Wanted | None:
        """Return what is set, or None where a day cannot be read: then its field says so."""
        days = self._days()
        if days is None:
            return None
        unit, values = self.unit.key, dict[str, Any]()
        values["statuses"] = wanted_of(f"status={self.status.key}").statuses if self.status.key else ()
        values |= {key: self.person.key if key == self.part.key else "" for key, words in PARTS_PLAYED}
        values |= {key: days if key == self.day_kind.key else Days() for key, words in DAY_KINDS}
        values |= {"due": self.due.key or None, "procedure": self.procedure.key, "return_by": self.return_by.key}
        is_desk = unit.startswith(_UNIT_DESK)
        values |= {"unit": "" if is_desk else unit, "desk": unit.removeprefix(_UNIT_DESK) if is_desk else ""}
        return replace(self._wanted, **values)

    def _days(self) -> Days | None:
        present: Days = getattr(self._wanted, self.day_kind.key)
        shown = present.on(self._today())
        try:
            read = {
                each.name: typed_day(each.text, self._today(), field=each.name) if each.text.strip() else None
                for each in (self.first, self.last)
            }
            days = days_of(read["first"], read["last"])
        except InvalidInput as error:
            (self.first if error.field == "first" else self.last).refuse(error)
            return None
        # Days that move along, like today, stay so until somebody types others.
        return present if (days.first, days.last) == (shown.first, shown.last) else days

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place // columns, place % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self._grid.setRowStretch(len(self._cells), 1)
        self.laid_out.emit(self._grid.sizeHint().height())

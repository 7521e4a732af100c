"""The person in front of the desk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.dossiers.registration.typed import Typed
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.parts import grown, label, panel

_SEXES = (("", "—"), ("male", _("Nam")), ("female", _("Nữ")))


class SexBox(QWidget):
    """The choice of sex; says ``edited`` with male, female or nothing."""

    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.box = ChoiceBox(_("Giới tính"))
        for _key, words in _SEXES:
            self.box.addItem(words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(label(_("Giới tính"), "label"))
        layout.addWidget(self.box)
        self.box.activated.connect(lambda place: self.edited.emit(_SEXES[place][0]))

    def put(self, sex: str) -> None:
        """Show ``sex``."""
        self.box.setCurrentIndex(next((place for place, each in enumerate(_SEXES) if each[0] == sex), 0))


class PersonPanel(QWidget):
    """The fields of the applicant, by their attribute of ``Typed``."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {
            "name": Field("applicant.name", _("Họ và tên"), placeholder=_("Quét thẻ căn cước, hoặc gõ")),
            "id_number": Field("applicant.id_number", _("Số định danh / CMND")),
            "birth": Field("applicant.birth_on", _("Ngày sinh hoặc năm"), placeholder="05/03/1985"),
            "phone": Field("applicant.phone", _("Điện thoại")),
            "address": Field("applicant.address", _("Địa chỉ")),
        }
        self.sex = SexBox()
        frame, layout = panel(_("Người nộp hồ sơ"))
        layout.addLayout(self._grid())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def put(self, typed: Typed) -> None:
        """Show the person of a form."""
        for attribute, field in self.fields.items():
            field.put(getattr(typed, attribute))
        self.sex.put(typed.sex)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(grown(10))
        grid.setVerticalSpacing(grown(7))
        grid.addWidget(self.fields["name"], 0, 0, 1, 2)
        grid.addWidget(self.fields["id_number"], 1, 0, 1, 2)
        grid.addWidget(self.fields["birth"], 2, 0)
        grid.addWidget(self.sex, 2, 1)
        grid.addWidget(self.fields["phone"], 3, 0, 1, 2)
        grid.addWidget(self.fields["address"], 4, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        return grid

"""The one order of the keyboard through the registration form."""

from itertools import pairwise

from PySide6.QtWidgets import QWidget

from ui.dossiers.registration.form_view import FormView


def lead(view: FormView) -> None:
    """Lead the keyboard from the person over the procedure to the last remark."""
    person, details, more, slip = view.person.fields, view.details.fields, view.more.fields, view.slip
    chain: tuple[QWidget, ...] = (
        *(person[name].edit for name in ("name", "id_number", "birth")),
        view.person.sex.box,
        *(person[name].edit for name in ("phone", "address")),
        view.picker.field.edit,
        view.papers.table,
        view.papers.another.edit,
        slip.another.edit,
        *(slip.fields[name].edit for name in ("reason", "advice", "nevertheless_reason")),
        details["promised"].edit,
        view.details.extension,
        *(view.details.radio(way) for way in ("counter", "home", "post")),
        *(details[name].edit for name in ("return_to", "pages", "note")),
        *(more[name].edit for name in ("subject", "authorised", "authorised_number", "authorised_paper", "email")),
        view.more.channel,
        *(more[name].edit for name in ("fee", "fee_reason", "copies", "priority", "received", "paper_number")),
        view.save_button,
        view.more.turn_button,
        view.clear_button,
        view.papers.all_button,
        slip.turn_button,
        view.why.list,
    )
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)

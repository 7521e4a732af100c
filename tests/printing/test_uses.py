import pytest

from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.records import changed
from desk_app.printing.commands import choose_printer, remove_printer
from desk_app.printing.uses import USES, printer_for
from tests.printing.queueing import Desk, add_preview, issued, jobs, new_id
from tests.printing.samples import receipt

NAMES = ("Nhiệt", "A5")


def choose(desk: Desk, use: str, printer: str) -> None:
    choose_printer(desk.printing, by=desk.admin, use=use, printer=printer, command_id=new_id(desk))


@pytest.mark.parametrize(
    ("choices", "names", "printer"),
    [
        ({"receipt": "Nhiệt", "A5": "A5"}, NAMES, "Nhiệt"),
        ({"A5": "A5"}, NAMES, "A5"),
        ({"A4": "A5"}, NAMES, ""),
        ({"receipt": "Đã bỏ"}, NAMES, ""),
        ({"receipt": "Đã bỏ", "A5": "A5"}, NAMES, "A5"),
        ({}, NAMES, ""),
        ({}, ("Nhiệt",), "Nhiệt"),
        ({"receipt": "A5"}, (), ""),
    ],
)
def test_the_choice_for_the_kind_comes_before_the_page_and_before_the_only_printer(
    choices: dict[str, str], names: tuple[str, ...], printer: str
) -> None:
    assert printer_for(changed(receipt(), kind="receipt", page="A5"), choices, names) == printer


def test_of_two_printers_a_receipt_goes_to_the_chosen_one(desk: Desk) -> None:
    for name in NAMES:
        add_preview(desk, name)
    issued(desk, changed(receipt(), kind="receipt"))
    choose(desk, "receipt", "A5")
    issued(desk, changed(receipt(), kind="receipt"))
    choose(desk, "receipt", "")
    issued(desk, changed(receipt(), kind="receipt"))
    assert [job.printer for job in jobs(desk)] == ["", "A5", ""]


def test_a_removed_printer_is_chosen_no_more(desk: Desk) -> None:
    for name in NAMES:
        add_preview(desk, name)
    choose(desk, "receipt", "Nhiệt")
    remove_printer(desk.printing, by=desk.admin, name="Nhiệt", command_id=new_id(desk))
    issued(desk, changed(receipt(), kind="receipt"))
    assert [job.printer for job in jobs(desk)] == ["A5"]


def test_only_a_known_use_and_a_known_printer_can_be_chosen(desk: Desk) -> None:
    with pytest.raises(InvalidInput):
        choose(desk, "báo tường", "")
    with pytest.raises(NotFound):
        choose(desk, "receipt", "Không có")


def test_choices_fold_again_to_the_same(desk: Desk) -> None:
    add_preview(desk, "Nhiệt")
    for use in USES:
        choose(desk, use, "Nhiệt")
    choose(desk, "A4", "")
    assert desk.journal.refold() == ()
    chosen = desk.printing.own_uses(desk.journal.reading())
    assert dict(chosen) == {use: "Nhiệt" for use in USES if use != "A4"}

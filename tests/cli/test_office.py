from pathlib import Path

from tests.cli.command_line import MORNING, Ran, desk


def ran(home: Path, *arguments: str) -> Ran:
    return desk(*arguments, "--home", home, "--json", "--now", MORNING)


def test_only_what_is_named_of_the_office_is_changed(home: Path) -> None:
    changed = ran(home, "office", "describe", "--hotline", "1022", "--upper-name", "Thành phố Thử").only
    assert (changed["hotline"], changed["name"]) == ("1022", "Ủy ban nhân dân xã Hòa Mẫu")
    assert ran(home, "office", "show").only == changed


def test_a_field_that_does_not_fit_is_named(home: Path) -> None:
    wrong = ran(home, "office", "describe", "--code", "không phải mã")
    assert (wrong.code, wrong.only["field"]) == (2, "code")


def test_a_setting_holds_from_its_day_on(home: Path) -> None:
    put = ran(home, "office", "set", "receipt_copies", "3", "--from", "2026-12-01").only
    assert (put["value"], put["valid_from"]) == ("3", "2026-12-01")
    today = {line["key"]: line for line in ran(home, "office", "settings").lines}["receipt_copies"]
    assert (today["value"], today["valid_from"]) == ("2", None)


def test_a_setting_out_of_bounds_and_an_unknown_one_are_told_apart(home: Path) -> None:
    assert ran(home, "office", "set", "receipt_copies", "9").code == 2
    assert ran(home, "office", "set", "khong_co", "9").code == 4


def test_a_wording_is_put_and_goes_back_to_the_one_that_ships(home: Path) -> None:
    assert ran(home, "office", "word", "contact", "Gọi 1022").only["value"] == "Gọi 1022"
    assert {line["key"]: line["value"] for line in ran(home, "office", "wordings").lines}["contact"] == "Gọi 1022"
    back = ran(home, "office", "word", "contact", "--shipped").only
    assert (back["value"], back["valid_from"]) == ("", None)


def test_papers_are_given_to_printers_by_their_use(home: Path) -> None:
    for name in ("Nhiệt", "A5"):
        assert ran(home, "printers", "add", name, "--kind", "preview").code == 0
    assert ran(home, "printers", "use", "receipt", "Nhiệt").only["printer"] == "Nhiệt"
    assert {line["use"]: line["printer"] for line in ran(home, "printers", "uses").lines}["receipt"] == "Nhiệt"
    assert ran(home, "printers", "use", "receipt").only["printer"] == ""
    assert ran(home, "printers", "use", "receipt", "Không có").code == 4
    assert ran(home, "printers", "use", "báo tường", "A5").code == 2

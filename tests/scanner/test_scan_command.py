"""``desk scan`` says what the repair found, and repairs by what the desk knows of its scanner."""

from pathlib import Path

from desk_app.scanner.trial_code import TRIAL_TEXT, Arrival, diagnosed
from tests.cli.command_line import desk
from tests.desks import opened, rehearsal_desk
from tests.scanner import garbling

CARD = "093195004321||Trần Thị Thử|01021995|Nữ|Ấp 2, Hòa Mỹ|25122021"


def test_a_wrong_code_page_is_repaired_and_told(tmp_path: Path) -> None:
    with rehearsal_desk(tmp_path / "home"):
        pass
    garbled = garbling.mojibake("cp1252")(CARD)
    ran = desk("scan", garbled, "--home", tmp_path / "home", "--json").only
    assert ran["person"]["name"] == "Trần Thị Thử"
    assert "bảng mã" in str(ran["repaired"])
    assert "Đã sửa: Máy quét gửi chữ sai bảng mã" in desk("scan", garbled, "--home", tmp_path / "home").out


def test_the_trial_of_this_desk_is_used(tmp_path: Path) -> None:
    with rehearsal_desk(tmp_path / "home"):
        pass
    sent = garbling.layout_german(garbling.ascii_only(CARD))
    assert desk("scan", sent, "--home", tmp_path / "home", "--json").only["kind"] != "identity_card"
    made = opened(tmp_path / "home")
    made.scanner.keep_test(diagnosed(Arrival(text=garbling.layout_german(garbling.ascii_only(TRIAL_TEXT)))))
    made.close()
    ran = desk("scan", sent, "--home", tmp_path / "home", "--json").only
    assert ran["kind"] == "identity_card"
    assert ran["name_is_sure"] is False

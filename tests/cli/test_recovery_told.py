"""What the command line says of a home whose data nothing would open again after their key was lost."""

from pathlib import Path
from typing import Any

from tests.cli.command_line import desk

OWN = "lúa-chín-vàng-đồng"


def told(home: Path, **variables: str) -> list[str]:
    ran = desk("check", "--home", home, "--json", *(("--as", "quantri") if variables else ()), **variables)
    assert ran.code == 0, "it is no damage"
    return [each["words"] for each in ran.only["findings"] if each["kind"] == "recovery"]


def key_row(home: Path) -> dict[str, Any]:
    ran = desk("doctor", "--home", home, "--json", "--as", "quantri", DESK_PASSWORD=OWN)
    return next(each for each in ran.only["rows"] if each["code"] == "key")


def test_check_and_doctor_tell_of_a_missing_recovery_key_and_how_to_make_one(real_home: Path, tmp_path: Path) -> None:
    (words,) = told(real_home, DESK_PASSWORD=OWN)
    assert "desk sync recovery make" in words
    row = key_row(real_home)
    assert (row["state"], "desk sync recovery make" in row["hint"]) == ("warning", True)
    made = desk(
        *(
            "sync",
            "recovery",
            "make",
            "--to",
            tmp_path / "tờ khóa.pdf",
            "--home",
            real_home,
            "--as",
            "quantri",
            "--json",
        ),
        DESK_PASSWORD=OWN,
    )
    assert made.code == 0, made.err
    assert told(real_home, DESK_PASSWORD=OWN) == []
    assert key_row(real_home)["state"] == "good"


def test_a_file_of_another_key_beside_the_data_is_as_good_as_none(real_home: Path, tmp_path: Path) -> None:
    for name in ("cũ", "mới"):
        desk(
            *("sync", "recovery", "make", "--to", tmp_path / f"{name}.pdf", "--home", real_home, "--as", "quantri"),
            DESK_PASSWORD=OWN,
        )
        kept = real_home / "desk.recovery"
        if name == "cũ":
            older = kept.read_bytes()
    kept.write_bytes(older)
    (words,) = told(real_home, DESK_PASSWORD=OWN)
    assert "desk sync recovery check" in words
    row = key_row(real_home)
    assert (row["state"], "THIẾU" in row["words"]) == ("warning", True)


def test_a_rehearsal_is_not_told(home: Path) -> None:
    assert told(home) == []

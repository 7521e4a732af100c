from pathlib import Path

import pytest

from tests.cli.command_line import MORNING, Ran, desk, line

DAYS = ("--from", "2026-11-23", "--to", "2026-11-23")


def surveys(home: Path, *arguments: str, **variables: str) -> Ran:
    return desk("surveys", *arguments, "--home", home, "--json", "--now", "2026-11-23T10:00", **variables)


@pytest.fixture
def code(home: Path) -> str:
    """Give the code of a dossier that was handed over."""
    taken = desk("dossiers", "register", "--home", home, "--json", "--now", MORNING, stdin=line())
    code = str(taken.only["code"])
    for move in (("step", code, "--done"), ("hand-over", code)):
        assert desk("dossiers", *move, "--home", home, "--json", "--now", "2026-11-23T09:00").code == 0
    return code


def test_an_answer_is_taken_down_and_counted(home: Path, code: str) -> None:
    told = surveys(home, "rate", "--dossier", code, "--level", "very_satisfied", "--reason", "time").only
    assert told == {
        "dossier": code,
        "level": "very_satisfied",
        "reasons": ["time"],
        "rated_on": "2026-11-23",
    }
    found = surveys(home, "figures", *DAYS).only
    assert found["total"] == 1
    assert found["satisfied"] == found["good"] == {"count": 1, "of": 1, "tenths": 1000}
    assert {each["level"]: each["count"] for each in found["levels"]}["very_satisfied"] == 1
    assert [each["name"] for each in found["officers"]] == ["Trần Thị Thử"]
    assert "Nguyễn Văn Mẫu" not in str(found)


def test_the_same_hand_over_is_rated_once(home: Path, code: str) -> None:
    assert surveys(home, "rate", "--dossier", code, "--level", "satisfied").code == 0
    again = surveys(home, "rate", "--dossier", code, "--level", "dissatisfied")
    assert (again.code, again.only["error"]) == (2, "surveys.already_rated")
    assert surveys(home, "figures", *DAYS).only["total"] == 1


def test_the_same_key_is_the_same_asking(home: Path, code: str) -> None:
    for level in ("dissatisfied", "satisfied"):
        assert surveys(home, "rate", "--dossier", code, "--level", level, "--key", "A1").code == 0
    found = surveys(home, "figures", *DAYS).only
    assert (found["total"], found["satisfied"]["count"]) == (1, 1)


def test_a_visit_needs_no_dossier(home: Path) -> None:
    assert surveys(home, "rate", "--level", "neutral").only["dossier"] == ""
    assert surveys(home, "figures", *DAYS).only["satisfied"] == {"count": 0, "of": 1, "tenths": 0}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("rate", "--level", "splendid"), 2),
        (("rate",), 2),
        (("rate", "--level", "satisfied", "--reason", "weather"), 2),
        (("rate", "--level", "satisfied", "--dossier", "000.16.32.H49-261123-9999"), 4),
        (("figures", "--from", "2026-11-23"), 2),
        (("figures", "--from", "2026-11-24", "--to", "2026-11-23"), 2),
        (("figures", *DAYS, "--officer", "khongai"), 4),
    ],
)
def test_what_makes_no_sense_is_refused(home: Path, arguments: tuple[str, ...], code: int) -> None:
    ran = surveys(home, *arguments)
    assert ran.code == code
    assert ran.only["hint"]


def test_a_volunteer_takes_answers_down_and_reads_no_figures(home: Path, own_passwords: dict[str, str]) -> None:
    password = {"DESK_PASSWORD": own_passwords["volunteer"]}
    assert surveys(home, "rate", "--level", "satisfied", "--as", "volunteer", **password).code == 0
    assert surveys(home, "figures", *DAYS, "--as", "volunteer", **password).code == 3


def test_people_read_the_figures(home: Path) -> None:
    empty = desk("surveys", "figures", *DAYS, "--home", home).out
    assert empty == "Từ 23/11/2026 đến 23/11/2026: chưa có đánh giá nào.\n"
    for level in ("very_satisfied", "satisfied", "dissatisfied"):
        surveys(home, "rate", "--level", level, "--reason", "attitude")
    out = desk("surveys", "figures", *DAYS, "--home", home).out
    for words in (
        "3 lượt đánh giá",
        "Rất hài lòng: 1 (33,3 %)",
        "kể cả tốt: 66,7 %",
        "trong đó tốt: 33,3 %",
        "Thái độ 3",
    ):
        assert words in out

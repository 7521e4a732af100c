import json
from collections.abc import Mapping
from pathlib import Path

from tests.cli.command_line import MORNING, Ran, desk

VISIT = {"procedure": "1.001193", "applicant": {"name": "Trần Thị Thử", "id_number": "093195004321"}}


def sent_back(home: Path, *visits: Mapping[str, object], now: str = MORNING) -> Ran:
    lines = "\n".join(json.dumps(each, ensure_ascii=False) for each in visits)
    return desk("dossiers", "send-back", "--home", home, "--json", "--now", now, stdin=lines)


def test_an_incomplete_visit_answers_with_what_was_asked_for(home: Path) -> None:
    ran = sent_back(home, {**VISIT, "missing": ["Giấy chứng sinh"], "reason": "Thiếu giấy chứng sinh"})
    assert ran.code == 0
    assert set(ran.only) == {"id", "asked_at", "procedure", "missing", "reason"}
    assert ran.only["missing"] == ["Giấy chứng sinh"]
    assert desk("dossiers", "find", "--home", home, "--json").lines == []
    assert len(desk("queue", "list", "--home", home, "--json").lines) == 1


def test_a_key_makes_a_repeated_request_harmless(home: Path) -> None:
    visit = {**VISIT, "missing": ["Giấy chứng sinh"], "key": "quầy-1/5"}
    assert sent_back(home, visit, visit).lines[0] == sent_back(home, visit, now="2026-11-25T10:00").only


def test_a_second_request_names_the_first(home: Path) -> None:
    first = sent_back(home, {**VISIT, "missing": ["Giấy chứng sinh"]}).only
    again = sent_back(home, {**VISIT, "missing": ["Tờ khai"]}, now="2026-11-25T10:00").only
    assert again["earlier"] == first["id"]


def test_a_line_that_names_nothing_missing_is_refused_by_its_field(home: Path) -> None:
    ran = sent_back(home, VISIT, {**VISIT, "missing": []}, {**VISIT, "missing": ["Giấy chứng sinh"]})
    assert ran.code == 2
    assert [each.get("field", "") for each in ran.lines] == ["missing", "missing", ""]

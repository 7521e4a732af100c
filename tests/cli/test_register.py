import json
from pathlib import Path

from desk_app.dossiers.numbering import CODE
from tests.cli.command_line import MORNING, Ran, desk, line


def registered(home: Path, *lines: str, now: str = MORNING) -> Ran:
    return desk("dossiers", "register", "--home", home, "--json", "--now", now, stdin="\n".join(lines))


def test_a_line_answers_with_the_promised_shape(home: Path) -> None:
    ran = registered(home, line())
    assert ran.code == 0
    assert ran.err == ""
    assert set(ran.only) == {"id", "code", "received_at", "due_at", "legs", "status"}
    assert ran.only["code"] == "000.16.32.H49-261123-1001"
    assert ran.only["received_at"] == "2026-11-23T08:15:00+07:00"
    assert ran.only["due_at"] == "2026-11-23T17:00:00+07:00"
    assert ran.only["legs"] == [{"agency": "UBND cấp xã (Tư pháp – Hộ tịch)", "due_at": "2026-11-23T17:00:00+07:00"}]
    assert ran.only["status"] == "accepted"


def test_lines_are_answered_in_their_order_with_running_numbers(home: Path) -> None:
    ran = registered(home, line("Người Một"), line("Người Hai"), line("Người Ba"))
    assert [CODE.match(each["code"]) is not None for each in ran.lines] == [True] * 3
    assert [each["code"][-4:] for each in ran.lines] == ["1001", "1002", "1003"]


def test_a_linked_procedure_answers_every_agency_s_date(home: Path) -> None:
    ran = registered(home, line(procedure="2.000986"))
    dates = [(leg["agency"], leg["due_at"][:16]) for leg in ran.only["legs"]]
    assert dates == [
        ("UBND cấp xã (Tư pháp – Hộ tịch)", "2026-11-26T11:30"),
        ("Bảo hiểm xã hội", "2026-11-27T17:00"),
        ("Công an", "2026-12-07T17:00"),
        ("UBND cấp xã", "2026-12-08T17:00"),
    ]
    assert ran.only["due_at"] == "2026-12-08T17:00:00+07:00"


def test_a_bad_line_is_answered_in_its_place_and_the_others_go_on(home: Path) -> None:
    ran = registered(home, line("Người Một"), "{", "", line("Người Hai"))
    assert ran.code == 2
    assert [each.get("line") for each in ran.lines] == [None, 2, None]
    assert set(ran.lines[1]) == {"error", "message", "hint", "field", "line"}
    assert ran.lines[2]["code"].endswith("-1002")
    assert "Dòng 2:" in ran.err


def test_a_key_makes_a_repeat_harmless(home: Path) -> None:
    first = registered(home, line(key="máy-2/17"), line("Người Khác", key="máy-2/18"))
    again = registered(home, line(key="máy-2/17"), now="2026-11-25T10:00")
    assert again.only == first.lines[0]
    assert again.only["key"] == "máy-2/17"
    assert len(desk("dossiers", "find", "--home", home, "--json").lines) == 2


def test_the_same_open_matter_of_the_same_person_is_warned_of(home: Path) -> None:
    known = {"id_number": "093085001234", "birth_on": "1985-03-05", "sex": "Nam"}
    ran = registered(home, line(applicant=known), line(applicant=known), line(applicant=known, procedure="2.000635"))
    assert [each.get("warnings") for each in ran.lines] == [
        None,
        ["Có thể trùng với hồ sơ 000.16.32.H49-261123-1001 đang giải quyết."],
        None,
    ]


def test_a_date_counted_in_a_year_without_a_notice_is_warned_of(home: Path) -> None:
    long = line(procedure="1.001699")
    ran = registered(home, long, now="2026-11-27T09:00").only
    # 25 working days: 1/1/2027 is off by law, the rest of the coming year awaits its notice.
    assert ran["due_at"] == "2027-01-04T17:00:00+07:00"
    assert len(ran["warnings"]) == 1
    assert ran["warnings"][0].startswith("Chưa có lịch nghỉ năm 2027")
    assert "warnings" not in registered(home, line("Người Khác"), now="2026-11-27T09:10").only


def test_a_namesake_with_another_telephone_is_not_warned_of(home: Path) -> None:
    ran = registered(home, *(line(applicant={"phone": phone}) for phone in ("0900000001", "0900000002", "0900000001")))
    assert [bool(each.get("warnings")) for each in ran.lines] == [False, False, True]


def test_a_telephone_number_in_another_form_is_the_same_person(home: Path) -> None:
    ran = registered(home, *(line(applicant={"phone": phone}) for phone in ("0900000001", "+84 900 000 001")))
    assert [bool(each.get("warnings")) for each in ran.lines] == [False, True]
    for typed in ("0900000001", "+84900000001"):
        assert len(desk("dossiers", "find", typed, "--home", home, "--json").lines) == 2


def test_a_handwritten_form_entered_twice_is_warned_of_with_the_first_dossier(home: Path) -> None:
    late = {"received_at": "2026-11-20T16:10"}
    numbers = ("GVT-07", "gvt-07", "GVT-08", "", "")
    people = (
        line(f"Người {place}", paper_number=number, **late) for place, number in zip("ABCDE", numbers, strict=True)
    )
    ran = registered(home, *people)
    assert [each.get("warnings", []) for each in ran.lines] == [
        [],
        [
            "Giấy viết tay số gvt-07 đã nhập cho hồ sơ 000.16.32.H49-261120-1001: hãy xem có phải nhập hai lần.",
        ],
        *([], [], []),
    ]


def test_twins_of_one_mother_are_not_warned_of(home: Path) -> None:
    mother = {"id_number": "093195004321"}
    ran = registered(home, *(line(applicant=mother, subject={"name": name}) for name in ("Lê Văn Anh", "Lê Văn Em")))
    assert [each.get("warnings") for each in ran.lines] == [None, None]


def test_an_identity_number_that_says_otherwise_is_warned_of(home: Path) -> None:
    ran = registered(home, line(applicant={"id_number": "093085001234", "birth_on": "1986-01-01", "sex": "Nữ"}))
    assert ran.code == 0
    assert len(ran.only["warnings"]) == 2
    assert "số ghi 1985" in ran.only["warnings"][1]


def test_every_field_of_the_contract_is_taken_over(home: Path) -> None:
    full = {
        "procedure": "2.000635",
        "applicant": {
            "name": "Lê Thị Ví Dụ",
            "id_number": "092307000123",
            "birth_on": "2007-09-15",
            "sex": "female",
            "address": "Khu vực 3",
            "phone": "0900 123 456",
            "email": "vidu@example.org",
        },
        "subject": {"name": "Lê Văn Con", "birth_on": "2026"},
        "authorised": {"name": "Trần Văn Thay"},
        "papers": ["Tờ khai", {"name": "Trích lục", "originals": 0, "copies": 2}],
        "copies": 3,
        "pages": 2,
        "fee": 24000,
        "channel": "post",
        "return_by": "home",
        "return_to": "Ấp 2",
        "note": "Gọi trước khi đến",
        "priority": "Người cao tuổi",
        "received_at": "2026-11-20T16:10",
        "paper_number": "GVT-07",
        "extended": False,
    }
    ran = registered(home, json.dumps(full, ensure_ascii=False))
    assert ran.code == 0, ran.out
    assert ran.only["code"].endswith("-261120-1001")
    shown = desk("dossiers", "show", ran.only["code"], "--home", home, "--json").only
    assert shown["applicant"] == {**full["applicant"], "phone": "0900123456"}  # type: ignore[dict-item]
    assert [(paper["name"], paper["originals"], paper["copies"]) for paper in shown["papers"]] == [
        ("Tờ khai", 1, 0),
        ("Trích lục", 0, 2),
    ]
    for name in ("copies", "fee", "channel", "return_by", "return_to", "note", "priority", "paper_number"):
        assert shown[name] == full[name], name
    assert shown["late"] is True
    assert shown["subject"]["birth_on"] == "2026"
    assert shown["authorised"]["name"] == "Trần Văn Thay"


def test_a_procedure_without_a_stated_term_takes_the_date_promised(home: Path) -> None:
    without = registered(home, line(procedure="1.011606"))
    assert (without.code, without.only["field"]) == (2, "promised_at")
    with_date = registered(home, line(procedure="1.011606", promised_at="2026-12-18T17:00"))
    assert with_date.only["due_at"] == "2026-12-18T17:00:00+07:00"


def test_a_file_may_begin_with_a_byte_order_mark(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "lines.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + line().encode() + b"\r\n\r\n" + line("Người Hai").encode())
    ran = desk("dossiers", "register", file, "--home", home, "--json")
    assert (ran.code, len(ran.lines)) == (0, 2)


def test_a_file_that_is_not_there_is_not_found(home: Path, tmp_path: Path) -> None:
    assert desk("dossiers", "register", tmp_path / "none", "--home", home, "--json").code == 4


def test_people_read_codes_and_dates(home: Path) -> None:
    ran = desk("dossiers", "register", "--home", home, "--now", MORNING, stdin=line())
    assert ran.out == "000.16.32.H49-261123-1001  hẹn trả 17:00 ngày 23/11/2026\n"


def test_the_receipt_goes_to_the_printer_that_is_named(home: Path) -> None:
    for name in ("Máy A", "Máy B"):
        desk("printers", "add", name, "--kind", "preview", "--home", home)
    command = ("dossiers", "register", "--home", home, "--json", "--printer")
    assert desk(*command, "Máy B", stdin=line()).code == 0
    assert desk("queue", "list", "--home", home, "--json").only["printer"] == "Máy B"
    unknown = desk(*command, "Máy C", stdin=line())
    assert (unknown.code, unknown.only["error"]) == (4, "printing.no_printer")
    assert len(desk("dossiers", "find", "--home", home, "--json").lines) == 1

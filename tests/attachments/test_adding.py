"""What may be attached, what is kept of it, and what is refused with a reason."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from desk_app.accounts.access_log import access_about
from desk_app.accounts.facts import about_dossier
from desk_app.attachments.attachment import months_after
from desk_app.attachments.commands import NewAttachment, add
from desk_app.attachments.facts import Added
from desk_app.attachments.reading import opened, papers_to_attach
from desk_app.catalogue.commands import publish
from desk_app.journal.fold_pass import table_contents
from desk_app.journal.tables import every_entry
from desk_app.kernel.errors import Cancelled, Conflict, Damaged, InvalidInput, NotAllowed, Refused
from desk_app.kernel.records import changed
from desk_app.office.commands import put_setting
from tests.attachments.papers import (
    BIRTH,
    DECLARATION,
    IDENTITY,
    JFIF,
    PLACE,
    added,
    content,
    dossier_of,
    exif,
    file_of,
    files_here,
    jpeg,
    listed,
    pdf,
    png,
    segment,
)
from tests.desks import RehearsalDesk


@pytest.fixture
def dossier(desk: RehearsalDesk) -> str:
    return dossier_of(desk)


def test_a_scan_is_kept_encrypted_and_comes_back_to_the_byte(desk: RehearsalDesk, dossier: str, tmp_path: Path) -> None:
    raw = pdf(700_000)
    kept = added(desk, dossier, file_of(tmp_path, raw))
    assert content(desk, kept) == raw
    assert (kept.attachment.size, kept.attachment.sha256) == (len(raw), hashlib.sha256(raw).hexdigest())
    (name,) = files_here(desk)
    assert b"%PDF" not in (desk.home.attachments / name).read_bytes()
    assert kept.attachment.id not in name


def test_the_journal_says_what_was_added_and_holds_nothing_of_it(
    desk: RehearsalDesk, dossier: str, tmp_path: Path
) -> None:
    raw = pdf(5_000)
    kept = added(desk, dossier, file_of(tmp_path, raw, "CCCD Nguyễn Văn Mẫu.pdf"))
    (entry,) = [each for each in every_entry(desk.journal.reading()) if each.kind == Added.KIND]
    assert len(entry.body) < 500
    assert b"CCCD" not in entry.body
    assert kept.attachment.paper == BIRTH
    assert kept.attachment.desk == desk.journal.desk_id


def test_a_photograph_loses_its_place_and_the_original_stays_as_it_is(
    desk: RehearsalDesk, dossier: str, tmp_path: Path
) -> None:
    raw = jpeg(JFIF, segment(0xE1, exif(6)))
    photograph = file_of(tmp_path, raw, "anh.jpg")
    kept = added(desk, dossier, photograph)
    assert PLACE not in content(desk, kept)
    assert photograph.read_bytes() == raw


@pytest.mark.parametrize(("raw", "kind"), [(pdf(), "application/pdf"), (jpeg(), "image/jpeg"), (png(), "image/png")])
def test_what_a_file_is_says_its_content_and_not_its_name(
    desk: RehearsalDesk, dossier: str, tmp_path: Path, raw: bytes, kind: str
) -> None:
    assert added(desk, dossier, file_of(tmp_path, raw, "virus.exe")).attachment.media_type == kind


@pytest.mark.parametrize("raw", [b"", b"MZ\x90\0", b"PK\3\4", b"<html>%PDF-1.4", jpeg()[:-5]])
def test_anything_else_and_a_picture_cut_short_are_refused_and_nothing_is_kept(
    desk: RehearsalDesk, dossier: str, tmp_path: Path, raw: bytes
) -> None:
    with pytest.raises(InvalidInput) as caught:
        added(desk, dossier, file_of(tmp_path, raw, "scan.pdf"))
    assert caught.value.field == "file"
    assert (files_here(desk), listed(desk, dossier)) == ([], ())


def test_a_file_larger_than_the_office_allows_on_the_day_is_refused(
    desk: RehearsalDesk, dossier: str, tmp_path: Path
) -> None:
    file = file_of(tmp_path, pdf(1_500_000))
    put_setting(
        desk.office,
        by=desk.admin,
        key="attachment_most_mb",
        value="1",
        valid_from=date(2026, 11, 1),
        command_id=desk.journal.new_id(),
    )
    with pytest.raises(InvalidInput, match="2 MB, quá mức 1 MB"):
        added(desk, dossier, file)
    assert files_here(desk) == []


def test_only_papers_of_the_procedure_may_be_attached(desk: RehearsalDesk, dossier: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="không yêu cầu giấy «Sổ đỏ»") as caught:
        added(desk, dossier, file_of(tmp_path, pdf()), paper="Sổ đỏ")
    assert BIRTH in caught.value.hint
    assert IDENTITY not in caught.value.hint


def test_an_identity_card_is_refused_with_the_reason_unless_the_catalogue_needs_its_image(
    desk: RehearsalDesk, tmp_path: Path
) -> None:
    dossier, file = dossier_of(desk), file_of(tmp_path, jpeg(), "cccd.jpg")
    with pytest.raises(Refused, match="Không giữ bản chụp") as caught:
        added(desk, dossier, file, paper=IDENTITY)
    assert "dữ liệu nhạy cảm" in caught.value.hint
    procedure = desk.catalogue.present().procedure_on("1.001193", date(2026, 11, 23))
    papers = tuple(changed(each, keep_image=each.name == IDENTITY) for each in procedure.papers)
    later = changed(procedure, papers=papers, valid_from=date(2026, 11, 23), keep_images_months=3)
    publish(desk.catalogue, by=desk.admin, procedures=(later,), command_id=desk.journal.new_id())
    kept = added(desk, dossier_of(desk, name="Lê Thị Ví Dụ"), file, paper=IDENTITY)
    assert kept.attachment.sensitive
    assert kept.attachment.keep_months == 3
    # A dossier received earlier keeps the version of its day.
    assert {each.name: each.allowed for each in papers_to_attach(desk.attachments, dossier)}[IDENTITY] is (
        procedure.valid_from == later.valid_from
    )


def test_a_person_may_mark_more_as_sensitive_and_never_less(desk: RehearsalDesk, dossier: str, tmp_path: Path) -> None:
    assert not added(desk, dossier, file_of(tmp_path, pdf(1)), paper=DECLARATION).attachment.sensitive
    assert added(desk, dossier, file_of(tmp_path, pdf(2)), sensitive=True).attachment.sensitive
    disabled = dossier_of(desk, procedure="1.001653")
    names = [each.name for each in papers_to_attach(desk.attachments, disabled) if each.sensitive and each.allowed]
    assert names
    assert added(desk, disabled, file_of(tmp_path, pdf(3)), paper=names[0], sensitive=False).attachment.sensitive


def test_the_same_content_twice_is_pointed_out_and_kept_when_it_is_meant(
    desk: RehearsalDesk, dossier: str, tmp_path: Path
) -> None:
    file = file_of(tmp_path, pdf())
    added(desk, dossier, file)
    with pytest.raises(Conflict, match=f"23/11/2026 cho «{BIRTH}»"):
        added(desk, dossier, file, paper=DECLARATION)
    assert len(files_here(desk)) == 1
    added(desk, dossier_of(desk, name="Lê Thị Ví Dụ"), file)
    added(desk, dossier, file, paper=DECLARATION, anyway=True)
    assert len(files_here(desk)) == 3


def test_a_repeated_command_adds_once(desk: RehearsalDesk, dossier: str, tmp_path: Path) -> None:
    new = NewAttachment(dossier=dossier, paper=BIRTH, file=file_of(tmp_path, pdf()))
    officer, command_id = desk.accounts_by_role["officer"], desk.journal.new_id()
    one, two = (add(desk.attachments, by=officer, new=new, command_id=command_id) for _ in range(2))
    assert (two.repeated, two.subject) == (True, one.subject)
    assert len(files_here(desk)) == len(listed(desk, dossier)) == 1


def test_stopping_in_the_middle_keeps_nothing(desk: RehearsalDesk, dossier: str, tmp_path: Path) -> None:
    new = NewAttachment(dossier=dossier, paper=BIRTH, file=file_of(tmp_path, pdf(3_000_000)))
    told: list[int] = []

    def watch(done: int, total: int) -> None:
        told.append(done)
        if done > total // 2:
            raise Cancelled("window.stopped", "Đã dừng.")

    with pytest.raises(Cancelled):
        add(
            desk.attachments,
            by=desk.accounts_by_role["officer"],
            new=new,
            command_id=desk.journal.new_id(),
            watch=watch,
        )
    assert told == sorted(told)
    assert (files_here(desk), listed(desk, dossier)) == ([], ())


def test_who_opened_what_stands_in_the_access_log(desk: RehearsalDesk, dossier: str, tmp_path: Path) -> None:
    content(desk, added(desk, dossier, file_of(tmp_path, pdf())))
    (line,) = access_about(desk.accounts, by=desk.admin, abouts=[about_dossier(dossier)])
    assert (line.account, line.reason) == (desk.accounts_by_role["officer"], f"Mở bản chụp: {BIRTH}")


@pytest.mark.parametrize("role", ["volunteer", "keeper"])
def test_who_has_no_business_with_dossiers_sees_no_image(
    desk: RehearsalDesk, dossier: str, tmp_path: Path, role: str
) -> None:
    kept = added(desk, dossier, file_of(tmp_path, pdf()))
    with pytest.raises(NotAllowed):
        opened(desk.attachments, by=desk.accounts_by_role[role], attachment=kept.attachment.id)


def test_a_file_changed_on_the_disk_is_never_shown_as_genuine(
    desk: RehearsalDesk, dossier: str, tmp_path: Path
) -> None:
    kept = added(desk, dossier, file_of(tmp_path, pdf(600_000)))
    sealed = desk.home.attachments / files_here(desk)[0]
    raw = bytearray(sealed.read_bytes())
    raw[-1] ^= 1
    sealed.write_bytes(raw)
    with pytest.raises(Damaged):
        content(desk, kept)


def test_folding_again_leaves_the_table_and_the_keys_as_they_were(
    desk: RehearsalDesk, dossier: str, tmp_path: Path
) -> None:
    kept = added(desk, dossier, file_of(tmp_path, pdf()))
    before = table_contents(desk.journal.reading(), desk.journal.registry)
    assert desk.journal.refold() == ()
    assert table_contents(desk.journal.reading(), desk.journal.registry) == before
    assert content(desk, kept) == pdf()


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        (date(2026, 11, 23), 12, date(2027, 11, 23)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 31), 0, date(2026, 12, 31)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_a_term_in_months_ends_on_the_same_day_or_the_last_of_the_month(day: date, months: int, last: date) -> None:
    assert months_after(day, months) == last

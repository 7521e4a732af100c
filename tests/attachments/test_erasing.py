"""What is erased is gone: key and file, here and in every backup taken later; the entry stays."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk_app.attachments.commands import purge, remove
from desk_app.attachments.facts import Added, Purged, Removed, attachment_subject
from desk_app.attachments.reading import attachments_of, disorder, expired, opened
from desk_app.attachments.tables import find_key
from desk_app.dossiers.life.withdrawal import withdraw
from desk_app.journal.tables import every_entry
from desk_app.journal.write_door import Written
from desk_app.kernel.errors import InvalidInput, NotAllowed, NotFound, Refused
from desk_app.kernel.time_source import VIETNAM
from desk_app.storage.engine import open_database
from desk_app.storage.key_store import kept_key
from tests.attachments.papers import (
    BIRTH,
    DECLARATION,
    added,
    content,
    dossier_of,
    file_of,
    files_here,
    handed_over,
    listed,
    pdf,
)
from tests.desks import RehearsalDesk, rehearsal_desk

A_YEAR_LATER = datetime(2027, 11, 24, 8, 0, tzinfo=VIETNAM)


def purged(desk: RehearsalDesk, by: str = "leader") -> Written:
    return purge(desk.attachments, by=desk.accounts_by_role[by], command_id=desk.journal.new_id())


def removed(desk: RehearsalDesk, attachment: str, reason: str = "Chụp nhầm") -> Written:
    officer = desk.accounts_by_role["officer"]
    return remove(desk.attachments, by=officer, attachment=attachment, reason=reason, command_id=desk.journal.new_id())


def due(desk: RehearsalDesk) -> list[str]:
    return [each.attachment.id for each in expired(desk.attachments, by=desk.accounts_by_role["leader"])]


def test_a_removed_image_is_gone_and_its_history_stays(desk: RehearsalDesk, tmp_path: Path) -> None:
    dossier = dossier_of(desk)
    kept = added(desk, dossier, file_of(tmp_path, pdf()))
    removed(desk, kept.attachment.id)
    assert files_here(desk) == []
    assert find_key(desk.journal.reading(), kept.attachment.id) is None
    (after,) = listed(desk, dossier)
    assert (after.attachment.ended, after.attachment.reason) == ("removed", "Chụp nhầm")
    kinds = [each.fact.KIND for each in desk.journal.history(attachment_subject(kept.attachment.id))]
    assert kinds == [Added.KIND, Removed.KIND]
    with pytest.raises(Refused, match="đã bị gỡ hoặc hủy"):
        content(desk, kept)
    with pytest.raises(Refused):
        removed(desk, kept.attachment.id)


def test_a_removed_key_stands_in_no_backup_taken_later(desk: RehearsalDesk, tmp_path: Path) -> None:
    kept = added(desk, dossier_of(desk), file_of(tmp_path, pdf()))
    key = find_key(desk.journal.reading(), kept.attachment.id)
    assert key is not None
    removed(desk, kept.attachment.id)
    backup = tmp_path / "backup.db"
    desk.journal.store.back_up_to(backup)
    copy = open_database(backup, kept_key(place="file", file=desk.home.key, name=desk.card.desk_id), read_only=True)
    assert copy.execute("SELECT count(*) FROM attachment_keys").fetchone()[0] == 0
    assert copy.execute("PRAGMA secure_delete").fetchone()[0] == 1
    copy.close()


def test_an_image_is_removed_with_a_reason_only(desk: RehearsalDesk, tmp_path: Path) -> None:
    kept = added(desk, dossier_of(desk), file_of(tmp_path, pdf()))
    with pytest.raises(InvalidInput, match="Lý do gỡ"):
        removed(desk, kept.attachment.id, reason=" ")
    assert content(desk, kept) == pdf()
    with pytest.raises(NotFound):
        removed(desk, "không-có")


def test_the_same_content_may_be_added_again_after_it_was_removed(desk: RehearsalDesk, tmp_path: Path) -> None:
    dossier, file = dossier_of(desk), file_of(tmp_path, pdf())
    removed(desk, added(desk, dossier, file).attachment.id)
    assert content(desk, added(desk, dossier, file)) == pdf()


def test_an_image_expires_a_year_after_the_hand_over_and_never_before_it(desk: RehearsalDesk, tmp_path: Path) -> None:
    waiting, given = dossier_of(desk), dossier_of(desk, name="Lê Thị Ví Dụ")
    added(desk, waiting, file_of(tmp_path, pdf(1)))
    kept = added(desk, given, file_of(tmp_path, pdf(2)))
    handed_over(desk, given)
    desk.time.put(A_YEAR_LATER - timedelta(days=1))
    assert due(desk) == []
    desk.time.put(A_YEAR_LATER)
    assert due(desk) == [kept.attachment.id]


def test_an_image_of_a_withdrawn_dossier_expires_like_any_other(desk: RehearsalDesk, tmp_path: Path) -> None:
    dossier = dossier_of(desk)
    kept = added(desk, dossier, file_of(tmp_path, pdf(1)))
    officer, command_id = desk.accounts_by_role["officer"], desk.journal.new_id()
    withdraw(desk.dossiers, by=officer, dossier=dossier, reason="Không cần nữa", command_id=command_id)
    desk.time.put(A_YEAR_LATER - timedelta(days=1))
    assert due(desk) == []
    desk.time.put(A_YEAR_LATER)
    assert due(desk) == [kept.attachment.id]


def test_purging_erases_what_is_over_its_time_and_nothing_else(desk: RehearsalDesk, tmp_path: Path) -> None:
    given, waiting = dossier_of(desk), dossier_of(desk, name="Lê Thị Ví Dụ")
    over = [added(desk, given, file_of(tmp_path, pdf(size)), paper) for size, paper in ((1, BIRTH), (2, DECLARATION))]
    stays = added(desk, waiting, file_of(tmp_path, pdf(3)))
    handed_over(desk, given)
    desk.time.put(A_YEAR_LATER)
    written = purged(desk)
    assert {each.kind for each in written.entries} == {Purged.KIND}
    assert {each.subject for each in written.entries} == {attachment_subject(each.attachment.id) for each in over}
    assert [each.attachment.ended for each in listed(desk, given)] == ["purged", "purged"]
    assert content(desk, stays) == pdf(3)
    assert len(files_here(desk)) == 1
    assert purged(desk, "keeper").entries == ()


def test_only_a_leader_or_an_administrator_purges(desk: RehearsalDesk) -> None:
    for role in ("officer", "volunteer"):
        with pytest.raises(NotAllowed):
            purged(desk, role)
    assert purged(desk, "keeper").entries == ()


def test_a_restored_key_of_what_was_erased_is_found_and_erased_by_purging(desk: RehearsalDesk, tmp_path: Path) -> None:
    dossier = dossier_of(desk)
    kept = added(desk, dossier, file_of(tmp_path, pdf()))
    key = find_key(desk.journal.reading(), kept.attachment.id)
    sealed = (desk.home.attachments / files_here(desk)[0]).read_bytes()
    assert key is not None
    removed(desk, kept.attachment.id)
    # What an older backup brings back: the row and the file, while the journal comes back from another desk.
    with desk.journal.store.writing() as db:
        db.execute("INSERT INTO attachment_keys VALUES (?, ?, ?)", (key.id, key.file, key.key))
    (desk.home.attachments / key.file).write_bytes(sealed)
    purged(desk)
    assert (files_here(desk), find_key(desk.journal.reading(), key.id)) == ([], None)


def test_another_desk_sees_that_there_is_an_image_and_where_and_cannot_open_it(
    desk: RehearsalDesk, tmp_path: Path
) -> None:
    dossier = dossier_of(desk)
    kept = added(desk, dossier, file_of(tmp_path, pdf()))
    with rehearsal_desk(tmp_path / "other", desk_number=2) as other:
        other.journal.merge(list(every_entry(desk.journal.reading())))
        (seen,) = attachments_of(other.attachments, by=other.accounts_by_role["officer"], dossier=dossier)
        assert seen.attachment == kept.attachment
        assert seen.attachment.desk == desk.journal.desk_id != other.journal.desk_id
        with pytest.raises(Refused, match="ở một máy khác"):
            opened(other.attachments, by=other.accounts_by_role["officer"], attachment=kept.attachment.id)
        with pytest.raises(Refused, match="ở một máy khác"):
            removed(other, kept.attachment.id)
        assert disorder(other.attachments).missing == ()


def test_a_missing_file_and_a_stray_one_are_named(desk: RehearsalDesk, tmp_path: Path) -> None:
    kept = added(desk, dossier_of(desk), file_of(tmp_path, pdf()))
    (desk.home.attachments / files_here(desk)[0]).rename(desk.home.attachments / "strange")
    os.utime(desk.home.attachments / "strange", (1, 1))
    found = disorder(desk.attachments)
    assert [each.attachment.id for each in found.missing] == [kept.attachment.id]
    assert found.strays == ("strange",)
    purged(desk)
    assert files_here(desk) == []

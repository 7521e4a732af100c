"""Epochs are one row each, whatever the order in which entries arrive."""

from datetime import timedelta
from pathlib import Path

from desk_app.journal.tables import every_entry
from desk_app.upkeep.tables import list_epochs
from tests.desks import MORNING, RehearsalDesk, opened, rehearsal_desk
from tests.upkeep.copying import copied, restored


def test_another_desk_knows_the_epochs_in_whatever_order_they_come(
    desk: RehearsalDesk, stick: Path, tmp_path: Path
) -> None:
    copied(desk, stick)
    restored(stick, tmp_path / "back", at=MORNING + timedelta(hours=1))
    back = opened(tmp_path / "back")
    entries = [each for each in every_entry(back.journal.reading()) if each.desk == back.journal.desk_id]
    wanted = list_epochs(back.journal.reading())
    back.close()
    assert len(wanted) == 1
    with rehearsal_desk(tmp_path / "second", desk_number=2) as second:
        for some in (entries[-1:], entries[:-1][::-1], entries):
            second.journal.merge(some)
        assert list_epochs(second.journal.reading()) == wanted
        assert second.journal.refold() == ()

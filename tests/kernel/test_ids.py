import threading
import uuid
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.kernel.ids import IdMaker, command_id_of, recency
from desk_app.kernel.time_source import VIETNAM, milliseconds

FAST = settings(max_examples=50, deadline=None)
MORNING = datetime(2026, 11, 23, 7, 30, tzinfo=VIETNAM)
STEPS_MS = st.lists(st.integers(-3_600_000, 3_600_000), min_size=1, max_size=60)


def made(steps_ms: list[int]) -> list[str]:
    maker, at, ids = IdMaker(), MORNING, []
    for step in steps_ms:
        at += timedelta(milliseconds=step)
        ids.append(maker.new(at))
    return ids


@FAST
@given(STEPS_MS)
def test_ids_sort_as_they_were_made_even_when_the_clock_goes_back(steps_ms: list[int]) -> None:
    ids = made(steps_ms)
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)


@FAST
@given(STEPS_MS)
def test_recency_orders_as_the_ids_do_and_fits_a_rowid(steps_ms: list[int]) -> None:
    ids = made(steps_ms)
    assert sorted(ids, key=recency) == ids
    assert len({recency(each) for each in ids}) == len(ids)
    assert all(0 < recency(each) < 1 << 63 for each in ids)


def test_ten_thousand_in_one_millisecond_stay_in_order() -> None:
    ids = made([0] * 10_000)
    assert ids == sorted(set(ids))


def test_an_id_is_a_version_7_uuid_that_carries_its_millisecond() -> None:
    value = uuid.UUID(IdMaker().new(MORNING))
    assert (value.version, value.variant) == (7, uuid.RFC_4122)
    assert value.int >> 80 == milliseconds(MORNING)


def test_threads_never_get_the_same_id() -> None:
    maker = IdMaker()
    ids: list[str] = []
    threads = [
        threading.Thread(target=lambda: ids.extend([maker.new(MORNING) for _ in range(2_000)])) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(ids)) == 8_000


def test_two_makers_do_not_meet_in_one_millisecond() -> None:
    one, other = IdMaker(), IdMaker()
    assert not {one.new(MORNING) for _ in range(500)} & {other.new(MORNING) for _ in range(500)}


def test_a_key_always_leads_to_the_same_command_id() -> None:
    assert command_id_of("import 2026") == command_id_of("import 2026")
    assert command_id_of("import 2026") != command_id_of("import 2027")
    assert uuid.UUID(command_id_of("import 2026")).version == 5

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.kernel.records import Record, WireError, canonical, changed, from_json, from_plain, to_plain

FAST = settings(max_examples=150, deadline=None)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


class Paper(Record):
    title: str
    copies: int = 1


class Request(Record):
    name: str
    received_on: date
    papers: tuple[Paper, ...] = ()
    marks: dict[str, int] | None = None


REQUEST = Request(
    name="Đặng Thị Ánh",
    received_on=date(2026, 11, 23),
    papers=(Paper(title="Tờ khai"), Paper(title="Giấy ủy quyền", copies=2)),
    marks={"b": 2, "a": 1},
)


def shuffled(value: Any, turn: int) -> Any:
    """Return an equal value whose dictionaries were filled in another order."""
    if isinstance(value, dict):
        pairs = [(key, shuffled(inner, turn)) for key, inner in value.items()]
        cut = turn % len(pairs) if pairs else 0
        return dict(reversed(pairs[cut:] + pairs[:cut]))
    return [shuffled(inner, turn) for inner in value] if isinstance(value, list) else value


def wire_error(raw: bytes | str, kind: type = Request) -> WireError:
    with pytest.raises(WireError) as caught:
        from_json(raw, kind)
    return caught.value


@FAST
@given(PLAIN, st.integers(0, 5))
def test_equal_values_give_equal_bytes_in_whatever_order_they_were_built(value: Any, turn: int) -> None:
    again = shuffled(value, turn)
    assert again == value
    assert canonical(again) == canonical(value)
    assert from_json(canonical(value), object) == value


def test_canonical_bytes_are_sorted_tight_utf_8() -> None:
    assert canonical(REQUEST).decode() == (
        '{"marks":{"a":1,"b":2},"name":"Đặng Thị Ánh","papers":[{"copies":1,"title":"Tờ khai"},'
        '{"copies":2,"title":"Giấy ủy quyền"}],"received_on":"2026-11-23"}'
    )


def test_a_record_comes_back_from_its_bytes_and_from_plain_values() -> None:
    assert from_json(canonical(REQUEST), Request) == REQUEST
    assert from_json(canonical(REQUEST).decode(), Request) == REQUEST
    assert from_plain(to_plain(REQUEST), Request) == REQUEST


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        ('{"received_on":"2026-11-23"}', "name"),
        ('{"name":7,"received_on":"2026-11-23"}', "name"),
        ('{"name":"A","received_on":"23/11/2026"}', "received_on"),
        ('{"name":"A","received_on":"2026-11-23","phone":"09"}', "phone"),
        ('{"name":"A","received_on":"2026-11-23","papers":[{"title":"T"},{"copies":2}]}', "papers[1].title"),
        ('{"name":"A","received_on":"2026-11-23","papers":[{"title":"T","pages":2}]}', "papers[0].pages"),
        ('{"name":"A","received_on":"2026-11-23","papers":[{"title":"T","copies":"2"}]}', "papers[0].copies"),
        ('{"name":"A","received_on":"2026-11-23","marks":{"a":"x"}}', "marks[...]"),
        ("[]", ""),
    ],
)
def test_a_wire_error_names_the_field_that_does_not_fit(raw: str, field: str) -> None:
    assert wire_error(raw).field == field
    with pytest.raises(WireError) as caught:
        from_plain(from_json(raw, object), Request)
    assert caught.value.field == field


@pytest.mark.parametrize(
    "raw", [b"", b"{", b'{"name":"\xff\xfe"}', b'{"name":"A","received_on":"2026-11-23"} {}', b"\x00"]
)
def test_bytes_that_are_no_json_are_a_wire_error_without_a_field(raw: bytes) -> None:
    assert wire_error(raw).field == ""


def test_records_are_frozen_and_take_names_only() -> None:
    with pytest.raises(AttributeError):
        REQUEST.name = "B"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Paper("Tờ khai")  # type: ignore[call-arg]


def test_a_changed_copy_leaves_the_original_alone() -> None:
    assert changed(REQUEST, name="B") == Request(
        name="B", received_on=REQUEST.received_on, papers=REQUEST.papers, marks=REQUEST.marks
    )
    assert REQUEST.name == "Đặng Thị Ánh"

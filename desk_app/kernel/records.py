"""Typed, frozen values, and the one canonical way to write them as bytes.

``msgspec`` checks types while it decodes, so a record that exists is a record of the right shape.
"""

from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

import msgspec

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
class _RecordMeta(msgspec.StructMeta):
    """Says ``kw_only`` for every record: msgspec does not hand that option down to subclasses by itself."""

    def __new__(mcls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **options: Any) -> "_RecordMeta":
        return super().__new__(mcls, name, bases, namespace, **{"kw_only": True, **options})


if TYPE_CHECKING:

    class _Struct:
        """Hides msgspec's own declaration from type checkers: it says that fields may be given by position."""

else:
    _Struct = msgspec.Struct


class Record(_Struct, metaclass=_RecordMeta, frozen=True, forbid_unknown_fields=True):
    """A frozen value with named fields; unknown fields are refused when it is read."""


class WireError(ValueError):
    """Bytes that are not the record they should be; ``field`` is the dotted path, or empty."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field
        self.reason = reason


_encoder = msgspec.json.Encoder(order="sorted")


def canonical(value: object) -> bytes:
    """Return ``value`` as canonical JSON: UTF-8, keys sorted, no spaces; equal values give equal bytes."""
    return _encoder.encode(value)


def from_json(raw: bytes | str, kind: type[T]) -> T:
    """Return the ``kind`` that ``raw`` holds; raise ``WireError`` naming the field that does not fit."""
    try:
        return msgspec.json.decode(raw, type=kind)
    except msgspec.ValidationError as error:
        raise WireError(_field_of(str(error)), str(error)) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise WireError("", str(error)) from None


def from_plain(value: Any, kind: type[T]) -> T:
    """Return the ``kind`` that plain dicts and lists describe; raise ``WireError`` naming the field that does not fit."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise WireError(_field_of(str(error)), str(error)) from None


def to_plain(value: object) -> Any:
    """Return ``value`` as dicts, lists, strings and numbers only."""
    return msgspec.to_builtins(value)


def changed(record: T, **values: Any) -> T:
    """Return a copy of ``record`` with some fields replaced."""
    return msgspec.structs.replace(record, **values)  # type: ignore[type-var]


def _field_of(reason: str) -> str:
    """Return ``applicant.name`` out of msgspec's ``… - at `$.applicant.name```; unknown and missing fields count too."""
    path = reason.rpartition("`$")[2].rstrip("`").lstrip(".") if "`$" in reason else ""
    for opening in ("missing required field `", "contains unknown field `"):
        if opening in reason:
            named = reason.partition(opening)[2].partition("`")[0]
            return f"{path}.{named}" if path else named
    return path

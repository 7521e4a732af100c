"""The errors a person may see. Read top to bottom, this is the whole family.

Every error carries a dotted ``code`` for scripts, a Vietnamese ``message`` that says what happened, and a ``hint`` that says
what is safe and what to do. The exit codes are the contract of the ``desk`` command.
"""

from typing import ClassVar


class DeskError(Exception):
    """Something the person at the desk must be told; never a bug."""

    exit_code: ClassVar[int] = 1

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


class Refused(DeskError):
    """A rule of the law or of the office forbids it; nothing was written."""

    exit_code = 2


class InvalidInput(Refused):
    """A field holds what it may not; ``field`` is the field's dotted name, as in ``applicant.id_number``."""

    def __init__(self, field: str, message: str, hint: str = "") -> None:
        super().__init__(f"input.{field}", message, hint)
        self.field = field


class NotAllowed(DeskError):
    """The person who acts lacks the permission."""

    exit_code = 3


class NotFound(DeskError):
    """What was named does not exist here."""

    exit_code = 4


class Conflict(DeskError):
    """Somebody or something else changed it first."""

    exit_code = 5


class DeviceTrouble(DeskError):
    """A printer, scanner or stick failed; what was saved stays saved."""

    exit_code = 6


class BundleRejected(DeskError):
    """A bundle was not taken; it left no trace but an alarm."""

    exit_code = 7


class Damaged(DeskError):
    """Stored data does not agree with itself, or cannot be opened with this key."""

    exit_code = 8


class Cancelled(DeskError):
    """The person stopped it."""

    exit_code = 130

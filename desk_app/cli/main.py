"""The entry of the ``desk`` command: reads the line, runs the job, turns every error into words and an exit code."""

import sys
from collections.abc import Sequence

import click

from desk_app.cli.answers import tell
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group
from desk_app.cli.usage_words import refusal_of
from desk_app.kernel import fault_log
from desk_app.kernel.errors import Cancelled, DeskError, DeviceTrouble, InvalidInput

_MEMBERS = {
    "init": "desk_app.cli.init:init",
    "demo": "desk_app.cli.demo:demo",
    "due": "desk_app.cli.due:due_date",
    "calendar": "desk_app.cli.calendar:family",
    "catalogue": "desk_app.cli.catalogue:family",
    "dossiers": "desk_app.cli.dossiers:family",
    "paper": "desk_app.cli.paper:paper",
    "people": "desk_app.cli.people:family",
    "office": "desk_app.cli.office:family",
    "printers": "desk_app.cli.printers:family",
    "queue": "desk_app.cli.queue:family",
    "scan": "desk_app.cli.scan:scan",
    "returns": "desk_app.cli.returns:family",
    "tickets": "desk_app.cli.tickets:family",
    "sessions": "desk_app.cli.sessions:family",
    "surveys": "desk_app.cli.surveys:family",
    "signage": "desk_app.cli.signage:family",
    "fees": "desk_app.cli.fees:family",
    "guidance": "desk_app.cli.guidance:family",
    "appointments": "desk_app.cli.appointments:family",
    "outreach": "desk_app.cli.outreach:family",
    "shifts": "desk_app.cli.shifts:family",
    "writing": "desk_app.cli.writing:family",
    "attachments": "desk_app.cli.attachments:family",
    "sync": "desk_app.cli.sync:family",
    "exchange": "desk_app.cli.exchange:family",
    "findings": "desk_app.cli.findings:family",
    "report": "desk_app.cli.report:family",
    "hub": "desk_app.cli.hub:family",
    "reference": "desk_app.cli.reference_down:family",
    "away": "desk_app.cli.away:family",
    "journal": "desk_app.cli.journal:family",
    "check": "desk_app.cli.check:check",
    "doctor": "desk_app.cli.doctor:doctor",
    "backup": "desk_app.cli.backup:family",
    "restore": "desk_app.cli.restore:restore_home",
}
_ABOUT = "Một cửa: mọi việc của quầy tiếp nhận, không cần cửa sổ."

root = Group("desk", members=_MEMBERS, help=_ABOUT, context_settings={"max_content_width": 110})


def main() -> None:
    """Run the ``desk`` command of this process."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or pipe would otherwise break Vietnamese letters.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str], commands: Group = root) -> int:
    """Carry out one line of ``commands`` and return its exit code; whatever happens is said in Vietnamese."""
    asked = Asked(as_json="--json" in arguments)
    try:
        return _carried_out(arguments, commands, asked)
    except DeskError as error:
        tell(asked, error)
        return error.exit_code


def _carried_out(arguments: Sequence[str], commands: Group, asked: Asked) -> int:
    """Return the exit code; every error leaves as a ``DeskError``."""
    try:
        for each in arguments:
            _require_text(each)
        code = commands.main(list(arguments), prog_name="desk", standalone_mode=False, obj=asked)
        return code if isinstance(code, int) else 0
    except DeskError:
        raise
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        raise refusal_of(error) from None
    except (click.Abort, KeyboardInterrupt):
        raise Cancelled("cli.cancelled", "Đã dừng theo yêu cầu.", "Những gì đã báo xong vẫn còn.") from None
    except OSError as error:
        raise _disk_trouble(error) from error
    except Exception as error:
        # Imported here: the engine takes a fifth of a second, and many commands need no database.
        from desk_app.storage.faults import known_trouble

        known = known_trouble(error)
        if known is not None:
            raise known from error
        fault_log.fault("desk", error)
        raise DeskError(
            "cli.fault",
            f"Chương trình gặp lỗi ({type(error).__name__}).",
            "Những gì đã báo xong vẫn còn. Xem tệp desk.log.",
        ) from error


def _require_text(argument: str) -> None:
    """Refuse bytes on the command line that are no text: they would break in the middle of the work."""
    try:
        argument.encode("utf-8")
    except UnicodeEncodeError:
        raise InvalidInput("arguments", "Dòng lệnh có ký tự hỏng, không phải UTF-8.", "Hãy gõ lại.") from None


def _disk_trouble(error: OSError) -> DeskError:
    place = f" «{error.filename}»" if error.filename else ""
    return DeviceTrouble(
        "cli.file", f"Không đọc hoặc ghi được{place}.", "Hãy xem lại đường dẫn, quyền và chỗ trống trên đĩa."
    )


if __name__ == "__main__":
    main()

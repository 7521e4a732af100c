"""A dossier at a desk, and corrections of it as tests ask for them."""

from datetime import timedelta
from typing import Any

from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.correction import correct
from desk_app.dossiers.correction_checks import Wanted
from desk_app.dossiers.correction_text import value_of
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.register import register
from desk_app.journal.write_door import Written
from tests.desks import RehearsalDesk, form


def registered(desk: RehearsalDesk, **values: Any) -> str:
    officer = desk.accounts_by_role["officer"]
    return register(
        desk.dossiers,
        by=officer,
        form=form(**values),
        command_id=desk.journal.new_id(),
    ).subject


def put_right(
    desk: RehearsalDesk,
    dossier: str,
    *,
    role: str = "officer",
    reason: str = "ghi nhầm",
    reissue: bool = False,
    **texts: str,
) -> Written:
    """Correct fields, each given as ``applicant__phone="…"``, an hour later."""
    desk.time.advance(timedelta(hours=1))
    fields = {name.replace("__", "."): text for name, text in texts.items()}
    return correct(
        desk.dossiers,
        by=desk.accounts_by_role[role],
        dossier=dossier,
        wanted=[Wanted(field=field, value=value_of(field, text)) for field, text in fields.items()],
        reason=reason,
        reissue=reissue,
        command_id=desk.journal.new_id(),
    )


def now(desk: RehearsalDesk, dossier: str) -> Dossier:
    return dossier_in(desk.dossiers, desk.journal.reading(), dossier)

"""A procedure in the few words that lists and pickers show."""

from desk_app.catalogue.fees import spoken_fee
from desk_app.catalogue.procedure import Procedure, spoken_days, spoken_term
from desk_app.kernel.translations import _


def about(procedure: Procedure) -> str:
    """Return the line under the picker: code, field, term."""
    return f"{procedure.code} · {procedure.field} · {spoken_term(procedure)}"


def short_term(procedure: Procedure) -> str:
    """Return the term as the list of procedures shows it: ``10 ngày``, without its conditions."""
    if procedure.at_once:
        return _("trong ngày")
    if procedure.half_days is not None:
        return spoken_days(procedure.half_days).removesuffix(" làm việc")
    return spoken_term(procedure).partition(",")[0].removesuffix(" làm việc")


def short_fee(procedure: Procedure) -> str:
    """Return the fee as the list of procedures shows it: without its conditions."""
    return spoken_fee(procedure.fee).partition(",")[0].partition(" (")[0]

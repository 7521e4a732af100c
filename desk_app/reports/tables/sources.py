"""Every source by the name that figures write."""

from collections.abc import Mapping

from desk_app.reports.tables import at_the_desk, away, dossiers
from desk_app.reports.tables.source import Source

SOURCES: Mapping[str, Source] = {
    "received": dossiers.RECEIVED,
    "settled": dossiers.SETTLED,
    "reappointed": dossiers.REAPPOINTED,
    "in_hand": dossiers.IN_HAND,
    "ended": dossiers.ENDED,
    "legs": dossiers.LEGS,
    "sittings": at_the_desk.SITTINGS,
    "money": at_the_desk.MONEY,
    "ratings": at_the_desk.RATINGS,
    "access": at_the_desk.ACCESS,
    "given": away.GIVEN,
    "failed": away.FAILED,
    "posted": away.POSTED,
    "written": away.WRITTEN,
    "guidance": away.GUIDED,
    "sessions": away.SESSIONS,
    "outreach": away.OUTREACH,
    "followers": away.FOLLOWERS,
    "seats": away.SEATS,
    "played": away.PLAYED,
}

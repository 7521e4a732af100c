"""Work away from the counter, and by people who are no officers, as sources."""

from desk_app.reports.tables.source import Measure, Source, steps_of

_SHOWN = ("d.id", "d.code", "d.name", "d.procedure", "g.at", "d.id")
_RETURN_KEYS = {
    "desk": "d.desk",
    "field": "d.field",
    "procedure": "d.procedure",
    "hamlet": "g.hamlet",
    "organisation": "g.organisation",
    "helper": "g.helper",
    **steps_of("g.at"),
}

GIVEN = Source(
    rows="""FROM (SELECT s.dossier, 'home' AS way, s.round, s.at, r.hamlet, r.organisation, r.helper
            FROM return_stops s INDEXED BY return_stops_by_state LEFT JOIN return_rounds r ON r.id = s.round
            WHERE s.state = 'delivered' AND s.at >= :first AND s.at < :before
        UNION ALL SELECT p.dossier, 'post', '', p.at, '', '', '' FROM return_parcels p
            INDEXED BY return_parcels_by_state WHERE p.state = 'delivered' AND p.at >= :first AND p.at < :before) g
        LEFT JOIN dossiers d ON d.id = g.dossier WHERE 1""",
    shown=_SHOWN,
    keys=_RETURN_KEYS,
    measures={
        "home": Measure(when="g.way = 'home'"),
        "cards": Measure(when="g.way = 'home' AND instr(:insurance, '|' || d.procedure || '|') > 0"),
        "cases": Measure(when="g.way = 'home' AND instr(:insurance, '|' || d.procedure || '|') = 0"),
        "linked": Measure(
            when="g.way = 'home' AND EXISTS (SELECT 1 FROM dossier_legs l WHERE l.dossier = d.id AND l.place = 1)"
        ),
        "post": Measure(when="g.way = 'post'"),
        "rounds": Measure(when="g.way = 'home'", different="g.round"),
    },
)
"""Results that reached people at home or by post, by the day of that."""

FAILED = Source(
    rows="""FROM (SELECT s.dossier, s.failed_at AS at, r.hamlet, r.organisation, r.helper FROM return_stops s
            LEFT JOIN return_rounds r ON r.id = s.round WHERE s.failed_at >= :first AND s.failed_at < :before) g
        LEFT JOIN dossiers d ON d.id = g.dossier WHERE 1""",
    shown=_SHOWN,
    keys=_RETURN_KEYS,
)
"""Attempts at a door that met nobody, by their day."""

POSTED = Source(
    rows="""FROM return_parcels p LEFT JOIN dossiers d ON d.id = p.dossier
        WHERE p.posted_at >= :first AND p.posted_at < :before""",
    shown=("d.id", "d.code", "d.name", "d.procedure", "p.posted_at", "d.id"),
    keys={"desk": "d.desk", "field": "d.field", "procedure": "d.procedure"},
    measures={"postage": Measure(value="coalesce(p.cost, 0)")},
)
"""Parcels by the day on which they were handed to the post."""

WRITTEN = Source(
    rows="""FROM writing_cases w INDEXED BY writing_cases_by_day
        WHERE w.written_at >= :first AND w.written_at < :before AND NOT w.void""",
    shown=(
        *("w.id", "w.outcome", "w.person", "w.organisation", "w.written_at"),
        "coalesce((SELECT min(o.dossier) FROM dossier_origins o WHERE o.origin = 'writing:' || w.id), '')",
    ),
    keys={
        "desk": "w.desk",
        "organisation": "w.organisation",
        "officer": "w.helper",
        "area": "w.area",
        **steps_of("w.written_at"),
    },
    measures={
        "forms": Measure(
            when='EXISTS (SELECT 1 FROM writing_case_forms f WHERE f."case" = w.id)',
            value='(SELECT count(*) FROM writing_case_forms f WHERE f."case" = w.id)',
        ),
        "written": Measure(when='EXISTS (SELECT 1 FROM writing_case_forms f WHERE f."case" = w.id)'),
        "advised": Measure(when="w.outcome = 'advised'"),
        "portal": Measure(when="w.outcome = 'portal'"),
        "dossiers": Measure(when="EXISTS (SELECT 1 FROM dossier_origins o WHERE o.origin = 'writing:' || w.id)"),
        "minutes": Measure(value="w.minutes * 10"),
        "helpers": Measure(different="w.helper"),
    },
)
"""Citizens served at the writing table, by the day of that; cases taken back count nowhere."""

GUIDED = Source(
    rows="""FROM guidance_contacts c INDEXED BY guidance_contacts_by_day
        WHERE c.given_at >= :first AND c.given_at < :before AND NOT c.is_withdrawn""",
    shown=(
        *("c.id", "c.channel", "c.phone", "c.procedure", "c.given_at"),
        "coalesce((SELECT min(o.dossier) FROM dossier_origins o WHERE o.origin = 'guidance:' || c.id), '')",
    ),
    keys={
        "desk": "c.desk",
        "officer": "c.officer",
        "channel": "c.channel",
        "procedure": "c.procedure",
        **steps_of("c.given_at"),
    },
    measures={
        "hotline": Measure(when="c.channel = 'hotline'"),
        "zalo": Measure(when="c.channel = 'zalo'"),
        "other": Measure(when="c.channel NOT IN ('hotline', 'zalo')"),
        "dossiers": Measure(when="EXISTS (SELECT 1 FROM dossier_origins o WHERE o.origin = 'guidance:' || c.id)"),
        "people": Measure(different="CASE WHEN c.phone <> '' THEN c.phone ELSE c.id END"),
        "minutes": Measure(value="c.minutes * 10"),
    },
)
"""Guidance given, by its day; contacts logged by mistake count nowhere."""

SESSIONS = Source(
    rows="""FROM mobile_sessions s INDEXED BY mobile_sessions_by_start LEFT JOIN mobile_places p ON p.id = s.place
        WHERE s.starts_at >= :first AND s.starts_at < :before""",
    shown=("s.id", "s.state", "p.name", "p.area", "s.starts_at", "''"),
    keys={"desk": "s.desk", "place": "coalesce(p.name, '')", "area": "coalesce(p.area, '')"},
    measures={
        "held": Measure(when="s.state IN ('open', 'closed')"),
        "cancelled": Measure(when="s.state = 'cancelled'"),
    },
)
"""Sessions at cultural houses, by the day for which they were planned."""

_OUTREACH_SHOWN = ("o.id", "o.kind", "o.title", "''", "o.on_day", "''")
_OUTREACH_KEYS = {"desk": "o.desk", "kind": "o.kind"}

OUTREACH = Source(
    rows="FROM outreach o WHERE o.on_day >= :first AND o.on_day < :before AND NOT o.is_withdrawn",
    shown=_OUTREACH_SHOWN,
    keys=_OUTREACH_KEYS,
    measures={
        "posts": Measure(when="o.kind = 'post'", value="o.count"),
        "views": Measure(when="o.kind = 'views'", value="o.count"),
        "broadcasts": Measure(when="o.kind = 'broadcast'", value="o.count"),
        "launched": Measure(when="o.kind = 'launch'", value="o.count"),
        "trained": Measure(when="o.kind = 'training'", value="o.count"),
    },
)
"""What an office did to be known, by its day."""

FOLLOWERS = Source(
    rows="""FROM outreach o WHERE o.kind = 'followers' AND o.on_day < :before AND NOT o.is_withdrawn
        AND NOT EXISTS (SELECT 1 FROM outreach n WHERE n.kind = 'followers' AND n.desk = o.desk AND n.title = o.title
            AND n.on_day < :before AND NOT n.is_withdrawn AND (n.on_day, n.clock, n.id) > (o.on_day, o.clock, o.id))""",
    shown=_OUTREACH_SHOWN,
    keys=_OUTREACH_KEYS,
    measures={"followers": Measure(value="o.count")},
)
"""How many followers each page had at its last count by the period's end."""

_SEAT_OPEN = "s.state <> 'called_off'"
SEATS = Source(
    rows="""FROM shift_seats s INDEXED BY shift_seats_by_day
        WHERE s.edition = 'issued' AND s.on_day >= :first AND s.on_day < :before""",
    shown=("s.roster", "s.seat", "s.organisation || '|' || s.member", "s.state", "s.on_day", "''"),
    keys={
        "desk": "s.desk",
        "organisation": "s.organisation",
        "member": "s.organisation || '|' || s.member",
        "place": "s.place",
        **steps_of("s.on_day"),
    },
    measures={
        "shifts": Measure(when=_SEAT_OPEN, different="s.shift"),
        "seats": Measure(when=_SEAT_OPEN),
        "filled": Measure(when="s.state IN ('held', 'came', 'late', 'no_show')"),
        "came": Measure(when="s.state IN ('came', 'late')"),
        "late": Measure(when="s.state = 'late'"),
        "no_show": Measure(when="s.state = 'no_show'"),
        "covered": Measure(when=f"s.how = 'cover' AND {_SEAT_OPEN}"),
        "minutes": Measure(when=_SEAT_OPEN, value="s.worked_minutes * 10"),
    },
)
"""Seats of issued rosters, by the day of the shift."""

PLAYED = Source(
    rows="FROM signage_played p INDEXED BY signage_played_by_day WHERE p.from_at >= :first AND p.from_at < :before",
    shown=("p.desk || '|' || p.from_at", "p.screen", "''", "p.to_at", "p.from_at", "''"),
    keys={"desk": "p.desk", "screen": "p.screen", **steps_of("p.from_at")},
    measures={
        "minutes": Measure(value="(strftime('%s', p.to_at) - strftime('%s', p.from_at)) / 6"),
        "days": Measure(different="substr(p.from_at, 1, 10)"),
        "screens": Measure(different="p.desk || '|' || p.screen"),
    },
)
"""Stretches in which a screen really showed slogans, by their beginning."""

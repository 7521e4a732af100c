"""Dossiers as sources: received in a period, settled in it, in hand during it, ended without a result, agencies' parts.

The marks are those of ``working_time.marks``: dates are compared, or minutes where the procedure's term is in hours
(``{n}`` is how many letters of a moment say that). Every moment is written with +07:00, so that texts compare as moments.
"""

from desk_app.reports.tables.source import Measure, Source, steps_of

_ENDED = "('not_accepted', 'withdrawn', 'stopped')"
_WAITING = "('supplement_requested', 'payment_requested')"
_NOT_HANDED_OVER = (
    "('submitted', 'accepted', 'not_accepted', 'in_process', 'supplement_requested', 'payment_requested', 'withdrawn', "
    "'stopped', 'settled')"
)
_ENDING = "('dossier.refused', 'dossier.withdrawn', 'dossier.stopped')"

# When a dossier ended without a result stands in its entries alone; only one in a hundred did.
_ENDED_AT = f"""CASE WHEN d.status IN {_ENDED} THEN (
    SELECT min(json_extract(CAST(e.body AS TEXT), '$.at')) FROM entries e
    WHERE e.subject = d.id AND e.kind IN {_ENDING}) END"""

_SHOWN = ("d.id", "d.code", "d.name", "d.procedure", "d.received_at", "d.id")
_KEYS = {
    "desk": "d.desk",
    "field": "d.field",
    "procedure": "d.procedure",
    "officer": "d.officer",
    "channel": "d.channel",
    "return_by": "d.return_by",
    "linked": "EXISTS (SELECT 1 FROM dossier_legs l WHERE l.dossier = d.id AND l.place = 1)",
    "guided": "EXISTS (SELECT 1 FROM dossier_origins o WHERE o.dossier = d.id AND o.origin GLOB 'guidance:*')",
}

# As the room of mobile sessions says it: received by a desk that worked there, during its stint, from its list or out of office.
_AT_SESSION = """((d.channel = 'mobile' OR EXISTS (
        SELECT 1 FROM dossier_origins o WHERE o.dossier = d.id AND o.origin GLOB 'sessions:*'))
    AND EXISTS (SELECT 1 FROM mobile_stints s WHERE s.desk = d.desk AND d.received_at >= s.opened_at
        AND d.received_at <= coalesce(s.closed_at, '9999')))"""

# A date that was set anew after it had been missed stays the one that counts.
_DUE = "substr(coalesce(d.missed_due_at, d.due_at), 1, {n})"
EARLY = f"substr(d.result_at, 1, {{n}}) < {_DUE}"
ON_TIME = f"substr(d.result_at, 1, {{n}}) = {_DUE}"
LATE = f"substr(d.result_at, 1, {{n}}) > {_DUE}"
IN_TIME = f"substr(d.result_at, 1, {{n}}) <= {_DUE}"
_OVERDUE = f"{_DUE} < substr(:asof, 1, {{n}}) AND d.status NOT IN {_WAITING}"

RECEIVED = Source(
    rows="FROM dossiers d INDEXED BY dossiers_by_receipt WHERE d.received_at >= :first AND d.received_at < :before",
    shown=_SHOWN,
    keys={**_KEYS, **steps_of("d.received_at"), "at_session": _AT_SESSION},
    measures={
        "settled": Measure(when="d.result_at IS NOT NULL"),
        "early": Measure(when=EARLY),
        "on_time": Measure(when=ON_TIME),
        "in_time": Measure(when=IN_TIME),
        "late": Measure(when=LATE),
        "ended": Measure(when=f"d.status IN {_ENDED}"),
        "open": Measure(when=f"d.result_at IS NULL AND d.status NOT IN {_ENDED}"),
    },
)
"""Dossiers by the day of their receipt; what became of them until now."""

SETTLED = Source(
    rows="""FROM dossiers d WHERE d.local_row IN (
        SELECT local_row FROM dossiers INDEXED BY dossiers_by_hand_over
        WHERE handed_at IS NOT NULL AND handed_at >= :first AND result_at >= :first AND result_at < :before
        UNION ALL SELECT local_row FROM dossiers INDEXED BY dossiers_by_status
        WHERE status = 'settled' AND result_at >= :first AND result_at < :before)""",
    shown=_SHOWN,
    keys={**_KEYS, **steps_of("d.result_at")},
    measures={
        "early": Measure(when=EARLY),
        "on_time": Measure(when=ON_TIME),
        "late": Measure(when=LATE),
        "in_time": Measure(when=IN_TIME),
    },
)
"""Dossiers by the day on which their result was there."""

_IN_HAND_WHERE = (
    f"d.received_at < :before AND (d.result_at IS NULL OR d.result_at >= :first) "
    f"AND ({_ENDED_AT} >= :before OR d.status NOT IN {_ENDED})"
)
# What was handed over before the period began cannot have been in hand during it.
_TOUCHED = f"""d.local_row IN (
    SELECT local_row FROM dossiers INDEXED BY dossiers_by_receipt WHERE received_at >= :first AND received_at < :before
    UNION SELECT local_row FROM dossiers INDEXED BY dossiers_by_hand_over
    WHERE handed_at IS NOT NULL AND handed_at >= :first AND received_at < :first
    UNION SELECT local_row FROM dossiers INDEXED BY dossiers_by_status
    WHERE status IN {_NOT_HANDED_OVER} AND received_at < :first)"""
IN_HAND = Source(
    rows=f"FROM dossiers d WHERE {_TOUCHED} AND {_IN_HAND_WHERE}",
    shown=_SHOWN,
    keys=_KEYS,
    measures={
        "online": Measure(when="d.received_at >= :first AND d.channel = 'online'"),
        "direct": Measure(when="d.received_at >= :first AND d.channel <> 'online'"),
        "carried": Measure(when="d.received_at < :first"),
        "settled": Measure(when="d.result_at < :before"),
        "early": Measure(when=f"d.result_at < :before AND {EARLY}"),
        "on_time": Measure(when=f"d.result_at < :before AND {ON_TIME}"),
        "late": Measure(when=f"d.result_at < :before AND {LATE}"),
        "open": Measure(when="(d.result_at IS NULL OR d.result_at >= :before)"),
        "open_in_time": Measure(when=f"(d.result_at IS NULL OR d.result_at >= :before) AND NOT ({_OVERDUE})"),
        "open_late": Measure(when=f"(d.result_at IS NULL OR d.result_at >= :before) AND {_OVERDUE}"),
    },
)
"""Dossiers in hand at some time of a period: received in it or carried over, settled in it or still open at its end."""

REAPPOINTED = Source(
    rows="""FROM dossier_reappointments r INDEXED BY dossier_reappointments_by_day JOIN dossiers d ON d.id = r.dossier
        WHERE r.at >= :first AND r.at < :before""",
    shown=("d.id", "d.code", "d.name", "d.procedure", "r.at", "d.id"),
    keys={**_KEYS, **steps_of("r.at")},
    measures={"by_letter": Measure(when="r.by_letter"), "came_late": Measure(when="r.came_late")},
)
"""Later dates that the office gave, by letter or by a leader's hand, by the day on which it did."""

ENDED = Source(
    rows=f"""FROM dossiers d INDEXED BY dossiers_by_status WHERE d.status IN {_ENDED} AND d.received_at < :before
        AND {_ENDED_AT} >= :first AND {_ENDED_AT} < :before""",
    shown=_SHOWN,
    keys=_KEYS,
    measures={name: Measure(when=f"d.status = '{name}'") for name in ("not_accepted", "withdrawn", "stopped")},
)
"""Dossiers that came to an end without a result, by the day of that."""

LEGS = Source(
    rows=f"""FROM dossiers d CROSS JOIN dossier_legs l ON l.dossier = d.id
        WHERE {_TOUCHED} AND l.done_at >= :first AND l.done_at < :before""",
    shown=_SHOWN,
    keys={**_KEYS, "agency": "l.agency"},
    measures={
        "early": Measure(when="substr(l.done_at, 1, {n}) < substr(l.due_at, 1, {n})"),
        "on_time": Measure(when="substr(l.done_at, 1, {n}) = substr(l.due_at, 1, {n})"),
        "late": Measure(when="substr(l.done_at, 1, {n}) > substr(l.due_at, 1, {n})"),
    },
)
"""Agencies' parts of dossiers, by the day on which each was done."""

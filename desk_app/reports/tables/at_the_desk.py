"""What happens around dossiers as sources: sittings, money, ratings, looks at citizens' data."""

from desk_app.reports.tables.source import Measure, Source, steps_of

# Whoever gave no number is known by name.
_PERSON = "CASE WHEN d.id_number <> '' THEN d.id_number ELSE d.folded_name END"

SITTINGS = Source(
    rows="""FROM on_the_spot s INDEXED BY on_the_spot_by_day CROSS JOIN dossiers d ON d.id = s.dossier
        WHERE s.received_at >= :first AND s.received_at < :before""",
    shown=("d.id", "d.code", "d.name", "d.procedure", "s.received_at", "d.id"),
    keys={
        "desk": "d.desk",
        "field": "d.field",
        "procedure": "d.procedure",
        "officer": "d.officer",
        "weekday": "strftime('%w', substr(s.received_at, 1, 10))",
        **steps_of("s.received_at"),
    },
    measures={
        "settled": Measure(when="s.standing = 'settled'"),
        "left": Measure(when="s.standing = 'left'"),
        "open": Measure(when="s.standing = 'open'"),
        "at_once": Measure(when="s.standing = 'settled' AND s.settle_day"),
        "people": Measure(
            when="s.standing = 'settled'",
            different=_PERSON,
        ),
        "receipts": Measure(when="s.receipts > 0"),
    },
)
"""Dossiers settled, or tried to be, while the citizen waited, by the day of their receipt."""

MONEY = Source(
    rows="""FROM fee_moves m INDEXED BY fee_moves_by_day LEFT JOIN dossiers d ON d.id = m.dossier
        WHERE m.day >= :first AND m.day < :before""",
    shown=("'fee:' || m.dossier", "m.number", "m.payer", "m.procedure", "m.at", "m.dossier"),
    keys={
        "desk": "m.desk",
        "field": "m.field",
        "procedure": "m.procedure",
        "officer": "m.officer",
        "way": "m.way",
        **steps_of("m.day"),
    },
    measures={
        "payments": Measure(when="m.kind = 'paid'"),
        "cash": Measure(when="m.kind = 'paid' AND m.way = 'cash'", value="m.amount"),
        "transfer": Measure(when="m.kind = 'paid' AND m.way = 'transfer'", value="m.amount"),
        "returned": Measure(when="m.kind <> 'paid'", value="-m.amount"),
        "net": Measure(value="m.amount"),
    },
)
"""Every move of money by its cash day; what went out is below 0."""

RATINGS = Source(
    rows="FROM ratings r INDEXED BY ratings_by_day WHERE r.rated_on >= :first AND r.rated_on < :before",
    shown=("''",) * 6,
    keys={
        "desk": "r.desk",
        "officer": "r.officer",
        "procedure": "r.procedure",
        "field": "r.field",
        **steps_of("r.rated_on"),
    },
    measures={
        "good": Measure(when="r.level = 'very_satisfied'"),
        "fair": Measure(when="r.level = 'satisfied'"),
        "content": Measure(when="r.level IN ('very_satisfied', 'satisfied')"),
        "neutral": Measure(when="r.level = 'neutral'"),
        "poor": Measure(when="r.level IN ('dissatisfied', 'very_dissatisfied')"),
    },
    opens=False,
)
"""Answers of citizens: counts only. They were given in confidence, so that no figure opens them."""

# A look's moment is the entry's clock: milliseconds since 1970, shifted by the counter's sixteen bits.
_SEEN_AT = "strftime('%Y-%m-%dT%H:%M:%S', (a.clock >> 16) / 1000, 'unixepoch', '+7 hours')"
_SEEN_DOSSIER = "CASE WHEN a.about GLOB 'dossier:*' THEN substr(a.about, 9) ELSE '' END"
_SEEN_ABOUT = f"""trim(CASE WHEN a.about = 'list' THEN ''
    WHEN {_SEEN_DOSSIER} <> '' THEN coalesce((SELECT d.code FROM dossiers d WHERE d.id = {_SEEN_DOSSIER}), '')
    ELSE replace(a.about, 'person:', 'số định danh ') END || ' ' || a.reason)"""
ACCESS = Source(
    rows=f"FROM access_log a WHERE {_SEEN_AT} >= :first AND {_SEEN_AT} < :before",
    shown=(
        *("'access'", "CASE WHEN a.how IN ('card', 'search', 'scan', 'list') THEN a.how ELSE a.kind END", "a.account"),
        *(_SEEN_ABOUT, _SEEN_AT, _SEEN_DOSSIER),
    ),
    keys={"desk": "a.desk", "officer": "a.account", "how": "a.how", **steps_of(_SEEN_AT)},
    measures={
        "looked": Measure(when="a.kind = 'access.looked_up'"),
        "lists": Measure(when="a.kind = 'access.looked_up' AND a.about = 'list'"),
        "searched": Measure(when="a.kind = 'access.looked_up' AND a.how = 'search'"),
        "cards": Measure(when="a.kind = 'access.looked_up' AND a.how = 'card'"),
        "scanned": Measure(when="a.kind = 'access.looked_up' AND a.how = 'scan'"),
        "off_hours": Measure(
            when=f"a.kind = 'access.looked_up' AND (substr({_SEEN_AT}, 12, 2) < '06' OR substr({_SEEN_AT}, 12, 2) >= '19' "
            f"OR strftime('%w', substr({_SEEN_AT}, 1, 10)) = '0')"
        ),
        "dossiers": Measure(when="a.kind = 'access.looked_up' AND a.about GLOB 'dossier:*'", different="a.about"),
        "signed_in": Measure(when="a.kind = 'access.signed_in'"),
        "secrets": Measure(when="a.kind = 'accounts.secret_set'"),
    },
)
"""The access log: who looked at citizens' data, who signed in, whose secret was set."""

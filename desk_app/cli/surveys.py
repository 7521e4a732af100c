"""``desk surveys``: taking down how content citizens were, and the figures of it."""

from desk_app.cli.command import Group

family = Group(
    "surveys",
    help="Đánh giá của người dân: ghi một đánh giá, xem số liệu.",
    members={
        "rate": "desk_app.cli.surveys_rate:rate_one",
        "figures": "desk_app.cli.surveys_figures:show_figures",
    },
)

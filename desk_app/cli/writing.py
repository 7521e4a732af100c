"""``desk writing``: official forms filled for citizens, who wrote what for whom, helpers' badges."""

from desk_app.cli.command import Group

badges = Group(
    "badge",
    help="Thẻ đăng nhập của người viết hộ: cấp, xem, thu hồi.",
    members={
        "issue": "desk_app.cli.writing_badges:issue",
        "list": "desk_app.cli.writing_badges:list_all",
        "revoke": "desk_app.cli.writing_badges:revoke",
    },
)

family = Group(
    "writing",
    help="Viết hộ: mẫu đơn, tờ khai, điền, in; ghi lượt viết, danh sách, số liệu, thẻ đăng nhập.",
    members={
        "forms": "desk_app.cli.writing_forms:list_forms",
        "blank": "desk_app.cli.writing_forms:blank",
        "fill": "desk_app.cli.writing_fill:fill",
        "record": "desk_app.cli.writing_cases:record",
        "correct": "desk_app.cli.writing_cases:correct",
        "list": "desk_app.cli.writing_cases:list_all",
        "mine": "desk_app.cli.writing_cases:list_mine",
        "figures": "desk_app.cli.writing_figures:show_figures",
        "badge": "desk_app.cli.writing:badges",
    },
)

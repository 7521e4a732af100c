"""``desk signage``: slogans, when they are shown, files for LED panels, what was shown."""

from desk_app.cli.command import Group

slogans = Group(
    "slogans",
    help="Khẩu hiệu: xem, thêm, thôi chiếu.",
    members={
        "list": "desk_app.cli.signage_slogans:list_them",
        "add": "desk_app.cli.signage_slogans:add",
        "end": "desk_app.cli.signage_slogans:end",
    },
)

family = Group(
    "signage",
    help="Khẩu hiệu trên màn hình: câu chữ, lịch chiếu, tệp cho màn hình LED, nhật ký đã chiếu.",
    members={
        "slogans": "desk_app.cli.signage:slogans",
        "schedule": "desk_app.cli.signage_schedule:show_schedule",
        "export": "desk_app.cli.signage_export:export_files",
        "played": "desk_app.cli.signage_played:show_played",
        "print": "desk_app.cli.signage_played:print_played",
    },
)

"""``desk sessions``: mobile sessions at cultural houses, and the list of people who lack papers."""

from desk_app.cli.command import Group

family = Group(
    "sessions",
    help="Buổi lưu động tại nhà văn hóa: địa điểm, kế hoạch, dụng cụ, người thiếu giấy tờ, đối soát, số liệu.",
    members={
        "places": "desk_app.cli.sessions_plan:places",
        "plan": "desk_app.cli.sessions_plan:plan",
        "list": "desk_app.cli.sessions_lists:list_all",
        "show": "desk_app.cli.sessions_lists:show",
        "change": "desk_app.cli.sessions_plan:change",
        "cancel": "desk_app.cli.sessions_plan:cancel",
        "kit": "desk_app.cli.sessions_day:kit",
        "open": "desk_app.cli.sessions_day:open_it",
        "close": "desk_app.cli.sessions_day:close_it",
        "screen": "desk_app.cli.sessions:screen",
        "came": "desk_app.cli.sessions_day:came",
        "left": "desk_app.cli.sessions_lists:left",
        "carry": "desk_app.cli.sessions_day:carry",
        "record": "desk_app.cli.sessions_lists:record",
        "figures": "desk_app.cli.sessions_figures:show_figures",
        "paper": "desk_app.cli.sessions_paper:paper",
    },
)

screen = Group(
    "screen",
    help="Danh sách rà soát người thiếu giấy tờ: ghi, nhập Excel, mời, giải quyết, gộp dòng trùng.",
    members={
        "add": "desk_app.cli.sessions_screen:add",
        "import": "desk_app.cli.sessions_import:import_file",
        "list": "desk_app.cli.sessions_screen:list_lines",
        "show": "desk_app.cli.sessions_screen:show",
        "change": "desk_app.cli.sessions_screen:change",
        "invite": "desk_app.cli.sessions_day:invite",
        "settle": "desk_app.cli.sessions_screen:settle",
        "end": "desk_app.cli.sessions_screen:end",
        "reopen": "desk_app.cli.sessions_screen:reopen",
        "alike": "desk_app.cli.sessions_alike:alike",
        "merge": "desk_app.cli.sessions_alike:merge",
        "apart": "desk_app.cli.sessions_alike:apart",
    },
)

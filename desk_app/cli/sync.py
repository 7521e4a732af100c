"""``desk sync``: sending, taking, acknowledging; keys and who is trusted."""

from desk_app.cli.command import Group

family = Group(
    "sync",
    help="Gửi nhận bằng tệp: gói dữ liệu, báo nhận, ghi danh máy, khóa.",
    members={
        "export": "desk_app.cli.sync_bundles:export_bundle",
        "import": "desk_app.cli.sync_import:import_files",
        "show": "desk_app.cli.sync_bundles:show_cover",
        "status": "desk_app.cli.sync_status:show_status",
        "acknowledge": "desk_app.cli.sync_bundles:acknowledge_desk",
        "request": "desk_app.cli.sync_newcomer:write_request",
        "grant": "desk_app.cli.sync_desks:grant_desk",
        "accept": "desk_app.cli.sync_newcomer:accept_grant",
        "history": "desk_app.cli.sync_desks:give_history",
        "revoke": "desk_app.cli.sync_desks:revoke_desk",
        "keys": "desk_app.cli.sync_keys:family",
        "recovery": "desk_app.cli.sync_recovery:family",
    },
)

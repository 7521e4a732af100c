"""The one encrypted SQLite file: opening, transactions, migrations, backups."""

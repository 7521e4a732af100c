"""The desk without its windows: rules, journal, storage, papers. Nothing in here imports Qt."""

"""Reports: figures per model, unit and period, each from one definition; files, frozen copies, what changed since."""

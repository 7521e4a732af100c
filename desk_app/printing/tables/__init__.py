"""The room's tables: printers and papers, folded from the journal, and the print jobs of this desk, which are not."""

from desk_app.printing.tables.folds import (
    FOLDS,
    IssuedPaper,
    find_paper,
    list_papers,
    list_printers,
    load_printers,
    load_uses,
)
from desk_app.printing.tables.jobs import Job, JobState, count_open_jobs, find_job, get_job, last_jobs, list_jobs
from desk_app.printing.tables.schema import migrations

__all__ = [
    "FOLDS",
    "IssuedPaper",
    "Job",
    "JobState",
    "count_open_jobs",
    "find_job",
    "find_paper",
    "get_job",
    "last_jobs",
    "list_jobs",
    "list_papers",
    "list_printers",
    "load_printers",
    "load_uses",
    "migrations",
]

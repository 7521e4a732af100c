"""What every room stands on: errors, texts, ids, time, records, paths, log."""

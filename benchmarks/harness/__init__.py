"""The rooms of `benchmarks/run`: jobs (what is done), peers (who does it), measuring, agreement, results."""

"""One file an output format: one function of a report."""

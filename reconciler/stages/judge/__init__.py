"""From two states to changes, findings and what may be done."""

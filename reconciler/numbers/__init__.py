"""The arithmetic of the number plan."""

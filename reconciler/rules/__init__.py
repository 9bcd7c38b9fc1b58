"""One file a rule: what it refuses, why, and the way out."""

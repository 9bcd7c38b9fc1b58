"""Plain JSON to values and back: one file a noun, both directions side by side, and the form of it as a type."""

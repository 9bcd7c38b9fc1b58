"""The bytes: reading and writing files."""

"""The verbs: one public pure function a file."""

"""A workspace, opened: its settings, its manifests, its portal."""

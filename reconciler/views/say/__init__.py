"""What the views say, whatever the format: sentences and short pieces of text."""

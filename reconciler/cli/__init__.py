"""The command line: arguments in, one call of app, one view, one exit code."""

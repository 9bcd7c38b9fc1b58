"""The entry: as little as possible is loaded before it is known what is asked."""

import sys


def main() -> int:
    """Run the command line of this process."""
    if sys.argv[1:] == ["--version"]:
        from reconciler import __version__

        sys.stdout.write(f"reconciler {__version__}\n")
        return 0
    import gc

    gc.disable()  # short-lived, and nothing here makes cycles worth collecting: a third of the time of loading
    from reconciler.cli import main as run

    try:
        return run(sys.argv[1:])
    except Exception:
        if "--debug" in sys.argv:
            raise
        kind = sys.exc_info()[0]
        sys.stderr.write(
            f"reconciler: internal error ({kind.__name__ if kind else ''}). This is a bug; it is safe to run the same "
            "command again. Details: the same command with --debug\n"
        )
        return 70


if __name__ == "__main__":
    sys.exit(main())

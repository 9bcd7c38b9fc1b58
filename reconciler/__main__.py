"""The entry: as little as possible is loaded before it is known what is asked."""

import sys

from reconciler import signals, streams


def main() -> int:
    """Run the command line of this process; its exit code is not taken back by a signal that comes too late."""
    try:
        signals.listen()
        code = _run()
    except KeyboardInterrupt:
        code = 130
    signals.ignore()
    return code


def _run() -> int:
    streams.prepare()
    if "--debug" not in sys.argv:
        sys.unraisablehook = lambda _problem: None  # what code of others swallows is for nobody to read
    if sys.argv[1:] == ["--version"]:
        from reconciler import __version__

        return 1 if streams.put(f"reconciler {__version__}\n") else 0
    import gc

    gc.disable()  # short-lived, and nothing here makes cycles worth collecting: a third of the time of loading
    from reconciler.cli import main as run

    try:
        return run(sys.argv[1:])
    except Exception as bug:  # noqa: BLE001 - the last resort
        if signals.Asked.yes:  # in the middle of loading, and somebody else swallowed it; nothing was changed yet
            return 130
        if "--debug" in sys.argv:
            bare = any("pseudonym" in word or word.startswith(("markdown", "ics", "--output=")) for word in sys.argv)
            streams.tell(streams.trace(bug, bare=bare))
        streams.tell(
            f"reconciler: internal error ({type(bug).__name__}). This is a bug; it is safe to run the same "
            "command again. Details: the same command with --debug\n"
        )
        return 70


if __name__ == "__main__":
    sys.exit(main())

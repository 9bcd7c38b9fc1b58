"""The entry: as little as possible is loaded before it is known what is asked."""

import sys


def main() -> int:
    """Run the command line of this process."""
    _prepare()
    if sys.argv[1:] == ["--version"]:
        from reconciler import __version__

        sys.stdout.write(f"reconciler {__version__}\n")
        return 0
    import gc

    gc.disable()  # short-lived, and nothing here makes cycles worth collecting: a third of the time of loading
    from reconciler.cli import main as run

    try:
        return run(sys.argv[1:])
    except Exception as bug:  # noqa: BLE001 - the last resort
        if "--debug" in sys.argv:
            sys.excepthook(type(bug), bug, bug.__traceback__)
        sys.stderr.write(
            f"reconciler: internal error ({type(bug).__name__}). This is a bug; it is safe to run the same "
            "command again. Details: the same command with --debug\n"
        )
        return 70


def _prepare() -> None:
    """Output is UTF-8 on every machine and exists even where it was closed; being stopped is being interrupted."""
    import os
    import signal

    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - until the end
        getattr(sys, name).reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    signal.signal(signal.SIGTERM, signal.default_int_handler)


if __name__ == "__main__":
    sys.exit(main())

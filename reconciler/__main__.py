"""The entry: as little as possible is loaded before it is known what is asked."""

import os
import sys
from errno import EBADF


def main() -> int:
    """Run the command line of this process; its exit code is not taken back by a signal that comes too late."""
    if sys.argv[1:] == ["--version"]:
        return _version()
    import gc

    gc.disable()  # short-lived, and nothing here makes cycles worth collecting: a third of the time of loading
    from reconciler import signals

    try:
        signals.listen()
        code = _run()
    except KeyboardInterrupt:
        code = 130
    signals.ignore()
    gc.freeze()  # nor at the end, where Python would look once more through all that was loaded: a sixth of a plan
    return code


def _version() -> int:
    """What pipelines ask most often, and before anything else: nothing is loaded for it."""
    from reconciler import __version__

    try:
        os.write(1, f"reconciler {__version__}\n".encode())
    except BrokenPipeError:
        return 0  # whoever reads may leave
    except OSError as problem:
        return 0 if problem.errno == EBADF else 1  # nobody listens, or it could not be written
    return 0


def _run() -> int:
    from reconciler import signals, streams

    streams.prepare()
    if "--debug" not in sys.argv:
        sys.unraisablehook = lambda _problem: None  # what code of others swallows is for nobody to read
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

"""The entry: as little as possible is loaded before it is known what is asked."""

import signal
import sys
from typing import Any

from reconciler import streams

STOPPING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


def main() -> int:
    """Run the command line of this process; its exit code is not taken back by a signal that comes too late."""
    try:
        _on_signals(signal.default_int_handler)  # being stopped is being interrupted
        code = _run()
    except KeyboardInterrupt:
        code = 130
    _on_signals(signal.SIG_IGN)
    return code


def _on_signals(handler: Any) -> None:
    for number in STOPPING:
        if signal.getsignal(number) is not signal.SIG_IGN:  # what was ignored from the start (nohup) stays so
            signal.signal(number, handler)


def _run() -> int:
    streams.prepare()
    if sys.argv[1:] == ["--version"]:
        from reconciler import __version__

        return 1 if streams.put(f"reconciler {__version__}\n") else 0
    import gc

    gc.disable()  # short-lived, and nothing here makes cycles worth collecting: a third of the time of loading
    from reconciler.cli import main as run

    try:
        return run(sys.argv[1:])
    except Exception as bug:  # noqa: BLE001 - the last resort
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

"""The right to write at a portal: asked for, waited for, and given back."""


from reconciler.effects import Effects
from reconciler.errors import AnswerLost, LeaseHeld, Unreachable
from reconciler.model.message import Said
from reconciler.model.text import Text
from reconciler.ports import Portal

PATIENCE = 0.5
"""Seconds between two attempts to get the right to write."""


def lease(portal: Portal, effects: Effects, wait: float, plan: str) -> int:
    """The right to write, for the plan with this digest (empty: for none); waits for it at most so many seconds.

    Raises:
        LeaseHeld: if somebody else has it still.
        Unreachable: if the portal cannot say whether it gave it.
        KeyboardInterrupt: if somebody asks to stop meanwhile.
    """
    until = effects.elapsed() + wait
    while True:
        try:
            return portal.acquire(effects.holder(), plan)
        except LeaseHeld:
            if effects.stopped():
                raise KeyboardInterrupt from None
            if effects.elapsed() >= until:
                raise
        except AnswerLost as problem:
            raise Unreachable(problem.message) from problem
        effects.sleep(min(PATIENCE, max(0.0, until - effects.elapsed())))


def release(portal: Portal, token: int) -> tuple[Said, ...]:
    """Give the right to write back; a sentence where that fails, for by then everything is done."""
    try:
        portal.release(token)
    except Exception:  # noqa: BLE001 - what was done is done; the right to write ends by itself
        return (Text("Das Schreibrecht ließ sich nicht zurückgeben; es erlischt nach zwei Minuten von selbst.",
                     "The right to write could not be given back; it ends by itself after two minutes."),)
    return ()

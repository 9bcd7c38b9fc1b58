"""DATE-1: a workplace that is set up does not begin before the portal's day.

Of a replace too, before anything is deleted; an absent date is moved. Source: this tool. Values: value, today.
"""

from reconciler.model.change import Action, Change
from reconciler.model.finding import Breach, Severity
from reconciler.model.rule import Example, Facts, Rule
from reconciler.model.text import Text
from reconciler.rules._examples import seat
from reconciler.rules._sources import OURS


def _check(change: Change, facts: Facts) -> tuple[Breach, ...]:
    if change.address.kind != "workplace" or change.action not in (Action.CREATE, Action.REPLACE) or not change.after:
        return ()
    begins = change.after.body.activation_date
    if begins is None or begins >= facts.today:
        return ()
    values = {"value": begins.isoformat(), "today": facts.today.isoformat()}
    return (Breach("DATE-1", change.address, ("activationDate",), values),)


RULE = Rule(
    "DATE-1",
    Severity.ERROR,
    Text("Aktivierungsdatum ist vorbei", "Activation date is over"),
    Text(
        "Der Arbeitsplatz soll am {value} beginnen; am Portal ist schon der {today}.",
        "The workplace is to begin on {value}; at the portal it is {today} already.",
    ),
    Text(
        "Was gewünscht ist, geht so nicht mehr; ein anderer Tag bindet bis zu einem anderen Tag.",
        "What is wished for is no longer possible; another day binds until another day.",
    ),
    Text(
        "„activationDate“ auf {today} oder später setzen, oder die Zeile weglassen: dann so früh wie möglich.",
        "Set “activationDate” to {today} or later, or leave the line out: then as early as possible.",
    ),
    OURS,
    change=_check,
    bad=Example(seat(activationDate="2026-11-21"), seat("anna.schmidt")),
    good=Example(seat(activationDate="2026-11-22"), seat("anna.schmidt")),
)

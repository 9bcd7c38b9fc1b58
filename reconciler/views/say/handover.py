"""A number that changes hands."""

from reconciler.model.change import Action
from reconciler.model.consequences import Handover
from reconciler.model.plan import Known
from reconciler.views.say import words
from reconciler.views.spoken import Spoken


def handed(handover: Handover, of: Known, voice: Spoken) -> str:
    """From whom to whom; where nobody takes it, with the other number that its holder gets."""
    sentence = words.PASSES if handover.taker else words.FREED
    said = voice.say(sentence, giver=handover.giver, taker=handover.taker)
    change = None if handover.taker else of.changes.get(handover.giver)
    new = [f.after for f in change.fields if f.path == "number.external" and f.after] if change else []
    if new and change and change.action in (Action.CREATE, Action.UPDATE, Action.REPLACE):
        return said + voice.say(words.INSTEAD, name=change.address, number=new[0])
    return said

"""Pseudonyms: the same name for the same person, wherever it stands and whoever asks with the same key."""

import hmac
import re
from base64 import b32encode
from collections.abc import Mapping
from typing import Any

from reconciler.model.address import Address
from reconciler.model.message import Joined, Message, Name, Quote, Said, Value, Word
from reconciler.model.people import NAMED
from reconciler.model.place import Place
from reconciler.model.text import Text
from reconciler.views.say import words

_PRODUCT = ("mobileIntegration", "type")
"""Which integration is booked tells of money, not of a person."""

_ENDING = re.compile(r"(?:\.ya?ml)?(?::[0-9]+)*$")
_WORKPLACE = re.compile(r"(workplace/)[^\s\"'„“”‚‘’«»,;:()\[\]{}*?]*[\w*?]")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SHORT = re.compile(r"[0-9]{1,5}", re.ASCII)
"""An internal number or a code of a group, as it stands in fields as well."""

_NUMBER = re.compile(r"\+[0-9]{8,15}", re.ASCII)


WITHHELD = Word("…")
"""Stands for what others said and nobody can look into."""


def masked(sentence: str, key: bytes) -> str:
    """A finished sentence with pseudonyms for the people in it, the same as in a report made with the same key.

    For stderr, whose sentences name people by address, mail address or number only.
    """
    def mac(match: re.Match[str]) -> str:
        return f"{match[1]}p-{_mac(key, match[0])}"

    sentence = _WORKPLACE.sub(mac, sentence)
    sentence = _MAIL.sub(lambda m: f"v-{_mac(key, m[0])}", sentence)
    return _NUMBER.sub(lambda m: f"{m[0][:-3]}{words.MASK}", sentence)


def _mac(key: bytes, text: str) -> str:
    digest = hmac.digest(key, text.encode("utf-8", "surrogatepass"), "sha256")
    return b32encode(digest)[:6].decode().lower()


class Pseudonyms:
    """The doors for addresses, values, sentences and files.

    ``personal`` are the paths of fields about people (empty: all of them may be), ``people`` the folders in which
    files are named after them.
    """

    def __init__(self, key: bytes, personal: frozenset[str], people: frozenset[str]) -> None:
        self._key, self._personal, self._people = key, personal, people

    def address(self, address: Address) -> Address:
        """The one door for addresses."""
        if address.kind not in NAMED:
            return address
        return Address(address.kind, "p-" + self.mac(str(address)))

    def grouped(self, addresses: Mapping[Address, tuple[Address, ...]]) -> dict[Address, tuple[Address, ...]]:
        """Addresses by another one."""
        return {self.address(cause): tuple(map(self.address, names)) for cause, names in addresses.items()}

    def spoken(self, text: str) -> str:
        """The id of a rule, or an address in text form."""
        return str(self.address(Address.parse(text))) if "/" in text else text

    def value(self, path: str, value: Any) -> Any:
        """A plain value, or a tree of them, that stands at ``path`` of a spec."""
        if isinstance(value, dict):
            return {k: self.value(f"{path}.{k}" if path else k, v) for k, v in value.items()}
        if isinstance(value, list | tuple):
            return [self.value(path, v) for v in value]
        if value is None or isinstance(value, bool):
            return value
        if self.about_people(path):
            return "v-" + self.mac(f"{path}={value}")
        return f"{value[:-3]}{words.MASK}" if isinstance(value, str) and _NUMBER.fullmatch(value) else value

    def about_people(self, path: str) -> bool:
        """Whether the field at ``path`` is about a person."""
        if not self._personal:  # nobody said which fields are: all of them may be
            return True
        keys = path.split(".")
        if (keys[0], keys[-1]) == _PRODUCT:
            return False
        return any(".".join(keys[:n]) in self._personal for n in range(1, len(keys) + 1))

    def mac(self, text: str) -> str:
        """The letters that stand for a text; who does not have the key cannot try texts."""
        return _mac(self._key, text)

    def sentence(self, said: Said, path: str = "") -> Said:
        """A sentence: of one that is finished the addresses and numbers that can be seen, else every value in it.

        What it is about stands at ``path`` of a spec.
        """
        if isinstance(said, Message):
            return Message(said.text, {name: self._part(path, value) for name, value in said.values.items()})
        return self.finished(said)

    def finished(self, said: Said) -> Text:
        """What can be read of a finished sentence: addresses and numbers are replaced where they can be seen."""
        return Text(masked(said.de, self._key), masked(said.en, self._key))

    def _part(self, path: str, value: Value) -> Value:  # noqa: PLR0911 - one case a sort of value
        match value:
            case Address():
                return self.address(value)
            case Place():
                return self.place(value)
            case Name(address):
                return Name(self.address(address))
            case Quote(Message() as said):
                return Quote(self.sentence(said, path))
            case Quote():
                return WITHHELD
            case Joined(parts, between):
                return Joined(tuple(self._part(path, part) for part in parts), between)
            case Message():
                return self.sentence(value, path)
            case str() if not isinstance(value, Word):
                return self._anybodys(path, value)
            case _:
                return value

    def _anybodys(self, path: str, value: str) -> str:
        """A text of which nobody knows whether it is about a person."""
        if not self.about_people(path) and not path.startswith("metadata."):
            if _NUMBER.fullmatch(value):
                return f"{value[:-3]}{words.MASK}"
            if _SHORT.fullmatch(value):
                return value
        return "v-" + self.mac(f"{path}={value}") if value else value

    def place(self, place: Place) -> Place:
        """A place without the text that stands there."""
        return place._replace(text="", file=self.file(place.file))

    def file(self, place: str) -> str:
        """A file, perhaps with line and column, in which nobody's name stands."""
        parts = place.split("/")
        for at, part in enumerate(parts):
            if "/".join(place.split("/")[:at]) in self._people:
                name, ending = _ENDING.split(part, maxsplit=1)[0], _ENDING.search(part)
                parts[at] = self.address(Address("workplace", name)).name + (ending[0] if ending else "")
        return "/".join(parts)

"""A page: a template with words in the visitor's language, and nothing of what others wrote that acts."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.responses import RedirectResponse, Response

from reconciler.model.inert import inert
from reconciler.numbers.phone import pretty
from reconciler.server.web import words
from reconciler.server.web.door import ORDER, PROOF, Guest, keep
from reconciler.server.web.languages import LANGUAGES
from reconciler.views.say.order import begins, deed, item_word
from reconciler.views.spoken import Spoken

AT = "/web"
"""Below this path stand all pages."""

HERE = Path(__file__).parent
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
STYLE = (HERE / "style.css").read_bytes()


def _harmless(value: object) -> object:
    """Every value that a template prints, in which no character acts; what is escaped already is ours."""
    return inert(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _dated(text: str) -> Markup:
    """A text with its days marked, so that none of them is broken at the end of a line."""
    return Markup(_DAY.sub(r"<time>\g<0></time>", escape(inert(text))))  # noqa: S704 - all but the mark is escaped


_TEMPLATES = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined,
                         finalize=_harmless, trim_blocks=True, lstrip_blocks=True, auto_reload=False)
_TEMPLATES.globals.update(words=words, at=AT, begins=begins, deed=deed, item_word=item_word, languages=LANGUAGES,
                          proof_field=PROOF, order_right=ORDER)
_TEMPLATES.filters.update(phone=pretty, dated=_dated, query=lambda text: quote(text, safe=""))


def page(guest: Guest, name: str, values: Mapping[str, Any], status: int = 200) -> Response:
    """The page of this template for this guest; it says once what came of the last form."""
    voice = Spoken(guest.language)
    told, good = guest.visit.take() if guest.visit else (None, False)
    text = _TEMPLATES.get_template(name).render(guest=guest, voice=voice, say=voice.say, told=told, good=good, **values)
    answer = Response(text, status, media_type="text/html")
    keep(answer, guest)
    return answer


def away(path: str) -> Response:
    """To another page of ours, to be read and not to be sent again."""
    return RedirectResponse(AT + path, 303)

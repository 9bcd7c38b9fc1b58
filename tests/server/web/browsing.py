"""A plain browser for tests: cookies, forms and redirects, and nothing else."""

import re
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlencode

from tests.server.serving import Back, Running

PAGES = ("/", "/workplaces", "/workplace?name=old.one", "/numbers", "/block?name=long", "/cart", "/orders", "/audit")
"""Every page that a login opens."""

HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; "
                               "base-uri 'none'",
    "x-content-type-options": "nosniff", "referrer-policy": "same-origin", "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin", "cross-origin-opener-policy": "same-origin",
}


@dataclass
class Browser:
    """What somebody has open; every answer of a page is looked at for its headers."""

    there: Running
    language: str = "en"
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, **headers: str) -> Back:
        """The page at this path below ours, redirects not followed."""
        return self._ask("GET", path, None, **headers)

    def send(self, path: str, fields: dict[str, str], **headers: str) -> Back:
        """A form, as a browser sends it from a page of this server."""
        more = {"Origin": self.there.url, "Content_Type": "application/x-www-form-urlencoded"} | headers
        return self._ask("POST", path, urlencode(fields).encode(), **more)

    def follow(self, back: Back) -> Back:
        """Where a form has led to."""
        assert back.status == 303, back
        return self.get(back.headers["location"].removeprefix("/web"))

    def fields(self, page: Back, action: str) -> dict[str, str]:
        """The hidden fields of the form of a page that is sent to this path."""
        form = re.search(rf'<form[^>]* action="/web{action}".*?</form>', page.body.decode(), re.DOTALL)
        assert form, page.body.decode()
        return {unescape(name): unescape(value)
                for name, value in re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', form[0])}

    def login(self, name: str = "all") -> Back:
        """Log in with the token of this name; gives where that leads to."""
        page = self.get("/login")
        text = self.there.texts.get(name, name)
        return self.follow(self.send("/login", self.fields(page, "/login") | {"token": text}))

    def order(self, path: str = "/cart") -> Back:
        """Press the button of the cart; gives where that leads to."""
        return self.follow(self.send("/order", self.fields(self.get(path), "/order")))

    def _ask(self, method: str, path: str, body: bytes | None, **headers: str) -> Back:
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        given = {"Authorization": "", "Content_Type": "", "Cookie": kept, "Accept_Language": self.language} | headers
        back = self.there.raw(method, "/web" + path, body, **given)
        assert HEADERS.items() <= back.headers.items(), back
        if cookie := back.headers.get("set-cookie"):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value.strip('"')
            assert "HttpOnly" in cookie and "samesite=strict" in cookie.lower(), cookie
        return back


def text_of(page: Back) -> str:
    """What a page says, without its tags."""
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.body.decode())))

"""A visitor without a browser: follows links, fills in forms, keeps cookies; quick, and without
JavaScript."""

import urllib.parse

import httpx

from harness.markup import Page, words


def client_for(url: str, verify=True, **options) -> httpx.Client:
    """A client for the service at an address, on connections of its own.

    Over plain HTTP there is nothing to verify, and the authorities' certificates, which take a
    thirtieth of a second to read, are left alone.
    """
    verify = verify if url.startswith("https:") else False
    return httpx.Client(verify=verify, timeout=30, **options)


def once(method: str, url: str, timeout: float = 30, **options) -> httpx.Response:
    """One request on a connection of its own, with no cookie, and not followed."""
    with client_for(url) as client:
        return client.request(method, url, timeout=timeout, **options)


class Answer:
    """What the service answered, read as a page where it is one."""

    def __init__(self, response: httpx.Response):
        self.response = response
        self.status = response.status_code
        self.headers = response.headers
        self.text = response.text
        self.path = response.url.raw_path.decode()
        self.kind = response.headers.get("content-type", "").split(";")[0]
        self._page: Page | None = None

    @property
    def page(self) -> Page:
        """The page."""
        if self._page is None:
            self._page = Page(self.text)
        return self._page

    @property
    def json(self):
        """The value of an answer in JSON."""
        return self.response.json()

    @property
    def group(self) -> str:
        """What kind of answer it is, as the tables of expected answers name it."""
        if self.status in (301, 302, 303, 307, 308):
            where = self.headers.get("location", "")
            return "sign in" if "/sign-in" in where.split("?")[0] else "elsewhere"
        return {400: "mistake", 401: "sign in", 403: "refused", 404: "not found", 409: "mistake",
                405: "not found", 422: "mistake", 429: "too many"}.get(
            self.status, "shown" if self.status < 300 else str(self.status)
        )  # fmt: skip

    def __repr__(self):
        return f"<{self.response.request.method} {self.path}: {self.status}>"


class Visitor:
    """Somebody at the service, signed in or not."""

    def __init__(self, url: str, language: str = "zh", name: str = "anonymous", verify=True):
        self.url = url
        self.language = language
        self.name = name
        self.client = client_for(url, verify, base_url=url)
        self._csrf: str | None = None

    def close(self) -> None:
        """Lets go of the connection."""
        self.client.close()

    def address(self, path: str) -> str:
        """A page's path with the language; what has one, or is no page, stays as it is."""
        whole = ("/zh/", "/en/", "/api/", "/assets/", "/health", "/metrics", "/.well-known")
        if path in ("/", "/zh", "/en") or path.startswith(whole):
            return path
        return f"/{self.language}{path}"

    def ask(self, method: str, path: str, **options) -> Answer:
        """One request, without going on to where it leads."""
        return Answer(self.client.request(method, path, **options))

    def get(self, path: str, **options) -> Answer:
        """Opens a page, as a browser does from a link on this site, and goes to where it leads."""
        headers = {"Sec-Fetch-Site": "same-origin"} | options.pop("headers", {})
        answer = self.ask("GET", self.address(path), headers=headers, **options)
        return self.follow(answer)

    def follow(self, answer: Answer, steps: int = 10) -> Answer:
        """Goes on to where an answer leads, within the service."""
        while answer.status in (301, 302, 303, 307, 308) and steps > 0:
            where = urllib.parse.urljoin(str(answer.response.url), answer.headers["location"])
            assert where.startswith(self.url), f"leads out of the service: {where}"
            answer = self.ask("GET", where)
            steps -= 1
        return answer

    def post(self, path: str, fields: dict | list, **options) -> Answer:
        """Sends a form as a browser does from this site's page, without going on."""
        headers = {"Sec-Fetch-Site": "same-origin", "Origin": self.url}
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        headers |= options.pop("headers", {})
        pairs = list(fields.items()) if isinstance(fields, dict) else fields
        body = urllib.parse.urlencode(pairs)
        return self.ask("POST", self.address(path), content=body, headers=headers, **options)

    def token(self, path: str = "/") -> str:
        """The value against forged requests, off a page that has a form."""
        for candidate in (path, "/ways", "/sign-in", "/account"):
            answer = self.get(candidate)
            for field in answer.page.all("input") if answer.kind == "text/html" else []:
                if field.get("name") == "csrf":
                    return field.get("value") or ""
        return ""

    @property
    def csrf(self) -> str:
        """The value against forged requests, asked for once."""
        if self._csrf is None:
            self._csrf = self.token()
        return self._csrf

    def submit(self, answer: Answer, action: str | None = None, /, **values) -> Answer:
        """Fills in the form of a page whose address ends with `action`, and sends it."""
        form = find_form(answer.page, action)
        fields = form_fields(form)
        unknown = set(values) - {name for name, _ in fields} - choices(form)
        assert not unknown, f"{answer.path} has no field {unknown}: {choices(form)}"
        fields = [(name, value) for name, value in fields if name not in values]
        for name, value in values.items():
            many = value if isinstance(value, list) else [value]
            fields += [(name, one) for one in many]
        target = urllib.parse.urljoin(self.url + answer.path, form.get("action") or "")
        target = target.removeprefix(self.url)
        if (form.get("method") or "get").lower() == "post":
            return self.follow(self.post(target, fields))
        return self.get(target.split("?")[0] + "?" + urllib.parse.urlencode(fields))


def find_form(page: Page, action: str | None):
    """The form whose address ends so; the only one in the main part where none is named."""
    forms = [
        form
        for form in page.forms
        if (action is None and any(e.tag == "main" for e in page.above(form)))
        or (action is not None and (form.get("action") or "").split("?")[0].endswith(action))
    ]
    assert forms, f"no form to {action} among {[f.get('action') for f in page.forms]}"
    return forms[0]


def form_fields(form) -> list[tuple[str, str]]:
    """The fields of a form as they stand, as a browser would send them."""
    fields = []
    for field in form.iter():
        name = field.get("name") if isinstance(field.tag, str) else None
        if not name or field.get("disabled") is not None:
            continue
        if field.tag == "textarea":
            fields.append((name, field.text or ""))
        elif field.tag == "select":
            options = list(field.iter("option"))
            chosen = [o for o in options if o.get("selected") is not None] or options[:1]
            fields += [(name, o.get("value", words(o))) for o in chosen]
        elif field.tag == "input":
            kind = field.get("type", "text")
            if kind in ("submit", "button", "image", "reset", "file"):
                continue
            if kind in ("checkbox", "radio") and field.get("checked") is None:
                continue
            fields.append((name, field.get("value") or ("on" if kind == "checkbox" else "")))
    return fields


def choices(form) -> set[str]:
    """The names of everything in a form that can be filled in or chosen."""
    return {e.get("name") for e in form.iter() if isinstance(e.tag, str) and e.get("name")}

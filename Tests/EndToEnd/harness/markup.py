"""Reads a page as a browser would, and checks what no look at it would show."""

import html5lib

FIELD_TAGS = {"input", "select", "textarea"}
UNLABELLED_TYPES = {"hidden", "submit", "button", "image", "reset"}
VOID_TEXT = {"script", "style", "template"}
# An answer of the parser that is no fault of a page.
TOLERATED = {"non-void-element-with-trailing-solidus"}


# What stands in a Chinese sentence and in no name.
SENTENCE_MARKS = "，。；：？！、"


class Page:
    """The tree of one page."""

    def __init__(self, text: str):
        parser = html5lib.HTMLParser(
            tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False
        )
        self.text = text
        self.root = parser.parse(text)
        self.errors = [
            (position, name) for position, name, _ in parser.errors if name not in TOLERATED
        ]
        self.parents = {child: parent for parent in self.root.iter() for child in parent}

    def all(self, *tags: str):
        """Every element with one of the tags, in the order of the page."""
        return [e for e in self.root.iter() if isinstance(e.tag, str) and e.tag in tags]

    def by_id(self, identifier: str):
        """The element of that id."""
        return next((e for e in self.root.iter() if e.get("id") == identifier), None)

    def above(self, element):
        """The elements around an element, the nearest first."""
        while element in self.parents:
            element = self.parents[element]
            yield element

    @property
    def title(self) -> str:
        """What the tab is called."""
        titles = [e for e in self.all("title") if self.parents[e].tag == "head"]
        return words(titles[0]) if titles else ""

    @property
    def heading(self) -> str:
        """The page's first heading."""
        headings = self.all("h1")
        return words(headings[0]) if headings else ""

    @property
    def language(self) -> str:
        """The language that the page says it is in."""
        return self.root.get("lang", "")

    @property
    def shown(self) -> str:
        """The words that a reader sees."""
        body = self.all("body")
        return words(body[0]) if body else ""

    @property
    def links(self) -> list[str]:
        """Where the page leads, each once."""
        return list(dict.fromkeys(e.get("href") for e in self.all("a") if e.get("href")))

    @property
    def forms(self):
        """The page's forms."""
        return self.all("form")

    def label(self, field) -> str:
        """What a field is called, by its label or for those who hear the page."""
        if field.get("aria-label"):
            return field.get("aria-label")
        if field.get("aria-labelledby"):
            parts = [self.by_id(name) for name in field.get("aria-labelledby").split()]
            return " ".join(words(part) for part in parts if part is not None)
        for label in self.all("label"):
            if field.get("id") and label.get("for") == field.get("id"):
                return words(label)
        around = next((e for e in self.above(field) if e.tag == "label"), None)
        return words(around) if around is not None else ""

    def faults(self, language: str | None = None) -> list[str]:
        """Everything wrong with the page, one line each."""
        return [fault for check in CHECKS for fault in check(self, language)]


def words(element) -> str:
    """The words inside an element, spaces made one."""
    parts: list[str] = []

    def gather(node):
        if node.tag in VOID_TEXT or not isinstance(node.tag, str):
            return
        parts.append(node.text or "")
        for child in node:
            gather(child)
            parts.append(child.tail or "")

    gather(element)
    return " ".join("".join(parts).split())


def parse_errors(page, _):
    for position, name in page.errors:
        yield f"the markup is wrong at line {position[0]}: {name}"


def one_heading(page, _):
    headings = page.all("h1")
    if len(headings) != 1:
        yield f"{len(headings)} main headings instead of one"
    elif not words(headings[0]):
        yield "the main heading is empty"


def headings_in_order(page, _):
    last = 0
    for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6"):
        level = int(heading.tag[1])
        if last and level > last + 1:
            yield f"heading “{words(heading)}” is of level {level} after level {last}"
        last = level


def a_title(page, _):
    if not page.title:
        yield "the page has no title"


def its_language(page, language):
    if language and not page.language.startswith(language):
        yield f"the page says that its language is “{page.language}” and not “{language}”"


def unique_ids(page, _):
    seen = set()
    for element in page.root.iter():
        identifier = element.get("id")
        if identifier is not None:
            if identifier in seen or not identifier or " " in identifier:
                yield f"id “{identifier}” stands twice, is empty or has a space"
            seen.add(identifier)


def references(page, _):
    ids = {e.get("id") for e in page.root.iter()}
    for element in page.root.iter():
        for name in ("for", "aria-describedby", "aria-labelledby", "aria-controls", "headers"):
            for target in (element.get(name) or "").split():
                if target not in ids:
                    yield f"{name}=“{target}” of <{element.tag}> leads to nothing"
        href = element.get("href") or ""
        if element.tag == "a" and href.startswith("#") and href[1:] not in ids:
            yield f"link “{words(element)}” leads to {href}, which is not there"


def labelled_fields(page, _):
    for field in page.all(*FIELD_TAGS):
        if field.get("type") in UNLABELLED_TYPES:
            continue
        if not page.label(field):
            yield f"field “{field.get('name')}” has no label"
        around = next((e for e in page.above(field) if e.tag == "form"), None)
        if around is not None and not field.get("name"):
            yield f"field “{page.label(field)}” has no name and is never sent"


def groups_named(page, _):
    for group in page.all("fieldset"):
        legend = next((child for child in group if child.tag == "legend"), None)
        if legend is None or not words(legend):
            yield "a group of fields has no legend"
    for field in page.all("input"):
        if field.get("type") == "radio" and not any(
            e.tag == "fieldset" or e.get("role") == "radiogroup" for e in page.above(field)
        ):
            yield f"choice “{page.label(field)}” stands in no group"


def pictures_told(page, _):
    for picture in page.all("img"):
        if picture.get("alt") is None:
            yield f"picture {picture.get('src')} has no alt"


def links_and_buttons_named(page, _):
    for element in page.all("a", "button"):
        if element.tag == "a" and element.get("href") is None:
            continue
        alts = "".join(e.get("alt") or "" for e in element.iter("img"))
        titles = "".join(words(e) for e in element.iter("title"))
        if not (words(element) or element.get("aria-label") or alts or titles):
            yield f"<{element.tag}> {element.attrib} says nothing"


def nothing_inline(page, _):
    for element in page.root.iter():
        if not isinstance(element.tag, str):
            continue
        for name in element.keys():
            if name == "style" or name.startswith("on"):
                yield f"<{element.tag}> has {name}, which the security policy refuses"
        if element.tag == "style":
            yield "a style stands in the page, which the security policy refuses"
        if element.tag == "script" and not element.get("src"):
            if element.get("type") not in ("application/json", "application/ld+json"):
                yield "a script stands in the page, which the security policy refuses"
        address = element.get("href") or element.get("src") or ""
        if address.strip().lower().startswith(("javascript:", "data:text")):
            yield f"<{element.tag}> leads to a script"


def nothing_from_elsewhere(page, _):
    for element in page.all("script", "link", "img", "iframe", "object", "embed", "form"):
        address = element.get("src") or element.get("href") or element.get("action") or ""
        if "//" in address.split("?")[0] and element.get("rel") not in ("canonical", "alternate"):
            yield f"<{element.tag}> asks {address}"


def posts_guarded(page, _):
    for form in page.forms:
        if (form.get("method") or "get").lower() != "post":
            for field in form.iter("input"):
                if field.get("type") == "password":
                    yield "a password is sent in an address"
            continue
        hidden = [e for e in form.iter("input") if e.get("type") == "hidden"]
        if not any((e.get("name") or "").lower().endswith(("csrf", "token")) for e in hidden):
            yield f"form to {form.get('action')} has no token against forged requests"


def tables_headed(page, _):
    for table in page.all("table"):
        if not any(e.tag == "th" for e in table.iter()):
            yield f"table “{words(table)[:40]}” has no headings"


def placeholders_filled(page, _):
    for element in page.root.iter():
        if not isinstance(element.tag, str) or element.tag in VOID_TEXT | {"title"}:
            continue
        # Code shows marks of its own.
        if any(e.tag in ("code", "pre") for e in (element, *page.above(element))):
            continue
        for text in (element.text, *(child.tail for child in element)):
            for mark in ("{{", "}}", "[[", "]]", "Optional(", "nil)"):
                if text and mark in text:
                    yield f"“{' '.join(text.split())[:60]}” was not filled in"


def languages_of_parts(page, language):
    """In an English page, a Chinese sentence must say that it is Chinese, so that it can be read
    aloud. Names of people and places need not."""
    if language != "en":
        return
    body = page.all("body")

    def look(element, spoken):
        # Code is in no language, whatever stands in it.
        if not isinstance(element.tag, str) or element.tag in VOID_TEXT | {"code", "pre"}:
            return
        spoken = element.get("lang") or spoken
        if spoken.startswith("en"):
            texts = [element.text] + [child.tail for child in element]
            for text in texts:
                if text and any(c in SENTENCE_MARKS for c in text):
                    yield f"Chinese inside English without lang: “{' '.join(text.split())[:60]}”"
        for child in element:
            yield from look(child, spoken)

    if body:
        yield from look(body[0], page.language)


CHECKS = (
    parse_errors, one_heading, headings_in_order, a_title, its_language, unique_ids, references,
    labelled_fields, groups_named, pictures_told, links_and_buttons_named, nothing_inline,
    nothing_from_elsewhere, posts_guarded, tables_headed, placeholders_filled, languages_of_parts,
)  # fmt: skip

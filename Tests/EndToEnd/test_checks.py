"""The checks find what they are for: each is shown a page with a fault, and a page without."""

import html
import http.server
import threading

import pytest

from harness import axe
from harness.browser import WIDTHS, Window
from harness.hostile import SCRIPTS, planted, shown_raw, shown_safely
from harness.keyboard import Keyboard
from harness.markup import Page
from harness.personal import PersonalData
from harness.routes import read
from harness.spotter import spotted
from harness.wire import statuses

GOOD = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Good</title>
<link rel="stylesheet" href="/style.css"></head><body>
<a href="#main" class="skip">Skip to content</a><main id="main" tabindex="-1"><h1>Good</h1>
<form method="post" action="/send"><input type="hidden" name="csrf" value="1">
<label for="name">Name <span lang="zh">姓名</span></label>
<input id="name" name="name" autocomplete="name">
<fieldset><legend>Which</legend>
<input type="radio" name="which" id="one" value="1"><label for="one">One</label>
<input type="radio" name="which" id="two" value="2"><label for="two">Two</label></fieldset>
<button>Go on</button></form><p><a href="/next">Further</a></p></main></body></html>"""

KINDS = {"css": "text/css", "js": "text/javascript"}
STYLE = "body{background:#fff;color:#222} :focus-visible{outline:3px solid #063}"

# A replacement in the good page, and a word of the fault that it must be found by.
BROKEN = [
    ("<h1>Good</h1>", "<h1>Good</h1><h1>Again</h1>", "main headings"),
    ("<h1>Good</h1>", "<h1>Good</h1><h3>Deep</h3>", "of level 3"),
    ("<title>Good</title>", "", "no title"),
    ('lang="en"', 'lang="zh"', "language"),
    ('id="two"', 'id="one"', "stands twice"),
    ('for="name"', 'for="nome"', "leads to nothing"),
    ('<label for="name">Name <span lang="zh">姓名</span></label>', "", "has no label"),
    ('name="name" ', "", "no name"),
    ("<legend>Which</legend>", "", "no legend"),
    ("Further", "", "says nothing"),
    ("<button>", '<button onclick="go()">', "onclick"),
    ("<p>", '<p style="color:red">', "style"),
    ("<p>", "<script>go()</script><p>", "script"),
    ("/next", "javascript:go()", "to a script"),
    ("</main>", '<img src="/a.svg"></main>', "no alt"),
    ("</main>", '<img alt="" src="https://evil.example/a.svg"></main>', "asks"),
    ('<input type="hidden" name="csrf" value="1">', "", "forged"),
    ("Further", "{{next}}", "filled in"),
    ("Further", "Further 更远的，都在这里。", "without lang"),
    ("</main>", "<table><tr><td>1</td></tr></table></main>", "no headings"),
    ("<p>", "<p><p></div>", "markup is wrong"),
    ('href="#main"', 'href="#mein"', "not there"),
]


def test_a_good_page_has_no_faults():
    assert Page(GOOD).faults("en") == []


@pytest.mark.parametrize("old, new, word", BROKEN)
def test_a_broken_page_is_found_out(old, new, word):
    assert old in GOOD
    faults = Page(GOOD.replace(old, new, 1)).faults("en")
    assert any(word in fault for fault in faults), faults


@pytest.mark.parametrize("text", [*SCRIPTS, planted(1)])
@pytest.mark.parametrize(
    "place",
    ["<p>{}</p>", '<input value="{}">', "<input value='{}'>", "<a href=\"{}\">x</a>",
     "<textarea>{}</textarea>", "<title>{}</title>", "<select><option value=\"{}\"></select>"],
)  # fmt: skip
def test_text_that_became_markup_is_spotted(place, text):
    page = GOOD.replace("<p>", place + "<p>")
    is_script = text.startswith("javascript:")
    if is_script and "href" not in place:
        assert spotted(page.replace("{}", text)) == []
    else:
        assert spotted(page.replace("{}", text))
    # Made harmless it is only text, save for an address, where that is not enough.
    safe = spotted(page.replace("{}", html.escape(text)))
    assert safe == (["<a> leads to a script"] if is_script and "href" in place else [])
    assert (shown_raw(1) in planted(1)) and shown_raw(1) not in html.escape(planted(1))
    assert shown_safely(1) in html.escape(planted(1))


def test_personal_data_in_a_log_is_found():
    data = PersonalData()
    data.add("陈志远", "13800138000", "ab")
    assert data.found_in("12:00 GET /zh 200\nab 1763900000123 5e884898da28047151d0e56f8dc62927") == []
    assert data.found_in("file of 陈志远")
    assert data.found_in("phone=13912345678")
    assert data.found_in("number 110101199003078515 refused")


def test_answers_on_one_connection_are_counted():
    assert statuses(b"HTTP/1.1 200 OK\r\n\r\nbodyHTTP/1.1 404 Not Found\r\n\r\n") == [200]
    assert statuses(b"HTTP/1.1 200 OK\r\n\r\nbody\r\nHTTP/1.1 404 Not Found\r\n") == [200, 404]


def test_a_route_fills_its_path():
    row = {"method": "GET", "path": "/desk/{file}/{n}", "kind": "page", "audience": "signed in",
           "roles": ["clerk"], "csrf": False}  # fmt: skip
    route = read([row])[0]
    assert route.filled({"file": "a", "n": "1"}) == "/desk/a/1"
    assert route.admits("clerk") and not route.admits("resident")


@pytest.fixture(scope="module")
def site():
    """Serves the texts put into it, by path."""
    pages = {"/style.css": STYLE}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            text = pages.get(self.path)
            self.send_response(200 if text else 404)
            kind = KINDS.get(self.path.rpartition(".")[2], "text/html")
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; "
                "require-trusted-types-for 'script'; trusted-types 'none'",
            )
            self.end_headers()
            self.wfile.write((text or "").encode())

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    pages["url"] = f"http://127.0.0.1:{server.server_port}"
    yield pages
    server.shutdown()


@pytest.fixture(scope="module")
def window(site):
    with Window(site["url"], language="en") as opened:
        yield opened


def show(window, site, text, width=1280):
    site["/en/page"] = text
    site["/favicon.ico"] = "x"
    window.complaints()
    window.resize(width)
    window.open("/page")


@pytest.mark.browser
def test_a_good_page_holds_in_the_browser(window, site):
    for width in WIDTHS:
        show(window, site, GOOD, width)
        assert axe.violations(window) == []
        assert window.overflow() == 0
        assert Keyboard(window).faults() == []
        assert window.complaints() == []


@pytest.mark.browser
def test_axe_sees_what_is_too_pale(window, site):
    show(window, site, GOOD)
    site["/style.css"] = STYLE + " h1{color:#ddd}"
    try:
        show(window, site, GOOD)
        assert any("color-contrast" in v for v in axe.violations(window))
    finally:
        site["/style.css"] = STYLE


@pytest.mark.browser
def test_a_page_too_wide_is_seen(window, site):
    show(window, site, GOOD.replace("Further", "w" * 400), 320)
    assert window.overflow() > 0


@pytest.mark.browser
def test_a_breach_of_the_policy_is_seen(window, site):
    show(window, site, GOOD.replace("<p>", "<script>document.title='in'</script><p>"))
    assert any("Content Security Policy" in c for c in window.complaints())
    assert window.driver.title == "Good"


@pytest.mark.browser
def test_keys_alone_find_what_they_cannot_reach_or_see(window, site):
    show(window, site, GOOD.replace("<button>", '<button tabindex="-1">'))
    assert any("cannot be reached" in f for f in Keyboard(window).faults())
    site["/style.css"] = "*{outline:none !important}"
    try:
        show(window, site, GOOD)
        assert any("does not show" in f for f in Keyboard(window).faults())
    finally:
        site["/style.css"] = STYLE


@pytest.mark.browser
def test_keys_alone_fill_in_a_form(window, site):
    show(window, site, GOOD)
    keys = Keyboard(window)
    keys.fill("Name", "Chen")
    assert window.evaluate("document.getElementById('name').value") == "Chen"
    show(window, site, GOOD)
    keys.choose("Two")
    assert window.evaluate("document.getElementById('two').checked") is True


@pytest.mark.browser
def test_without_javascript_no_script_runs(site):
    site["/run.js"] = "document.documentElement.dataset.ran = 'yes'"
    text = GOOD.replace("</body>", '<script src="/run.js"></script></body>')
    for scripts, ran in ((True, True), (False, False)):
        with Window(site["url"], scripts=scripts, language="en") as window:
            show(window, site, text)
            found = window.driver.find_element("tag name", "html").get_attribute("data-ran")
            assert (found == "yes") is ran

"""Somebody is shown a permit, and asks whether it is good; and what becomes of a lost card."""

import re
import urllib.parse

import pytest

pytestmark = pytest.mark.browser
NARROW, MIDDLE, WIDE = 320, 768, 1280
NUMBER = "证件编号，或者二维码中的链接|Number of the card, or the link in its code"
VALID, SUSPENDED = "有效|Valid", "使用功能中止|Suspended"
CANCELLED, UNKNOWN = "已注销|Cancelled", "查无此证|Unknown"


def card_of(scene, who: str) -> tuple[str, str]:
    """The number of somebody's card, and the link in its code; the link is empty where it has none."""
    window = scene.come(who, "/me/certificate", NARROW)
    number = window.told("证件编号|Card number")
    links = re.findall(r'href="([^"]*/c/[^"]+)"', window.source)
    return number, urllib.parse.urlsplit(links[0]).path if links else ""


def answer(window, words: str) -> bool:
    """Whether the answer of a check is this one."""
    return window.heading.split("\n")[-1].strip() == window.say(words)


def ask(scene, typed: str, width: int = NARROW):
    """A stranger's browser, after it asked for a card."""
    window = scene.guest(width).open("").follow("核验居住证|Check a permit")
    window.fill(NUMBER, typed).press("核验|Check")
    assert typed not in window.driver.current_url
    return window


def test_a_valid_permit_by_its_code_and_by_its_number(scene):
    number, link = card_of(scene, "active")
    name = scene.window.told("持证人|Holder")
    window = scene.guest(NARROW).open(link)
    assert answer(window, VALID)
    assert number in window.text
    assert name not in window.text, "a stranger is told who holds it"
    for typed in (number, number.lower(), f"{window.url}{link}"):
        window = ask(scene, typed)
        assert answer(window, VALID), typed
        assert name not in window.text
    # By keys alone.
    window.follow("再核验一张|Check another")
    scene.keys.fill(NUMBER, number)
    scene.keys.press("核验|Check")
    assert answer(window, VALID)


def test_a_suspended_permit_says_so_until_it_is_endorsed(scene):
    number, link = card_of(scene, "suspended")
    assert answer(ask(scene, number, WIDE), SUSPENDED)
    if link:
        assert answer(scene.guest(NARROW).open(link), SUSPENDED)
    window = scene.come("suspended", "/me/endorse", NARROW).press("现在签注|Endorse now")
    assert window.shows("签注已完成|The permit has been endorsed")
    number, link = card_of(scene, "suspended")
    assert answer(ask(scene, number), VALID)
    assert answer(scene.guest(NARROW).open(link), VALID)


def test_a_number_that_nobody_has_is_unknown(scene):
    assert answer(ask(scene, "DEMO-999999-9", MIDDLE), UNKNOWN)
    # A code that was changed by one letter is not one of ours.
    _, link = card_of(scene, "active")
    forged = link[:-10] + ("A" if link[-10] != "A" else "B") + link[-9:]
    assert answer(scene.guest(NARROW).open(forged), UNKNOWN)
    window = scene.guest(NARROW).open("/check").press("核验|Check")
    assert window.shows("有内容需要更正|There is a problem")


def test_a_lost_card_is_cancelled_and_the_new_one_is_good(scene):
    number, link = card_of(scene, "active")
    window = scene.come("active", "/me/permit", NARROW)
    window.follow("挂失证件|Report the card as lost").press("确认挂失|Report it as lost")
    assert answer(ask(scene, number), CANCELLED)
    assert answer(scene.guest(NARROW).open(link), CANCELLED)
    # The window has been told: its queue says what is due.
    window = scene.come("clerk", "/desk", WIDE).follow_row("换领、补领证件|new card")
    window.follow("换领、补领|Make a new card").press("换领、补领|Make a new card")
    assert window.shows("有内容需要更正|There is a problem"), "the fee was not asked for"
    window.choose("已收工本费|fee of").press("换领、补领|Make a new card")
    renewed, fresh = card_of(scene, "active")
    assert renewed != number
    assert answer(ask(scene, renewed), VALID)
    assert answer(scene.guest(NARROW).open(fresh), VALID)
    assert answer(ask(scene, number), CANCELLED)
    assert answer(scene.guest(NARROW).open(link), CANCELLED)

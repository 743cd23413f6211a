"""Somebody who comes for the first time, and has no account."""


import pytest
from selenium.webdriver.common.by import By

from harness.citizens import citizen
from journeys.scene import LEAKED

pytestmark = pytest.mark.browser
NARROW = 320
# More questions than this would not be three minutes.
MOST_QUESTIONS = 40


def test_somebody_learns_which_way_is_theirs(scene):
    """Told only “find out whether and how you can settle”, from the first page on."""
    window = scene.guest(NARROW).open("")
    window.follow("我该走哪条路|Which way is mine?")
    window.press("开始|Start")
    assert window.shows("有内容需要更正|There is a problem")
    questions = 0
    window.driver.find_elements(By.CSS_SELECTOR, "main label[for^=goal]")[1].click()
    window.press("开始|Start")
    while "/ways/question" in window.path and questions < MOST_QUESTIONS:
        questions += 1
        assert window.driver.find_elements(By.TAG_NAME, "h1")
        skip = [
            b
            for b in window.driver.find_elements(By.CSS_SELECTOR, "main button[name=skip]")
            if b.is_displayed()
        ]
        choices = window.driver.find_elements(By.CSS_SELECTOR, "main input[type=radio]")
        # The first two are passed over: what they say could end it at once.
        if choices and questions > 2 and questions % 2:
            identifier = choices[0].get_attribute("id")
            window.driver.find_element(By.CSS_SELECTOR, f"label[for='{identifier}']").click()
            window.press("继续|Continue")
        elif skip:
            window.press("不清楚，跳过|I don’t know")
        else:
            break
    if "/ways/result" not in window.path:
        window.open("/ways/result")
    assert questions >= 3
    assert window.heading
    window.open("/ways/answers")
    assert window.shows("核对您的回答|Check your answers")
    window.follow("重新开始|Start again").press("清除并重新开始|Clear and start again")
    window.open("/ways/answers")
    assert window.path == "/ways" or window.shows("还没有回答|Nothing has been answered yet")


def test_answers_stay_in_the_browser_and_leave_with_it(scene):
    window = scene.guest(NARROW).open("/ways")
    window.driver.find_elements(By.CSS_SELECTOR, "main label[for^=goal]")[0].click()
    window.press("开始|Start")
    for cookie in window.driver.get_cookies():
        assert "expiry" not in cookie, f"{cookie['name']} outlives the browser"
        assert cookie["httpOnly"]


def test_the_first_page_leads_to_everything(scene):
    window = scene.guest(NARROW)
    for words, path in (
        ("我该走哪条路|Which way is mine?", "/ways"),
        ("办法原文|The measures", "/measures"),
        ("公共服务|Services", "/services"),
        ("核验居住证|Check a permit", "/check"),
    ):
        window.open("").follow(words)
        assert window.path.startswith(path), words
        assert window.heading


def test_the_other_language_is_the_same_page(scene):
    window = scene.guest(768).open("/ways")
    other = {"zh": "English", "en": "中文"}[scene.language]
    window.driver.find_element(By.LINK_TEXT, other).click()
    assert window.driver.current_url.endswith(
        {"zh": "/en/ways", "en": "/zh/ways"}[scene.language]
    )


def test_what_is_not_there_says_so(scene):
    window = scene.guest(NARROW).open("/nowhere")
    assert window.shows("未找到页面|Page not found")


def test_two_versions_of_a_measure_are_compared(scene):
    window = scene.guest(NARROW).open("/measures")
    window.follow("与其他版本比较|Compare with another version")
    assert window.shows("比较版本|Compare versions")
    newer = "2025年1月1日起|from 1 January 2025"
    older = "2021年1月1日起|from 1 January 2021"
    assert window.chosen("较早的版本|Older version") != window.chosen("较新的版本|Newer version")
    assert window.shows("差异|What differs")
    assert window.shows("修改|Changed")
    # A version with itself.
    window.fill("较新的版本|Newer version", older).press("比较|Compare")
    assert window.shows("请选择两个不同的版本|Choose two different versions")
    assert not window.shows("差异|What differs")
    # By keys alone back to what differs.
    window.fill("较新的版本|Newer version", newer)
    scene.keys.press("比较|Compare")
    assert window.shows("差异|What differs")
    # The measure itself, and from it to the comparison again.
    window.open("/measures").follow("渐进式延迟法定退休年龄|Statutory retirement age, raised step by step")
    window.follow("与其他版本比较|Compare with another version")
    assert window.shows("比较版本|Compare versions")


def test_somebody_signs_up_by_hand_and_opens_a_file(scene, personal):
    someone = citizen(21 if scene.language == "zh" else 22, personal)
    name, good = f"{scene.language}-heron-21", "marsh kettle 96 violin"
    personal.add(good, *LEAKED)
    window = scene.guest(NARROW).open("")
    window.follow("登录|Sign in").follow("注册账号|Sign up")
    window.fill("登录名|Sign-in name", name)
    for bad in ("short 7", "123456789012", name, LEAKED[0]):
        window.fill("新密码|New password", bad).press("注册|Sign up")
        assert window.shows("有内容需要更正|There is a problem"), bad
        # The name stands there still; a password never comes back.
        assert window.field("登录名|Sign-in name").get_attribute("value") == name
        assert window.field("新密码|New password").get_attribute("value") == ""
    assert window.shows("泄露|leaked")
    window.fill("新密码|New password", good).press("注册|Sign up")
    assert window.shows("建立我的档案|Open your file")
    window.follow("我是第一次办理|I am here for the first time")
    window.fill("姓名|Name", someone.name)
    window.fill("公民身份号码|Identity number", someone.number)
    window.press("建立档案|Open the file")
    assert someone.name in window.heading
    # Out, and in again by hand: a wrong password first.
    window.press("退出登录|Sign out")
    window.open("/me")
    assert window.shows("登录名|Sign-in name")
    for password in (good + "?", good):
        window.fill("登录名|Sign-in name", name).fill("密码|Password", password)
        window.press("登录|Sign in")
    assert window.path == "/me"
    assert someone.name in window.heading

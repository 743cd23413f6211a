"""The window: a person comes, is registered, applies, is decided on and gets the card."""

import datetime

import pytest
from selenium.webdriver.common.by import By

from harness.citizens import citizen

pytestmark = pytest.mark.browser
WIDE = 1280


def tick(window, name: str) -> None:
    """Ticks every box of a name."""
    for box in window.driver.find_elements(By.CSS_SELECTOR, f"input[type=checkbox][name^='{name}']"):
        if not box.is_selected():
            label = f"label[for='{box.get_attribute('id')}']"
            window.driver.find_element(By.CSS_SELECTOR, label).click()


def file_of(window) -> str:
    """The number of the file in view."""
    parts = window.path.split("?")[0].split("/")
    return parts[parts.index("files") + 1]


@pytest.fixture(scope="module")
def arrival(scene, personal):
    """Somebody whom the window registers, with an address for longer than half a year."""
    someone = citizen(11 if scene.language == "zh" else 12, personal)
    window = scene.come("clerk", "/desk", WIDE)
    window.follow("登记新居民|Register a person")
    window.press("登记，然后申领|Register, then apply")
    assert window.shows("有内容需要更正|There is a problem")
    since = datetime.date.today() - datetime.timedelta(days=300)
    window.fill("姓名|Name", someone.name)
    window.fill("公民身份号码|Citizen's number", someone.number)
    window.fill("居住地址|Address", "奥威东路 9 号")
    window.fill("自何日起居住|Lives there since", since.isoformat())
    window.choose("租赁合同|lease")
    window.press("登记，然后申领|Register, then apply")
    assert "/desk/files/" in window.path, window.text[:600]
    return someone, file_of(window)


def test_the_person_is_found_by_pinyin_and_by_number(scene, arrival):
    someone, file = arrival
    for typed in (someone.name, someone.number):
        window = scene.come("clerk", "/desk/search", WIDE)
        window.fill("姓名、拼音|Name, pinyin", typed)
        window.press("查找|Search")
        assert file in window.text
        assert typed not in window.driver.current_url
        assert someone.number not in window.text, "the whole number stands in a list"


def test_an_application_goes_from_the_window_to_the_card(scene, arrival):
    _, file = arrival
    window = scene.come("clerk", f"/desk/files/{file}?purpose=casework", WIDE)
    window.follow("代为申领居住证|Apply for the permit on the person's behalf")
    window.choose("就业|employment")
    window.press("代为申领居住证|Apply for the permit on the person's behalf")
    window.open(f"/desk/files/{file}/applications/1?purpose=casework")
    window.follow("一次性告知|Give the one-time notice")
    assert window.shows("所缺材料|What is missing")
    window.press("一次性告知|Give the one-time notice")
    window.open(f"/desk/files/{file}/applications/1?purpose=casework")
    window.follow("接收补充材料|Take in papers")
    tick(window, "papers")
    window.press("接收补充材料|Take in papers")
    window.open(f"/desk/files/{file}/applications/1?purpose=casework")
    window.follow("受理|Accept").press("受理|Accept")
    window.open(f"/desk/files/{file}/applications/1?purpose=casework")
    # The window does not decide.
    assert not window.driver.find_elements(By.LINK_TEXT, window.say("批准|Approve"))
    window.follow("送部门核查|Ask departments")
    tick(window, "ask")
    window.press("送部门核查|Ask departments")
    window.open(f"/desk/files/{file}/applications/1?purpose=casework")
    assert window.shows("部门核查|Checks by departments")


def test_an_approved_application_becomes_a_card(scene):
    """The first case of the reviewer's queue that the measures find open."""
    window = scene.come("reviewer", "/desk", WIDE)
    cases = [
        link.get_attribute("href").removeprefix(window.url)
        for link in window.driver.find_elements(By.CSS_SELECTOR, "tbody th a")
    ]
    for case in cases:
        window.open(case)
        if not window.driver.find_elements(By.LINK_TEXT, window.say("批准|Approve")):
            continue
        window.follow("批准|Approve")
        assert window.shows("办理后|What follows")
        window.press("批准|Approve")
        assert window.shows("批准|Approved")
        file = file_of(window)
        window = scene.come("clerk", f"/desk/files/{file}?purpose=casework", WIDE)
        case = window.driver.find_element(By.CSS_SELECTOR, "a[href*='/applications/']")
        window.open(case.get_attribute("href").removeprefix(window.url))
        window.follow("制作并发放居住证|Make and hand out the card")
        window.press("制作并发放居住证|Make and hand out the card")
        window.open(f"/desk/files/{file}?purpose=casework")
        assert window.shows("有效|active") or window.shows("有效|Active")
        return
    raise AssertionError("no case of the queue can be approved")


def test_nobody_below_the_role_may_decide(scene, arrival):
    _, file = arrival
    clerk = scene.visitor("clerk")
    answer = clerk.get(f"/desk/files/{file}/do/approve?purpose=casework&n=1")
    assert answer.status in (403, 404, 422) or scene.say("批准|Approve") not in [
        "".join(b.itertext()) for b in answer.page.all("button")
    ]


def test_an_activation_code_is_shown_once(scene, arrival):
    _, file = arrival
    window = scene.come("clerk", f"/desk/files/{file}/code?purpose=casework", WIDE)
    window.press("已核对证件，生成激活码|The card is checked: make a code")
    assert window.shows("激活码只显示这一次|The code is shown this once")
    code = window.driver.find_element(By.CSS_SELECTOR, ".aj-total").text
    assert code
    assert code not in window.open(f"/desk/files/{file}/code?purpose=casework").text


def test_a_permit_is_confiscated_by_two(scene):
    """One proposes, and only another confirms."""
    number = None
    active = scene.visitor("active")
    clerk = scene.visitor("clerk")
    assert active.get("/me").status == 200
    search = clerk.get("/desk/search")
    name = active.get("/me").page.heading.split(" ")[-1]
    name = name.removeprefix("我的档案").removeprefix("file")
    found = clerk.submit(search, "/desk/search", q=name)
    for link in found.page.links:
        if "/desk/files/" in link:
            number = link.split("/desk/files/")[1].split("?")[0].split("/")[0]
            break
    assert number, f"{name} was not found"
    window = scene.come("reviewer", f"/desk/files/{number}?purpose=casework", WIDE)
    window.follow("提请收缴居住证|Propose to confiscate the permit")
    radios = window.driver.find_elements(By.CSS_SELECTOR, "main input[type=radio]")
    if radios:
        identifier = radios[0].get_attribute("id")
        window.driver.find_element(By.CSS_SELECTOR, f"label[for='{identifier}']").click()
    window.fill("证据材料编号|Number of the paper that proves it", "鉴字 2026-7")
    window.press("提请收缴居住证|Propose to confiscate the permit")
    # Whoever proposed may not confirm.
    window.open(f"/desk/files/{number}?purpose=casework")
    assert not window.driver.find_elements(
        By.LINK_TEXT, window.say("确认收缴|Confirm the confiscation")
    )
    window = scene.come("reviewer2", f"/desk/files/{number}?purpose=casework", WIDE)
    window.follow("确认收缴|Confirm the confiscation").press("确认收缴|Confirm the confiscation")
    shown = active.get("/me/permit").page.shown
    assert scene.say("收缴|onfiscat") in shown


def test_the_queue_is_in_the_order_of_deadlines(scene):
    window = scene.come("clerk", "/desk", WIDE)
    # What has no deadline comes last.
    days = [
        (cell.text.split() or ["without"])[0]
        for cell in window.driver.find_elements(By.CSS_SELECTOR, "tbody tr td:nth-of-type(4)")
    ]
    assert days == sorted(days)


def test_by_keys_alone_a_case_is_opened(scene):
    window = scene.come("clerk", "/desk", WIDE)
    rows = window.driver.find_elements(By.CSS_SELECTOR, "tbody th a")
    if not rows:
        pytest.skip("nothing waits")
    first = rows[0].text
    scene.keys.press(first)
    assert "/desk/files/" in window.path or "/desk/checks/" in window.path


def test_the_auditor_reads_everything_and_changes_nothing(scene, arrival):
    _, file = arrival
    window = scene.come("auditor", "/audit", WIDE)
    window.follow("业务日志核验|Verify the journal")
    window.press("核验整个日志|Verify the whole journal")
    for _ in range(60):
        if window.shows("核验结果|Result"):
            break
        window.open("/audit/journal")
    assert window.shows("日志完整|The journal is whole")
    window.open(f"/desk/files/{file}?purpose=audit")
    assert not window.driver.find_elements(By.CSS_SELECTOR, "main form[method=post]")
    window.open(f"/audit/files/{file}")
    assert window.shows("查阅记录|Who read the file")
    assert "clerk" in window.text or window.shows("窗口|clerk")

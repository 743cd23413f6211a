"""A resident: from an account without a file to a permit, and all that follows."""

import base64
import re

import pytest
from selenium.webdriver.common.by import By

from harness.citizens import citizen

pytestmark = pytest.mark.browser
NARROW, MIDDLE, WIDE = 320, 768, 1280


def day(window, year: int, month: int, of_month: int):
    """Fills in the three fields of a day."""
    for words, value in (("年|Year", year), ("月|Month", month), ("日|Day", of_month)):
        window.fill(words, str(value))


def test_a_newcomer_opens_a_file_and_registers_an_address(scene, personal):
    someone = citizen(1, personal)
    window = scene.come("newcomer", "/me", NARROW)
    assert window.path == "/me/start"
    window.follow("我是第一次办理|I am here for the first time")
    window.press("建立档案|Open the file")
    assert window.shows("有内容需要更正|There is a problem")
    assert window.driver.title.startswith(window.say("错误|Error"))
    window.fill("姓名|Name", someone.name)
    window.fill("公民身份号码|Identity number", someone.number[:-1] + "0")
    window.press("建立档案|Open the file")
    if window.path != "/me":
        # What was typed stands there still.
        assert window.field("姓名|Name").get_attribute("value") == someone.name
        window.fill("公民身份号码|Identity number", someone.number)
        window.fill("联系电话（选填）|Phone (optional)", someone.phone)
        window.press("建立档案|Open the file")
    assert window.path == "/me"
    assert someone.name in window.heading

    window.open("/me/address")
    window.fill("详细住址|Address", "容东片区 1 号楼 301 室")
    window.press("从今天起登记|Register from today")
    assert window.shows("居住地址已登记|Your address has been registered")
    window.open("/me/address")
    assert "301 室" in window.text
    # Half a year is not over: the conditions say so before anybody sends anything.
    window.open("/me/apply/basis").choose("就业|Employment").press("保存并继续|Save and continue")
    assert window.shows("尚未符合|not met") or window.shows("不能办理|can’t be done")


def test_a_resident_applies_and_withdraws(scene):
    window = scene.come("waiting", "/me/apply", NARROW)
    window.follow("申领事由|Why you would have a permit")
    window.press("保存并继续|Save and continue")
    assert window.shows("请选择一项申领事由|Choose one of them")
    window.choose("就业|Employment").press("保存并继续|Save and continue")
    assert "/conditions" in window.path
    window.press("我已查看，继续|I have looked at them; continue")
    for box in window.driver.find_elements(By.CSS_SELECTOR, "input[name=papers]"):
        window.driver.find_element(By.CSS_SELECTOR, f"label[for='{box.get_attribute('id')}']").click()
    window.press("保存并继续|Save and continue")
    # Another device shows what was saved on this one.
    other = scene.visitor("waiting").get("/me/apply").page.shown
    assert scene.say("已完成 3 项|3 of") in other
    window.press("保存并继续|Save and continue")
    window.follow("核对并提交|Check and send")
    assert "/check" in window.path
    window.press("确认并提交|Confirm and send")
    assert window.shows("有内容需要更正|There is a problem")
    window.choose("我声明|I declare").press("确认并提交|Confirm and send")
    assert window.shows("申请已提交|Your application is in")
    reference = window.driver.find_element(By.ID, "reference").text
    assert reference
    # Sent again, as by the button of the browser, it is the same application.
    window.driver.back()
    window.driver.forward()
    window.open("/me/applications")
    numbers = window.driver.find_elements(By.CSS_SELECTOR, "main tbody tr")
    assert len(numbers) == 1
    numbers[0].find_element(By.TAG_NAME, "a").click()
    window.follow("撤回这份申请|Withdraw this application")
    window.press("确认撤回|Withdraw it")
    assert window.shows("申请已撤回|The application has been withdrawn")


def test_the_receipt_is_a_paper_that_prints(scene):
    # The last stands first, so that the receipt, which came first, is at the end.
    window = scene.come("supplement", "/me/papers", WIDE)
    window.driver.find_elements(By.CSS_SELECTOR, "main tbody a")[-1].click()
    assert window.driver.find_elements(By.CSS_SELECTOR, ".aj-paper")
    window.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        for selector in ("header.aj-header", "nav.aj-side", "footer.aj-footer"):
            for part in window.driver.find_elements(By.CSS_SELECTOR, selector):
                assert not part.is_displayed(), f"{selector} is printed"
    finally:
        window.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_every_paper_prints_on_one_sheet(scene):
    window = scene.come("suspended", "/me/papers", WIDE)
    links = window.driver.find_elements(By.CSS_SELECTOR, "main tbody a")
    addresses = [link.get_attribute("href") for link in links]
    assert len(addresses) > 3
    reasons = 0
    for address in addresses:
        window.driver.get(address)
        pages = re.findall(rb"/Type\s*/Page\b", base64.b64decode(window.driver.print_page()))
        assert len(pages) == 1, window.heading
        # Reasons that rest on one measure name it once.
        cites = window.driver.find_elements(By.CSS_SELECTOR, ".aj-paper li .aj-cite-whole")
        named = [cite.text for cite in cites if not cite.text.startswith(("第", "Article"))]
        assert len(cites) < 2 or len(named) == 1, named
        reasons = max(reasons, len(cites))
    assert reasons > 1


def test_a_resident_brings_what_the_notice_asked_for(scene):
    window = scene.come("supplement", "/me/applications", MIDDLE)
    window.driver.find_elements(By.CSS_SELECTOR, "main tbody a")[0].click()
    window.press("补交|Hand them in")
    assert window.shows("有内容需要更正|There is a problem")
    for box in window.driver.find_elements(By.CSS_SELECTOR, "input[name=papers]"):
        window.driver.find_element(By.CSS_SELECTOR, f"label[for='{box.get_attribute('id')}']").click()
    window.press("补交|Hand them in")
    assert window.shows("材料已登记|The papers have been noted")


def test_a_permit_is_endorsed_in_time(scene):
    window = scene.come("endorse", "/me", NARROW)
    before = window.text
    window.open("/me/endorse").press("现在签注|Endorse now")
    assert window.shows("签注已完成|The permit has been endorsed") or window.shows(
        "签注未获通过|The endorsement was refused"
    )
    window.open("/me")
    assert window.text != before


def test_a_late_endorsement_restores_the_permit(scene):
    window = scene.come("suspended", "/me/permit", NARROW)
    assert window.shows("使用功能中止|Suspended")
    window.open("/me/endorse").press("现在签注|Endorse now")
    window.open("/me/permit")
    assert window.shows("有效|Active")


def test_a_lost_card_is_good_no_more(scene):
    window = scene.come("active", "/me/loss", WIDE)
    window.press("确认挂失|Report it as lost")
    assert window.shows("证件已挂失|The card has been reported as lost")
    # A second time there is nothing to report, and the page says why.
    window.open("/me/loss")
    assert not window.driver.find_elements(By.CSS_SELECTOR, "main form button")


def test_a_resident_moves(scene):
    window = scene.come("active", "/me/address", MIDDLE)
    window.press("从今天起登记|Register from today")
    assert window.shows("有内容需要更正|There is a problem")
    window.fill("详细住址|Address", "悦容路 77 号 <b>5</b> 室")
    window.press("从今天起登记|Register from today")
    assert window.shows("居住地址已登记|Your address has been registered")
    assert "<b>5</b>" in window.open("/me/address").text


def test_a_resident_disputes_a_fact(scene):
    window = scene.come("active", "/me/facts", NARROW)
    window.follow("提出异议|Dispute")
    window.press("提交异议|Send it")
    assert window.shows("有内容需要更正|There is a problem")
    window.fill("哪里不对？应当是什么？|What is wrong, and what is right?", "单位名称有误")
    window.press("提交异议|Send it")
    assert window.open("/me/facts").shows("已提异议|disputed")


def test_a_parent_acts_for_a_child(scene):
    window = scene.come("parent", "/me/people", NARROW)
    choices = window.driver.find_elements(By.CSS_SELECTOR, "main input[name=resident]")
    name = window.driver.find_element(
        By.CSS_SELECTOR, f"label[for='{choices[1].get_attribute('id')}']"
    )
    child = name.text
    name.click()
    window.press("继续|Continue")
    window.open("/me")
    assert child in window.heading
    assert window.shows("您正在代为办理|You are acting for")
    window.follow("改回本人|Act for yourself again")
    if window.path != "/me":
        # A link changes nothing by itself: one says so once more.
        window.choose("我自己|Myself").press("继续|Continue")
    window.open("/me")
    assert child not in window.heading


def test_a_resident_sees_who_read_the_file(scene):
    window = scene.come("active", "/me/access", NARROW)
    assert window.shows("每次查阅都会留下记录|Every reading is recorded")


def test_by_keys_alone_a_phone_is_changed(scene, personal):
    someone = citizen(2, personal)
    window = scene.come("active", "/me", NARROW)
    scene.keys.press("联系方式|Contact")
    assert window.path == "/me/contact"
    window.field("联系电话|Phone").clear()
    window.open("/me/contact")
    scene.keys.go("联系电话|Phone", ("input",))
    # As somebody would: all that stands there is chosen, and typed over.
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    ActionChains(window.driver).key_down(Keys.CONTROL).send_keys("a").key_up(Keys.CONTROL).perform()
    scene.keys.send(someone.phone)
    scene.keys.press("保存|Save")
    assert window.shows("联系电话已变更|Your phone has been changed")

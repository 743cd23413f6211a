"""What begins on one side of the window and goes on at the other."""

import datetime

import pytest

from harness.people import come_in

pytestmark = pytest.mark.browser
NARROW, MIDDLE, WIDE = 320, 768, 1280
EMPLOYMENT = "合法稳定就业|stable employment"


def today() -> str:
    """The day in the office, which keeps Beijing's time."""
    return (datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=8)).date().isoformat()


def test_a_draft_is_gone_on_with_on_another_device(scene, new_window):
    phone = scene.come("waiting", "/me/apply", NARROW)
    phone.follow("申领事由|Why you would have a permit")
    phone.choose("就业|Employment").press("保存并继续|Save and continue")
    # Another browser altogether, of another size, and signed in for itself.
    desktop = new_window(scene.service, language=scene.language, scripts=scene.window.scripts)
    desktop.watched = scene.window.watched
    other = come_in(scene.service, scene.accounts["waiting"], scene.language)
    desktop.cookies_from(other).resize(WIDE)
    desktop.open("/me/apply")
    assert desktop.shows("已完成 1 项|1 of 5")
    # Both look at the same page; what is saved second does not silently undo the first.
    phone.open("/me/apply/basis")
    desktop.open("/me/apply/basis").choose("就读|Study").press("保存并继续|Save and continue")
    phone.choose("住所|Residence").press("保存并继续|Save and continue")
    assert phone.shows("另一台设备上已保存|Saved on another device")
    assert phone.shows("什么都没有丢|Nothing is lost")
    phone.press("用刚才填写的|Use what I just filled in")
    desktop.open("/me/apply/basis")
    assert desktop.field("住所|Residence").is_selected()
    desktop.close()


def test_a_disputed_fact_is_answered_by_its_source(scene):
    window = scene.come("active", "/me/facts", NARROW)
    window.follow("提出异议|Dispute")
    window.fill("哪里不对？应当是什么？|What is wrong, and what is right?", "单位名称有误")
    window.press("提交异议|Send it")
    assert window.shows("已提异议|disputed")
    window = scene.come("department", "/desk", WIDE).follow_row("答复异议|Answer the dispute")
    assert window.shows("单位名称有误|单位名称有误")
    window.follow("答复异议|Answer the dispute").press("答复异议|Answer the dispute")
    assert window.shows("有内容需要更正|There is a problem")
    window.choose("不成立，维持原数据|No, the fact stands")
    window.fill("理由（将告知本人）|Reason, which is told to the person", "与社保缴费记录一致")
    window.press("答复异议|Answer the dispute")
    window.open("/desk")
    assert not window.shows("答复异议|Answer the dispute")
    window = scene.come("active", "/me/facts", NARROW)
    assert not window.shows("已提异议|disputed")
    # The person is told the answer with its reason, and may disagree again.
    assert window.open("/me/notices").shows("与社保缴费记录一致|与社保缴费记录一致")


def test_a_department_answers_what_it_is_asked(scene):
    window = scene.come("department", "/desk", MIDDLE).follow_row("答复核查|Check the facts asked for")
    file = window.path.split("/")[-1]
    window.follow(EMPLOYMENT).fill("数据截至日期|The day for which this holds", "")
    window.press("提供核验数据|State a fact")
    assert window.shows("有内容需要更正|There is a problem")
    window.fill("数据截至日期|The day for which this holds", today())
    window.choose("否|No").press("提供核验数据|State a fact")
    assert window.shows("现有：否|now: no")
    window.press("数据已提供，答复核查|The facts are stated: close the check")
    window.open("/desk")
    assert not window.shows("答复核查|Check the facts asked for")
    # It was asked once, and has no more business with the file.
    window.open(f"/desk/checks/{file}")
    assert not window.offers("数据已提供，答复核查|The facts are stated: close the check")
    # One thing is a no, others nobody has stated: the reviewer can neither approve nor refuse yet.
    window = scene.come("reviewer", "/desk", WIDE).follow_row(file)
    assert not window.offers("不予批准|Refuse")
    assert not window.offers("批准|Approve")
    assert window.shows("现在不能办理的，及其原因|What can’t be done now, and why")
    window.follow("送部门核查|Ask departments")
    window.choose("连续就读|continuous study").press("送部门核查|Ask departments")
    window = scene.come("department", "/desk", NARROW).follow_row(file)
    window.follow("连续就读|continuous study").choose("是|Yes").press("提供核验数据|State a fact")
    window.press("数据已提供，答复核查|The facts are stated: close the check")
    # The others that were asked have until their last day: before it nobody decides without them.
    window = scene.come("reviewer", "/desk", WIDE).follow_row(file)
    assert not window.offers("批准|Approve")
    window = scene.come("applicant", "/me/applications", NARROW).follow_row("就业|mployment")
    assert window.shows("公共服务局已答复|ublic service answered")


def test_a_resident_endorses_and_the_window_sees_it(scene):
    window = scene.come("endorse", "/me/permit", NARROW)
    due = window.told("签注截止|Endorse by")
    window.follow("办理签注|Endorse the permit")
    scene.keys.press("现在签注|Endorse now")
    assert window.shows("签注已完成|The permit has been endorsed")
    window.open("/me/permit")
    assert window.told("签注截止|Endorse by") != due
    assert window.shows("历次签注|Endorsements")
    name = window.open("/me/certificate").told("持证人|Holder")
    window = scene.come("clerk", "/desk/search", WIDE)
    window.fill("姓名、拼音|Name, pinyin", name).press("查找|Search").follow_row(name)
    assert window.shows("签注|ndorse")
    # It was endorsed a moment ago: the window cannot endorse it once more.
    assert not window.offers("签注|Endorse")

"""Somebody who comes for the first time, told only “find out whether and how you can settle”.

How long it takes is reckoned and not clocked, and printed: every word in view of every page is read,
at 230 words or 400 characters a minute, the buttons on each page again; what is typed is typed, and
each choice and press takes a moment. Held fast is how many questions it takes, and how long.
"""

import re

import pytest
from selenium.webdriver.common.by import By

pytestmark = pytest.mark.browser
MOST_QUESTIONS = 25
# Seconds: for a choice or a press, for a field that is typed, for a page to come.
CHOICE, FIELD, PAGE = 1.5, 2.5, 0.5

BORN = "您的出生日期是哪一天？|When were you born?"
HOUSEHOLD = "您的户口现在在哪里？|Where is your household registered now?"
RELOCATED = "您是从北京疏解来的单位的人员吗？|Do you work for a unit that moved here from Beijing?"
FAMILY = (
    "您有要填写的配偶、子女或者父母吗？|Do you have a spouse, children or parents of whom to tell?"
)
PERMIT = "您有雄安新区居住证吗？状态如何？|Do you hold a Xiong'an residence permit?"
INSURED = "您缴纳过社会保险吗？|Have you paid social insurance?"
ELSEWHERE, NO, YES = "国内其他地方|Elsewhere in China", "否|No", "是|Yes"
NONE, HAVE = "没有|No", "有|Yes"

# What is true of everybody here, unless they say otherwise.
COMMON = {
    HOUSEHOLD: ELSEWHERE,
    RELOCATED: NO,
    FAMILY: NONE,
    INSURED: NONE,
    "您身份证上的性别是？|What is your sex, as on your identity card?": "女|Female",
    "您的岗位属于干部还是工人？|Is your post that of a cadre or of a worker?": "工人|Worker",
    "您是否取得雄安新区的人才认定？|Has Xiong'an recognised you as talent?": "没有|None",
    PERMIT: "没有|No",
    "您上大学、中专以前的户口在哪里（生源地）？"
    "|Where was your household registered before you went to study?": "其他|Elsewhere",
    "您从高等学校或者中等学校毕业过吗？|Have you finished a university or a secondary school?": NONE,
    "您的单位属于哪个产业？|In which industry is your employer?": "其他产业|Another",
    "您申请落户，单位会为您确认吗？|Would your employer confirm your application to settle?": YES,
    "您的工作确属新区特殊需要吗？|Is your work specially needed by Xiong'an?": NO,
    "您有犯罪记录吗？|Do you have a criminal record?": NONE,
    "您在雄安新区有合法稳定就业吗？|Do you have legal and stable work in Xiong'an?": HAVE,
    "您在雄安新区有合法稳定住所吗？|Do you have a legal and stable home in Xiong'an?": HAVE,
    "您的单位符合准入政策，并在新区登记、正常经营、依法纳税吗？"
    "|Is your employer admitted to Xiong'an, registered, in operation and paying its taxes?": YES,
}
PEOPLE = {
    "staff of a unit from Beijing": (
        {BORN: "1980-4-16", HOUSEHOLD: "北京|Beijing", RELOCATED: YES},
        "京籍疏解人员落户|Relocated with Beijing registration",
        "您可以办理|Open to you",
        7,
        140,
    ),
    "a migrant worker with a permit": (
        {
            BORN: "1990-5-6",
            PERMIT: "有，正常使用|Yes, and it is in force",
            INSURED: [("2021", "3", "雄安新区|Xiong'an")],
        },
        "积分落户|Settlement by points",
        "您符合申报条件|You meet the conditions to declare",
        9,
        180,
    ),
    "somebody who joins a spouse": (
        {
            BORN: "1992-4-16",
            FAMILY: [("配偶|Spouse", YES, "雄安新区|Xiong'an")],
        },
        "亲属投靠落户|Joining family",
        "您可以办理|Open to you",
        4,
        130,
    ),
}


class Reader:
    """Reads and fills in, and reckons how long that takes."""

    def __init__(self, window):
        self.window, self.seconds, self.pages = window, 0.0, 0
        self.rate = 400 / 60 if window.language == "zh" else 230 / 60

    def read(self, element=None) -> None:
        """Reads what is in view of the page, or of a part of it."""
        text = (element or self.window.driver.find_element(By.TAG_NAME, "main")).text
        pieces = re.findall(r"[\u4e00-\u9fff]|\w+", text) if self.rate > 5 else text.split()
        self.seconds += len(pieces) / self.rate + PAGE
        self.pages += 1

    def press(self, words: str) -> None:
        self.window.press(words)
        self.seconds += CHOICE

    def choose(self, words: str, field: str = "answer") -> None:
        """Chooses by what stands beside the button."""
        wanted = self.window.say(words)
        for label in self.window.driver.find_elements(By.CSS_SELECTOR, f"label[for^='{field}']"):
            if label.text.strip() == wanted:
                label.click()
                self.seconds += CHOICE
                return
        raise AssertionError(f"no choice “{wanted}”: {self.window.heading}")

    def type(self, field: str, text: str) -> None:
        self.window.driver.find_element(By.NAME, field).send_keys(text)
        self.seconds += FIELD

    def answer(self, said) -> None:
        """Answers the question in view: a day, a choice, or records one after the other."""
        if isinstance(said, list):
            self.choose(HAVE)
            self.press("继续|Continue")
            for number, record in enumerate(said):
                self.read()
                self.record(record)
                more = number < len(said) - 1
                self.press("再填一段|Another" if more else "就这些，继续|That is all")
            return
        if re.fullmatch(r"\d+-\d+-\d+", said):
            for part, text in zip(("year", "month", "day"), said.split("-"), strict=True):
                self.type(f"answer-{part}", text)
        else:
            self.choose(said)
        self.press("继续|Continue")

    def record(self, record) -> None:
        if record[0].isdigit():
            # A spell that goes on.
            self.type("a0-year", record[0])
            self.type("a0-month", record[1])
            self.choose("仍在继续（至今）|It still goes on", "a1")
            self.choose(record[2], "a2")
            return
        for field, words in zip(("a0", "a2", "a3"), record, strict=True):
            self.choose(words, field)


@pytest.mark.parametrize("who", PEOPLE)
def test_whether_and_how_one_can_settle_is_known_after_few_questions(scene, who):
    told, way, outcome, most, longest = PEOPLE[who]
    said = {scene.say(question): answer for question, answer in (COMMON | told).items()}
    window = scene.guest(360).open("")
    reader = Reader(window)
    reader.read(window.driver.find_element(By.CSS_SELECTOR, ".aj-hero"))
    reader.press("看看我能不能落户|Find out whether I can settle")
    questions = []
    while "/ways/question" in window.path and len(questions) < MOST_QUESTIONS:
        questions.append(window.heading)
        reader.read()
        reader.answer(said[window.heading])
    assert "/ways/result" in window.path, questions
    panel = window.driver.find_element(By.CSS_SELECTOR, ".aj-panel")
    assert scene.say(outcome) in panel.text and scene.say(way) in panel.text, panel.text
    reader.read(panel)
    print(f"{scene.language} {who}: {len(questions)} questions, {reader.pages} pages, "
          f"{reader.seconds:.0f} s")  # fmt: skip
    assert len(questions) <= most, questions
    assert reader.seconds <= longest, reader.seconds

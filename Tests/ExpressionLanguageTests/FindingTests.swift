import Testing

/// What is wrong with an expression, to the character.
@Suite struct FindingTests {
  @Test(arguments: [
    ("education = 1️⃣“master”2️⃣", "curly-quotes"),
    ("education = 1️⃣「master」2️⃣", "curly-quotes"),
    ("tax paid >= 1️⃣40,000,0002️⃣ yuan", "comma-in-number"),
    ("insured months 1️⃣＞2️⃣ 3 years", "full-width-sign"),
    ("insured months 1️⃣≥2️⃣ 3 years", "full-width-sign"),
    ("children = 1️⃣３2️⃣", "full-width-sign"),
    ("children 1️⃣==2️⃣ 3", "foreign-sign"),
    ("children 1️⃣<>2️⃣ 3", "foreign-sign"),
    ("children > 31️⃣;2️⃣", "strange-character"),
    ("education = 1️⃣\"master2️⃣", "open-quote"),
    ("children > 1️⃣1.2.32️⃣", "bad-number"),
    ("children > 1️⃣9_999_999_999_999_999_9992️⃣", "bad-number"),
    ("birth date < 1️⃣2023-02-292️⃣", "no-such-day"),
    ("applied at < 1️⃣2023-02-28 24:002️⃣", "no-such-time"),
  ]) func `characters`(marked: String, id: String) {
    expectFindings(marked, [id])
  }

  @Test(arguments: [
    ("children 1️⃣*2️⃣", "unfinished-expression"),
    ("(children > 1️⃣32️⃣", "unfinished-expression"),
    ("if with spouse then 1 els1️⃣e2️⃣", "unfinished-expression"),
    ("education in 1️⃣32️⃣", "not-a-list"),
    ("children 1️⃣32️⃣", "unexpected"),
    ("insured months 1️⃣months2️⃣ >= 3 years", "unexpected"),
    ("birth date < 1️⃣2023-022️⃣", "month-in-expression"),
    ("1️⃣not2️⃣ criminal record", "not-without-bracket"),
    ("insured months >= 3 1️⃣yeers2️⃣", "unknown-unit"),
    ("any(awards[1️⃣award money2️⃣ > 3 yuan])", "unknown-name"),
    ("largest(awards.1️⃣award money2️⃣)", "unknown-attribute"),
    ("1️⃣insured month2️⃣ >= 3 years", "unknown-name"),
    ("1️⃣roundup2️⃣(3)", "unknown-name"),
    ("1️⃣children-12️⃣", "minus-without-spaces"),
    ("if with spouse 1️⃣12️⃣", "unexpected"),
    ("children + 1️⃣*2️⃣ 2", "unexpected"),
    ("1️⃣or2️⃣ with spouse", "unexpected"),
  ]) func `structure`(marked: String, id: String) {
    expectFindings(marked, [id])
  }

  @Test(arguments: [
    ("1️⃣awards2️⃣", "bare-records"), ("1️⃣children / 22️⃣", "division-outside-round"),
    ("with spouse and 1️⃣children2️⃣", "not-a-condition"),
    ("children + 1️⃣birth date2️⃣", "not-a-number"), ("children + 1️⃣none2️⃣", "bare-none"),
    ("not(1️⃣none2️⃣)", "bare-none"), ("1️⃣none2️⃣ otherwise 3", "bare-none"),
    ("year(1️⃣children2️⃣)", "not-a-date"), ("1️⃣bonus2️⃣ >= 3 points", "may-be-none"),
    ("1️⃣bonus2️⃣ + 3 points", "may-be-none"), ("1️⃣education2️⃣ = none", "never-none"),
    ("1️⃣children otherwise 02️⃣", "never-none"), ("education = 1️⃣32️⃣", "unlike-types"),
    ("education = 1️⃣\"masters\"2️⃣", "no-such-value"),
    ("1️⃣education >= \"master\"2️⃣", "no-order"),
    ("1️⃣tax paid * 1_000_000_000_0002️⃣", "may-overflow"),
    ("round(tax paid / 1️⃣children2️⃣, 2, up)", "division-by-zero"),
    ("insured months >= 1️⃣32️⃣", "number-without-unit"),
    ("1️⃣32️⃣ <= insured months", "number-without-unit"),
    ("insured months + 1️⃣3 points2️⃣", "unlike-units"),
    ("1️⃣worth2️⃣", "needs-record"),
    ("1️⃣converted2️⃣", "needs-arguments"), ("1️⃣converted(1, 2)2️⃣", "wrong-arguments"),
    ("converted(1️⃣level: 32️⃣)", "needless-label"),
    ("converted(1️⃣children * 22️⃣)", "argument-outside"),
    ("1️⃣children2️⃣(3)", "not-callable"),
    ("age(birth date, 1️⃣at: legal date2️⃣, on: legal date, full: birthday)", "unknown-argument"),
    (
      "age(birth date, on: legal date, 1️⃣on: legal date2️⃣, full: birthday)",
      "doubled-argument"
    ), ("1️⃣age(birth date, on: legal date)2️⃣", "missing-argument"),
    ("1️⃣months(stays, to: legal date)2️⃣", "missing-argument"),
    ("round(children, 1, 1️⃣half upp2️⃣)", "unknown-choice"),
    ("add(birth date, 1️⃣1.5 days2️⃣)", "part-of-a-day"),
    ("add(birth date, 3 days, month end: 1️⃣down2️⃣)", "needless-month-end"),
    ("add(birth date, 1️⃣3 points2️⃣)", "not-a-time-span"),
    ("date(1️⃣2024 years2️⃣, 1, 1)", "not-a-whole-number"),
    ("date(2024, 1️⃣children + 52️⃣, 1)", "date-part-outside"),
    ("1️⃣date(2024, 2, 30)2️⃣", "no-such-day"), ("round(children, 1️⃣92️⃣, up)", "bad-digits"),
    ("count(1️⃣children2️⃣)", "not-records"), ("months(1️⃣awards2️⃣, to: legal date)", "not-spells"),
    ("months(1️⃣jobs and stays2️⃣, to: legal date)", "mixed-grains"),
    ("count(awards.1️⃣award points2️⃣)", "needless-attribute"),
    ("1️⃣sum(awards)2️⃣", "needs-attribute"),
    ("sum(awards.1️⃣prize2️⃣)", "may-be-none"),
    ("months(jobs, to: legal date, counting: 1️⃣any day2️⃣)", "needless-counting"),
    ("1️⃣days(jobs, to: legal date)2️⃣", "days-of-months"),
    ("current run(jobs, to: legal date, gap: 1️⃣3 points2️⃣)", "bad-gap"),
    ("age in 1️⃣[45 years..18 years]2️⃣", "backwards-range"),
    ("children in 1️⃣with spouse2️⃣", "not-a-list"),
  ]) func `meaning`(marked: String, id: String) {
    expectFindings(marked, [id])
  }

  @Test func `two things at once are both told`() {
    expectFindings(
      "1️⃣bonus2️⃣ > 3 points and insured months >= 3️⃣34️⃣",
      ["may-be-none", "number-without-unit"]
    )
  }
}

extension Scaffold {
  /// What is known of a person.
  var dictionary: String {
    """
    ---
    dictionary: \(jurisdiction)
    title: 示例核验数据 · Sample facts
    ---

    <!-- Everything in this folder is made up, to be replaced. A comment like this binds nothing.
         本文件夹内容均为虚构，供替换。像这样的注释不产生任何效力。 -->

    # 类型 · Types

    <!-- A type that several facts share: a list of values, each with its Chinese label.
         多个事实共用的类型：列出取值，各附中文标签。 -->

    | type | is | unit |
    |---|---|---|
    | place · 地区 | "here" · 本地, "elsewhere" · 外地 | |

    # 本人 · The person

    <!-- One row a fact: its name, what it can be, who verifies it, whether it is personal, whether
         the person can change it. `<` between values gives them an order, the least first.
         每行一项事实：名称、可能的取值、由谁核验、是否涉及个人、本人能否改变。取值之间用 < 表示从低到高。 -->

    | fact | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | permit state · 居住证状态 | "none" · 无, "active" · 有效 | | police · 公安 | yes | yes |
    | education · 学历 | "none" · 无 < "bachelor" · 本科 < "master" · 硕士 | | school · 学校 | yes | yes |
    | veteran · 退役军人 | yes/no | | veterans office · 退役军人局 | yes | no |

    # 记录 · Records

    <!-- What has a beginning and an end: spells, by months or by days. `from` and `to` need no row.
         有起有止的：时段，按月或按日。起止两列不必写。 -->

    ## 社会保险 · Insurance {spells: months} {up to: 60}

    | attribute | type | unit | verified by | personal | can change |
    |---|---|---|---|---|---|
    | insured place · 参保地 | place | | insurance office · 社保 | yes | yes |

    """
  }

  /// A person to try the measure on.
  var applicant: String {
    """
    # 虚构的申请人 · A made-up applicant
    name: 张三
    permit state: active
    education: master
    veteran: no
    insurance:
      - {from: \(month(paid: 30)), to: none, insured place: here}

    """
  }
}

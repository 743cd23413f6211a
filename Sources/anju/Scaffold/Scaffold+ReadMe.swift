extension Scaffold {
  /// The next three steps, in both languages.
  var readMe: String {
    """
    # \(jurisdiction)/\(measure)

    **Everything here is made up**: a sample measure to begin from, with one article of each kind. It passes every check as it stands; keep it passing while you replace it, article by article.

    | file | |
    |---|---|
    | `\(jurisdiction)/facts.md` | what is known of a person |
    | `\(jurisdiction)/\(measure)/\(from).md` | the measure, named by its first day in force |
    | `\(jurisdiction)/\(measure)/scenarios/\(measure).md` | people, and what must be decided |
    | `applicant.yaml` | one person to try |

    The next three steps, in this folder:

    1. Check: `anju policy check . --strict`. Then name your own facts in the dictionary and check again.
    2. Write your first article over Article 2, with a scenario on both sides of each limit: `anju policy test . --coverage`.
    3. Try a person: `anju assess applicant.yaml --policies .`. Then say of each value how it is founded: `enacted`, `reported` or `sample`.

    `anju policy format .` keeps the layout.

    ---

    **本文件夹内容均为虚构**：一部供起步的示例办法，每种条文各一条。现在即可通过全部检查；请逐条替换，并始终保持通过。

    | 文件 | |
    |---|---|
    | `\(jurisdiction)/facts.md` | 数据字典：对个人要掌握的事实 |
    | `\(jurisdiction)/\(measure)/\(from).md` | 办法，以施行之日命名 |
    | `\(jurisdiction)/\(measure)/scenarios/\(measure).md` | 情形：什么人，应得什么结果 |
    | `applicant.yaml` | 一名试用的申请人 |

    接下来三步，在本文件夹中：

    1. 检查：`anju policy check . --strict`。然后在数据字典中写入您的事实，再次检查。
    2. 以您的第一条替换第二条，每个界限两侧各写一个情形：`anju policy test . --coverage`。
    3. 试一个人：`anju assess applicant.yaml --policies .`。然后为每个取值注明依据：`enacted`（有官方文本）、`reported`（据报道）或 `sample`（样例）。

    `anju policy format .` 保持统一版式。

    """
  }
}

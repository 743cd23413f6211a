"""Texts that would be a script, a query, a template or a header, were they taken for one."""

# Breaks out of wherever it is put: an attribute, a title, a field, a script, a comment.
POLYGLOT = (
    "\"'`--></title></textarea></script></style>"
    "<svg onload=\"document.title='broken in'\"><planted planted=1>"
    "<script>document.title='broken in'</script>"
)
SCRIPTS = (POLYGLOT, "javascript:document.title='broken in'")
OTHERS = (
    "' OR '1'='1' --", "\"; DROP TABLE accounts; --", "1) UNION SELECT 1,2,3 --", "%' AND 1=1 --",
    "{{csrf}}", "{{{csrf}}}", "{{#account}}{{name}}{{/account}}", "[[中文|English]]", "${7*7}",
    "x\r\nSet-Cookie: planted=1", "x\nLocation: https://evil.example", "a\u0000b", "\u202egnp.exe",
    "../../../etc/passwd", "$(id)", "`id`", "| id", "A" * 20_000, "💥" * 200, "%s%n%x", "-1",
    "99999999999999999999", "NaN", "1e309", "0x7fffffff", "\ud7ff\ue000", "é" * 3 + "\u0301" * 500,
    "(" * 10_000, "*", "NEAR(", '"', "％' ＯＲ １＝１", "../desk", "zzzzzzzzzz",
)  # fmt: skip


def planted(number: int) -> str:
    """A short hostile text that can be told from every other, to be kept and shown again."""
    return f"\"'><planted id=k{number} onclick=x>&lt;{{{{csrf}}}}k{number}"


def shown_raw(number: int) -> str:
    """What stands in a page where that text was not made harmless."""
    return f"<planted id=k{number}"


def shown_safely(number: int) -> str:
    """What stands in a page where it was, and nowhere else: letters only."""
    return f"}}}}k{number}"

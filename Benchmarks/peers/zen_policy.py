"""The equal policy (../equal-policy) as a decision of zen-engine: a JSON decision model (JDM)."""

import json

AGE = [("<= 35", "20"), ("[36..45]", "15"), ("[46..50]", "8"), ("> 50", "0")]
EDUCATION = [("doctorate", 50), ("master", 40), ("bachelor", 30), ("college", 15), ("none", 0)]
TITLE = [("senior", 45), ("intermediate", 30), ("junior", 10), ("none", 0)]
BONUS = [("not in ['other']", "", 10), ("", "'new area'", 5), ("", "'province'", 15), ("", "'nation'", 25)]

DERIVED = {
    # Full on the day after the birthday: on 1 January everyone has the years from the year of birth,
    # less one.
    "age": "roundYear - year(d(birthDate)) - 1",
    "bestHonour": "some(honours, # == 'nation') ? 'nation' : some(honours, # == 'province') ? "
    "'province' : some(honours, # == 'new area') ? 'new area' : 'none'",
    "employmentPoints": "min([round(insuredMonths * 3 / 12, 2), 60])",
    "residencePoints": "min([round(ownHomeMonths * 2 / 12, 2) + round(otherHomeMonths / 12, 2), 20])",
    "deductionPoints": "count(detentions, year(d(#)) >= roundYear - 5 and year(d(#)) < roundYear) * -15",
    "mayApply": "householdPlace != 'xiongan' and permitState == 'active' and insuredMonths >= 36 "
    "and d(legalDate) <= d(retirementDay) and not criminalRecord and employerQualifies "
    "and stableEmployment and stableResidence",
}
RESULT = {
    "mayApply": "derived.mayApply",
    "points": "max([age.points + max([education.points, title.points]) + derived.employmentPoints + "
    "derived.residencePoints + min([sum(map(bonus, #.points)), 30]) + derived.deductionPoints, 0])",
}


def _expressions(name, expressions, path=None):
    return {
        "id": name, "name": name, "type": "expressionNode",
        "content": {
            "expressions": [
                {"id": key, "key": key, "value": value} for key, value in expressions.items()
            ],
            "passThrough": path is not None, "outputPath": path, "executionMode": "single",
        },
    }


def _table(name, fields, rows, hit="first"):
    return {
        "id": name, "name": name, "type": "decisionTableNode",
        "content": {
            "hitPolicy": hit, "passThrough": True, "outputPath": name, "executionMode": "single",
            "inputs": [{"id": f"i{n}", "name": field, "field": field} for n, field in enumerate(fields)],
            "outputs": [{"id": "points", "name": "points", "field": "points"}],
            "rules": [
                {"_id": f"{name}{n}", **{f"i{m}": cell for m, cell in enumerate(row[:-1])},
                 "points": str(row[-1])}
                for n, row in enumerate(rows)
            ],
        },
    }


def decision():
    """The whole decision as JSON: one node after another, as its editor draws a chain."""
    nodes = [
        {"id": "request", "name": "request", "type": "inputNode"},
        _expressions("derive", DERIVED, "derived"),
        _table("age", ["derived.age"], AGE),
        _table("education", ["education"], [(f"'{name}'", points) for name, points in EDUCATION]),
        _table("title", ["title"], [(f"'{name}'", points) for name, points in TITLE]),
        _table("bonus", ["employerIndustry", "derived.bestHonour"], BONUS, "collect"),
        _expressions("result", RESULT),
        {"id": "response", "name": "response", "type": "outputNode"},
    ]
    edges = [
        {"id": f"e{n}", "sourceId": one["id"], "targetId": next_["id"], "type": "edge"}
        for n, (one, next_) in enumerate(zip(nodes, nodes[1:]))
    ]
    return json.dumps({"nodes": nodes, "edges": edges})

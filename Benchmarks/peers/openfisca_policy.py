"""The equal policy (../equal-policy) as an OpenFisca country package in one file.

OpenFisca has no lists: it is given the best honour and the number of detentions that count.
"""

import datetime

import numpy
from openfisca_core.entities import build_entity
from openfisca_core.periods import ETERNITY
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERSON = build_entity(key="person", plural="persons", label="Person", is_person=True)
HONOURS = ["none", "new area", "province", "nation"]
YEAR = "2026"


def _input(name, kind):
    return type(name, (Variable,), {
        "value_type": kind, "entity": PERSON, "definition_period": ETERNITY, "label": name,
    })


def _formula(name, kind, formula):
    return type(name, (Variable,), {
        "value_type": kind, "entity": PERSON, "definition_period": ETERNITY, "label": name,
        "formula": formula,
    })


INPUTS = {
    "round_year": int, "birth_year": int, "legal_day": int, "retirement_day": int,
    "household_place": str, "criminal_record": bool, "education": str, "title": str,
    "permit_state": str, "stable_employment": bool, "stable_residence": bool,
    "employer_qualifies": bool, "employer_industry": str, "insured_months": int,
    "own_home_months": int, "other_home_months": int, "best_honour": str, "detentions": int,
}


def _table(values, rows, default=0):
    return numpy.select([values == name for name, _ in rows], [points for _, points in rows], default)


def _rounded(months, points):
    """Hundredths of a point for some months at points a year, half up."""
    return (months * points * 100 * 2 + 12) // 24


def age_points(person, period):
    age = person("round_year", period) - person("birth_year", period) - 1
    return numpy.select([age <= 35, age <= 45, age <= 50], [2000, 1500, 800], 0)


def learning_points(person, period):
    education = _table(person("education", period), [
        ("doctorate", 5000), ("master", 4000), ("bachelor", 3000), ("college", 1500)])
    title = _table(person("title", period), [
        ("senior", 4500), ("intermediate", 3000), ("junior", 1000)])
    return numpy.maximum(education, title)


def employment_points(person, period):
    return numpy.minimum(_rounded(person("insured_months", period), 3), 6000)


def residence_points(person, period):
    own = _rounded(person("own_home_months", period), 2)
    return numpy.minimum(own + _rounded(person("other_home_months", period), 1), 2000)


def bonus_points(person, period):
    industry = numpy.where(person("employer_industry", period) != "other", 1000, 0)
    honour = _table(person("best_honour", period), [
        ("new area", 500), ("province", 1500), ("nation", 2500)])
    return numpy.minimum(industry + honour, 3000)


def total_points(person, period):
    total = sum(person(name, period) for name in (
        "age_points", "learning_points", "employment_points", "residence_points", "bonus_points"))
    return numpy.maximum(total - 1500 * person("detentions", period), 0)


def may_apply(person, period):
    return (
        (person("household_place", period) != "xiongan")
        & (person("permit_state", period) == "active")
        & (person("insured_months", period) >= 36)
        & (person("legal_day", period) <= person("retirement_day", period))
        & ~person("criminal_record", period)
        & person("employer_qualifies", period)
        & person("stable_employment", period)
        & person("stable_residence", period)
    )


FORMULAS = [age_points, learning_points, employment_points, residence_points, bonus_points, total_points]


def system():
    """The whole policy."""
    system = TaxBenefitSystem([PERSON])
    for name, kind in INPUTS.items():
        system.add_variable(_input(name, kind))
    for formula in FORMULAS:
        system.add_variable(_formula(formula.__name__, int, formula))
    system.add_variable(_formula("may_apply", bool, may_apply))
    return system


def _day(text):
    return datetime.date.fromisoformat(text).toordinal()


def columns(people):
    """What people are given as, an array for each input."""
    rows = []
    for facts in people:
        year = facts["roundYear"]
        window = range(year - 5, year)
        rows.append((
            year, int(facts["birthDate"][:4]), _day(facts["legalDate"]), _day(facts["retirementDay"]),
            facts["householdPlace"], facts["criminalRecord"], facts["education"], facts["title"],
            facts["permitState"], facts["stableEmployment"], facts["stableResidence"],
            facts["employerQualifies"], facts["employerIndustry"], facts["insuredMonths"],
            facts["ownHomeMonths"], facts["otherHomeMonths"],
            max(facts["honours"], key=HONOURS.index, default="none"),
            sum(int(day[:4]) in window for day in facts["detentions"]),
        ))
    return {
        name: numpy.array([row[n] for row in rows], dtype=object if kind is str else kind)
        for n, (name, kind) in enumerate(INPUTS.items())
    }


def decide(system, columns):
    """Whether each may apply, and each total in hundredths of a point."""
    count = len(columns["round_year"])
    simulation = SimulationBuilder().build_default_simulation(system, count)
    for name, values in columns.items():
        simulation.set_input(name, YEAR, values)
    return simulation.calculate("may_apply", YEAR), simulation.calculate("total_points", YEAR)

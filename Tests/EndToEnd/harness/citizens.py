"""People of the tests: made up, with identity numbers that check out and are nobody's."""

import dataclasses
import random

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
FAMILIES = "欧阳司徒上官端木"
GIVEN = "澄湛泓漪涟渌沅沚"


@dataclasses.dataclass(frozen=True)
class Citizen:
    """Somebody who has not been to the office."""

    name: str
    number: str
    phone: str


def checked(digits: str) -> str:
    """A citizen's number of 17 digits with its check digit (GB 11643)."""
    rest = sum(int(d) * w for d, w in zip(digits, WEIGHTS, strict=True)) % 11
    return digits + "10X98765432"[rest]


# The made-up numbers of some of the demo's people, who are made anew in each city alike.
DEMO_NUMBERS = {
    "active": checked("139999" + "19880309" + "131"),
    "suspended": checked("139999" + "19920309" + "184"),
    "applicant": checked("139999" + "19950309" + "195"),
    "waiting": checked("139999" + "19980309" + "217"),
}


def citizen(seed: int, personal=None) -> Citizen:
    """Somebody, always the same for a seed; remembered as somebody no log may tell of."""
    chance = random.Random(seed)
    family = FAMILIES[chance.randrange(4) * 2 :][:2]
    name = family + chance.choice(GIVEN) + chance.choice(GIVEN)
    digits = "130638"
    digits += f"{chance.randrange(1970, 1999)}{chance.randrange(1, 13):02}{chance.randrange(1, 28):02}"
    digits += f"{chance.randrange(1, 999):03}"
    someone = Citizen(name, checked(digits), f"139{chance.randrange(10**8):08}")
    if personal is not None:
        personal.add(someone.name, someone.number, someone.phone)
    return someone

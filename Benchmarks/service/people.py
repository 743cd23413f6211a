"""Simulated people: visitors, residents and clerks, and what each does with the pages.

A person's next request is due a while after the one before was due, however long the answer took,
and its time counts from when it was due: what waits behind a slow answer is slow as well.
"""

import asyncio
import random

from browser import Unexpected

THINK = 10.0  # Seconds between what a person does, on average.
LANGUAGES = ("/zh", "/zh", "/zh", "/en")


def fill(form, rng, **given):
    """What a person sends: what the form held, the first lines as they stand, and choices."""
    fields = list(form.values)
    for name, values in form.radios.items():
        fields.append((name, given.pop(name, None) or rng.choice(values)))
    for name, value in form.checks:
        if given.get(name, True):
            fields.append((name, value))
    for name, values in form.selects.items():
        fields.append((name, given.pop(name, values[0] if values else "")))
    for name, _, value in form.lines:
        fields.append((name, given.pop(name, value)))
    return fields


class Person:
    def __init__(self, city, browser, seed):
        self.city, self.browser = city, browser
        self.rng = random.Random(seed)
        self.due = 0.0
        self.home = self.rng.choice(LANGUAGES)

    async def live(self, spread):
        """Does one thing after the other for ever; people start at different moments."""
        loop = asyncio.get_running_loop()
        self.due = loop.time() + self.rng.uniform(0, spread)
        await self.wait()
        while True:
            try:
                await self.errand()
            except Unexpected as error:
                self.city.fail(str(error))
            except (OSError, EOFError) as error:
                self.city.fail(f"{type(error).__name__} of the connection")
            await self.think()

    async def think(self):
        self.due += self.rng.expovariate(1 / THINK)
        await self.wait()

    async def wait(self):
        pause = self.due - asyncio.get_running_loop().time()
        if pause > 0:
            await asyncio.sleep(pause)

    async def page(self, path, kind="page"):
        """Opens a page after a while."""
        await self.think()
        return self.check(await self.browser.get(self.home + path, kind, self.due))

    async def open(self, link):
        """Follows a link of a page after a while."""
        await self.think()
        return self.check(await self.browser.get(link, "page", self.due))

    async def send(self, form, fields, kind="submit", may=(200,)):
        """Sends a form after a while."""
        await self.think()
        page = await self.browser.post(form.action, fields, kind, self.due)
        return self.check(page, may)

    def check(self, page, may=(200,)):
        if page.status not in may:
            place = "/".join(page.path.split("?")[0].split("/")[:4])
            raise Unexpected(f"{page.status} at {place}")
        return page

    def form(self, page, action):
        form = page.form(action)
        if form is None:
            raise Unexpected(f"no form {action} on {page.path.split('?')[0]}")
        return form


class Visitor(Person):
    """Somebody who has not signed in; a new one each time."""

    async def errand(self):
        self.browser.forget()
        self.home = self.rng.choice(LANGUAGES)
        await self.page("")
        errands = (self.ways, self.read, self.services, self.check_permit)
        await self.rng.choices(errands, (5, 2, 1, 3))[0]()

    async def ways(self):
        page = await self.page("/ways")
        form = self.form(page, "/ways")
        goal = self.rng.choices(("settle", "permit", "services"), (6, 3, 1))[0]
        page = await self.send(form, fill(form, self.rng, goal=goal, service=""))
        for _ in range(self.rng.randint(5, 14)):
            form = page.form("/ways/question")
            if form is None:
                break
            fields = list(form.values)
            if form.radios and not form.lines and not form.selects:
                # Nobody asks for a way who is registered here; with a permit it can't be.
                place = self.rng.choice(("beijing", "elsewhere"))
                is_place = ("of", "household-place") in form.values
                fields = fill(form, self.rng, **({"answer": place} if is_place else {}))
            else:
                fields.append(("skip", "1"))
            page = await self.send(form, fields)
        await self.page("/ways/result")
        if self.rng.random() < 0.3:
            await self.page("/ways/answers")

    async def read(self):
        page = await self.page("/measures")
        measures = [link for link in page.links("/measures/") if link.count("/") == 4]
        if measures:
            await self.open(self.rng.choice(measures))

    async def services(self):
        page = await self.page("/services")
        services = page.links("/services/")
        if services:
            await self.open(self.rng.choice(services))
        await self.page("/guide/permit")

    async def check_permit(self):
        page = await self.page("/check")
        for _ in range(self.rng.randint(1, 3)):
            form = self.form(page, "/check")
            number = self.rng.choice(self.city.serials)
            await self.send(form, fill(form, self.rng, number=number), "check")
            page = await self.page("/check")


class Resident(Person):
    """A person with an account and a file."""

    LOOKS = (
        "/me/permit", "/me/points", "/me/services", "/me/facts", "/me/papers", "/me/notices",
        "/me/access", "/me/applications", "/me/certificate", "/me/address",
    )

    async def errand(self):
        page = await self.page("/me")
        if page.form("/sign-in"):
            raise Unexpected("the session is over")
        errands = (self.look, self.change_phone, self.apply, self.lose, self.withdraw)
        await self.rng.choices(errands, (8, 2, 4, 0.3, 1))[0]()

    async def look(self):
        for path in self.rng.sample(self.LOOKS, self.rng.randint(1, 4)):
            await self.page(path)

    async def change_phone(self):
        form = self.form(await self.page("/me/contact"), "/me/contact")
        await self.send(form, fill(form, self.rng, phone=self.phone()))

    async def apply(self):
        """As far as the office lets it: the draft is kept at each step, then it is sent."""
        page = await self.page("/me/apply")
        for step in ("basis", "conditions", "papers", "contact", "check"):
            if not page.links(f"/me/apply/{step}") and not page.form(f"/me/apply/{step}"):
                return
            if page.form(f"/me/apply/{step}") is None:
                page = await self.page(f"/me/apply/{step}")
            form = page.form(f"/me/apply/{step}")
            if form is None:
                return
            given = {"phone": self.phone()} if step == "contact" else {}
            page = await self.send(form, fill(form, self.rng, **given))

    async def lose(self):
        form = (await self.page("/me/loss")).form("/me/loss")
        if form is not None:
            await self.send(form, fill(form, self.rng))

    async def withdraw(self):
        page = await self.page("/me/applications")
        links = [link for link in page.links("/me/applications/") if link[-1].isdigit()]
        if not links:
            return
        page = await self.open(links[0])
        links = page.links("/withdraw")
        if not links:
            return
        form = (await self.open(links[0])).form("/withdraw")
        if form is not None:
            await self.send(form, fill(form, self.rng))

    def phone(self):
        return "199" + str(self.rng.randrange(10_000_000, 99_999_999))


class Clerk(Person):
    """Somebody at a window."""

    DISTRICTS = ("", "rongcheng", "rongdong", "xiongxian", "anxin", "dongdaying")
    # What may be done to an application, the first that the page offers.
    DEEDS = ("supplement", "accept", "ask", "notice")

    async def errand(self):
        await self.rng.choices((self.queue, self.find), (1, 1))[0]()

    async def queue(self):
        district = self.rng.choice(self.DISTRICTS)
        page = await self.page(f"/desk?role=clerk&district={district}")
        items = page.links("/desk/files/")
        if not items:
            return
        page = await self.open(self.rng.choice(items))
        for deed in self.DEEDS:
            links = page.links(f"/do/{deed}")
            if links:
                return await self.do(links[0], deed)

    async def find(self):
        form = self.form(await self.page("/desk/search"), "/desk/search")
        page = await self.send(form, fill(form, self.rng, q=self.wanted()), "search")
        hits = page.links("/desk/files/")
        if not hits:
            return
        page = await self.open(self.rng.choice(hits))
        links = page.links("/do/phone")
        if links and self.rng.random() < 0.4:
            await self.do(links[0], "phone")

    async def do(self, link, deed):
        page = await self.open(link)
        form = page.form(f"/do/{deed}")
        if form is None:
            return
        given = {"phone": "199" + str(self.rng.randrange(10_000_000, 99_999_999))}
        # Another clerk may have been quicker, or the law says no: the page says so with 422 or 409.
        page = await self.send(form, fill(form, self.rng, **given), may=(200, 409, 422))
        if page.status != 200:
            self.city.tell(f"refused with reasons: {deed}")

    def wanted(self):
        name = self.rng.choice(self.city.names)
        kinds = (name, name[1:], self.rng.choice(("wangwei", "zhangmin", "liujing")),
                 self.rng.choice(("wwf", "zmj", "ljq")), self.rng.choice(self.city.numbers))
        return self.rng.choices(kinds, (4, 1, 2, 1, 3))[0]

"""Photographs the pages of a folder at three widths, light, dark and printed, and runs axe on them.

    look_at_pages.py FOLDER     where FOLDER/both, FOLDER/zh and FOLDER/en hold pages
"""

import base64
import pathlib
import subprocess
import sys

import axe_playwright_python
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

WIDTHS = (320, 768, 1280)
# A picture higher than this would not be looked at; the rest is in the printed one.
HIGHEST = 6000
RUN_AXE = """
const done = arguments[arguments.length - 1];
axe.run({resultTypes: ["violations"]}).then(done, error => done({violations: [], error: `${error}`}));
"""


def browser():
    options = Options()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    driver.set_script_timeout(120)
    # The pages let no script run; the check has to.
    driver.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
    return driver


def photograph(driver, width, path):
    height = driver.execute_script("return document.documentElement.scrollHeight")
    clip = {"x": 0, "y": 0, "width": width, "height": min(height, HIGHEST), "scale": 1}
    picture = driver.execute_cdp_cmd(
        "Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip}
    )
    path.write_bytes(base64.b64decode(picture["data"]))


def check(driver, axe, name):
    """The faults of the page in view, one line each."""
    faults = []
    overflow = driver.execute_script(
        "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    if overflow > 0:
        faults.append(f"{name}: {overflow} pixels wider than the window")
    driver.execute_script(axe)
    result = driver.execute_async_script(RUN_AXE)
    if "error" in result:
        faults.append(f"{name}: axe failed: {result['error']}")
    for violation in result["violations"]:
        for node in violation["nodes"]:
            faults.append(f"{name}: {violation['id']}: {violation['help']}: {node['html'][:160]}")
    return faults


def print_page(driver, path):
    """The page as it is printed: a PDF, and a picture of each sheet."""
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    pdf = driver.execute_cdp_cmd(
        "Page.printToPDF", {"preferCSSPageSize": True, "printBackground": False}
    )
    path.write_bytes(base64.b64decode(pdf["data"]))
    subprocess.run(["pdftoppm", "-r", "70", "-png", path, path.with_suffix("")], check=True)


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    axe_file = pathlib.Path(axe_playwright_python.__file__).with_name("axe.min.js")
    axe = axe_file.read_text(encoding="utf-8")
    driver = browser()
    faults, looks = [], 0
    for language in ("both", "zh", "en"):
        for page in sorted((folder / language).rglob("*.html")):
            name = "-".join(page.relative_to(folder).with_suffix("").parts)
            for width in WIDTHS:
                for scheme in ("light", "dark"):
                    driver.execute_cdp_cmd(
                        "Emulation.setEmulatedMedia",
                        {"features": [{"name": "prefers-color-scheme", "value": scheme}]},
                    )
                    driver.execute_cdp_cmd(
                        "Emulation.setDeviceMetricsOverride",
                        {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False},
                    )
                    driver.get(page.as_uri())
                    label = f"{name}-{width}-{scheme}"
                    photograph(driver, width, folder / f"{label}.png")
                    faults += check(driver, axe, label)
                    looks += 1
            print_page(driver, folder / f"{name}.pdf")
    driver.quit()
    for fault in faults:
        print(fault)
    print(f"{looks} looks at pages, {len(faults)} faults; the pictures are in {folder}")
    return 1 if faults or looks == 0 else 0


if __name__ == "__main__":
    sys.exit(main())

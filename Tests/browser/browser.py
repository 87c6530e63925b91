"""Chromium by Selenium, with what the tests ask of it."""

import base64
import json
import os
from importlib.util import find_spec
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

AXE = Path(find_spec("axe_playwright_python").origin).parent / "axe.min.js"


class Browser:
    def __init__(self):
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        arguments = ["--headless=new", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage"]
        for argument in arguments + (["--no-sandbox"] if os.geteuid() == 0 else []):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.axe = AXE.read_text("utf-8")
        self.requests = []
        self.clocks = []

    def quit(self):
        self.driver.quit()

    def reset(self):
        self.scripts(True)
        self.look()
        self.clock(None)
        self.driver.get("about:blank")
        self.forget("file://")
        self.complaints()
        self.requests = []

    def scripts(self, are_on):
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not are_on})

    def look(self, width=1280, height=900, scheme="light", media="", forced=False):
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
            {"name": "forced-colors", "value": "active" if forced else "none"},
        ]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def forget(self, origin):
        """What pages of this origin have stored."""
        self.driver.execute_cdp_cmd("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})

    def clock(self, moment, zone=""):
        """Sets the reader's clock, `2026-11-20T12:00:00Z`, for pages opened from now on; None is the real one."""
        for script in self.clocks:
            self.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", {"identifier": script})
        self.clocks = []
        self.driver.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": zone})
        if moment is None:
            return
        source = """
            const now = Date.parse("%s");
            Date = class extends Date {
              constructor(...given) { given.length ? super(...given) : super(now); }
              static now() { return now; }
            };
        """ % moment
        added = self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})
        self.clocks.append(added["identifier"])

    def print(self):
        """The page as PDF, on the paper that its style sheet asks for."""
        printed = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
        return base64.b64decode(printed["data"])

    def open(self, url):
        self.driver.get(url)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def press(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def point_and_click(self, element):
        """As with a mouse; Selenium's own click takes everything in a closed details element for hidden."""
        ActionChains(self.driver).move_to_element(element).click().perform()

    def violations(self):
        """What axe finds, best practices and WCAG 2.2 included, in short."""
        self.run(self.axe)
        found = self.driver.execute_async_script(
            """
            const done = arguments[arguments.length - 1];
            axe.run({preload: false, resultTypes: ["violations"], rules: {"target-size": {enabled: true}}}).then(
              (result) => done(result.violations.map((rule) => rule.id + ": " + rule.nodes.map((node) => node.target.join(" ")).join(", "))),
              (error) => done([String(error)]));
            """
        )
        return found

    def complaints(self):
        """What the console has said since last asked: errors, warnings and breaches of the content security policy."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]

    def requested(self):
        """Addresses that pages have asked for since last asked."""
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [
            message["params"]["request"]["url"] for message in messages if message["method"] == "Network.requestWillBeSent"
        ]

"""Headless Chromium for tests, without a network, over the W3C WebDriver protocol of its own driver."""

import base64
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from scripts.warehouse.files import PROJECT

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whatever a page asks for by name does not exist.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
STARTED = re.compile(r"started successfully on port (\d+)")
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
ENTER, ESCAPE, TAB = "\ue007", "\ue00c", "\ue004"
SECONDS = 60


class Browser:
    """One window. Elements are named by CSS selectors."""

    def __init__(self, address: str, folder: str):
        options = {"binary": shutil.which("chromium"), "args": [*FLAGS, f"--user-data-dir={folder}"]}
        capabilities = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        created = requests.post(
            f"{address}/session", json={"capabilities": {"alwaysMatch": capabilities}}, timeout=SECONDS
        ).json()["value"]
        self._address = f"{address}/session/{created['sessionId']}"

    def _ask(self, path: str, **body: object) -> object:
        answer = requests.post(f"{self._address}/{path}", json=body, timeout=SECONDS).json()["value"]
        if isinstance(answer, dict) and "error" in answer:
            raise AssertionError(f"{path}: {answer['message']}")
        return answer

    def open(self, address: str) -> None:
        """Load a page."""
        self._ask("url", url=address)

    def resize(self, width: int, height: int) -> None:
        """Give the page itself this size in pixels."""
        self._ask(
            "goog/cdp/execute",
            cmd="Emulation.setDeviceMetricsOverride",
            params={"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 700},
        )

    def before_pages(self, script: str) -> None:
        """Run JavaScript in every page from now on, before what the page brings itself."""
        self._ask("goog/cdp/execute", cmd="Page.addScriptToEvaluateOnNewDocument", params={"source": script})

    def run(self, script: str, *arguments: object) -> object:
        """What a JavaScript function body returns."""
        return self._ask("execute/sync", script=script, args=list(arguments))

    def click(self, selector: str) -> None:
        """Click the middle of the first element of this selector, after scrolling to it, as a person would."""
        centre = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})"
        found = self._find(selector)
        self.run(centre, {ELEMENT: found})
        self._ask(f"element/{found}/click")

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, where the focus is."""
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._ask("actions", actions=[{"type": "key", "id": "keyboard", "actions": strokes}])

    def text(self, selector: str) -> str:
        """The text of an element as it can be seen; none where there is no such element."""
        return self.run("return document.querySelector(arguments[0])?.innerText ?? ''", selector)

    def waits_for(self, selector: str, words: str) -> str:
        """The text of an element, as soon as it has these words; fails where it never has."""
        deadline = time.monotonic() + SECONDS
        while words not in (shown := self.text(selector)):
            assert time.monotonic() < deadline, f"{words!r} never appeared in {selector}"
            time.sleep(0.1)
        return shown

    def sees(self, selector: str) -> bool:
        """Whether an element is within the window, and what stands at its place is it or inside it."""
        script = """
            const element = document.querySelector(arguments[0]);
            if (!element) return false;
            const box = element.getBoundingClientRect();
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
            return box.width > 0 && element.contains(top);
        """
        return self.run(script, selector)

    def complaints(self) -> list[str]:
        """What the page has written to the console."""
        return [entry["message"] for entry in self._ask("se/log", type="browser")]

    def picture(self, path: Path) -> None:
        """Save what the window shows as a PNG file."""
        answer = requests.get(f"{self._address}/screenshot", timeout=SECONDS).json()
        path.write_bytes(base64.b64decode(answer["value"]))

    def close(self) -> None:
        """End the window."""
        requests.delete(self._address, timeout=SECONDS)

    def _find(self, selector: str) -> str:
        return self._ask("element", using="css selector", value=selector)[ELEMENT]


@contextmanager
def browsing() -> Iterator[Browser]:
    """A browser that ends with the block; where there is none and none can be installed, the test is skipped."""
    installed = subprocess.run([PROJECT / "scripts" / "install-browser"], capture_output=True, text=True, check=False)
    if installed.returncode != 0:
        pytest.skip(installed.stderr.strip().splitlines()[-1])
    driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True)
    try:
        port = next(
            found[1] for line in driver.stdout if (found := re.search(r"started successfully on port (\d+)", line))
        )
        with tempfile.TemporaryDirectory(prefix="attested-browser-", ignore_cleanup_errors=True) as folder:
            browser = Browser(f"http://127.0.0.1:{port}", folder)
            try:
                yield browser
            finally:
                browser.close()
    finally:
        driver.terminate()
        driver.wait(timeout=SECONDS)

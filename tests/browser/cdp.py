"""A Chromium led by its own protocol alone, so that a page can really be hidden: Playwright keeps each page in view."""

from __future__ import annotations

import itertools
import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from websockets.sync.client import ClientConnection, connect

from tests import patient

OPTIONS = (
    *("--headless=new", "--no-sandbox", "--no-proxy-server", "--disable-background-networking", "--no-first-run"),
    "--force-prefers-reduced-motion",
)


class Tab:
    """One page of a browser."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._session = ""
        self.patience_s: float = 120
        targets = self._call("Target.getTargets")["targetInfos"]
        target = next(one["targetId"] for one in targets if one["type"] == "page")
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._call("Page.enable")

    def before_each_page(self, script: str) -> None:
        """Run a script in every page before its own."""
        self._call("Page.addScriptToEvaluateOnNewDocument", source=script)

    def go(self, url: str) -> None:
        """Go to an address."""
        self._call("Page.navigate", url=url)

    def ask(self, expression: str) -> Any:  # noqa: ANN401 - whatever the page answers
        """Give the value of an expression, waiting for it where it is a promise; it counts as a person's touch."""
        options = {"returnByValue": True, "awaitPromise": True, "userGesture": True}
        answer = self._call("Runtime.evaluate", expression=expression, **options)
        if "exceptionDetails" in answer:
            raise AssertionError(answer["exceptionDetails"]["exception"].get("description", expression))
        return answer["result"].get("value")

    def wait_for(self, condition: str) -> None:
        """Wait until a condition holds; a hidden page looks once a second."""
        self.ask(f"""new Promise((done) => {{
          const holds = () => {{ try {{ return {condition}; }} catch {{ return false; }} }};
          const look = () => (holds() ? done() : setTimeout(look, 50));
          look();
        }})""")

    def hide(self) -> None:
        """Open another tab in front of this one."""
        self._call("Target.createTarget", url="about:blank")
        self.wait_for("document.visibilityState === 'hidden'")

    def press(self, key: str) -> None:
        """Press a key, as a keyboard does."""
        for kind in ("keyDown", "keyUp"):
            self._call("Input.dispatchKeyEvent", type=kind, key=key, text=key if kind == "keyDown" else "")

    def _call(self, method: str, **parameters: object) -> dict[str, Any]:
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters}
        self._socket.send(json.dumps(message | ({"sessionId": self._session} if self._session else {})))
        while True:
            answer = json.loads(self._socket.recv(self.patience_s))
            if answer.get("id") == number:
                if "error" in answer:
                    raise AssertionError(answer["error"])
                result: dict[str, Any] = answer["result"]
                return result

    def __enter__(self) -> Self:
        """Give this tab."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave it to the browser's end."""


@contextmanager
def tab(chromium: str, folder: Path) -> Iterator[Tab]:
    """Start a Chromium with a profile of its own and give its tab; it ends with the context."""
    command = [chromium, *OPTIONS, "--remote-debugging-port=0", f"--user-data-dir={folder}", "about:blank"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    assert process.stderr is not None
    try:
        address = next(line.split()[-1] for line in process.stderr if "DevTools listening on" in line)
        with connect(address, max_size=None, compression=None) as socket:
            yield Tab(socket)
    finally:
        process.terminate()
        process.wait(patient.WAIT_S)
        process.stderr.close()

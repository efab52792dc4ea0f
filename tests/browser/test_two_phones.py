"""Two people, two phones: the receiver joins, says what they want without a word, loses the line, and stops."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
import segno
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from backrub.adapters.clock import SystemClock
from backrub.adapters.ids import RandomIds
from backrub.adapters.memory_store import MemoryStore
from backrub.app.joining import ALPHABET, CODE_LENGTH
from backrub.app.ports import Ports
from backrub.routine import message
from backrub.web.application import make_app
from backrub.web.doors import Lan
from backrub.web.phones import QR_DARK, QR_LIGHT
from backrub.words import Words
from tests.browser.conftest import FAILED, OUT, Visit, Visiting
from tests.browser.steps import (
    from_drawer,
    keep_captions,
    plan,
    serious,
    wait_for_caption,
    wait_for_event,
    wait_for_status,
    wait_until,
)
from tests.browser.wifi import Wifi
from tests.fakes.speech import FakeSpeech
from tests.web.serving import serving

pytestmark = pytest.mark.browser

ADDRESS = "192.168.77.7"
"""What the phone opens: an address on a network, and so no secure context."""

COACH, HERE = "127.0.0.2", "127.0.0.3"
"""Where the second listener is, and where the phone's address leads in truth: the wire is between them."""

SPEED = 10
WORDS = Words("en")
WORDS_OF_PHONE = dict(re.findall(r"^(phone-[\w-]+) = (.+)$", WORDS.ui("phone"), re.MULTILINE))
CODE = re.compile(f"^[{ALPHABET}]{{{CODE_LENGTH}}}$")
THREE_TAPS = """() => {
  const region = document.querySelector('button.region[data-kind=softer]');
  for (let count = 0; count < 3; count += 1)
    for (const type of ['pointerdown', 'pointerup'])
      region.dispatchEvent(new PointerEvent(type, { pointerId: 7, bubbles: true, isPrimary: true }));
}"""
"""Sent within the page: a test on a busy machine is slower than three quick taps."""

HELD_AWAKE = """() => new Promise((done) => {
  const { awake } = document.querySelector('receiver-page');
  const look = () => (awake.how === 'not' ? awake.addEventListener('change', look, { once: true }) : done(awake.how));
  look();
})"""


@dataclass(frozen=True)
class Coach:
    """A coach on this machine, as a visit wants it."""

    address: str
    speed: float = SPEED

    @property
    def port(self) -> int:
        """The port of the first listener."""
        return urlsplit(self.address).port or 0


def coach_of(store: MemoryStore) -> object:
    """Make a coach whose phones are on the network `ADDRESS` is of."""
    ports = Ports(store, SystemClock(SPEED), RandomIds(), FakeSpeech())
    return make_app(ports, lan=Lan(COACH, lambda: (ADDRESS,)))


@pytest.fixture
def coach() -> Iterator[Coach]:
    """Start a coach."""
    with serving(coach_of(MemoryStore())) as address:
        yield Coach(address)


@pytest.fixture(scope="module")
def phones(browser: Browser, chromium_path: str) -> Iterator[Browser]:
    """Start a browser for which `ADDRESS` leads to this machine."""
    options = ["--no-sandbox", "--no-proxy-server", f"--host-resolver-rules=MAP {ADDRESS} {HERE}"]
    started = browser.browser_type.launch(executable_path=chromium_path, args=options)
    yield started
    started.close()


@dataclass(frozen=True)
class Phone:
    """A phone that opened an address."""

    page: Page
    complaints: list[str]

    def tap(self, kind: str) -> None:
        """Tap a region, as a thumb does that is in no hurry: three quick taps would be a stop."""
        expect(self.page.locator(".flash")).to_be_hidden()
        self.page.locator(f"button.region[data-kind={kind}]").first.click()

    def hold(self) -> None:
        """Hold one finger on nothing in particular until the phone answers."""
        self.page.mouse.move(190, 420)
        self.page.mouse.down()
        self.sees("stop")
        self.page.mouse.up()

    def sees(self, scene: str) -> None:
        """Wait until a scene is shown."""
        self.page.wait_for_selector(f"[data-scene={scene}]")

    def trouble(self, text: str) -> None:
        """Wait until a line says what is amiss, or nothing with an empty text."""
        expect(self.page.locator(".trouble")).to_have_text(WORDS_OF_PHONE[text] if text else "")


Calling = Callable[[str], Phone]


@pytest.fixture
def call(phones: Browser, request: pytest.FixtureRequest) -> Iterator[Calling]:
    """Open addresses on phones, each its own; what one of a failed test saw last is kept in out/browser."""
    seen: list[Phone] = []
    with ExitStack() as opened:

        def open_page(url: str) -> Phone:
            context = phones.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
            opened.callback(context.close)
            context.set_default_timeout(60_000)
            phone = Phone(context.new_page(), [])
            phone.page.on("pageerror", lambda error: phone.complaints.append(str(error)))
            phone.page.on("console", lambda said: phone.complaints.append(said.text) if is_complaint(said) else None)
            seen.append(phone)
            phone.page.goto(url)
            return phone

        yield open_page
        if request.node.stash.get(FAILED, False):
            for number, phone in enumerate(seen):
                phone.page.screenshot(path=OUT / f"{request.node.name}-phone-{number}.png")
                print(phone.complaints)  # noqa: T201 - shown with the failure


def is_complaint(said: ConsoleMessage) -> bool:
    """Tell whether a line of the console is more than the news that a line was cut."""
    return said.type == "error" and not said.text.startswith("WebSocket connection to")


def invited(giver: Page) -> str:
    """Give the address in the picture the giver's page shows."""
    expect(giver.locator(".invitation .code")).to_have_text(CODE)
    url = f"{giver.locator('.invitation .address').inner_text()}#{giver.locator('.invitation .code').inner_text()}"
    drawn = segno.make(url, error="m", micro=False).svg_data_uri(dark=QR_DARK, light=QR_LIGHT, border=3, omitsize=True)
    expect(giver.locator(".invitation img")).to_have_attribute("src", drawn)
    return url


def on_the_way(giver: Page, minutes: int) -> str:
    """Come from the first page to the preparations with the picture for their phone open."""
    plan(giver, minutes)
    giver.get_by_role("button", name="Let their phone join").click()
    giver.wait_for_selector("lead-view .ready[data-kind=ready]")
    return invited(giver)


def begin(one: Visit) -> None:
    """Close the picture and lay hands on."""
    one.page.keyboard.press("Escape")
    one.page.wait_for_selector("dialog", state="detached")
    one.page.keyboard.press("r")
    one.page.wait_for_selector("lead-view .words")


def finish(giver: Page, phone: Phone) -> None:
    """End gently and keep nothing; the phone's last words stand, though there is nothing to be joined any more."""
    from_drawer(giver, "1 min")
    phone.sees("finished")
    giver.wait_for_selector("after-view")
    giver.mouse.click(5, 5)
    giver.get_by_role("button", name="No", exact=True).click()
    phone.page.wait_for_function("() => sessionStorage.length === 0")
    phone.sees("finished")


def test_the_receiver_drives(
    coach: Coach, visit: Visiting, call: Calling, record_property: Callable[[str, object], None]
) -> None:
    """Joined by the picture, the phone answers the question, makes it softer, loses its line, and stops."""
    one = visit(coach)
    giver, ears = one.page, one.ears
    url = on_the_way(giver, 20)
    with Wifi(HERE, COACH, urlsplit(url).port or 0) as wifi:
        scanned_s = time.monotonic()  # noqa: TID251 - how long people wait
        phone = call(url)
        phone.sees("compass")
        joined_s = time.monotonic() - scanned_s  # noqa: TID251 - how long people wait
        record_property("joined_s", round(joined_s, 2))
        print(f"joined and usable {joined_s:.2f} s after the picture was opened")  # noqa: T201 - a figure to read
        assert ["", False] == phone.page.evaluate("() => [location.hash, isSecureContext]")
        expect(giver.locator("dialog [role=status]").first).to_have_text("Their phone is here.")
        phone.tap("firmer")
        expect(phone.page.locator(".flash-word")).to_have_text("firmer")
        assert "film" == phone.page.evaluate(HELD_AWAKE)
        begin(one)
        assert "wish-heard" not in ears.events()

        phone.sees("question")
        expect(phone.page.get_by_role("alert")).to_have_text(WORDS_OF_PHONE["phone-how-is-it"])
        phone.page.locator("[data-kind=rate][data-value='4']").click()
        wait_for_event(one, "wish-heard")
        phone.sees("compass")
        keep_captions(giver)
        phone.tap("softer")
        wait_for_event(one, "pressure-changed")
        wait_for_caption(giver, WORDS.text(message("softer")))
        assert [("softer", "receiver")] == [(event["wish"], event["by"]) for event in events(one, "pressure-changed")]

        wifi.fade()
        phone.tap("firmer")
        phone.trouble("phone-lost")
        expect(giver.locator(".top-line [role=status]")).to_have_text("Their phone is away. Ask aloud.")
        phone.tap("softer")
        phone.hold()
        expect(phone.page.locator("[role=alert]")).to_have_text(WORDS_OF_PHONE["phone-stop-unheard"])
        assert "running" == ears.status()
        wifi.cut()
        wifi.mend()
        wait_for_status(giver, "stopped")
        assert "receiver" == events(one, "stopped")[-1]["by"]
        raised = [event for event in events(one, "pressure-changed") if event["wish"] == "firmer"]
        assert [] == raised
        expect(giver.locator(".stopped")).to_contain_text("Hands away, gently.")

        phone.page.locator("[data-kind=resume]").click()
        phone.sees("compass")
        wait_for_status(giver, "running")
        assert [] == phone.complaints
        assert [] == serious(phone.page)
        finish(giver, phone)
        assert [] == [text for text in one.complaints if not text.startswith("WebSocket connection to")]


def test_whoever_watches_types_the_code_and_says_stop(coach: Coach, visit: Visiting, call: Calling) -> None:
    """A wrong code is told so, the right one shows what hands do, and a watcher's stop is a stop."""
    one = visit(coach)
    giver = one.page
    url = on_the_way(giver, 10)
    giver.get_by_role("dialog").get_by_role("button", name="Someone who watches").click()
    expect(giver.locator(".invitation figcaption")).to_contain_text("may say stop")
    code = invited(giver).partition("#")[2]
    with Wifi(HERE, COACH, urlsplit(url).port or 0):
        watcher = call(url.partition("#")[0])
        watcher.page.get_by_label("six letters").fill("AAA AAA")
        watcher.page.get_by_role("button", name="Come in").click()
        expect(watcher.page.get_by_role("alert")).to_contain_text("opens nothing")
        watcher.complaints.clear()
        assert [] == serious(watcher.page)
        watcher.page.get_by_label("six letters").fill(code.lower())
        watcher.page.keyboard.press("Enter")
        watcher.sees("preparing")
        begin(one)
        watcher.sees("running")
        wait_until(giver, 20)
        expect(watcher.page.locator("h1")).not_to_have_text("")
        watcher.page.get_by_role("button", name="Hold a finger anywhere to stop.").click()
        wait_for_status(giver, "stopped")
        assert "watcher" == events(one, "stopped")[-1]["by"]
        assert [] == watcher.complaints


def test_a_second_screen_shows_the_same_and_stays_silent(coach: Coach, visit: Visiting, call: Calling) -> None:
    """The leading page itself, on another machine: it is told everything, and makes no sound."""
    one = visit(coach)
    giver = one.page
    url = on_the_way(giver, 10)
    giver.get_by_role("dialog").get_by_role("button", name="A second screen").click()
    expect(giver.locator(".invitation figcaption")).to_contain_text("without a sound")
    with Wifi(HERE, COACH, urlsplit(url).port or 0):
        screen = call(invited(giver))
        screen.page.wait_for_selector("lead-view .ready")
        begin(one)
        wait_until(giver, 15)
        expect(screen.page.locator("lead-view .one-thing")).to_have_text(giver.locator(".one-thing").inner_text())
        assert "captions" == screen.page.evaluate("() => document.querySelector('lead-view').leading.speaker.mode")
        screen.page.keyboard.press(" ")
        wait_for_status(giver, "paused")
        assert [] == screen.complaints


def test_three_quick_taps_and_keys_say_stop(coach: Coach, visit: Visiting, call: Calling) -> None:
    """Three quick taps stop; so does a key held down, after the receiver let it go on; the giver's page cannot."""
    one = visit(coach)
    url = on_the_way(one.page, 10)
    with Wifi(HERE, COACH, urlsplit(url).port or 0):
        phone = call(url)
        phone.sees("compass")
        begin(one)
        wait_until(one.page, 10)
        phone.page.evaluate(THREE_TAPS)
        phone.sees("stop")
        wait_for_status(one.page, "stopped")
        phone.page.locator("[data-kind=resume]").click()
        phone.sees("compass")
        phone.page.keyboard.down("ArrowUp")
        phone.sees("stop")
        phone.page.keyboard.up("ArrowUp")
        wait_for_status(one.page, "stopped")
        phone.page.locator("[data-kind=resume]").click()
        phone.sees("compass")
        phone.page.evaluate("() => document.querySelector('button[data-kind=softer]').click()")
        wait_for_event(one, "pressure-changed")


def test_the_phone_comes_back_to_a_coach_that_was_started_again(visit: Visiting, call: Calling) -> None:
    """The server ends and starts again on the same data: giver's page and phone find their way without a new code."""
    store = MemoryStore()
    with ExitStack() as wire:
        with serving(coach_of(store)) as address:
            one = visit(Coach(address))
            url = on_the_way(one.page, 10)
            wire.enter_context(Wifi(HERE, COACH, urlsplit(url).port or 0))
            phone = call(url)
            phone.sees("compass")
            begin(one)
        phone.trouble("phone-lost")
        wire.enter_context(serving(coach_of(store), urlsplit(address).port or 0))
        phone.trouble("")
        expect(one.page.locator(".top-line [role=status]")).to_have_text("Their phone is here.")
        phone.tap("softer")
        wait_for_event(one, "pressure-changed")


def events(one: Visit, kind: str) -> list[dict[str, str]]:
    """Give the events of a kind the giver's page was told."""
    return [record["event"] for record in one.ears.of("event") if record["event"]["kind"] == kind]

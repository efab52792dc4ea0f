// Keeps the screen awake while hands are busy, where the browser allows.

/** Holds the screen awake, again after each return to the page. Event: `change`. */
export class WakeLock extends EventTarget {
  /** @type {WakeLockSentinel | null} */
  #lock = null;
  #wanted = false;

  constructor() {
    super();
    this.onVisible = () => {
      if (this.#wanted && document.visibilityState === "visible") void this.#take();
    };
    document.addEventListener("visibilitychange", this.onVisible);
  }

  /** Whether this browser can do it at all; only over https or on this machine. */
  static get possible() {
    return "wakeLock" in navigator;
  }

  get held() {
    return this.#lock !== null;
  }

  async hold() {
    this.#wanted = true;
    await this.#take();
  }

  async release() {
    this.#wanted = false;
    await this.#lock?.release();
    this.#lock = null;
  }

  close() {
    document.removeEventListener("visibilitychange", this.onVisible);
    void this.release();
  }

  async #take() {
    if (!WakeLock.possible || this.#lock) return;
    try {
      const lock = await navigator.wakeLock.request("screen");
      lock.addEventListener("release", () => {
        this.#lock = null;
        this.dispatchEvent(new Event("change"));
      });
      this.#lock = lock;
    } catch {
      this.#lock = null; // low battery, or a hidden page: it is tried again on return
    }
    this.dispatchEvent(new Event("change"));
  }
}

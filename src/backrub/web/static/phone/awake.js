// Keeps the screen of a phone on: by wake lock where the browser gives one, else by a black silent film that loops.
// Over plain http no browser gives a wake lock, so the film is the usual way; where it fails too, the page says so.

import { WakeLock } from "../models/wake-lock.js";

/** Black, silent, two seconds long. It is fetched whole: old Safari plays only what it can ask for in pieces, or has. */
const FILM = "/phone/quiet.mp4";

/** Holds the screen on. Event: `change`. */
export class KeepAwake extends EventTarget {
  /** @type {HTMLVideoElement | null} */
  #film = null;
  #lock = new WakeLock();
  #starting = false;
  /** Whether it was tried at all: before the first touch nothing may play. */
  tried = false;

  constructor() {
    super();
    this.#lock.addEventListener("change", () => this.#changed());
    this.onVisible = () => {
      if (document.visibilityState === "visible" && this.#film) void this.#film.play().catch(() => this.#changed());
    };
    document.addEventListener("visibilitychange", this.onVisible);
  }

  /** How the screen is held on now. @returns {"lock" | "film" | "not"} */
  get how() {
    if (this.#lock.held) return "lock";
    return this.#film && !this.#film.paused ? "film" : "not";
  }

  /** Begins; call it from a touch or a key, as often as there is one. */
  async start() {
    if (this.how !== "not" || this.#starting) return;
    this.#starting = true;
    await this.#lock.hold();
    if (!this.#lock.held) await this.#play();
    this.#starting = false;
    this.tried = true;
    this.#changed();
  }

  close() {
    document.removeEventListener("visibilitychange", this.onVisible);
    this.#lock.close();
    this.#film?.pause();
    this.#film?.remove();
    this.#film = null;
  }

  async #play() {
    const film = this.#film ?? this.#unroll();
    for (const source of [fetched, painted]) {
      try {
        await source(film);
        await film.play();
        return;
      } catch {
        // the next one
      }
    }
  }

  /** Puts the film behind everything: browsers hold the screen on only for what could be seen. */
  #unroll() {
    const film = document.createElement("video");
    Object.assign(film, { loop: true, playsInline: true, className: "awake-film", tabIndex: -1 });
    film.setAttribute("playsinline", "");
    film.setAttribute("aria-hidden", "true");
    film.addEventListener("pause", () => this.#changed());
    document.body.prepend(film);
    this.#film = film;
    return film;
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}

/** @param {HTMLVideoElement} film */
async function fetched(film) {
  const answer = await fetch(FILM);
  if (!answer.ok) throw new Error(FILM);
  film.src = URL.createObjectURL(await answer.blob());
}

/** The last resort: a film painted here, of a canvas nobody sees. @param {HTMLVideoElement} film */
async function painted(film) {
  const canvas = Object.assign(document.createElement("canvas"), { width: 16, height: 16 });
  const brush = canvas.getContext("2d");
  setInterval(() => brush?.fillRect(0, 0, 16, 16), 500);
  film.removeAttribute("src");
  film.srcObject = canvas.captureStream(2);
}

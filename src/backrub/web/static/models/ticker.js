// Alarms that keep their time while the page is hidden; without workers, ordinary ones.

/** One alarm clock with as many named alarms as wanted; each name holds one alarm. */
export class Ticker {
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Map<number, () => void>} */
  #calls = new Map();
  /** @type {Map<string, number>} */
  #numbers = new Map();
  /** @type {Map<number, ReturnType<typeof setTimeout>>} */
  #plain = new Map();

  constructor() {
    try {
      this.#worker = new Worker(new URL("./ticker-worker.js", import.meta.url), { type: "module" });
      this.#worker.onmessage = (/** @type {MessageEvent<number>} */ message) => this.#ring(message.data);
      this.#worker.onerror = () => this.#fallBack();
    } catch {
      this.#worker = null;
    }
  }

  /**
   * Sets the alarm of a name, in place of the one it had.
   *
   * @param {string} name
   * @param {number} delay_ms
   * @param {() => void} call
   */
  set(name, delay_ms, call) {
    const id = this.#numbers.get(name) ?? this.#numbers.size + 1;
    this.#numbers.set(name, id);
    this.#calls.set(id, call);
    this.#start(id, Math.max(0, delay_ms));
  }

  /** @param {string} name */
  clear(name) {
    const id = this.#numbers.get(name);
    if (id === undefined) return;
    this.#calls.delete(id);
    clearTimeout(this.#plain.get(id));
    this.#worker?.postMessage({ id, delay_ms: null });
  }

  close() {
    this.#worker?.terminate();
    this.#worker = null;
    for (const timer of this.#plain.values()) clearTimeout(timer);
    this.#calls.clear();
  }

  /**
   * @param {number} id
   * @param {number} delay_ms
   */
  #start(id, delay_ms) {
    if (this.#worker) {
      this.#worker.postMessage({ id, delay_ms });
      return;
    }
    clearTimeout(this.#plain.get(id));
    this.#plain.set(
      id,
      setTimeout(() => this.#ring(id), delay_ms),
    );
  }

  /** @param {number} id */
  #ring(id) {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    call?.();
  }

  /** Every alarm rings at once when the worker fails, and whoever is woken sets the next one the ordinary way. */
  #fallBack() {
    this.#worker = null;
    for (const id of [...this.#calls.keys()]) this.#start(id, 0);
  }
}

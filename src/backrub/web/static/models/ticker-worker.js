// Wakes the page at a time: a worker's timers keep their time when the page is hidden.

/** @type {Map<number, ReturnType<typeof setTimeout>>} */
const waiting = new Map();

self.onmessage = (/** @type {MessageEvent<{id: number, delay_ms: number | null}>} */ message) => {
  const { id, delay_ms } = message.data;
  clearTimeout(waiting.get(id));
  waiting.delete(id);
  if (delay_ms === null) return;
  waiting.set(
    id,
    setTimeout(() => {
      waiting.delete(id);
      self.postMessage(id);
    }, delay_ms),
  );
};

/** Waits until what was last put into the page is on the screen. */
export const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

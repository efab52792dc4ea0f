// Words too many for their place are set smaller: nothing is cut, and nothing lies over anything else.

/** How large words are set, as shares of their usual size, until they fit. */
const SIZES = ["1", "0.8", "0.64"];

/**
 * Sets `--tight` on a place that cannot grow so that what flows in it fits.
 *
 * @param {HTMLElement | null} place
 */
export function fit(place) {
  const last = place?.lastElementChild;
  if (!place || !last) return;
  for (const size of SIZES) {
    place.style.setProperty("--tight", size);
    if (last.getBoundingClientRect().bottom <= place.getBoundingClientRect().bottom + 1) return;
  }
}

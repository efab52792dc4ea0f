// Places in a text: the server counts characters from 1, an editor counts UTF-16 units from 0.

/**
 * Gives how far into a line a column is, in UTF-16 units; a column beyond its end is its end.
 *
 * @param {string} line
 * @param {number} column from 1
 * @returns {number}
 */
export function offsetOf(line, column) {
  let [offset, left] = [0, column - 1];
  for (const character of line) {
    if (left <= 0) break;
    offset += character.length;
    left -= 1;
  }
  return offset;
}

/**
 * Gives the column, from 1, of what stands so far into a line.
 *
 * @param {string} line
 * @param {number} offset in UTF-16 units
 * @returns {number}
 */
export function columnOf(line, offset) {
  return [...line.slice(0, offset)].length + 1;
}

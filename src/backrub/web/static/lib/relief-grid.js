/**
 * Grids of numbers: softening one, and making one twice as fine.
 *
 * Conventions: a grid is the right half of something symmetrical: mirrored at column 0, held at its other edges.
 */

/** @typedef {{columns: number, rows: number, values: Float32Array}} Grid */

/** Three box blurs, which is close to a gaussian.
 * @param {Float32Array} values @param {number} columns @param {number} rows @param {number} sigma in cells */
export function blurred(values, columns, rows, sigma) {
  const radius = Math.max(1, Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2));
  const result = new Float32Array(values.length);
  const between = new Float32Array(values.length);
  boxAcross(values, between, columns, rows, radius);
  boxDown(between, result, columns, rows, radius);
  for (let pass = 1; pass < 3; pass += 1) {
    boxAcross(result, between, columns, rows, radius);
    boxDown(between, result, columns, rows, radius);
  }
  return result;
}

/** @param {Float32Array} from @param {Float32Array} to @param {number} columns @param {number} rows @param {number} radius */
function boxAcross(from, to, columns, rows, radius) {
  const share = 1 / (2 * radius + 1);
  const last = columns - 1;
  for (let row = 0; row < rows; row += 1) {
    const start = row * columns;
    let sum = 0;
    for (let column = -radius; column <= radius; column += 1) sum += /** @type {number} */ (from[start + Math.min(Math.abs(column), last)]);
    for (let column = 0; column < columns; column += 1) {
      to[start + column] = sum * share;
      const [into, out] = [column + radius + 1, Math.abs(column - radius)];
      sum += /** @type {number} */ (from[start + (into < last ? into : last)]) - /** @type {number} */ (from[start + out]);
    }
  }
}

/** @param {Float32Array} from @param {Float32Array} to @param {number} columns @param {number} rows @param {number} radius */
function boxDown(from, to, columns, rows, radius) {
  const share = 1 / (2 * radius + 1);
  const sums = new Float32Array(columns);
  const start = (/** @type {number} */ row) => Math.min(Math.max(row, 0), rows - 1) * columns;
  for (let row = -radius; row <= radius; row += 1) {
    for (let column = 0, at = start(row); column < columns; column += 1, at += 1) {
      sums[column] = /** @type {number} */ (sums[column]) + /** @type {number} */ (from[at]);
    }
  }
  for (let row = 0; row < rows; row += 1) {
    const out = start(row - radius);
    const into = start(row + radius + 1);
    for (let column = 0; column < columns; column += 1) {
      const sum = /** @type {number} */ (sums[column]);
      to[row * columns + column] = sum * share;
      sums[column] = sum + /** @type {number} */ (from[into + column]) - /** @type {number} */ (from[out + column]);
    }
  }
}

/** A grid at half its step, by one subdivision of a cubic B-spline: no crease for the lamp to show, a little softer than it was.
 * @param {Grid} coarse @param {{columns: number, rows: number}} size of the fine grid */
export function doubled(coarse, { columns, rows }) {
  const across = new Float32Array(columns * coarse.rows);
  for (let row = 0; row < coarse.rows; row += 1) {
    const line = coarse.values.subarray(row * coarse.columns, (row + 1) * coarse.columns);
    for (let column = 0, to = row * columns; column < columns; column += 1, to += 1) {
      const at = Math.min(column >> 1, line.length - 1);
      const here = /** @type {number} */ (line[at]);
      const next = line[at + 1] ?? here;
      across[to] = column % 2 ? (here + next) / 2 : (/** @type {number} */ (line[at ? at - 1 : 1]) + 6 * here + next) / 8;
    }
  }
  const fine = new Float32Array(columns * rows);
  const start = (/** @type {number} */ row) => Math.min(Math.max(row, 0), coarse.rows - 1) * columns;
  for (let row = 0; row < rows; row += 1) {
    const [above, here, below] = [start((row >> 1) - 1), start(row >> 1), start((row >> 1) + 1)];
    const [a, b, c] = row % 2 ? [0, 1 / 2, 1 / 2] : [1 / 8, 6 / 8, 1 / 8];
    for (let column = 0, to = row * columns; column < columns; column += 1, to += 1) {
      fine[to] = a * /** @type {number} */ (across[above + column]) + b * /** @type {number} */ (across[here + column]) + c * /** @type {number} */ (across[below + column]);
    }
  }
  return fine;
}

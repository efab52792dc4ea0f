/**
 * Plane geometry for the drawn back: curves through points, distance fields, contours, paths.
 *
 * Conventions: millimetres in the back frame (x to the receiver's right, y towards the feet) unless a name says px;
 * a point is `[x, y]`; a ring is a closed polygon without its first point repeated.
 *
 * @typedef {readonly [number, number]} Point
 * @typedef {readonly Point[]} Line
 * @typedef {{x0: number, y0: number, step: number, columns: number, rows: number, values: Float32Array}} Field
 */

/** @param {number} value @param {number} low @param {number} high */
export const clamp = (value, low, high) => (value < low ? low : value > high ? high : value);

/** Hermite step from 0 at `from` to 1 at `to`; the ends may be given either way round.
 * @param {number} from @param {number} to @param {number} value */
export function smoothstep(from, to, value) {
  const t = clamp((value - from) / (to - from), 0, 1);
  return t * t * (3 - 2 * t);
}

/** Piecewise linear reading of a table of `[at, value]` rows, held at both ends.
 * @param {Line} table @param {number} at */
export function interpolate(table, at) {
  let before = /** @type {Point} */ (table[0]);
  for (const row of table) {
    if (at <= row[0]) {
      const span = row[0] - before[0];
      return span <= 0 ? row[1] : before[1] + ((row[1] - before[1]) * (at - before[0])) / span;
    }
    before = row;
  }
  return before[1];
}

/** Points on the centripetal Catmull-Rom curve through `points`; no loops or cusps between close points.
 * @param {Line} points @param {number} [perSpan] samples per span @param {boolean} [closed]
 * @returns {Point[]} */
export function curveThrough(points, perSpan = 8, closed = false) {
  const count = points.length;
  /** @param {number} index @returns {Point} */
  const at = (index) =>
    /** @type {Point} */ (points[closed ? (index + count) % count : clamp(index, 0, count - 1)]);
  /** @type {Point[]} */
  const curve = [];
  for (let span = 0; span < (closed ? count : count - 1); span += 1) {
    const four = /** @type {const} */ ([at(span - 1), at(span), at(span + 1), at(span + 2)]);
    for (let step = 0; step < perSpan; step += 1) curve.push(onSpan(four, step / perSpan));
  }
  if (!closed) curve.push(at(count - 1));
  return curve;
}

/** @param {readonly [Point, Point, Point, Point]} four @param {number} part @returns {Point} */
function onSpan([p0, p1, p2, p3], part) {
  const knot = (/** @type {Point} */ a, /** @type {Point} */ b) => Math.max(1e-6, Math.hypot(b[0] - a[0], b[1] - a[1]) ** 0.5);
  const t1 = knot(p0, p1);
  const t2 = t1 + knot(p1, p2);
  const t3 = t2 + knot(p2, p3);
  const t = t1 + (t2 - t1) * part;
  /** @param {Point} a @param {Point} b @param {number} from @param {number} to @returns {Point} */
  const mix = (a, b, from, to) => {
    const w = to === from ? 0 : (t - from) / (to - from);
    return [a[0] + (b[0] - a[0]) * w, a[1] + (b[1] - a[1]) * w];
  };
  const a1 = mix(p0, p1, 0, t1);
  const a2 = mix(p1, p2, t1, t2);
  const a3 = mix(p2, p3, t2, t3);
  return mix(mix(a1, a2, 0, t2), mix(a2, a3, t1, t3), t1, t2);
}

/** The other half: the line followed by its mirror image, one closed ring.
 * @param {Line} right @returns {Point[]} */
export function mirrored(right) {
  const left = right.filter((point) => Math.abs(point[0]) > 1e-9).map(([x, y]) => /** @type {Point} */ ([-x, y]));
  return [...right, ...left.reverse()];
}

/** @param {number} value */
const short = (value) => String(Math.round(value * 10) / 10);

/** SVG path data through the points, straight from one to the next.
 * @param {Line} points @param {boolean} [closed] */
export function pathOf(points, closed = true) {
  if (!points.length) return "";
  return `M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join("L")}${closed ? "Z" : ""}`;
}

/** SVG path data of a smooth ring: quadratic arcs through the middles of its sides.
 * @param {Line} ring */
export function smoothPathOf(ring) {
  const count = ring.length;
  if (count < 3) return pathOf(ring);
  const at = (/** @type {number} */ index) => /** @type {Point} */ (ring[(index + count) % count]);
  const middle = (/** @type {Point} */ a, /** @type {Point} */ b) => `${short((a[0] + b[0]) / 2)} ${short((a[1] + b[1]) / 2)}`;
  let data = `M${middle(at(-1), at(0))}`;
  for (let index = 0; index < count; index += 1) {
    const corner = at(index);
    data += `Q${short(corner[0])} ${short(corner[1])} ${middle(corner, at(index + 1))}`;
  }
  return `${data}Z`;
}

/** @param {Line} points @returns {{x0: number, y0: number, x1: number, y1: number}} */
export function boundsOf(points) {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const [x, y] of points) {
    box.x0 = Math.min(box.x0, x);
    box.x1 = Math.max(box.x1, x);
    box.y0 = Math.min(box.y0, y);
    box.y1 = Math.max(box.y1, y);
  }
  return box;
}

/** The smallest convex ring round some points (monotone chain), its long sides given points so that it stays smooth.
 * @param {Line} points @returns {Point[]} */
export function hull(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (/** @type {Point[]} */ list) => {
    /** @type {Point[]} */
    const chain = [];
    for (const point of list) {
      while (chain.length > 1 && turnsBack(/** @type {Point} */ (chain[chain.length - 2]), /** @type {Point} */ (chain[chain.length - 1]), point)) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  const ring = [...half(sorted), ...half([...sorted].reverse())];
  return ring.flatMap((point, index) => {
    const next = /** @type {Point} */ (ring[(index + 1) % ring.length]);
    const pieces = Math.max(1, Math.round(Math.hypot(next[0] - point[0], next[1] - point[1]) / 16));
    return Array.from({ length: pieces }, (_, piece) => /** @type {Point} */ ([point[0] + ((next[0] - point[0]) * piece) / pieces, point[1] + ((next[1] - point[1]) * piece) / pieces]));
  });
}

/** @param {Point} a @param {Point} b @param {Point} c */
const turnsBack = (a, b, c) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) <= 0;

/** The ring run clockwise on screen, so that overlapping rings of one path add up. @param {Line} ring @returns {Line} */
export function clockwise(ring) {
  const twice = ring.reduce((sum, [x, y], index) => {
    const next = /** @type {Point} */ (ring[(index + 1) % ring.length]);
    return sum + x * next[1] - next[0] * y;
  }, 0);
  return twice < 0 ? [...ring].reverse() : ring;
}

/** @param {Line} ring @param {number} x @param {number} y */
export function isInside(ring, x, y) {
  let inside = false;
  let before = /** @type {Point} */ (ring[ring.length - 1]);
  for (const point of ring) {
    if (point[1] > y !== before[1] > y) {
      if (x < ((before[0] - point[0]) * (y - point[1])) / (before[1] - point[1]) + point[0]) inside = !inside;
    }
    before = point;
  }
  return inside;
}

/** Distance from a point to a segment, and how far along it the foot lies (0 to 1).
 * @param {number} x @param {number} y @param {Point} a @param {Point} b @returns {[number, number]} */
export function toSegment(x, y, a, b) {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length2 = dx * dx + dy * dy;
  const along = length2 ? clamp(((x - a[0]) * dx + (y - a[1]) * dy) / length2, 0, 1) : 0;
  return [Math.hypot(x - a[0] - dx * along, y - a[1] - dy * along), along];
}

/** Depth below the ring's edge, mm: positive inside, negative outside.
 * @param {Line} ring @param {number} step grid step @param {number} [margin] @returns {Field} */
export function depthField(ring, step, margin = step * 2) {
  const box = boundsOf(ring);
  const x0 = box.x0 - margin;
  const y0 = box.y0 - margin;
  const columns = Math.ceil((box.x1 - x0 + margin) / step) + 1;
  const rows = Math.ceil((box.y1 - y0 + margin) / step) + 1;
  const values = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const x = x0 + column * step;
      const y = y0 + row * step;
      let nearest = Infinity;
      let before = /** @type {Point} */ (ring[ring.length - 1]);
      for (const point of ring) {
        nearest = Math.min(nearest, toSegment(x, y, before, point)[0]);
        before = point;
      }
      values[row * columns + column] = isInside(ring, x, y) ? nearest : -nearest;
    }
  }
  return { x0, y0, step, columns, rows, values };
}

/** Which sides of a cell a level line joins, by the four corners above the level (1 = top left, clockwise 2, 4, 8). */
const CELL_SIDES = [
  [], [3, 0], [0, 1], [3, 1], [1, 2], [3, 2, 1, 0], [0, 2], [3, 2],
  [2, 3], [2, 0], [0, 3, 2, 1], [2, 1], [1, 3], [1, 0], [0, 3], [],
];

/** The closed lines on which a field has the given value (marching squares), longest first.
 * @param {Field} field @param {number} level @returns {Point[][]} */
export function contours(field, level) {
  /** @type {Map<number, {to: number, point: Point}>} */
  const next = new Map();
  for (let row = 0; row + 1 < field.rows; row += 1) {
    for (let column = 0; column + 1 < field.columns; column += 1) linkCell(field, level, row, column, next);
  }
  /** @type {Point[][]} */
  const rings = [];
  for (const start of [...next.keys()]) {
    /** @type {Point[]} */
    const ring = [];
    for (let key = start, link = next.get(key); link; link = next.get(key)) {
      next.delete(key);
      ring.push(link.point);
      key = link.to;
    }
    if (ring.length > 3) rings.push(ring);
  }
  return rings.sort((a, b) => b.length - a.length);
}

/** @param {Field} field @param {number} level @param {number} row @param {number} column
 * @param {Map<number, {to: number, point: Point}>} next */
function linkCell({ x0, y0, step, columns, values }, level, row, column, next) {
  const at = row * columns + column;
  const corner = /** @type {const} */ ([
    /** @type {number} */ (values[at]) - level,
    /** @type {number} */ (values[at + 1]) - level,
    /** @type {number} */ (values[at + columns + 1]) - level,
    /** @type {number} */ (values[at + columns]) - level,
  ]);
  const kind = corner.reduce((sum, value, index) => (value > 0 ? sum + 2 ** index : sum), 0);
  const sides = CELL_SIDES[kind] ?? [];
  const share = (/** @type {number} */ a, /** @type {number} */ b) => a / (a - b);
  /** Each grid edge has one number: horizontal ones even, vertical ones odd. @param {number} side */
  const edge = (side) =>
    side === 0 ? at * 2 : side === 1 ? (at + 1) * 2 + 1 : side === 2 ? (at + columns) * 2 : at * 2 + 1;
  /** @param {number} side @returns {Point} */
  const crossing = (side) => {
    if (side === 0) return [x0 + (column + share(corner[0], corner[1])) * step, y0 + row * step];
    if (side === 1) return [x0 + (column + 1) * step, y0 + (row + share(corner[1], corner[2])) * step];
    if (side === 2) return [x0 + (column + share(corner[3], corner[2])) * step, y0 + (row + 1) * step];
    return [x0 + column * step, y0 + (row + share(corner[0], corner[3])) * step];
  };
  for (let pair = 0; pair + 1 < sides.length; pair += 2) {
    const from = /** @type {number} */ (sides[pair]);
    next.set(edge(from), { to: edge(/** @type {number} */ (sides[pair + 1])), point: crossing(from) });
  }
}

/** The rings that lie `depth` inside a ring (none where it is too narrow).
 * @param {Line} ring @param {number} depth mm @param {number} [step] mm @returns {Point[][]} */
export function insets(ring, depth, step = 3) {
  return contours(depthField(ring, step), depth);
}

/** The point of a ring farthest from its edge: where a mark or a finger finds it best.
 * @param {Line} ring @param {number} [step] mm @returns {{x: number, y: number, depth: number}} */
export function innermost(ring, step = 6) {
  const field = depthField(ring, step);
  let best = 0;
  field.values.forEach((value, index) => {
    if (value > /** @type {number} */ (field.values[best])) best = index;
  });
  return {
    x: field.x0 + (best % field.columns) * step,
    y: field.y0 + Math.floor(best / field.columns) * step,
    depth: /** @type {number} */ (field.values[best]),
  };
}

/**
 * The numbers hands are modelled from: one right hand seen from above, and the ways it can touch.
 *
 * Conventions: mm, wrist near (0, 0), fingers towards −y, thumb towards −x; the left hand is the mirror. A bone is a run of
 * discs `[x, y, radius]`; bones melt into each other. `lift` raises a part above the skin, `weight` is where it bears, and
 * `anchor` is the point of the hand that a stroke path gives the place of.
 * Size: length 187, breadth over the knuckles 83 (mean of ANSUR II men and women); scaled by hand length elsewhere.
 */

/** @typedef {import("./geometry.js").Point} Point */
/** @typedef {[x: number, y: number, radius: number]} Disc */
/** @typedef {{discs: Disc[], melt: number, lift?: number, flat?: number}} Bone */
/** @typedef {{bones: Bone[], weight: Point[][], anchor: Point, creases: Point[][], nails: {at: Point, turn_deg: number, size: number}[], fade: [number, number], soft?: boolean}} Pose */
/** @typedef {"palms" | "heels" | "knuckles" | "forearms" | "whole-hand" | "finger-pads" | "finger-tips" | "thumbs" | "cupped-hands"} Contact */

export const HAND_LENGTH = 187;
export const HAND_BREADTH = 83;

/** Knuckle to tip, index to little. @type {Disc[][]} */
const FINGERS = [
  [[-27, -80, 13.2], [-30, -113, 9.8], [-32, -129, 9.8], [-33.2, -149, 8.4], [-33.4, -156, 8.3], [-32.6, -169, 6.7]],
  [[-6.5, -84, 13.6], [-8.5, -121, 10], [-9.2, -138, 10], [-9.6, -160, 8.6], [-9.5, -167, 8.5], [-8.8, -180.3, 6.7]],
  [[13, -80, 12.9], [14.2, -114, 9.6], [14.6, -130, 9.5], [15.4, -151, 8.2], [15.6, -158, 8.1], [15.8, -171, 6.4]],
  [[30.3, -70, 11.9], [34.8, -94, 8.7], [36.3, -106, 8.6], [38.2, -122.5, 7.4], [38.7, -128, 7.3], [39.5, -140, 5.8]],
];
/** @type {Disc[]} */
const THUMB = [[-15, -16, 17], [-32, -40, 15.5], [-47, -62, 12.2], [-53, -72, 11.4], [-60, -90, 10.6], [-62, -97, 10.3], [-65, -109, 7.8]];
/** @type {Disc[]} */
const FOREARM = [[0.5, -2, 27.5], [0, 24, 28], [0, 70, 32.5], [0, 120, 37.5], [0, 190, 42]];

/** The thumb laid alongside, as it lies when the other hand is close by. @type {Disc[]} */
const THUMB_ALONGSIDE = [[-14, -16, 16.5], [-26.5, -40, 14.6], [-37, -62, 12], [-41, -74, 11], [-44, -91, 10.2], [-44.8, -98, 9.9], [-45.6, -110, 7.6]];
/** The thumb that takes hold: far from the fingers, bent so that its pad faces theirs. @type {Disc[]} */
const THUMB_OPPOSED = [[-13, -16, 17], [-38, -33, 15.5], [-64, -46, 12.6], [-75, -55, 11.6], [-88, -73, 11], [-91, -81, 10.6], [-90, -95, 8.4]];
/** Where the muscle lies that thumb and fingers hold between them. @type {Point} */
const MUSCLE_HELD = [-50, -108];
/** How fingers take hold: from the index outward, at the knuckle and again at the middle joint. */
const GRIP_DEG = [2, -3, -9, -17];
const HOOK_DEG = [-42, -38, -36, -34];
/** Where a finger hooks, counted along its discs. */
const MIDDLE_JOINT = 2;
/** How far the wrist bends when the fingers turn outward and the elbow does not. */
const WRIST_DEG = -11;
/** Towards the thumb: where weight lies when two hands share the middle of a back. */
const INWARD_MM = 9;

/** Thenar and hypothenar with the hollow between them: where the heel of the hand bears. @type {Point[]} */
const HEEL = [[-27, -29], [-25, -42], [-17, -47], [-8, -41], [2, -37], [12, -40], [20, -46], [28, -42], [30, -28], [25, -14], [11, -8], [-9, -8], [-22, -14]];

/** The rim of a cupped hand. @type {Point[]} */
const CUP = [[-36, -70], [-31, -122], [-17, -152], [-5, -164], [9, -158], [22, -142], [33, -112], [38, -70], [33, -34], [18, -11], [-13, -11], [-29, -34]];

/** The whole palm, broad and soft. @type {Point[]} */
const PALM = [[-28, -30], [-27, -48], [-20, -61], [-6, -66], [11, -65], [26, -58], [31, -44], [31, -28], [24, -13], [10, -7], [-10, -7], [-23, -14]];

/** A finger turned about its knuckle and shortened, as curling does seen from above.
 * @param {Disc[]} finger @param {number} turn_deg clockwise @param {number} length @returns {Disc[]} */
function bent(finger, turn_deg, length) {
  const [root] = /** @type {[Disc]} */ (/** @type {unknown} */ (finger));
  const turn = (turn_deg * Math.PI) / 180;
  return finger.map(([x, y, radius]) => {
    const [dx, dy] = [(x - root[0]) * length, (y - root[1]) * length];
    return [root[0] + dx * Math.cos(turn) - dy * Math.sin(turn), root[1] + dx * Math.sin(turn) + dy * Math.cos(turn), radius];
  });
}

/** A finger that hooks round something: turned and shortened at its knuckle, then again at its middle joint.
 * @param {Disc[]} finger @param {number} turn_deg clockwise @param {number} hook_deg clockwise, on top @param {number} length @returns {Disc[]} */
function hooked(finger, turn_deg, hook_deg, length) {
  const whole = bent(finger, turn_deg, length);
  return [...whole.slice(0, MIDDLE_JOINT), ...bent(whole.slice(MIDDLE_JOINT), hook_deg, 1)];
}

/** The back of the hand: four long bones from the wrist, filled between. @param {Disc[][]} fingers @returns {Bone[]} */
function backOfHand(fingers) {
  const roots = fingers.map((finger) => /** @type {Disc} */ (finger[0]));
  const wrist = /** @type {const} */ ([-12, -3, 5, 13]);
  return [
    ...roots.map((root, index) => /** @type {Bone} */ ({ discs: [[(wrist[index] ?? 0) * 0.9, 26, 9], [wrist[index] ?? 0, -14, 12.5], [root[0], root[1], root[2]]], melt: 9, lift: 1 })),
    { discs: [[0.5, -34, 27], [0.5, 2, 26], [0, 34, 25]], melt: 20, lift: -7, flat: 0.75 },
    { discs: [[0, -26, 27], [2, -58, 31]], melt: 14, lift: -13 },
    { discs: [[14, -14, 15], [28, -46, 13]], melt: 16, lift: -3 },
  ];
}

/** @param {Disc[][]} fingers */
function creasesOf(fingers) {
  return fingers.flatMap((finger) =>
    [2, 4].flatMap((joint) => {
      const [before, at, after] = [finger[joint - 1], finger[joint], finger[joint + 1]];
      if (!before || !at || !after) return [];
      const along = Math.atan2(after[1] - before[1], after[0] - before[0]);
      const [nx, ny] = [-Math.sin(along), Math.cos(along)];
      return [-1.6, 1.6].map((offset) =>
        [-0.62, -0.25, 0.25, 0.62].map((across) => {
          const bow = offset * (1 - across * across);
          return /** @type {Point} */ ([at[0] + nx * at[2] * across + Math.cos(along) * bow, at[1] + ny * at[2] * across + Math.sin(along) * bow]);
        }),
      );
    }),
  );
}

/** @param {Disc[][]} fingers */
function nailsOf(fingers) {
  return fingers.map((finger) => {
    const [before, tip] = /** @type {[Disc, Disc]} */ ([finger[finger.length - 2], finger[finger.length - 1]]);
    const turn_deg = (Math.atan2(tip[1] - before[1], tip[0] - before[0]) * 180) / Math.PI + 90;
    return { at: /** @type {Point} */ ([tip[0], tip[1]]), turn_deg, size: tip[2] };
  });
}

/** An oval ring. @param {number} x @param {number} y @param {number} rx @param {number} ry @param {number} [turn] radians clockwise @returns {Point[]} */
function oval(x, y, rx, ry, turn = 0) {
  return Array.from({ length: 14 }, (_, index) => {
    const angle = (index / 14) * 2 * Math.PI;
    const [dx, dy] = [rx * Math.cos(angle), ry * Math.sin(angle)];
    return [x + dx * Math.cos(turn) - dy * Math.sin(turn), y + dx * Math.sin(turn) + dy * Math.cos(turn)];
  });
}

/** The pad behind a fingertip, along the finger. @param {Disc[]} finger @param {number} [reach] 0 at the tip, 1 at the last joint */
function pad(finger, reach = 0.45) {
  const [joint, tip] = /** @type {[Disc, Disc]} */ ([finger[finger.length - 2], finger[finger.length - 1]]);
  const turn = Math.atan2(tip[1] - joint[1], tip[0] - joint[0]) + Math.PI / 2;
  return oval(tip[0] + (joint[0] - tip[0]) * reach, tip[1] + (joint[1] - tip[1]) * reach, tip[2] * 0.92, tip[2] * (reach > 0.2 ? 1.35 : 0.9), turn);
}

/** @param {Point[][]} rings @returns {Point} */
function middleOf(rings) {
  const all = rings.flat();
  return [all.reduce((sum, point) => sum + point[0], 0) / all.length, all.reduce((sum, point) => sum + point[1], 0) / all.length];
}

/** @param {Disc[][]} fingers @param {Disc[]} thumb @param {Point[][]} weight @param {Partial<Pose> & {arm?: Disc[]}} [more] @returns {Pose} */
function openHand(fingers, thumb, weight, more = {}) {
  return {
    bones: [
      { discs: more.arm ?? FOREARM, melt: 18, lift: -6, flat: 0.74 },
      ...backOfHand(fingers),
      ...fingers.map((discs) => ({ discs, melt: 4.5, lift: 0 })),
      { discs: thumb, melt: 9, lift: -4 },
    ],
    weight,
    anchor: middleOf(weight),
    creases: creasesOf([...fingers, thumb.slice(1)]),
    nails: nailsOf([...fingers, thumb]),
    fade: [46, 150],
    ...more,
  };
}

/** @param {number[]} turns_deg @param {number} length */
const fingersTurned = (turns_deg, length) => FINGERS.map((finger, index) => bent(finger, turns_deg[index] ?? 0, length));

/** Loose fist: the flat first bones of the fingers lie in front of the knuckles; the middle two bear. @returns {Pose} */
function looseFist() {
  const knuckles = /** @type {Disc[]} */ ([[-25.5, -64, 12.6], [-7, -69, 13], [11.5, -67, 12.6], [27.5, -59, 11.6]]);
  const joints = /** @type {Disc[]} */ ([[-27, -97, 10.6], [-7.5, -103, 11], [12, -100, 10.6], [29.5, -88, 9.6]]);
  const thumb = /** @type {Disc[]} */ ([[-16, -14, 16], [-33, -33, 14.5], [-47, -51, 12.2], [-51.5, -63, 11.2], [-53, -81, 10.4], [-51.5, -88, 10], [-48, -99, 7.8]]);
  const at = (/** @type {number} */ index) => /** @type {[Disc, Disc]} */ ([knuckles[index], joints[index]]);
  return {
    bones: [
      { discs: FOREARM, melt: 18, lift: -6, flat: 0.74 },
      { discs: thumb, melt: 5, lift: -7 },
      ...backOfHand(knuckles.map((disc) => [disc])),
      ...[0, 1, 2, 3].map((index) => ({ discs: at(index), melt: 1.6, lift: -1 })),
      ...knuckles.map(([x, y, radius]) => /** @type {Bone} */ ({ discs: [[x, y, radius * 0.85]], melt: 13, lift: 2 })),
    ],
    weight: [1, 2].map((index) => {
      const [knuckle, joint] = at(index);
      return oval((knuckle[0] + joint[0] * 3) / 4, (knuckle[1] + joint[1] * 3) / 4 + 1.5, joint[2] * 0.66, joint[2] * 1.05);
    }),
    anchor: [2, -92],
    creases: [
      ...knuckles.flatMap(([x, y, radius]) => [
        [-0.7, -0.25, 0.25, 0.7].map((a) => /** @type {Point} */ ([x + a * radius, y - 12 - 2.5 * (1 - a * a)])),
        [-0.6, -0.2, 0.2, 0.6].map((a) => /** @type {Point} */ ([x + a * radius, y - 15.5 - 2.5 * (1 - a * a)])),
      ]),
      ...creasesOf([thumb.slice(1)]),
    ],
    nails: nailsOf([thumb]),
    fade: [46, 150],
  };
}

/** The forearm laid across, elbow to loose fist; its soft middle bears. @returns {Pose} */
function forearm() {
  const fist = looseFist();
  const up = -128;
  const moved = fist.bones.slice(1).map((bone) => ({
    ...bone,
    lift: (bone.lift ?? 0) + 3,
    discs: bone.discs.map(([x, y, radius]) => /** @type {Disc} */ ([x * 0.96, y * 0.92 + up, radius * 0.94])),
  }));
  return {
    bones: [
      { discs: [[8, 116, 30], [46, 156, 35], [88, 194, 40]], melt: 26, lift: -8, flat: 0.72 },
      { discs: [[4, 120, 30], [0, 76, 38], [-1, 30, 41], [0, -30, 37], [0, -84, 29], [0, -128, 25]], melt: 26, lift: 0, flat: 0.7 },
      { discs: [[6, 132, 15]], melt: 22, lift: 1 },
      ...moved,
    ],
    weight: [oval(0, 14, 22, 54)],
    anchor: [0, 14],
    creases: [],
    nails: [],
    fade: [142, 196],
    soft: true,
  };
}

/** The same hand with its thumb alongside and its wrist bent, for two hands near the midline. @param {Disc[][]} fingers @param {Point[][]} weight */
function besideAnother(fingers, weight) {
  return openHand(fingers, THUMB_ALONGSIDE, weight, { arm: bent(FOREARM, WRIST_DEG, 1) });
}

/** @param {Point[]} ring @returns {Point[]} */
const inward = (ring) => ring.map(([x, y]) => [x - INWARD_MM, y]);

/** @returns {{alone: Record<Contact, Pose>, beside: Partial<Record<Contact, Pose>>}} */
function poses() {
  const close = fingersTurned([5, 1, -3, -9], 0.86);
  const together = fingersTurned([6, 2, -3, -10], 0.98);
  const curled = fingersTurned([4, 1, -2, -6], 0.72);
  const grip = FINGERS.map((finger, index) => hooked(finger, GRIP_DEG[index] ?? 0, HOOK_DEG[index] ?? 0, 0.72));
  const aheadThumb = bent(THUMB, 10, 1.08);
  const alone = {
    palms: openHand(FINGERS, THUMB, [PALM]),
    heels: openHand(fingersTurned([-3, -1, 2, 5], 0.93), bent(THUMB, -5, 1), [HEEL]),
    "whole-hand": openHand(grip, THUMB_OPPOSED, [...grip.map((finger) => pad(finger, 0.5)), pad(THUMB_OPPOSED, 0.5)], { anchor: MUSCLE_HELD }),
    "finger-pads": openHand(close, bent(THUMB, 6, 0.94), close.slice(0, 3).map((finger) => pad(finger))),
    "finger-tips": openHand(curled, bent(THUMB, 4, 0.9), curled.map((finger) => pad(finger, 0.1))),
    thumbs: openHand(fingersTurned([17, 13, 10, 7], 0.8), aheadThumb, [pad(aheadThumb, 0.5)]),
    "cupped-hands": openHand(together, THUMB_ALONGSIDE, [CUP, CUP.map(([x, y]) => [x * 0.72 + 0.8, (y + 82) * 0.76 - 82])], { anchor: [0, -80] }),
    knuckles: looseFist(),
    forearms: forearm(),
  };
  const nearly = fingersTurned([2, 0, -2, -5], 0.99);
  const beside = {
    palms: besideAnother(nearly, [inward(PALM)]),
    heels: besideAnother(nearly, [inward(HEEL)]),
    "finger-pads": besideAnother(close, close.slice(0, 3).map((finger) => pad(finger))),
    "finger-tips": besideAnother(curled, curled.map((finger) => pad(finger, 0.1))),
  };
  return { alone, beside };
}

const { alone, beside } = poses();
/** Each contact by itself. */
export const POSES = alone;
/** The contacts that make themselves narrow when the other hand is close by. @type {Partial<Record<Contact, Pose>>} */
export const POSES_BESIDE = beside;

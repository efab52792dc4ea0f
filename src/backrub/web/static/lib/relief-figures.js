/**
 * The numbers the clay back is modelled from: a neutral body, right half, as heights over a smooth torso.
 *
 * Made by tools/make_relief from data/relief.toml and data/atlas.toml: do not edit.
 * Conventions: mm in the back frame for U (C7 to S2) = 500 mm and shoulders (biacromial) 390 mm; `v` is y / U;
 * heights above the base form, sigma its softness. Only x ≥ 0 is given; the left is its mirror.
 * Source: our own construction from landmark levels and muscle attachments (certainty ENG: it must read as a back; it
 * measures nothing). Nothing is sharper than sigma 8 mm: flesh, not bone.
 */

/** @typedef {import("./geometry.js").Point} Point */
/** @typedef {{points: Point[], sigma: number[], height: number[]}} Ridge */
/** @typedef {{centre: Point, sigma: Point, height: number, turned_deg?: number}} Blob */

export const NEUTRAL = { u_mm: 500, shoulders_mm: 390, hips_mm: 274 };

/** From the crown down the right side to below the hips. @type {Point[]} */
export const OUTLINE = [[0, -288], [38, -281], [66, -255], [79, -215], [78, -172], [67, -132], [58, -104], [57, -82], [64, -56], [84, -30], [118, -7], [158, 14], [190, 32], [214, 54], [232, 86], [243, 126], [249, 170], [254, 220], [261, 280], [268, 340], [272, 400], [196, 408], [192, 340], [187, 280], [182, 228], [176.5, 196], [172, 214], [168, 246], [162, 290], [152, 335], [142, 375], [136.5, 408], [137, 436], [145, 470], [157, 510], [168, 555], [176, 610], [178, 660], [177, 720], [0, 725]];

/** Where the drawing thins into the ground (y from, y to). */
export const FADES = { crown: /** @type {Point} */ ([-200, -92]), hips: /** @type {Point} */ ([486, 600]), arms: /** @type {Point} */ ([168, 318]) };

/** The torso under the muscles: how far its edge rounds off, and the three long swells. */
export const BASE = { screening_mm: 62, rise_mm: 120 };
export const CHEST = { v: 0.26, sigma_v: 0.26, height: 16 };
export const SMALL_OF_BACK = { v: 0.83, sigma_v: 0.17, sigma_x: 130, height: -20 };
/** @type {Blob} */
export const SEAT = { centre: [82, 680], sigma: [74, 100], height: 46 };

/** The groove over the spine. Rows are [v, mm]. */
export const FURROW = {
  depth: /** @type {Point[]} */ ([[-0.5, 0], [-0.12, 1.2], [-0.03, 0], [0.04, 1], [0.2, 4.5], [0.42, 6.5], [0.62, 8.5], [0.8, 9.5], [0.92, 7], [1.02, 2], [1.2, 0]]),
  sigma: /** @type {Point[]} */ ([[-0.5, 12], [0, 12], [0.25, 13], [0.5, 11], [0.8, 10.5], [1, 16], [1.2, 16]]),
};

/** C7 and T1 stand out a little. @type {Blob[]} */
export const KNOBS = [
  { centre: [0, 0], sigma: [7, 9], height: 3.6 },
  { centre: [0, 25], sigma: [7, 9], height: 2.2 },
];

/** The long muscles either side of it. Rows are [v, mm]. */
export const COLUMNS = {
  centre: /** @type {Point[]} */ ([[-0.2, 18], [0.05, 24], [0.3, 30], [0.55, 36], [0.75, 42], [0.85, 42], [0.95, 34], [1.1, 24]]),
  sigma: /** @type {Point[]} */ ([[-0.2, 14], [0.05, 15], [0.3, 15], [0.55, 18], [0.75, 21], [0.85, 20], [1, 15], [1.1, 12]]),
  height: /** @type {Point[]} */ ([[-0.3, 0], [-0.1, 2], [0.1, 2.2], [0.35, 3.2], [0.55, 6], [0.72, 10], [0.84, 10.5], [0.95, 6.5], [1.05, 2], [1.15, 0]]),
};

/** Flat, soft-edged shapes. @type {{height: number, blur: number, points: Point[]}[]} */
export const PLATES = [
  { height: 2.2, blur: 8, points: [[0, -60], [60, -40], [150, 20], [190, 60], [120, 78], [82, 92], [52, 134], [26, 212], [0, 311]] }, // trapezius
  { height: 4.6, blur: 10, points: [[74, 47], [71, 70], [73, 108], [78, 147], [86, 185], [97, 191], [118, 170], [150, 125], [178, 100], [186, 78], [150, 66], [110, 54]] }, // shoulder blade
  { height: 1.6, blur: 9, points: [[0, 452], [40, 498], [26, 540], [0, 588]] }, // sacrum
];

/** @type {Record<string, Ridge>} */
export const RIDGES = {
  trapeziusSlope: { points: [[34, -210], [34, -120], [44, -66], [70, -22], [110, 8], [150, 30], [186, 52]], sigma: [14, 16, 20, 24, 24, 20, 16], height: [0, 4, 10, 15, 13, 8, 4] },
  bladeSpine: { points: [[76, 75], [104, 69], [138, 61], [170, 62], [196, 66]], sigma: [14, 13, 12, 12, 13], height: [1.5, 4.2, 5.2, 5.2, 4] },
  teres: { points: [[97, 180], [122, 159], [150, 141], [176, 131]], sigma: [16, 18, 18, 16], height: [3, 5.6, 5.6, 3] },
  bladeInnerValley: { points: [[64, 63], [63, 108], [68, 152], [78, 194]], sigma: [12, 14, 14, 14], height: [-1, -3, -2.8, -0.6] },
  deltoidGroove: { points: [[176, 88], [190, 118], [196, 150], [190, 186]], sigma: [8, 9, 9, 9], height: [-1.5, -4.5, -5.5, -4] },
  latissimusEdge: { points: [[166, 196], [158, 236], [146, 280], [130, 330], [112, 374]], sigma: [17, 22, 24, 22, 18], height: [7, 9, 7.5, 5, 2] },
  columnToSide: { points: [[58, 283], [68, 323], [80, 370], [86, 418]], sigma: [13, 13, 13, 13], height: [-1.2, -3.2, -3.6, -2] },
  hipBoneEdge: { points: [[136, 432], [112, 440], [84, 456], [58, 482], [46, 500]], sigma: [15, 14, 13, 12, 10], height: [2.6, 2.8, 2.2, 1.6, 0.6] },
  sacrumEdge: { points: [[40, 516], [28, 548], [12, 580]], sigma: [10, 10, 10], height: [-0.8, -1.2, -1.2] },
  rib0: { points: [[84, 224], [118, 242], [148, 262]], sigma: [8, 8, 8], height: [0, 0.8, 0.3] },
  rib1: { points: [[84, 254], [118, 272], [148, 292]], sigma: [8, 8, 8], height: [0, 0.8, 0.3] },
  rib2: { points: [[84, 284], [118, 302], [148, 322]], sigma: [8, 8, 8], height: [0, 0.8, 0.3] },
  rib3: { points: [[84, 314], [118, 332], [148, 352]], sigma: [8, 8, 8], height: [0, 0.8, 0.3] },
};

/** @type {Blob[]} */
export const BLOBS = [
  { centre: [25, -80], sigma: [14, 52], height: 2.2 }, // neck cord
  { centre: [122, 117], sigma: [32, 29], turned_deg: -38, height: 5.5 }, // infraspinatus
  { centre: [92, 184], sigma: [18, 20], height: 2.6 }, // lower corner of the blade
  { centre: [126, 44], sigma: [30, 12], turned_deg: 16, height: -2.2 }, // hollow above the ridge
  { centre: [222, 128], sigma: [24, 56], turned_deg: -8, height: 9 }, // deltoid
  { centre: [42, 502], sigma: [10, 11], height: -3 }, // dimple
  { centre: [128, 470], sigma: [34, 30], height: 4 }, // flank above the hip
];

// What the pages and the server say to each other, and what models and views share.
// Conventions: logical time is `at_ms`; felt pressure 1-10; left and right are the receiver's; the back frame is mm.

import type { CardShownJson, Likes } from "./wire.d.ts";

export type Side = "left" | "right" | "both";
export type Level = 1 | 2 | 3;
export type Theme = "day" | "candle";
export type Facing = "up" | "down" | "left" | "right";

export interface Tense { area: string; side: Side; level: Level }
export interface Avoid { area: string; side: Side }
export interface Tender { area: string; side: "left" | "right" }
export interface Mark { kind: string; x_mm: number; y_mm: number; radius_mm: number }
export interface Health { answered: "unanswered" | "none" | "something"; conditions: string[] }
export interface Body { stature_mm?: number | null; mass_kg?: number | null; sex?: string | null; [more: string]: unknown }

export interface Wishes {
  minutes: number;
  tense: Tense[];
  tender: Tender[];
  avoid: Avoid[];
  marks: Mark[];
  intention: string;
  glide: string;
  surface: string;
  position: string | null;
  relation: string;
  health: Health;
  first_time: boolean;
  firm: boolean;
  soft: boolean;
  deep: boolean;
  woken: boolean;
  ticklish?: boolean;
  holds: boolean | null;
  sore_thumbs: boolean;
  weak_hands: boolean;
  small_hands: boolean;
  sore_back: boolean;
  kneels: boolean;
  experience: string;
  lasts_min: number | null;
  swap: boolean;
  /** 0 for the best plan; any other number for another good one, the same each time. */
  seed: number;
  room: string;
  nut_allergy: boolean;
  scent_free: boolean;
  latex: boolean;
  likes: Likes;
  talk: string;
  known: string[];
  body: Body;
}

/** A card as it is used tonight: kept on this machine when it has an id. */
export interface CardInUse { id: string | null; name: string; shown: CardShownJson }

export interface Choice { id: string; label: string }

export interface Voice { name: string | null; sample: string | null; sample_text?: string | null }

export interface Start {
  version: string;
  locale: string;
  defaults: Wishes;
  rate: number;
  running: { session: string } | null;
  health: Choice[];
  surfaces?: string[];
  limits: { minutes: [number, number] };
  data_dir_note: string;
  voice?: Voice | null;
}

export type Point = [number, number];
export interface Zone { kind: string; polygons: Point[][] }
export interface Atlas {
  landmarks: Record<string, Point>;
  areas: Record<string, { left: Point[]; right: Point[] }>;
  zones: Record<string, unknown>;
  outline?: unknown;
  labels?: Record<string, string>;
  [more: string]: unknown;
}

export interface RoutineStep {
  kind: "stroke" | "hold" | "ask" | "say" | "rest" | "move" | "turn" | "oil";
  phase: string;
  duration_s: number;
  start_s?: number;
  technique?: string | null;
  area?: string | null;
  side?: Side | null;
  contact?: string | null;
  pressure?: [number, number] | null;
  spots?: number | null;
  place?: string | null;
  why?: string;
  label?: string;
  area_label?: string;
  side_label?: string;
  pressure_words?: string;
}

export interface Routine {
  format: 1;
  title: string;
  duration_s: number;
  position: string;
  surface: string;
  lubricant: string;
  giver_side?: "left" | "right";
  steps: RoutineStep[];
}

export interface Preparation { id: string; text: string; icon?: string }

export interface Plan {
  routine: Routine;
  title: string;
  summary: string;
  preparations: Preparation[];
  gave_way: string[];
  left_out: string[];
  notes: string[];
  with_five_more: string | null;
  guesses: string[];
  seed: number;
}

export interface NotTonight { not_tonight: { emergency: boolean; texts: string[] } }

export interface HandPath {
  t_s: number[];
  x_mm: number[];
  y_mm: number[];
  heading_deg: number[];
  pressure: number[];
  down: boolean[] | number[];
  contact: string;
}
export interface StrokePath { cycle_s: number; hands: { left?: HandPath | null; right?: HandPath | null } }

export interface SessionPlan {
  routine: Routine;
  paths: Record<string, StrokePath>;
  step_paths: (string | null)[];
  atlas?: Atlas;
  clips?: string[];
}

export interface PlacedStep { index: number; start_ms: number; duration_ms: number; pressure: [number, number] | null }
export type HoldStage = "seek" | "sink" | "still" | "release" | "broad";
export interface HoldView { stage: HoldStage; stage_ends_at_ms: number | null; number: number | null; spots_left: number }
export type Status = "planned" | "preparing" | "running" | "paused" | "stopped" | "finished";

export interface View {
  version: number;
  at_ms: number;
  status: Status;
  steps: PlacedStep[];
  step: number | null;
  step_started_at_ms: number | null;
  played_ms: number;
  remaining_ms: number;
  pressure: number;
  rewarm: [number, number] | null;
  hold: HoldView | null;
  asking: { id: string; text?: string; args?: Record<string, unknown> } | null;
  hush: boolean;
  stopped_by: string | null;
  resting: boolean;
  stop_within_ms: number | null;
  present: string[];
  spots_left: number;
}

export interface Cue {
  id: string;
  at_ms: number;
  kind: "say" | "show" | "ask";
  to: "giver" | "receiver";
  step: number | null;
  text: string;
  clip: string | null;
  target?: unknown;
}

export interface Timeline { version: number; cues: Cue[]; ends_at_ms: number | null }

export interface Patch {
  since: number;
  version: number;
  gone: string[];
  moved: [string, number][];
  cues: Cue[];
  ends_at_ms: number | null;
}

export interface CommandOut { id: string; at_ms: number; seen: number; kind: string; by: "giver" | "receiver"; value?: number; step?: number | null }

export interface Hello { protocol: 1; session: string; role: string; locale: string; rate: number }

export interface SessionEvent { seq: number; at_ms: number; kind: string; by?: string; [more: string]: unknown }

export type Guest = "receiver" | "watcher" | "giver";
export interface DoorPass { id: string; role: Guest; sha256: string; here: boolean }
export interface Door {
  port: number;
  addresses: string[];
  passes: DoorPass[];
  invited: Guest[];
  locked: boolean;
  role?: Guest;
  code?: string;
  url?: string;
  picture?: string;
  expires_in_s?: number;
}

export interface Problem {
  title?: string;
  detail?: string;
  status?: number;
  errors?: { field: string; message: string }[];
  clash?: { field: string; index: number; text: string }[];
}

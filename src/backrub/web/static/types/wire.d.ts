// What the server sends and takes. Made by tools/make_types from the server's own classes: do not edit.
// Conventions: `at_ms` is logical time; durations carry their unit; the back frame is in mm; sides are the receiver's.

/** A command was carried out and is on disk. */
export interface Ack {
  ack: string;
  seq: number;
}

/** One wish that can be dropped: the field it stands in, its number where that is a list, and what to call it. */
export interface AskedJson {
  field: string;
  index: number;
  text: string;
}

/** The check-in that stands open. */
export interface AskingJson {
  id: string;
  args: Record<string, string | number>;
  text: string;
}

/** The map of one back, in mm. */
export interface AtlasJson {
  format: 1;
  frame: Record<string, unknown>;
  landmarks: Record<string, [number, number]>;
  areas: Record<string, SidesJson>;
  zones: Record<string, ZoneJson>;
  outline: [number, number][];
  hands: Record<string, number>;
  labels?: Record<string, string> | null;
}

/** A place to leave alone: area id and side. */
export interface Avoid {
  area: string;
  side?: "left" | "right" | "both";
}

/** What is known of the receiver's body, and of the giver's hands. */
export interface Body {
  stature_mm?: number | null;
  mass_kg?: number | null;
  sex?: "f" | "m" | null;
  c7_to_crest_mm?: number | null;
  shoulder_hand_breadths?: number | null;
  blade_gap_mm?: number;
  hand_length_mm?: number | null;
  hand_breadth_mm?: number | null;
}

/** What one person likes and does not. */
export interface Card {
  firmness?: "soft" | "usual" | "firm";
  likes?: Likes;
  avoid?: Avoid[];
  marks?: Mark[];
  free_of?: ("nuts" | "scent" | "latex")[];
  position?: "prone" | "seated" | "side-lying" | "hug" | null;
  language?: string;
}

/** A card to be kept, and what to call it here. */
export interface CardKeep {
  name: string;
  card: Card;
}

/** A card kept on this machine. */
export interface CardKeptJson {
  id: string;
  name: string;
  shown: CardShownJson;
}

/** What somebody says of themselves, of one area or one technique. */
export interface CardSaid {
  card: Card;
  said: "softer" | "as-planned" | "firmer" | "less" | "more" | "liked" | "forget";
  area?: string | null;
  technique?: string | null;
}

/** A card, changed by hand. */
export interface CardSent {
  card: Card;
}

/** A card with its text, a QR code of it, and what it has learnt in words. */
export interface CardShownJson {
  card: Card;
  text: string;
  picture: string;
  learnt: LearntJson[];
}

/** A card as its text. */
export interface CardTextSent {
  text: string;
}

/** Tonight's wishes, to which a card is added, or of which one is made when there is none. */
export interface CardWishes {
  wishes: Wishes;
  card?: Card | null;
}

/** The cards kept on this machine, and whether any can be kept here: a server of many households keeps none. */
export interface CardsJson {
  cards: CardKeptJson[];
  keeps: boolean;
}

/** What is known of a text. */
export interface CheckedJson {
  findings: FindingJson[];
  routine: Routine | null;
  lines: number[];
  whole: boolean;
  stated_s: number | null;
  tokens: [number, number, number, string][];
}

/** One of several answers. */
export interface Choice {
  id: string;
  label: string;
}

/** The fewest wishes that cannot be met together; none where all can be. */
export interface ClashJson {
  clash: AskedJson[];
}

/** A command as a client sends it. */
export interface CommandIn {
  id: string;
  at_ms: number;
  seen: number;
  kind: "start" | "ready" | "pause" | "resume" | "stop" | "next" | "back" | "stay" | "softer" | "firmer" | "just-right" | "not-there" | "rate" | "spot-here" | "spot-lump" | "spot-not-found" | "easing" | "eased" | "same" | "worse" | "radiates" | "breath-held" | "hush" | "tired" | "more-minutes" | "end-in" | "join" | "leave";
  value?: number | null;
  step?: number | null;
  by?: "giver" | "receiver" | null;
}

/** One question of the health screen. */
export interface ConditionJson {
  id: string;
  label: string;
  says: string;
  actions: Choice[];
  tonight: boolean;
  emergency: boolean;
  rank: number;
}

/** One thing to say or show. */
export interface CueJson {
  id: string;
  at_ms: number;
  kind: "say" | "show" | "ask";
  to: "giver" | "receiver";
  step: number | null;
  text: string;
  clip: string | null;
  target: Target | null;
}

/** A text and a place in it, counted from 1. */
export interface CursorSent {
  text: string;
  line: number;
  column?: number;
  body?: Body | null;
  back?: string;
}

/** What the giver's page asks for. */
export interface DoorAsked {
  role?: "receiver" | "watcher" | "giver" | null;
  address?: string | null;
  port?: number;
  passes?: PassIn[];
}

/** The second listener of a session; the fields about a code are there only in the answer that made it. */
export interface DoorJson {
  port: number;
  addresses: string[];
  passes: PassJson[];
  invited: ("giver" | "receiver" | "watcher" | "coach")[];
  locked: boolean;
  role?: "giver" | "receiver" | "watcher" | "coach" | null;
  code?: string | null;
  url?: string | null;
  picture?: string | null;
  expires_in_s?: number | null;
}

/** What every event has; each kind has fields of its own beside these. */
export interface EventJson {
  kind: string;
  v: number;
  seq: number;
  at_ms: number;
  by: "giver" | "receiver" | "watcher" | "coach";
  recorded_at: number;
}

/** One field that is wrong. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** One thing found; `acknowledged` is the reason of whoever allowed it. */
export interface FindingJson {
  file: string;
  line: number;
  column: number;
  code: string;
  slug: string;
  severity: "error" | "warning" | "info";
  message: string;
  hint: string;
  end_column: number;
  fix: "safe" | "unsafe" | null;
  acknowledged?: string | null;
}

/** Questions that are asked together. */
export interface GroupJson {
  id: string;
  label: string;
  conditions: ConditionJson[];
}

/** An evening on which one of two people gets no rub. */
export interface HalfNotTonightJson {
  not_tonight: RefusalJson;
  whose: "one" | "other";
}

/** One hand's samples over one stroke; `works` is false for a hand that only lies there. */
export interface HandJson {
  contact: string;
  works: boolean;
  t_s: number[];
  x_mm: number[];
  y_mm: number[];
  heading_deg: number[];
  pressure: number[];
  down: boolean[];
}

/** The giver's hands. */
export interface HandsJson {
  left?: HandJson | null;
  right?: HandJson | null;
}

/** Answers to the one health line, or to the full screen; never stored, only their effects are. */
export interface Health {
  answered?: "unanswered" | "none" | "something";
  conditions?: string[];
}

/** The first message of a client. */
export interface HelloIn {
  token: string;
  session: string;
  protocol?: 1;
  locale?: string | null;
  played_at_ms?: number | null;
  patches?: boolean;
}

/** The server's first message. */
export interface HelloOut {
  protocol: 1;
  session: string;
  role: "giver" | "receiver" | "watcher" | "coach";
  locale: string;
  rate: number;
}

/** The page of what stands at a place, as Markdown; null when there is none. */
export interface HelpJson {
  page: string | null;
}

/** How a hold on a tender spot stands. */
export interface HoldView {
  stage: "seek" | "sink" | "still" | "release" | "broad";
  stage_ends_at_ms: number | null;
  number: number | null;
  spots_left: number;
}

/** A text to be led, how much the coach says, and who receives it. */
export interface LeadSent {
  text: string;
  talk?: "guide" | "quiet" | "nearly-silent";
  body?: Body | null;
}

/** The kept card that a session was led with, or null. */
export interface LearnFrom {
  card?: string | null;
}

/** What a session taught: the kept card it was written on, or null, and the card as it is now. */
export interface LearntFromJson {
  id: string | null;
  shown: CardShownJson;
}

/** One thing a card has learnt. */
export interface LearntJson {
  kind: "pressure" | "liking";
  of: string;
  label: string;
  way: string;
  text: string;
}

/** Something learnt beforehand and never led: what to know, and the hands of it on a back. */
export interface LessonJson {
  title: string;
  points: string[];
  most_s: number;
  path: PathJson | null;
  atlas: AtlasJson;
}

/** Belief about one technique: how much spoke for it, and against it. */
export interface Liked {
  technique: string;
  pro: number;
  contra: number;
}

/** What has been learnt of a person; empty for somebody new. */
export interface Likes {
  pressed?: Pressed[];
  liked?: Liked[];
}

/** What is allowed. */
export interface LimitsJson {
  minutes: [number, number];
}

/** The hands in the steps that came of one line. */
export interface LinePathsJson {
  first: number;
  paths: Record<string, PathJson>;
  step_paths: (string | null)[];
  marks: PersonalZone[];
  kept_off: string[];
  back: string;
  atlas: AtlasJson | null;
}

/** A person's own no-press spot in the back frame [mm]: mole, bruise, scar, sunburn, patch, not-there. */
export interface Mark {
  kind: "mole" | "bruise" | "scar" | "sunburn" | "patch" | "not-there";
  x_mm: number;
  y_mm: number;
  radius_mm?: number;
}

/** A text laid out or mended, and how many findings that answered. */
export interface MendedJson {
  text: string;
  count: number;
}

/** A sentence not yet in words: its id, and what fills it. */
export interface Message {
  id: string;
  args: Record<string, string | number>;
}

/** An evening without a rub. */
export interface NotTonightJson {
  not_tonight: RefusalJson;
}

/** One way a line can go on. */
export interface Offer {
  text: string;
  kind: "key" | "heading" | "verb" | "technique" | "place" | "hand" | "pressure" | "word" | "rule";
  column: number;
  about?: string;
}

/** How a line can go on, the likeliest first. */
export interface OffersJson {
  offers: Offer[];
}

/** A new session; the token is given once. */
export interface OpenedJson {
  session: string;
  token: string;
  role: "giver" | "receiver" | "watcher" | "coach";
}

/** A pass as the giver's page remembers it: its name, its role, the hash of its secret. */
export interface PassIn {
  id: string;
  role: "receiver" | "watcher" | "giver";
  sha256: string;
  here?: boolean;
}

/** A device that was let in: a name to take it back by, what it is, and whether it is connected. */
export interface PassJson {
  id: string;
  role: "giver" | "receiver" | "watcher" | "coach";
  sha256: string;
  here: boolean;
}

/** What makes the timeline of a version of the one before: take away, move, then put in by id, in order of time. */
export interface PatchJson {
  since: number;
  version: number;
  gone: string[];
  moved: [string, number][];
  cues: CueJson[];
  ends_at_ms: number | null;
}

/** One stroke of both hands; `upper` is the side that is up where somebody lies on the other. */
export interface PathJson {
  technique: string;
  area: string;
  side: string;
  place: string;
  cycle_s: number;
  cycles: number;
  felt: number;
  reached: number;
  clothed: boolean;
  upper: string | null;
  hands: HandsJson;
}

/** A place this person wants left alone: a disc in the back frame [mm]. */
export interface PersonalZone {
  kind: string;
  x_mm: number;
  y_mm: number;
  radius_mm: number;
}

/** A question for the server's time. */
export interface PingIn {
  ping: number;
}

/** A step's place in hands-on time. */
export interface PlacedJson {
  index: number;
  start_ms: number;
  duration_ms: number;
  pressure: [number, number] | null;
}

/** A plan and what there is to say about it. */
export interface PlanJson {
  routine: Routine;
  title: string;
  summary: string;
  preparations: PreparationJson[];
  gave_way: string[];
  left_out: string[];
  notes: string[];
  with_five_more: string | null;
  guesses: string[];
  seed: number;
}

/** The server's time. */
export interface Pong {
  pong: number;
  at_ms: number;
}

/** Something to see to before the first touch. */
export interface PreparationJson {
  id: string;
  text: string;
  icon: string;
}

/** Belief about one area. */
export interface Pressed {
  area: string;
  total: number;
  answers: number;
}

/** An error, as RFC 9457 has it; `not_tonight` when health forbids what was asked, `clash` when wishes do. */
export interface ProblemJson {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: FieldProblem[] | null;
  not_tonight?: RefusalJson | null;
  clash?: AskedJson[] | null;
}

/** Why there is no rub today. */
export interface RefusalJson {
  emergency: boolean;
  texts: string[];
}

/** A command was not carried out. */
export interface Refused {
  refused: string;
  code: string;
  message: string;
  clip?: string | null;
}

/** A whole written plan. */
export interface Routine {
  format: 1;
  title: string;
  title_message?: Message;
  seed?: number;
  duration_s: number;
  position: "prone" | "seated" | "side-lying" | "hug";
  surface: "mat" | "table" | "bed" | "chair";
  lubricant: "oil" | "lotion" | "dry" | "clothed";
  steps: Step[];
  cap?: number;
  giver_side?: "left" | "right";
  optimal?: boolean;
  gap?: number;
  gave_way?: Message[];
  left_out?: Message[];
  notes?: Message[];
}

/** A rule and its page. */
export interface RuleJson {
  code: string;
  slug: string;
  severity: string;
  profile: string;
  page: string;
}

/** The session that is being led. */
export interface RunningJson {
  session: string;
}

/** The whole health screen, so that a page can tell what follows from an answer without asking anybody. */
export interface ScreenJson {
  groups: GroupJson[];
  on_line: string[];
}

/** The plan of a running session with the paths of the hands. */
export interface SessionPlanJson {
  routine: Routine;
  paths: Record<string, PathJson>;
  step_paths: (string | null)[];
  atlas: AtlasJson;
  clips: string[];
}

/** How much a place or a phase gets before and after, and why it then gets that. */
export interface ShareJson {
  kind: "area" | "step" | "phase";
  id: string;
  label: string;
  before_s: number;
  after_s: number;
  why: string;
}

/** The library. */
export interface ShelfJson {
  routines: ShelvedJson[];
}

/** A routine of the library, with a line about it. */
export interface ShelvedJson {
  name: string;
  title: string;
  minutes: number;
  position: "prone" | "seated" | "side-lying" | "hug";
  surface: "mat" | "table" | "bed" | "chair";
  lubricant: "oil" | "lotion" | "dry" | "clothed";
  about: string;
}

/** An area's outline on the receiver's left and right, mm. */
export interface SidesJson {
  left: [number, number][];
  right: [number, number][];
}

/** What the first page needs. */
export interface StartJson {
  version: string;
  locale: string;
  defaults: Wishes;
  rate: number;
  running: RunningJson | null;
  health: Choice[];
  surfaces: string[];
  limits: LimitsJson;
  data_dir_note: string;
  voice: VoiceJson | null;
}

/** One entry of a routine. */
export interface Step {
  kind: "stroke" | "hold" | "ask" | "say" | "rest" | "move" | "turn" | "oil";
  phase: "prepare" | "open" | "warm-up" | "work" | "finish" | "aftercare";
  duration_s: number;
  technique?: string | null;
  area?: string | null;
  side?: "left" | "right" | "both" | null;
  contact?: "palms" | "heels" | "knuckles" | "forearms" | "whole-hand" | "finger-pads" | "finger-tips" | "thumbs" | "cupped-hands" | null;
  pressure?: [number, number] | null;
  pace_cm_per_s?: number | null;
  cycles_per_min?: number | null;
  spots?: number | null;
  place?: "hip" | "beside" | "across" | "head-end" | "behind" | null;
  says?: Message | null;
  reasons?: Message[];
  inferred?: string[];
  why: string;
  text?: string;
  start_s?: number;
  label?: string;
  area_label?: string;
  side_label?: string;
  contact_label?: string;
  pressure_words?: string;
}

/** Two halves of an evening, and whose plan is first. */
export interface SwapJson {
  first: PlanJson;
  second: PlanJson;
  begins: "one" | "other";
  minutes_each: number;
  change_s: number;
}

/** What each of two people wishes as the receiver, and how many minutes they have together. */
export interface SwapSent {
  one: Wishes;
  other: Wishes;
  minutes: number;
  toss?: number | null;
}

/** What the hands aim at while a cue is current. */
export interface Target {
  technique: string;
  area: string | null;
  side: "left" | "right" | "both" | null;
  pressure: number;
  pace_cm_per_s: number | null;
  contact?: "palms" | "heels" | "knuckles" | "forearms" | "whole-hand" | "finger-pads" | "finger-tips" | "thumbs" | "cupped-hands" | null;
  place?: "hip" | "beside" | "across" | "head-end" | "behind" | null;
}

/** A tender spot that is known of: area id and the receiver's side; hands find the exact place. */
export interface Tender {
  area: string;
  side: "left" | "right";
}

/** A tense place: area id, the receiver's side, and 1 (a little) to 3 (very). */
export interface Tense {
  area: string;
  side?: "left" | "right" | "both";
  level?: 1 | 2 | 3;
}

/** A routine as text. */
export interface TextJson {
  name: string;
  text: string;
}

/** A text to check, to lay out, or to mend. */
export interface TextSent {
  text: string;
  profile?: "safe" | "kind" | "teacher";
  unsafe?: boolean;
  code?: string;
  line?: number;
  column?: number;
  body?: Body | null;
}

/** The cues still to come. */
export interface TimelineJson {
  version: number;
  cues: CueJson[];
  ends_at_ms: number | null;
}

/** What a screen shows. */
export interface ViewJson {
  version: number;
  at_ms: number;
  status: "planned" | "preparing" | "running" | "paused" | "stopped" | "finished";
  steps: PlacedJson[];
  step: number | null;
  step_started_at_ms: number | null;
  played_ms: number;
  remaining_ms: number;
  pressure: number;
  rewarm: [number, number] | null;
  hold: HoldView | null;
  asking: AskingJson | null;
  hush: boolean;
  stopped_by: "giver" | "receiver" | "watcher" | "coach" | null;
  resting: boolean;
  stop_within_ms: number | null;
  present: string[];
  spots_left: number;
}

/** The server's own voice, and a sentence to hear it by. */
export interface VoiceJson {
  name: string;
  sample: string;
  sample_text: string;
}

/** The plan for other wishes, and what is different in it. */
export interface WhatIfJson {
  plan: PlanJson;
  comes: string[];
  goes: string[];
  shares: ShareJson[];
}

/** The wishes as they are, and as they might be. */
export interface WhatIfSent {
  now: Wishes;
  then: Wishes;
}

/** Everything the composer needs to know. */
export interface Wishes {
  minutes?: number;
  tense?: Tense[];
  tender?: Tender[];
  avoid?: Avoid[];
  marks?: Mark[];
  intention?: "unwind" | "comfort" | "closeness" | "sore" | "wake" | "sleep" | "practise";
  glide?: "oil" | "lotion" | "dry" | "clothed";
  surface?: "mat" | "table" | "bed" | "chair";
  position?: "prone" | "seated" | "side-lying" | "hug" | null;
  relation?: "partners" | "friends" | "family";
  health?: Health;
  first_time?: boolean;
  firm?: boolean;
  deep?: boolean;
  woken?: boolean;
  ticklish?: boolean;
  holds?: boolean | null;
  sore_thumbs?: boolean;
  kneels?: boolean;
  nut_allergy?: boolean;
  scent_free?: boolean;
  latex?: boolean;
  soft?: boolean;
  weak_hands?: boolean;
  small_hands?: boolean;
  experience?: "new" | "some" | "practised";
  sore_back?: boolean;
  lasts_min?: number | null;
  swap?: boolean;
  seed?: number;
  room?: "warm" | "cool";
  likes?: Likes;
  talk?: "guide" | "quiet" | "nearly-silent";
  known?: string[];
  body?: Body;
}

/** Wishes with a card added to them. */
export interface WishesJson {
  wishes: Wishes;
}

/** A place where pressing is limited or forbidden. */
export interface ZoneJson {
  kind: string;
  place: string;
  polygons: [number, number][][];
}

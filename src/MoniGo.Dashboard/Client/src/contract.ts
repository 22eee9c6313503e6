// What the server sends: the shapes of Answers/*.cs.

export type Tone = "first" | "second" | "third" | "fourth" | "fifth" | "quiet" | "good" | "warn" | "bad";
export type PanelState = "ok" | "empty" | "failed";

export interface LineAnswer {
  label: string;
  tone: Tone;
  /** One value for each step of the page's grid; null where nothing was measured. */
  values: (number | null)[];
  /** How far single ticks reached below and above the line, in multiples of the unit. */
  band?: { unit: number; below: number[]; above: number[] };
}

/** A start of the service. */
export interface RestartAnswer {
  time: number;
  pid?: number;
  version?: string;
}

export interface TileAnswer {
  text: string;
  unit: string;
  detail?: string;
  /** How it stands; absent where there is nothing to judge. */
  tone?: Tone;
}

export interface ScorePart {
  label: string;
  text: string;
  share: number;
  tone: Tone;
}

export interface ScoreAnswer {
  /** Absent while a reading is missing, so that there is no verdict. */
  score?: number;
  grade: string;
  message: string;
  detail: string;
  tone: Tone;
  parts: ScorePart[];
}

/** A cell of a table: its text, where it leads under the mount, and the class of its tone. */
export type Cell = string | { text: string; to?: string; tone?: string };

/** Which rows of a long table are shown: the place of the first, and how many there are. */
export interface ListAnswer {
  first: number;
  total: number;
}

export interface TableRow {
  cells: Cell[];
  /** Why its estimates say little. */
  doubt?: string;
}

/** A heat map: how many values of each size there were in each stretch of time. */
export interface HeatmapAnswer {
  /** End of the first column. */
  first: number;
  /** Seconds that a column is wide. */
  step: number;
  /** Lower bound of the lowest row. */
  lowest: number;
  /** How many times its lower bound the upper bound of a row is. */
  ratio: number;
  rows: number;
  /** Counts of each column, row by row up to its last value. */
  columns: number[][];
  /** The count of the deepest colour. */
  top: number;
  summary: string;
  /** Marks of the axis of sizes, in percent from the top. */
  ticks: { text: string; at: number }[];
}

/** A distribution as bars on a logarithmic axis; places and heights in percent. */
export interface DistributionAnswer {
  bars: { height: number; text: string }[];
  marks: DistributionMark[];
  ticks: DistributionMark[];
  summary: string;
}

export interface DistributionMark {
  at: number;
  text: string;
}

export interface PanelAnswer {
  state: PanelState;
  lines?: LineAnswer[];
  /** The lines' values at the latest tick, where that is later than the last step. */
  now?: Record<string, number>;
  tile?: TileAnswer;
  rows?: TableRow[];
  list?: ListAnswer;
  bars?: DistributionAnswer;
  score?: ScoreAnswer;
  heatmap?: HeatmapAnswer;
}

/** All panels of a page over a range; moments are seconds since 1970. */
export interface PageAnswer {
  page: string;
  from: number;
  to: number;
  first: number;
  step: number;
  interval: number;
  tick?: number;
  panels: Record<string, PanelAnswer>;
  /** There is no such thing as the page is about. */
  isUnknown?: boolean;
  store: StoreAnswer;
  restarts?: RestartAnswer[];
}

export interface PanelTick {
  values?: Record<string, number>;
  tile?: TileAnswer;
  rows?: TableRow[];
  list?: ListAnswer;
  bars?: DistributionAnswer;
  score?: ScoreAnswer;
  heatmap?: HeatmapAnswer;
}

/** One thing that a reader must know of the store. */
export interface StoreNote {
  tone: Tone;
  title: string;
  text: string;
}

/** How the store is doing: the rail's line, and what must be known. */
export interface StoreAnswer {
  place: string;
  text: string;
  share: number;
  warnings: StoreNote[];
  notes: StoreNote[];
}

/** One event of the live stream. */
export interface TickAnswer {
  time: number;
  panels: Record<string, PanelTick>;
  store: StoreAnswer;
}

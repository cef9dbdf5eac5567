/**
 * Every id that package.json and the code share, as types, so that a typo does not compile. A test compares both ways.
 * Grouped by area; keep each group sorted.
 */

export const commandIds = [
  'commonGround.showLog',
  // tone
  // commitments
  // norms
  // retro
] as const;
export type CommandId = (typeof commandIds)[number];

export const settingIds = [
  // tone
  // commitments
  // retro
] as const;
export type SettingId = (typeof settingIds)[number];

export const viewIds = [
  // commitments
] as const;
export type ViewId = (typeof viewIds)[number];

/** Context keys are set by code and read by `when` clauses. */
export const contextKeys = [
  // tone
  // commitments
  // retro
] as const;
export type ContextKey = (typeof contextKeys)[number];

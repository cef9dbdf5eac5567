/**
 * Every id that package.json and the code share, as types, so that a typo does not compile. A test compares both ways.
 * Grouped by area; keep each group sorted.
 */

export const commandIds = [
  'commonGround.showLog',
  // tone
  'commonGround.tone.allowPhrase',
  'commonGround.tone.applyRewrite',
  'commonGround.tone.explain',
  'commonGround.tone.fixAll',
  'commonGround.tone.ignoreHere',
  'commonGround.tone.rephrase',
  'commonGround.tone.resume',
  'commonGround.tone.showRule',
  'commonGround.tone.snooze',
  'commonGround.tone.toggle',
  'commonGround.tone.try',
  'commonGround.tone.turnRuleOff',
  // commitments
  'commonGround.commitments.add',
  'commonGround.commitments.change',
  'commonGround.commitments.clearFilter',
  'commonGround.commitments.copyLink',
  'commonGround.commitments.copyMarkdown',
  'commonGround.commitments.createFile',
  'commonGround.commitments.createIssueLink',
  'commonGround.commitments.edit',
  'commonGround.commitments.filter',
  'commonGround.commitments.groupBy',
  'commonGround.commitments.history',
  'commonGround.commitments.keep',
  'commonGround.commitments.letGo',
  'commonGround.commitments.moveDown',
  'commonGround.commitments.moveUp',
  'commonGround.commitments.note',
  'commonGround.commitments.openFrom',
  'commonGround.commitments.reveal',
  'commonGround.commitments.setUpMerging',
  'commonGround.commitments.showMore',
  'commonGround.commitments.snooze',
  'commonGround.commitments.undo',
  'commonGround.commitments.walk',
  // norms
  'commonGround.norms.add',
  'commonGround.norms.adopt',
  'commonGround.norms.chooseStarters',
  'commonGround.norms.edit',
  'commonGround.norms.show',
  // retro
  'commonGround.retro.back',
  'commonGround.retro.copyMarkdown',
  'commonGround.retro.discard',
  'commonGround.retro.exportJson',
  'commonGround.retro.exportMarkdown',
  'commonGround.retro.finish',
  'commonGround.retro.goTo',
  'commonGround.retro.importJson',
  'commonGround.retro.moreTime',
  'commonGround.retro.newTemplate',
  'commonGround.retro.next',
  'commonGround.retro.norm',
  'commonGround.retro.resume',
  'commonGround.retro.silence',
  'commonGround.retro.start',
  // room
  'commonGround.room.invite',
  'commonGround.room.join',
  'commonGround.room.leave',
] as const;
export type CommandId = (typeof commandIds)[number];

export const settingIds = [
  // tone
  'commonGround.tone.allow',
  'commonGround.tone.codeComments',
  'commonGround.tone.enable',
  'commonGround.tone.exclude',
  'commonGround.tone.level',
  'commonGround.tone.rephrase',
  'commonGround.tone.rules',
  // commitments
  'commonGround.commitments.codeLens',
  'commonGround.commitments.issueUrl',
  'commonGround.commitments.reminder',
  // retro
] as const;
export type SettingId = (typeof settingIds)[number];

export const viewIds = [
  // commitments
  'commonGround.commitments',
  'commonGround.norms',
] as const;
export type ViewId = (typeof viewIds)[number];

/** Context keys are set by code and read by `when` clauses. */
export const contextKeys = [
  // tone
  'commonGround:tone.snoozed',
  // commitments
  'commonGround:commitments.canUndo',
  'commonGround:commitments.filtered',
  'commonGround:commitments.hasFile',
  'commonGround:norms.hasFile',
  // retro
  'commonGround:retro.active',
  'commonGround:retro.saved',
  // room
  'commonGround:room.joined',
] as const;
export type ContextKey = (typeof contextKeys)[number];

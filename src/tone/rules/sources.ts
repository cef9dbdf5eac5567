/** Where the rules come from. */
export const sources = {
  nvc: 'Marshall Rosenberg, Nonviolent Communication: observation, feeling, need, request',
  fauxFeelings: 'Nonviolent Communication: lists of "faux feelings" that hide a verdict',
  gottman: 'John Gottman: criticism, contempt, defensiveness and stonewalling',
  thoughtbot: 'thoughtbot guides, Code Review: personal traits, hyperbole, selective ownership, sarcasm',
  google: 'Google Engineering Practices, How to write code review comments: about the code, never the developer',
  sre: 'Google, Site Reliability Engineering, ch. 15: blameless postmortem culture',
  pagerduty: 'PagerDuty, Blameless postmortems: ask how and what, not who and why',
  dekker: 'Sidney Dekker, John Allspaw: counterfactuals explain what did not happen',
  incivility: 'Ferreira, Cheng, Adams (2021): features of uncivil talk in code review',
  chromium: 'Chromium, Respectful Code Reviews: assume competence and goodwill',
} as const;

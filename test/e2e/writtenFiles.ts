// What the files say after the whole retro of eight people and forty cards.
import assert from 'node:assert/strict';

/** What stays in the team is on this machine alone; promises are in the repo. */
export function assertMinutes(repo: string, team: string, people: readonly string[]): void {
  assert.match(repo, /^# Start, stop, continue\n\n\d{4}-\d\d-\d\d · 8 people\n/);
  assert.match(
    repo,
    /- When a long week begins, I will say so on Monday\. \(Yuki, we come back to it on \d{4}-\d\d-\d\d\)/,
  );
  assert.match(repo, /Confidence of the room, in the middle: 55 of 100/);
  assert.doesNotMatch(repo, /Card \d|honest people|before holidays/);
  for (let card = 1; card <= 40; card += 1) {
    assert.ok(new RegExp(`- Card ${card} says what happened`).test(team), `card ${card}`);
  }
  assert.match(team, /### Long weeks\n\n16 votes/);
  assert.match(team, /- The weeks before holidays are the long ones\./);
  assert.match(team, /## What we heard\n\n- that it was a long week/);
  assert.match(team, /- For eight honest people\./);
  for (const name of people.filter((person) => person !== 'Yuki' && person !== 'Noor' && person !== 'Tariq')) {
    assert.ok(!team.includes(name), `${name} is named`);
  }
}

/** What was walked and what was promised, among what the file had before. */
export function assertCommitments(yaml: string): void {
  assert.match(yaml, /^# What we promised each other/);
  assert.match(yaml, /id: 7f3a9c21\n(?: {4}.*\n)*? {4}state: kept/);
  assert.match(
    yaml,
    /id: 0d52b8e6\n(?: {4}.*\n)*? {4}state: let-go\n {4}ending:\n(?: {6}.*\n)*? {6}because: the suppliers tell us now/,
  );
  assert.match(yaml, /promise: When a long week begins, I will say so on Monday\.\n {4}owner: Yuki/);
}

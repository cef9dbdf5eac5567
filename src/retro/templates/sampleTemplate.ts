/** What "New template" begins with: everything a template can say, ready to be changed. */
export const sampleTemplate = `# A retro of your own. Save it, and it is offered when a retro starts.
name: Our retro
about: What it is good for, in a sentence.

prompts:
  - title: What helped
    hint: What made the work easier?
  - title: What was hard
    hint: What did you need, and what happened?
  - title: What we could try

# In this order. The last step is "close", and after a "write" comes a "reveal".
steps:
  - arrive
  - promises
  - norms
  - step: write
    minutes: 7
    guide: Write in silence. Nobody sees it before everyone is ready.
  - reveal
  - circle
  - group
  - vote
  - talk
  - commit
  - close

votes:
  budget: 5
  cap: 3

# ashes (never written), room (gone at close), team (a local file), repo (committed)
confidentiality: team
`;

/** A norm that a team may begin with. `id` is fixed, so that two people who choose it choose the same one. */
export interface StarterNorm {
  readonly id: string;
  readonly text: string;
  readonly why: string;
}

/** A set to choose from, never a set to accept as a whole: norms hold because those who live with them chose them. */
export const starterNorms: readonly StarterNorm[] = [
  {
    id: 'one-speaks',
    text: 'One person speaks at a time, and we let them finish.',
    why: 'Whoever expects to be interrupted says half of it, or nothing.',
  },
  {
    id: 'impact-not-intent',
    text: 'We speak of the impact something had, not of what someone must have meant by it.',
    why: 'Nobody knows the intent of another. The impact can be told without accusing anyone.',
  },
  {
    id: 'everyone-once',
    text: 'Everyone is heard once before anyone is heard twice. Passing needs no reason.',
    why: 'Those who speak first and longest are not the ones who know most.',
  },
  {
    id: 'stays-here',
    text: 'What is said here stays here. What we learned may leave, without names.',
    why: 'People say what is true when they know where it goes.',
  },
  {
    id: 'say-it-back',
    text: 'Before we disagree, we say back what we heard.',
    why: 'Half of all disagreements end there. The other half get better.',
  },
  {
    id: 'thanks-first',
    text: 'We thank someone for raising a problem before we look for its cause.',
    why: 'The next problem is raised by whoever saw how the last one was received.',
  },
  {
    id: 'system-not-person',
    text: 'We ask what made a mistake easy to make, not who made it.',
    why: 'Replacing the person leaves the trap in place for the next one.',
  },
  {
    id: 'lead-by-not-knowing',
    text: 'Those with influence go first in saying what they got wrong or do not know, and last in giving their opinion.',
    why: 'What they show to be safe becomes safe for others; an opinion from above ends a discussion.',
  },
  {
    id: 'silence-is-fine',
    text: 'Silence is fine. We leave some before we move on.',
    why: 'Some think while they speak, others before. A short silence lets both take part.',
  },
  {
    id: 'small-promises',
    text: 'We promise little, and come back to what we promised: kept, changed or let go.',
    why: 'A promise that nobody comes back to teaches that words here mean nothing.',
  },
  {
    id: 'norm-please',
    text: 'Anyone may remind us of a norm, and nobody has to defend themselves.',
    why: 'A norm that may not be mentioned is decoration. A reminder is meant for the room, not for one person.',
  },
];

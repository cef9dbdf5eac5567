/** What people say they feel. */
export const feelings = {
  /** Verdicts on another's conduct in the form of a feeling (the "faux feelings" of nonviolent communication). */
  pseudo:
    'attacked abandoned abused accused belittled betrayed blamed bullied cheated coerced cornered criticized criticised deceived diminished discarded dismissed disrespected disregarded ditched dumped excluded exploited gaslit harassed humiliated ignored insulted interrupted intimidated invalidated invisible isolated judged lectured manipulated micromanaged misled mistreated mocked neglected offended overruled overlooked patronized patronised persecuted pressured provoked punished pushed-around put-down rejected ridiculed sabotaged scapegoated scolded shamed sidelined silenced slighted stonewalled targeted threatened trapped tricked trampled unappreciated undermined underappreciated unheard unsupported unwanted unwelcome used victimized victimised violated walked-over',
  /** Bad feelings that someone can be said to cause. */
  hurt: 'stupid small dumb ignored useless incompetent worthless invisible guilty bad ashamed unwelcome unwanted sick uncomfortable inferior inadequate terrible awful horrible angry mad furious miserable powerless foolish embarrassed humiliated unsafe unheard excluded attacked frustrated sad insecure unappreciated disrespected anxious afraid nervous crazy idiotic ridiculous silly hurt inexperienced unimportant like',
  appear:
    'incompetent stupid bad foolish ridiculous silly dumb ignorant terrible lazy guilty unprofessional weak careless clueless',
} as const;

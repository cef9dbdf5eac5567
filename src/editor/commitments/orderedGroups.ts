import type { Commitment, Day } from '../../commitments/commitment.js';
import { type CommitmentGroup, type GroupBy, groupCommitments, worthAWord } from '../../commitments/grouping.js';

interface Known {
  readonly key: string;
  readonly group: Omit<CommitmentGroup, 'commitments'>;
  readonly worth: boolean;
}

/**
 * Groups in the order of the file, what is worth a word first: what a person moves stays where they put it. Promises that an
 * edit did not touch are the same objects as before, and where they belong is not asked again: ten thousand cost little.
 */
export class OrderedGroups {
  private readonly known = new WeakMap<Commitment, Known>();

  constructor(
    readonly by: GroupBy,
    readonly today: Day,
    readonly normIds: ReadonlySet<string>,
  ) {}

  of(commitments: readonly Commitment[]): readonly CommitmentGroup[] {
    const groups = new Map<
      string,
      { readonly first: Known; readonly worth: Commitment[]; readonly rest: Commitment[] }
    >();
    for (const commitment of commitments) {
      const known = this.know(commitment);
      const group = groups.get(known.key) ?? { first: known, worth: [], rest: [] };
      groups.set(known.key, group);
      (known.worth ? group.worth : group.rest).push(commitment);
    }
    return this.inOrder([...groups.values()].map(({ worth, rest }) => worth[0] ?? rest[0])).flatMap((key) => {
      const group = groups.get(key);
      return group === undefined ? [] : [{ ...group.first.group, commitments: [...group.worth, ...group.rest] }];
    });
  }

  worth(commitment: Commitment): boolean {
    return this.know(commitment).worth;
  }

  private inOrder(one: readonly (Commitment | undefined)[]): readonly string[] {
    const ofEach = one.filter((commitment) => commitment !== undefined);
    return groupCommitments(ofEach, this.by, this.today, this.normIds).map(({ key }) => key);
  }

  private know(commitment: Commitment): Known {
    const known = this.known.get(commitment) ?? this.find(commitment);
    this.known.set(commitment, known);
    return known;
  }

  private find(commitment: Commitment): Known {
    const [group] = groupCommitments([commitment], this.by, this.today, this.normIds);
    const { key = '', kind = 'nowhere', name = '' } = group ?? {};
    return { key, group: { key, kind, name }, worth: worthAWord(commitment, this.today) !== undefined };
  }
}

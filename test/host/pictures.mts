// `npm run screenshots`: the pictures of the README are those that the end-to-end tests took of the product.
import { copyFileSync, mkdirSync } from 'node:fs';
import { inProject } from './paths.mts';

const pictures = {
  'review-box-dark.png': 'tone-dark.png',
  'retro-circle-dark.png': 'retro-circle-dark.png',
  'commitments-dark.png': 'commitments-dark.png',
};

mkdirSync(inProject('media', 'screenshots'), { recursive: true });
for (const [taken, shown] of Object.entries(pictures)) {
  copyFileSync(inProject('out', 'screenshots', taken), inProject('media', 'screenshots', shown));
}

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

export interface Price {
  readonly article: string;
  /** In cents. */
  readonly amount: number;
}

/** Reads a supplier's price list row by row, so that a large file never has to fit in memory. */
export async function* readPrices(file: string): AsyncGenerator<Price> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  for await (const line of lines) {
    const [article, amount] = line.split(';');
    if (article === undefined || amount === undefined) {
      throw new Error(`A row has too few columns: ${line}`);
    }
    yield { article, amount: Math.round(Number(amount) * 100) };
  }
}

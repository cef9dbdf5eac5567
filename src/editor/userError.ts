/** A failure whose message is safe and kind enough to show to a person. Anything else that is thrown is a bug. */
export class UserError extends Error {
  override readonly name = 'UserError';

  /** @param code stable and short, for tests and logs: `commitments/not-found`. */
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

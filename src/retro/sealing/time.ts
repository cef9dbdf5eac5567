/** Time, passed in. @returns cancels */
export type After = (milliseconds: number, run: () => void) => () => void;

import { type ChildProcess, spawn } from 'node:child_process';
import { inProject } from './paths.mts';

/** A program under test, with what it has said so far. */
export interface RunningProgram {
  readonly process: ChildProcess;
  /** Resolves to the match once the output has it. @throws with the output if the program ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves to the exit code, or the name of the signal. */
  readonly ended: Promise<number | string | null>;
  output(): string;
}

/** Runs a Node script of the project, or by an absolute path. It is not owned by the session: the test is about its end. */
export function runProgram(
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv; cwd?: string; node?: string } = {},
): RunningProgram {
  const child = spawn(options.node ?? process.execPath, args, {
    cwd: options.cwd ?? inProject(),
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  child.stdout.on('data', (chunk) => chunks.push(String(chunk)));
  child.stderr.on('data', (chunk) => chunks.push(String(chunk)));
  const output = (): string => chunks.join('');
  const ended = new Promise<number | string | null>((done) => {
    child.on('error', (error) => {
      chunks.push(error.message);
      done(null);
    });
    child.on('close', (code, signal) => done(code ?? signal));
  });
  const says = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(output());
        if (match !== null) {
          resolve(match);
        }
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      look();
      void ended.then((code) => reject(new Error(`It ended (${code}) without saying ${pattern}:\n${output()}`)));
    });
  return { process: child, says, ended, output };
}

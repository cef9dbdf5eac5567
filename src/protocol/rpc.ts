/**
 * Requests and replies over anything that can carry a message: a webview, a socket, a test. Two promises hold: a request is
 * always answered, also when its handler throws, and whatever arrives is checked by a schema before anyone sees it.
 */
import * as v from 'valibot';

/** One end of a line. `send` may throw when the line is gone. */
export interface Port {
  send(message: unknown): void;
  /** @returns ends the subscription */
  onMessage(listen: (message: unknown) => void): () => void;
}

/** Time, passed in. @returns cancels */
export type After = (milliseconds: number, run: () => void) => () => void;

/** What can be asked: each method with the schemas of its parameters and its result. */
export type Methods = Readonly<Record<string, { readonly params: v.GenericSchema; readonly result: v.GenericSchema }>>;
/** What can be told without an answer. */
export type Notices = Readonly<Record<string, v.GenericSchema>>;

export type Params<M extends Methods, K extends keyof M> = v.InferOutput<M[K]['params']>;
export type Result<M extends Methods, K extends keyof M> = v.InferOutput<M[K]['result']>;

/** A failure as it crosses the line: a stable code, and a message that is safe to show. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** A request that got no result. Codes of this file: `timeout`, `closed`, `badReply`, `badParams`, `unknownMethod`, `internal`. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const method = v.pipe(v.string(), v.maxLength(60));
/** What goes over a line. */
export const envelope = v.variant('kind', [
  v.object({ kind: v.literal('request'), id, method, params: v.unknown() }),
  v.object({ kind: v.literal('reply'), id, result: v.unknown() }),
  v.object({ kind: v.literal('failure'), id, code: v.string(), message: v.string() }),
  v.object({ kind: v.literal('notice'), method, params: v.unknown() }),
]);
export type Envelope = v.InferOutput<typeof envelope>;

const internal: Failure = { code: 'internal', message: 'Something went wrong on the other side.' };

export type Handlers<M extends Methods> = {
  readonly [K in keyof M]: (params: Params<M, K>) => Result<M, K> | Promise<Result<M, K>>;
};

/** Answers requests until disposed. @returns dispose */
export function serve<M extends Methods>(
  port: Port,
  methods: M,
  handlers: Handlers<M>,
  options: {
    /** Words a failure for the other side. Whatever it gives nothing for is `internal`; it may log what it was given. */
    readonly explain?: (error: unknown, method: string) => Failure | undefined;
  } = {},
): () => void {
  const answer = async (request: Extract<Envelope, { kind: 'request' }>): Promise<Envelope> => {
    try {
      return await run(methods, handlers, request);
    } catch (error) {
      const failure = safely(() => options.explain?.(error, request.method)) ?? internal;
      return { kind: 'failure', id: request.id, code: failure.code, message: failure.message };
    }
  };
  return port.onMessage((message) => {
    const parsed = v.safeParse(envelope, message);
    if (parsed.success && parsed.output.kind === 'request') {
      answer(parsed.output).then((reply) => safely(() => port.send(reply)), ignore);
    }
  });
}

async function run<M extends Methods>(
  methods: M,
  handlers: Handlers<M>,
  request: Extract<Envelope, { kind: 'request' }>,
): Promise<Envelope> {
  const known = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined;
  const handler = Object.hasOwn(handlers, request.method) ? handlers[request.method] : undefined;
  if (known === undefined || handler === undefined) {
    return failure(request.id, 'unknownMethod', 'The other side does not know this request.');
  }
  const params = v.safeParse(known.params, request.params);
  if (!params.success) {
    return failure(request.id, 'badParams', 'The other side could not read this request.');
  }
  return { kind: 'reply', id: request.id, result: await handler(params.output) };
}

function failure(requestId: number, code: string, message: string): Envelope {
  return { kind: 'failure', id: requestId, code, message };
}

export interface Caller<M extends Methods> {
  /** @throws RpcError always with a code, never hangs longer than the timeout */
  call<K extends keyof M & string>(method: K, params: Params<M, K>): Promise<Result<M, K>>;
  dispose(): void;
}

interface Waiting {
  readonly settle: (message: Extract<Envelope, { kind: 'reply' | 'failure' }>) => void;
  readonly fail: (error: RpcError) => void;
}

/** Asks the other side. */
export function caller<M extends Methods>(
  port: Port,
  methods: M,
  options: { readonly after: After; readonly timeout?: number },
): Caller<M> {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let closed = false;
  const stop = port.onMessage((message) => {
    const parsed = v.safeParse(envelope, message);
    if (parsed.success && (parsed.output.kind === 'reply' || parsed.output.kind === 'failure')) {
      waiting.get(parsed.output.id)?.settle(parsed.output);
    }
  });
  return {
    call(name, params) {
      if (closed) {
        return Promise.reject(new RpcError('closed', 'The line is closed.'));
      }
      last += 1;
      return ask(port, waiting, methods[name]?.result, { kind: 'request', id: last, method: name, params }, options);
    },
    dispose() {
      closed = true;
      stop();
      for (const one of [...waiting.values()]) {
        one.fail(new RpcError('closed', 'The line is closed.'));
      }
    },
  };
}

function ask<R>(
  port: Port,
  waiting: Map<number, Waiting>,
  schema: v.GenericSchema<unknown, R> | undefined,
  request: Extract<Envelope, { kind: 'request' }>,
  options: { readonly after: After; readonly timeout?: number },
): Promise<R> {
  return new Promise((resolve, reject) => {
    const cancel = options.after(options.timeout ?? 10_000, () =>
      fail(new RpcError('timeout', 'There was no answer.')),
    );
    const finish = (): void => {
      cancel();
      waiting.delete(request.id);
    };
    const fail = (error: RpcError): void => {
      finish();
      reject(error);
    };
    const settle: Waiting['settle'] = (message) => {
      if (message.kind === 'failure') {
        fail(new RpcError(message.code, message.message));
        return;
      }
      const result = schema === undefined ? undefined : v.safeParse(schema, message.result);
      if (result?.success) {
        finish();
        resolve(result.output);
      } else {
        fail(new RpcError('badReply', 'The answer could not be read.'));
      }
    };
    waiting.set(request.id, { settle, fail });
    try {
      port.send(request);
    } catch {
      fail(new RpcError('closed', 'The line is closed.'));
    }
  });
}

/** Tells the other side something. A line that is gone is no failure here: the other side asks for everything when it is back. */
export function notifier<N extends Notices>(
  port: Port,
): <K extends keyof N & string>(name: K, params: v.InferOutput<N[K]>) => void {
  return (name, params) => {
    safely(() => port.send({ kind: 'notice', method: name, params } satisfies Envelope));
  };
}

export type NoticeHandlers<N extends Notices> = { readonly [K in keyof N]: (params: v.InferOutput<N[K]>) => void };

/** Listens to notices until disposed; what cannot be read is left out. @returns dispose */
export function listen<N extends Notices>(port: Port, notices: N, handlers: NoticeHandlers<N>): () => void {
  return port.onMessage((message) => {
    const parsed = v.safeParse(envelope, message);
    if (!parsed.success || parsed.output.kind !== 'notice' || !Object.hasOwn(notices, parsed.output.method)) {
      return;
    }
    const name: keyof N & string = parsed.output.method;
    const schema = notices[name];
    const params = schema === undefined ? undefined : v.safeParse(schema, parsed.output.params);
    if (params?.success) {
      handlers[name]?.(params.output);
    }
  });
}

function ignore(): void {
  // An answer that could not be sent has nobody left to be told.
}

function safely<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

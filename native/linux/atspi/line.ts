import { createClient, isValidObjectPath, type Message, type MessageBus } from 'dbus-native';
import { type Answer, answer, type Trouble, trouble } from './answer';
import { troubleOf } from './dbus-error';
import { GiveUps } from './give-up';
import type { Ref } from './ref';
import type { Request } from './request';
import { sendTogether } from './send-together';
import { Templates } from './templates';

/** What each call may take, and a signal for all of them. */
export interface Patience {
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

/** An error that has no listener would end the process. What went wrong is told by the calls that it ends. */
const untold = () => {};

/** The flag of a message that must not start a program. One with a well-known name, as the registry, may have to be. */
const noAutoStart = 2;

/** One D-Bus connection. Calls are sent as they are made, and answered, given up or failed each by itself. */
export class Line {
  readonly #bus: MessageBus;
  /** A peer has no bus in between that would need to know where a call goes. */
  readonly #direct: boolean;
  readonly #templates = new Templates();
  readonly #giveUps = new GiveUps();
  #sent = 0;

  private constructor(bus: MessageBus, direct: boolean) {
    this.#bus = bus;
    this.#direct = direct;
  }

  /** @param address as D-Bus writes it: `unix:path=/run/user/1000/bus` */
  static async open(
    address: string,
    to: 'bus' | 'peer',
    { limitMs, signal }: Patience,
  ): Promise<Answer<Line>> {
    if (signal.aborted) return trouble('cancelled', 'The connection was given up before it was opened.');
    let bus: MessageBus;
    try {
      bus = createClient({ busAddress: address, direct: to === 'peer', plainValues: true });
    } catch (thrown) {
      return { ok: false, trouble: troubleOf(thrown, `Opening ${address}`) };
    }
    bus.connection.on('error', untold);
    const failure = await untilOpen(bus, limitMs, signal);
    if (failure === null) {
      sendTogether(bus.connection);
      return answer(new Line(bus, to === 'peer'));
    }
    bus.connection.stream.destroy();
    return { ok: false, trouble: failure };
  }

  /** How many calls were sent so far. */
  get sent(): number {
    return this.#sent;
  }

  ask<T>({ bus, path }: Ref, request: Request<T>, patience: Patience): Promise<Answer<T>> {
    const template = isValidObjectPath(path) ? this.#templates.of(request, this.#direct ? null : bus) : null;
    const to: Message = { path, flags: bus.startsWith(':') ? noAutoStart : 0 };
    Object.assign(to, template === null ? this.#to(bus) : { template });
    return this.#call(to, request, patience);
  }

  /** @returns how to stop listening */
  onSignal(heard: (signal: Message) => void): () => void {
    const listener = (message: Message) => {
      if (message.type === 4) heard(message);
    };
    this.#bus.connection.on('message', listener);
    return () => {
      this.#bus.connection.off('message', listener);
    };
  }

  /** Called once, when the connection has ended, by whichever side. */
  onEnd(heard: () => void): () => void {
    this.#bus.connection.on('close', heard);
    return () => {
      this.#bus.connection.off('close', heard);
    };
  }

  close(): Promise<void> {
    return this.#bus.close();
  }

  #to(bus: string): Pick<Message, 'destination'> {
    return this.#direct ? {} : { destination: bus };
  }

  #call<T>(to: Message, request: Request<T>, { limitMs, signal }: Patience): Promise<Answer<T>> {
    const { interface: of, member, signature, body, read } = request;
    const asked = `${of}.${member}`;
    if (signal.aborted)
      return Promise.resolve(trouble('cancelled', `${asked} was given up before it was sent.`));
    this.#sent += 1;
    return new Promise((resolve) => {
      const settle = (result: Answer<T>) => {
        over();
        resolve(result);
      };
      const over = this.#giveUps.on(signal, () => settle(trouble('cancelled', `${asked} was given up.`)));
      const message: Message = { ...to, interface: of, member };
      if (signature !== '') Object.assign(message, { signature, body });
      try {
        this.#bus.invoke(message, { timeout: limitMs }, (thrown: unknown, value: unknown) => {
          settle(
            thrown === null
              ? readAnswer(value, read, asked)
              : { ok: false, trouble: troubleOf(thrown, asked) },
          );
        });
      } catch (thrown) {
        settle({ ok: false, trouble: troubleOf(thrown, asked) });
      }
    });
  }
}

function readAnswer<T>(value: unknown, read: Request<T>['read'], asked: string): Answer<T> {
  try {
    return answer(read(value));
  } catch (thrown) {
    return { ok: false, trouble: troubleOf(thrown, asked) };
  }
}

/** null once the other side has let us in. */
function untilOpen(bus: MessageBus, limitMs: number, signal: AbortSignal): Promise<Trouble | null> {
  return new Promise((resolve) => {
    const { connection } = bus;
    const end = (outcome: Trouble | null) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', aborted);
      connection.off('connect', opened);
      connection.off('error', failed);
      connection.off('close', closed);
      resolve(outcome);
    };
    const opened = () => end(null);
    const failed = (thrown: Error) => end({ kind: 'disconnected', sentence: thrown.message });
    const closed = () => end({ kind: 'disconnected', sentence: 'The other side hung up.' });
    const aborted = () => end({ kind: 'cancelled', sentence: 'The connection was given up.' });
    const timer = setTimeout(
      () => end({ kind: 'timed_out', sentence: `Nobody let us in within ${limitMs} ms.` }),
      limitMs,
    );
    signal.addEventListener('abort', aborted, { once: true });
    connection.on('connect', opened);
    connection.on('error', failed);
    connection.on('close', closed);
  });
}

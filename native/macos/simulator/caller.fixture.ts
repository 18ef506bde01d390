import koffi from 'koffi';

/** A reference as koffi gives it: an address, without a type; null for NULL. */
export type Ref = bigint | null;

const UTF8 = 0x08000100;

const DECLARATIONS = {
  CFRetain: 'void *CFRetain(void *)',
  CFRelease: 'void CFRelease(void *)',
  CFEqual: 'uint8_t CFEqual(void *, void *)',
  CFHash: 'uint64_t CFHash(void *)',
  CFGetTypeID: 'uint64_t CFGetTypeID(void *)',
  CFStringCreateWithCString: 'void *CFStringCreateWithCString(void *, const char *, uint32_t)',
  CFStringGetLength: 'int64_t CFStringGetLength(void *)',
  CFStringGetCString: 'uint8_t CFStringGetCString(void *, _Out_ char *, int64_t, uint32_t)',
  CFNumberCreate: 'void *CFNumberCreate(void *, int64_t, double *)',
  CFNumberGetValue: 'uint8_t CFNumberGetValue(void *, int64_t, _Out_ double *)',
  CFBooleanGetValue: 'uint8_t CFBooleanGetValue(void *)',
  CFArrayCreate: 'void *CFArrayCreate(void *, void **, int64_t, void *)',
  CFArrayGetCount: 'int64_t CFArrayGetCount(void *)',
  CFArrayGetValueAtIndex: 'void *CFArrayGetValueAtIndex(void *, int64_t)',
  CFDictionaryGetValue: 'void *CFDictionaryGetValue(void *, void *)',
  CFRunLoopGetCurrent: 'void *CFRunLoopGetCurrent()',
  CFRunLoopAddSource: 'void CFRunLoopAddSource(void *, void *, void *)',
  CFRunLoopRunInMode: 'int32_t CFRunLoopRunInMode(void *, double, uint8_t)',
  AXIsProcessTrusted: 'uint8_t AXIsProcessTrusted()',
  AXUIElementGetTypeID: 'uint64_t AXUIElementGetTypeID()',
  AXValueGetTypeID: 'uint64_t AXValueGetTypeID()',
  CFNullGetTypeID: 'uint64_t CFNullGetTypeID()',
  AXUIElementCreateApplication: 'void *AXUIElementCreateApplication(int)',
  AXUIElementCreateSystemWide: 'void *AXUIElementCreateSystemWide()',
  AXUIElementSetMessagingTimeout: 'int AXUIElementSetMessagingTimeout(void *, float)',
  AXUIElementCopyAttributeNames: 'int AXUIElementCopyAttributeNames(void *, _Out_ void **)',
  AXUIElementCopyAttributeValue: 'int AXUIElementCopyAttributeValue(void *, void *, _Out_ void **)',
  AXUIElementGetAttributeValueCount: 'int AXUIElementGetAttributeValueCount(void *, void *, _Out_ int64_t *)',
  AXUIElementCopyAttributeValues:
    'int AXUIElementCopyAttributeValues(void *, void *, int64_t, int64_t, _Out_ void **)',
  AXUIElementCopyMultipleAttributeValues:
    'int AXUIElementCopyMultipleAttributeValues(void *, void *, uint32_t, _Out_ void **)',
  AXUIElementIsAttributeSettable: 'int AXUIElementIsAttributeSettable(void *, void *, _Out_ uint8_t *)',
  AXUIElementSetAttributeValue: 'int AXUIElementSetAttributeValue(void *, void *, void *)',
  AXUIElementCopyActionNames: 'int AXUIElementCopyActionNames(void *, _Out_ void **)',
  AXUIElementPerformAction: 'int AXUIElementPerformAction(void *, void *)',
  AXUIElementCopyElementAtPosition:
    'int AXUIElementCopyElementAtPosition(void *, float, float, _Out_ void **)',
  AXUIElementGetPid: 'int AXUIElementGetPid(void *, _Out_ int *)',
  AXUIElementCopyParameterizedAttributeValue:
    'int AXUIElementCopyParameterizedAttributeValue(void *, void *, void *, _Out_ void **)',
  IsSecureEventInputEnabled: 'uint8_t IsSecureEventInputEnabled()',
  AXValueCreate: 'void *AXValueCreate(uint32_t, int64_t *)',
  AXValueGetType: 'uint32_t AXValueGetType(void *)',
  AXValueGetValue: 'uint8_t AXValueGetValue(void *, uint32_t, _Out_ double *)',
  AXObserverAddNotification: 'int AXObserverAddNotification(void *, void *, void *, void *)',
  AXObserverGetRunLoopSource: 'void *AXObserverGetRunLoopSource(void *)',
  CGEventSourceCreate: 'void *CGEventSourceCreate(int)',
  CGEventCreateKeyboardEvent: 'void *CGEventCreateKeyboardEvent(void *, uint16_t, bool)',
  CGEventKeyboardSetUnicodeString:
    'void CGEventKeyboardSetUnicodeString(void *, unsigned long, const char16_t *)',
  CGEventSetFlags: 'void CGEventSetFlags(void *, uint64_t)',
  CGEventCreateScrollWheelEvent2:
    'void *CGEventCreateScrollWheelEvent2(void *, uint32_t, uint32_t, int, int, int)',
  CGEventSetIntegerValueField: 'void CGEventSetIntegerValueField(void *, uint32_t, int64_t)',
  CGEventPost: 'void CGEventPost(uint32_t, void *)',
  CGWindowListCopyWindowInfo: 'void *CGWindowListCopyWindowInfo(uint32_t, uint32_t)',
} as const;

type Name = keyof typeof DECLARATIONS;
type Foreign = ((...values: readonly unknown[]) => unknown) & {
  async: (...values: readonly unknown[]) => void;
};

const CGPoint = koffi.struct('SimulatedCGPoint', { x: 'double', y: 'double' });
const Callback = koffi.proto('void SimulatedObserverCallback(void *, void *, void *, void *)');

/** A program on a Mac, written as plainly as C: minimal declarations, and the few steps that every test needs. */
export class Caller {
  readonly #library: ReturnType<typeof koffi.load>;
  readonly #functions: Readonly<Record<Name, Foreign>>;

  constructor(path: string) {
    this.#library = koffi.load(path);
    const entries = Object.entries(DECLARATIONS).map(([name, text]) => [name, this.#library.func(text)]);
    this.#functions = Object.fromEntries(entries) as Record<Name, Foreign>;
  }

  call(name: Name, ...values: readonly unknown[]): unknown {
    return this.#functions[name](...values);
  }

  number(name: Name, ...values: readonly unknown[]): number {
    return Number(this.call(name, ...values));
  }

  ref(name: Name, ...values: readonly unknown[]): Ref {
    return this.call(name, ...values) as Ref;
  }

  /** On one of koffi's worker threads. */
  later(name: Name, ...values: readonly unknown[]): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#functions[name].async(...values, (thrown: unknown, answer: unknown) => {
        if (thrown === null || thrown === undefined) resolve(Number(answer));
        else reject(thrown instanceof Error ? thrown : new Error(`${name} failed in koffi`));
      });
    });
  }

  /** What a data symbol holds. */
  constant(name: string): Ref {
    return koffi.decode(this.address(name), 'void *') as Ref;
  }

  address(name: string): unknown {
    return this.#library.symbol(name) as unknown;
  }

  string(text: string): Ref {
    return this.ref('CFStringCreateWithCString', null, text, UTF8);
  }

  /** Made for the time of `body` alone. */
  withString<T>(text: string, body: (string: Ref) => T): T {
    const string = this.string(text);
    try {
      return body(string);
    } finally {
      this.call('CFRelease', string);
    }
  }

  text(string: Ref): string {
    const buffer = Buffer.alloc(4096);
    if (this.number('CFStringGetCString', string, buffer, buffer.length, UTF8) === 0) return '<no text>';
    return buffer.toString('utf8', 0, buffer.indexOf(0));
  }

  /** The caller owns the value. */
  copy(element: Ref, attribute: string): { readonly error: number; readonly value: Ref } {
    const out: [Ref] = [null];
    const error = this.withString(attribute, (name) =>
      this.number('AXUIElementCopyAttributeValue', element, name, out),
    );
    return { error, value: out[0] };
  }

  copyText(element: Ref, attribute: string): string {
    const { error, value } = this.copy(element, attribute);
    if (error !== 0) return `<${error}>`;
    const text = this.text(value);
    this.call('CFRelease', value);
    return text;
  }

  /** Retained one by one, so that they outlive the array: each to be released. */
  elements(element: Ref, attribute: string): readonly Ref[] {
    const { value } = this.copy(element, attribute);
    if (value === null) return [];
    const all = this.items(value);
    for (const one of all) this.call('CFRetain', one);
    this.call('CFRelease', value);
    return all;
  }

  /** Borrowed from the array. */
  items(array: Ref): readonly Ref[] {
    const count = this.number('CFArrayGetCount', array);
    return Array.from({ length: count }, (_, index) => this.ref('CFArrayGetValueAtIndex', array, index));
  }

  arrayOf(items: readonly Ref[]): Ref {
    return this.ref('CFArrayCreate', null, items, items.length, this.address('kCFTypeArrayCallBacks'));
  }

  release(...refs: readonly Ref[]): void {
    for (const ref of refs) this.call('CFRelease', ref);
  }

  perform(element: Ref, action: string): number {
    return this.withString(action, (name) => this.number('AXUIElementPerformAction', element, name));
  }

  setText(element: Ref, attribute: string, text: string): number {
    return this.withString(attribute, (name) =>
      this.withString(text, (value) => this.number('AXUIElementSetAttributeValue', element, name, value)),
    );
  }

  /** Depth first; the caller owns what it gets. Null where nothing has this title or description. */
  find(element: Ref, label: string): Ref {
    let found: Ref = null;
    for (const child of this.elements(element, 'AXChildren')) {
      if (found === null)
        found = this.#isCalled(child, label) ? this.ref('CFRetain', child) : this.find(child, label);
      this.release(child);
    }
    return found;
  }

  #isCalled(element: Ref, label: string): boolean {
    return ['AXTitle', 'AXDescription'].some((name) => this.copyText(element, name) === label);
  }

  /** Application `pid`, with the process's messaging timeout set as every program should. */
  application(pid: number, timeoutSeconds = 1): Ref {
    const system = this.ref('AXUIElementCreateSystemWide');
    this.call('AXUIElementSetMessagingTimeout', system, timeoutSeconds);
    this.release(system);
    return this.ref('AXUIElementCreateApplication', pid);
  }

  mouse(type: number, x: number, y: number, clicks = 1): void {
    const create = this.#library.func('CGEventCreateMouseEvent', 'void *', [
      'void *',
      'uint32_t',
      CGPoint,
      'uint32_t',
    ]);
    const event = create(null, type, { x, y }, 0) as Ref;
    this.call('CGEventSetIntegerValueField', event, 1, clicks);
    this.call('CGEventPost', 0, event);
    this.release(event);
  }

  click(x: number, y: number): void {
    this.mouse(1, x, y);
    this.mouse(2, x, y);
  }

  /** Down, and up without modifiers, from a private source. */
  key(keycode: number, flags = 0, text?: string): void {
    const source = this.ref('CGEventSourceCreate', -1);
    for (const down of [true, false]) {
      const event = this.ref('CGEventCreateKeyboardEvent', source, keycode, down);
      this.call('CGEventSetFlags', event, down ? flags : 0);
      if (text !== undefined) this.call('CGEventKeyboardSetUnicodeString', event, text.length, text);
      this.call('CGEventPost', 0, event);
      this.release(event);
    }
    this.release(source);
  }

  /** Notifications that reach this thread's run loop: registered, and then collected by `run`. */
  observe(pid: number, element: Ref, notifications: readonly string[]): Observation {
    const seen: string[] = [];
    const create = this.#library.func('AXObserverCreate', 'int', [
      'int',
      koffi.pointer(Callback),
      koffi.out('void **'),
    ]);
    const callback = koffi.register((_observer: Ref, _element: Ref, name: Ref) => {
      seen.push(this.text(name));
    }, koffi.pointer(Callback));
    const out: [Ref] = [null];
    create(pid, callback, out);
    const errors = notifications.map((name) =>
      this.withString(name, (string) =>
        this.number('AXObserverAddNotification', out[0], element, string, null),
      ),
    );
    const mode = this.constant('kCFRunLoopDefaultMode');
    const source = this.ref('AXObserverGetRunLoopSource', out[0]);
    this.call('CFRunLoopAddSource', this.ref('CFRunLoopGetCurrent'), source, mode);
    return {
      errors,
      run: (seconds) => {
        this.call('CFRunLoopRunInMode', mode, seconds, 0);
        return seen.splice(0);
      },
      close: () => {
        this.release(out[0]);
        koffi.unregister(callback);
      },
    };
  }
}

export interface Observation {
  readonly errors: readonly number[];
  run(seconds: number): readonly string[];
  close(): void;
}

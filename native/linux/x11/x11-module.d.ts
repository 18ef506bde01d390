/**
 * What of the npm package `x11` (4.2.2, no types of its own) is used here. Coordinates are pixels of the screen's root
 * window; masks and codes are the protocol's.
 */
declare module 'x11' {
  /** Called once with an error or with the reply. Answering `true` says that an error was dealt with. */
  type Done<T> = (error: X11Error | null | undefined, value: T) => boolean;

  interface X11Error extends Error {
    /** The protocol's error code; not there where the connection failed. */
    readonly error?: number;
  }

  type X11Event =
    | { readonly name: 'PropertyNotify'; readonly wid: number; readonly atom: number }
    | {
        readonly name: 'ClientMessage';
        readonly wid: number;
        readonly message_type: number;
        readonly data: readonly number[];
      }
    | {
        readonly name: 'MappingNotify';
        readonly request: number;
        readonly firstKeyCode: number;
        readonly count: number;
      }
    | { readonly name: 'FocusIn'; readonly wid: number }
    | { readonly name: 'SelectionNotify'; readonly property: number }
    | {
        readonly name:
          | 'XIRawKeyPress'
          | 'XIRawKeyRelease'
          | 'XIRawButtonPress'
          | 'XIRawButtonRelease'
          | 'XIRawMotion';
        readonly detail: number;
        /** The device that it came from, where `deviceId` is the pointer or keyboard that it drives. */
        readonly sourceId: number;
        /** By axis. */
        readonly rawValuators: Readonly<Record<number, number>>;
      };

  interface Client {
    /** Numbers by name, as far as they are known. */
    atoms: Readonly<Record<string, number>>;
    AllocID(): number;
    ReleaseID(id: number): void;
    on(event: 'event', heard: (event: X11Event) => void): void;
    on(event: 'error', heard: (error: X11Error) => void): void;
    on(event: 'end', heard: () => void): void;
    off(event: 'event', heard: (event: X11Event) => void): void;
    terminate(): void;
    require(extension: 'xtest', done: Done<XTest>): void;
    require(extension: 'xinput', done: Done<XInput>): void;
    require(extension: 'composite', done: Done<Composite>): void;

    ChangeKeyboardMapping(
      first: number,
      perKeycode: number,
      keysyms: readonly number[],
      done: Done<void>,
    ): void;
    ChangeProperty(mode: 0, window: number, property: number, type: number, format: 32, data: Buffer): void;
    ChangeWindowAttributes(window: number, values: { eventMask: number }, done: Done<void>): void;
    ConvertSelection(requestor: number, selection: number, target: number, property: number): void;
    CreateWindow(window: number, parent: number, x: number, y: number, width: number, height: number): void;
    DestroyWindow(window: number): void;
    FreePixmap(pixmap: number): void;
    GetGeometry(drawable: number, done: Done<Geometry>): void;
    GetImage(
      format: number,
      drawable: number,
      x: number,
      y: number,
      width: number,
      height: number,
      planes: number,
      done: Done<{ readonly depth: number; readonly data: Buffer }>,
    ): void;
    GetInputFocus(done: Done<{ readonly focus: number }>): void;
    GetKeyboardMapping(first: number, count: number, done: Done<readonly (readonly number[])[]>): void;
    GetProperty(
      remove: 0 | 1,
      window: number,
      property: number,
      type: number,
      offset: number,
      length: number,
      done: Done<Property>,
    ): void;
    GetWindowAttributes(window: number, done: Done<Attributes>): void;
    InternAtom(onlyIfExists: boolean, name: string, done: Done<number>): void;
    QueryPointer(window: number, done: Done<Pointer>): void;
    QueryTree(
      window: number,
      done: Done<{ readonly parent: number; readonly children: readonly number[] }>,
    ): void;
    SendClientMessage(
      destination: number,
      window: number,
      type: number,
      format: 32,
      data: readonly number[],
      eventMask: number,
      done: Done<void>,
    ): void;
    TranslateCoordinates(
      from: number,
      to: number,
      x: number,
      y: number,
      done: Done<{ readonly child: number; readonly destX: number; readonly destY: number }>,
    ): void;
  }

  interface Geometry {
    readonly width: number;
    readonly height: number;
    readonly borderWidth: number;
  }

  interface Property {
    /** 0 where there is none. */
    readonly type: number;
    readonly data: Buffer;
    /** That were not asked for. */
    readonly bytesAfter: number;
  }

  interface Attributes {
    /** 1 has pixels, 2 takes input alone. */
    readonly klass: number;
    /** 2 where it can be seen. */
    readonly mapState: number;
  }

  interface Pointer {
    readonly rootX: number;
    readonly rootY: number;
    readonly keyMask: number;
  }

  interface XTest {
    FakeInput(type: number, detail: number, delayMs: number, window: number, x: number, y: number): void;
  }

  interface XInput {
    /** Null on a server older than XInput 2. */
    readonly xi2: object | null;
    readonly AllMasterDevices: number;
    XIQueryDevice(
      device: number,
      done: Done<readonly { readonly deviceId: number; readonly name: string }[]>,
    ): void;
    XISelectEvents(window: number, masks: { deviceId: number; mask: readonly string[] }): void;
  }

  interface Composite {
    readonly Redirect: { readonly Automatic: number };
    RedirectSubwindows(window: number, update: number): void;
    NameWindowPixmap(window: number, pixmap: number): void;
  }

  interface Display {
    readonly client: Client;
    readonly min_keycode: number;
    readonly max_keycode: number;
    /** 0 least significant byte first. */
    readonly image_byte_order: number;
    readonly screen: readonly {
      readonly root: number;
      readonly pixel_width: number;
      readonly pixel_height: number;
    }[];
  }

  /** Finds the server's cookie where Xlib does: in XAUTHORITY, or in the home folder. */
  function createClient(options: { display: string; shm: false }, done: Done<Display>): Client;
}

/** A value of an attribute, as the script says it. `null` is answered with NoValue, a number is a CFNumber. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly element: string }
  | { readonly float: number }
  | { readonly point: readonly [number, number] }
  | { readonly size: readonly [number, number] }
  | { readonly rect: readonly [number, number, number, number] }
  | { readonly range: readonly [number, number] }
  | { readonly cfNull: true }
  /** The read is answered with this AXError. */
  | { readonly error: number };

export interface RowsScript {
  readonly count?: number;
  /** Points. */
  readonly height?: number;
  /** First row in view, and how many are. Those in view are built, the others are not. */
  readonly visible?: readonly [number, number];
  /** What a row becomes when it is built: `{i}` in its texts is its index. */
  readonly template?: ElementScript;
  /** Says that it has a billion rows, and is never read whole. */
  readonly endless?: boolean;
  /** So many more appear when the last row is built. */
  readonly grows?: number;
}

export interface ElementScript {
  /** Names the element here and in the records; no Mac shows it. Unique among those alive. */
  readonly id?: string;
  readonly role?: string;
  readonly subrole?: string;
  readonly title?: Value;
  readonly value?: Value;
  readonly description?: Value;
  readonly help?: Value;
  readonly identifier?: Value;
  readonly placeholder?: Value;
  readonly enabled?: Value;
  readonly selected?: Value;
  readonly expanded?: Value;
  readonly modal?: boolean;
  readonly minimized?: boolean;
  readonly url?: Value;
  /** Global points: x, y, width, height. */
  readonly frame?: readonly [number, number, number, number];
  readonly focused?: boolean;
  readonly focusable?: boolean;
  readonly children?: readonly ElementScript[];
  readonly rows?: RowsScript;
  /** Attributes under Apple's names; they win over what the simulator would compute. */
  readonly attributes?: Readonly<Record<string, Value>>;
  /** Computed attributes that this element does not have. */
  readonly lacks?: readonly string[];
  /** In place of those that the role allows. */
  readonly settable?: readonly string[];
  /** What actions do. An empty list is an action that succeeds and does nothing. */
  readonly actions?: Readonly<Record<string, Effect | readonly Effect[]>>;
  /** Not those of the role as well. */
  readonly onlyScriptedActions?: boolean;
  /** After an attribute was set by an accessibility client. */
  readonly onSet?: Readonly<Record<string, Effect | readonly Effect[]>>;
  /** Chords such as `Return` or `Command+s`, while it has the focus. */
  readonly keys?: Readonly<Record<string, Effect | readonly Effect[]>>;
  /** What the application makes of text. */
  readonly accepts?: 'anything' | 'uppercase' | 'digits' | 'ignores' | 'rejects';
  /** Has children only once the application was told that somebody reads. */
  readonly lazy?: boolean;
  /** Not to be hit by a pointer. */
  readonly offscreen?: boolean;
  /** A menu that is open from the beginning. */
  readonly open?: boolean;
  /** A menu whose items are new ones each time that its parent is pressed. */
  readonly refilled?: boolean;
  /** A window that opens behind the others. */
  readonly behind?: boolean;
  readonly layer?: number;
  readonly alpha?: number;
  readonly lacksNotifications?: readonly string[];
}

/** What an application answers to AXManualAccessibility, and whether it does it, are two things. */
export interface OpensTree {
  readonly answer?: number;
  readonly works?: boolean;
  readonly settleMilliseconds?: number;
}

export interface AppScript {
  readonly pid: number;
  readonly name: string;
  /** The name where it is left out. */
  readonly id?: string;
  readonly frontmost?: boolean;
  readonly hidden?: boolean;
  /** Takes keycodes rather than the text of a keyboard event. */
  readonly ignoresUnicode?: boolean;
  readonly manualAccessibility?: OpensTree;
  readonly enhancedUserInterface?: OpensTree;
  readonly shortcuts?: Readonly<Record<string, Effect | readonly Effect[]>>;
  readonly attributes?: Readonly<Record<string, Value>>;
  readonly lacks?: readonly string[];
  /** Front to back. */
  readonly windows?: readonly ElementScript[];
  readonly menuBar?: ElementScript;
}

/** `reported` is what the system says, `actual` what holds: they differ for a while after a change. */
export type Permission = boolean | { readonly reported: boolean; readonly actual: boolean };

export interface Permissions {
  readonly accessibility?: Permission;
  readonly screenCapture?: Permission;
  readonly postEvents?: Permission;
}

export interface Script {
  readonly apps: readonly AppScript[];
  /** Ids of windows, topmost first; the others follow. */
  readonly zOrder?: readonly string[];
  readonly displays?: readonly (readonly [number, number, number, number])[];
  readonly permissions?: Permissions;
}

/** Without `target` it is the element itself, or for the driver the application in front. */
interface OnTarget {
  readonly target?: string;
}

export type Effect =
  | ({ readonly do: 'set'; readonly attribute?: string; readonly value: Value } & OnTarget)
  | ({ readonly do: 'toggle' } & OnTarget)
  | ({ readonly do: 'type'; readonly text: string } & OnTarget)
  /** The new element belongs to `parent`, or to the application. */
  | { readonly do: 'open'; readonly parent?: string; readonly element: ElementScript; readonly at?: number }
  | ({ readonly do: 'remove' } & OnTarget)
  /** A twin with the same id takes its place. */
  | ({ readonly do: 'recreate' } & OnTarget)
  | ({ readonly do: 'replace'; readonly element: ElementScript } & OnTarget)
  | ({ readonly do: 'append_rows'; readonly count: number } & OnTarget)
  /** Every row becomes another one. */
  | ({ readonly do: 'rebuild_rows' } & OnTarget)
  | ({ readonly do: 'show_rows'; readonly from: number } & OnTarget)
  | ({ readonly do: 'focus' } & OnTarget)
  /** Above every other window, whichever application is in front. */
  | ({ readonly do: 'raise' } & OnTarget)
  | ({ readonly do: 'activate' } & OnTarget)
  | ({ readonly do: 'quit' } & OnTarget)
  /** Its items are new ones each time, unless told otherwise. */
  | ({ readonly do: 'open_menu'; readonly recreate?: boolean } & OnTarget)
  | ({ readonly do: 'close_menus' } & OnTarget)
  | ({ readonly do: 'notify'; readonly notification: string } & OnTarget)
  | ({ readonly do: 'move'; readonly by: readonly [number, number] } & OnTarget)
  | ({
      readonly do: 'after';
      readonly milliseconds: number;
      readonly effects: Effect | readonly Effect[];
    } & OnTarget)
  /** The application's one thread is occupied for so long. */
  | ({ readonly do: 'busy'; readonly milliseconds: number } & OnTarget);

export interface FaultScript {
  /** What a request must match; what is left out matches any. */
  readonly symbol?: string;
  readonly app?: string;
  readonly element?: string;
  /** Attribute or action; of a slot, the attribute in it. */
  readonly name?: string;
  /** From the n-th matching request on; 1 where it is left out. */
  readonly nth?: number;
  readonly times?: number | 'always';
  readonly fault:
    | { readonly kind: 'error'; readonly code: number; readonly happened?: boolean }
    /** Longer than the messaging timeout: CannotComplete, and it happens afterwards unless told otherwise. */
    | { readonly kind: 'slow'; readonly milliseconds: number; readonly happened?: boolean }
    /** For so long, or until it is released. */
    | { readonly kind: 'hang'; readonly milliseconds?: number; readonly happened?: boolean }
    /** In a batched read: CFNull for `null`, otherwise an AXValue with the error. */
    | { readonly kind: 'slot'; readonly code: number | null };
}

import type { AxDatum } from '../core-foundation/datum';
import type { Scope } from '../core-foundation/ownership';
import type { Ax } from './ax';
import type { Identities } from './identities';
import type { AttributeName } from './names';
import { type AxResult, ok } from './outcome';
import type { RawElement, RawValue } from './raw-node';
import { type Element, readActionNames, readAttribute, readAttributes } from './read';
import { type Slots, slotsOf } from './slots';
import { isSettable } from './write';

/** All but the value: whether that may be asked for is known only once the role is. */
const described: readonly AttributeName[] = [
  'AXRole',
  'AXSubrole',
  'AXTitle',
  'AXDescription',
  'AXHelp',
  'AXIdentifier',
  'AXPlaceholderValue',
  'AXTitleUIElement',
  'AXEnabled',
  'AXFocused',
  'AXSelected',
  'AXExpanded',
  'AXElementBusy',
  'AXModal',
  'AXRequired',
  'AXMinimized',
  'AXFrame',
  'AXPosition',
  'AXSize',
];

const labelled: readonly AttributeName[] = ['AXRole', 'AXSubrole', 'AXTitle', 'AXDescription'];

/** A longer text is cut, in UTF-16 units. */
export const longestText = 20_000;

/** Roles of which it is worth knowing whether the value can be set. */
const settableRoles: ReadonlySet<string> = new Set([
  'AXTextField',
  'AXTextArea',
  'AXComboBox',
  'AXSlider',
  'AXIncrementor',
  'AXDateField',
]);

/** Three to five calls. A failure where the element gives nothing of itself at all. */
export function readElement(
  ax: Ax,
  identities: Identities,
  scope: Scope,
  element: Element,
): AxResult<RawElement> {
  const read = readAttributes(ax, scope, element, described);
  if (!read.ok) return read;
  const gone = read.value.find((slot) => !slot.ok && slot.failure.problem === 'gone');
  const [role] = read.value;
  if (gone?.ok === false && role?.ok === false) return gone;
  const slots = slotsOf(described, read.value);
  const value = valueOf(ax, scope, element, role?.ok === true, slots);
  const actions = readActionNames(ax, scope, element);
  const settable = settableRoles.has(slots.text('AXRole')) ? isSettable(ax, element, 'AXValue') : null;
  return ok({
    identity: identities.nameOf(element),
    role: slots.text('AXRole') || 'AXUnknown',
    subrole: slots.text('AXSubrole'),
    identifier: slots.text('AXIdentifier'),
    help: slots.text('AXHelp'),
    names: {
      title: slots.text('AXTitle'),
      description: slots.text('AXDescription'),
      titleElement: titleElementText(ax, scope, slots),
      placeholder: slots.text('AXPlaceholderValue'),
      childText: '',
    },
    value,
    states: {
      enabled: slots.truth('AXEnabled') ?? true,
      focused: slots.truth('AXFocused') ?? false,
      selected: slots.truth('AXSelected') ?? false,
      expanded: slots.truth('AXExpanded'),
      busy: slots.truth('AXElementBusy') ?? false,
      modal: slots.truth('AXModal') ?? false,
      required: slots.truth('AXRequired') ?? false,
      minimized: slots.truth('AXMinimized') ?? false,
      settable: settable?.ok === true ? settable.value : null,
    },
    frame: slots.frame(),
    actions: actions.ok ? actions.value : [],
  });
}

/** A field is taken for a secret also where its role and subrole could not be read. */
function valueOf(ax: Ax, scope: Scope, element: Element, isRoleKnown: boolean, slots: Slots): RawValue {
  const subrole = slots.datum('AXSubrole');
  const isSubroleKnown =
    subrole?.ok === true ||
    subrole?.failure.problem === 'unsupported' ||
    subrole?.failure.problem === 'no_value';
  if (!isRoleKnown || !isSubroleKnown || isSecure(slots)) return { kind: 'secret' };
  const read = readAttribute(ax, scope, element, 'AXValue');
  return read.ok ? rawValue(read.value) : { kind: 'none' };
}

/** The subrole is Cocoa's word for it, the role that of some other toolkits. */
function isSecure(slots: Slots): boolean {
  const secure = 'AXSecureTextField';
  return slots.text('AXSubrole') === secure || slots.text('AXRole') === secure;
}

function rawValue(datum: AxDatum): RawValue {
  switch (datum.kind) {
    case 'string':
      return {
        kind: 'text',
        text: datum.value.slice(0, longestText),
        cut: datum.value.length > longestText,
      };
    case 'number':
      return { kind: 'number', number: datum.value };
    case 'boolean':
      return { kind: 'boolean', boolean: datum.value };
    default:
      return { kind: 'none' };
  }
}

/** Asked for only where the element has no words of its own. */
function titleElementText(ax: Ax, scope: Scope, slots: Slots): string {
  if (slots.text('AXTitle') !== '' || slots.text('AXDescription') !== '') return '';
  const label = slots.element('AXTitleUIElement');
  if (label === null) return '';
  const read = readAttributes(ax, scope, label, labelled);
  if (!read.ok) return '';
  const words = slotsOf(labelled, read.value);
  const own = words.text('AXTitle') || words.text('AXDescription');
  if (own !== '') return own;
  const value = valueOf(ax, scope, label, read.value[0]?.ok === true, words);
  return value.kind === 'text' ? value.text : '';
}

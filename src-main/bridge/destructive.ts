import type { Node } from '../contract/accessibility';

/** Roles of what is pressed to have something done at once. */
const pressed: ReadonlySet<string> = new Set(['button', 'togglebutton', 'splitbutton', 'menuitem', 'link']);

/** Words that, wherever they stand in a name, say that it cannot be undone. */
const words = [
  'delete',
  'remove',
  'erase',
  'discard',
  'destroy',
  'purge',
  'wipe',
  'uninstall',
  'overwrite',
  'send',
  'resend',
  'publish',
  'pay',
  'buy',
  'purchase',
  'check ?out',
  '(?:place|submit|confirm|complete) (?:the |your |my )?(?:order|payment|purchase)',
  'order now',
  'transfer (?:money|funds)',
  'sign (?:out|off)',
  'log ?(?:out|off)',
  'shut ?down',
  'power off',
  'restart',
  'reboot',
  'force quit',
  'factory reset',
  'empty (?:the )?(?:trash|bin|recycle bin|wastebasket|rubbish bin)',
  'format (?:the |this )?(?:disk|drive|volume|partition|card|device)',
  'revoke',
  'deactivate',
  'unsubscribe',
];

/** What says it only where it is the whole name: elsewhere `Format` is a menu about fonts. */
const wholeNames = [
  'format',
  'quit without saving',
  'close without saving',
  'exit without saving',
  "don't save",
  'do not save',
];

const ofItself = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words.join('|')})(?![\p{L}\p{N}])`, 'u');
/** Up to the verb: `Don't send`, `Do not delete`, `Cancel sending` is no verb of ours, `Undo remove`. */
const takenBack = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:don't|do not|never|not|undo|cancel|stop)(?: to)? (?:${words.join('|')})(?![\p{L}\p{N}])`,
  'gu',
);

/**
 * Whether an element's own words say that pressing it cannot be undone. English words alone are known. When in doubt the
 * answer is yes: one question too many is cheaper than a message that has been sent. What only opens a menu does nothing yet.
 */
export function cannotBeUndone({ role, name, states }: Pick<Node, 'role' | 'name' | 'states'>): boolean {
  if (!pressed.has(role) || states.includes('collapsed') || states.includes('expanded')) return false;
  const plain = plainWords(name);
  return wholeNames.includes(plain) || ofItself.test(plain.replaceAll(takenBack, ''));
}

/** Lower case, straight apostrophes, single spaces, no mnemonics, no dots that say that a dialog follows. */
function plainWords(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[_&]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?:\.\.\.|…)/g, '')
    .trim();
}

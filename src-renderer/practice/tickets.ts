export const priorities = ['Low', 'Normal', 'High', 'Urgent'] as const;
export type Priority = (typeof priorities)[number];

export const categories = ['Hardware', 'Software', 'Network', 'Billing'] as const;
export type Category = (typeof categories)[number];

export interface Ticket {
  readonly number: number;
  readonly subject: string;
  readonly customer: string;
  readonly email: string;
  readonly priority: Priority;
  readonly category: Category;
  /** `YYYY-MM-DD`. */
  readonly updated: string;
  readonly description: string;
}

export const seededCount = 240;
const newestNumber = 1300;
/** The day that the practice window lives on: nothing in it depends on the real date. */
export const today = '2025-03-14';

const subjects: Readonly<Record<Category, readonly string[]>> = {
  Hardware: [
    'Printer on floor 2 is offline',
    'Laptop battery drains within an hour',
    'Docking station drops the second screen',
    'Headset microphone is very quiet',
    'Scanner leaves a grey stripe',
  ],
  Software: [
    'Calendar shows meetings an hour late',
    'Spreadsheet add-in fails to load',
    'Cannot sign in after the update',
    'Report export ends halfway',
    'Search finds nothing from last year',
    'Mail rules stopped working',
  ],
  Network: [
    'VPN disconnects every few minutes',
    'Guest network asks for a code twice',
    'Shared drive is slow in the morning',
    'Video calls freeze in room 4.12',
  ],
  Billing: [
    'Invoice shows the old address',
    'Charged twice for February',
    'Purchase order number is missing',
    'Request to change the payment date',
    'Credit note has not arrived',
  ],
};

const customers = [
  'Amara Okafor',
  'Birgit Sommer',
  'Chen Wei',
  'Daniel Ortiz',
  'Elif Demir',
  'Farid Rahimi',
  'Greta Lindqvist',
  'Hugo Marchetti',
  'Ines Carvalho',
  'Jonas Weber',
  'Keiko Tanaka',
  'Liam Byrne',
  'Maya Patel',
] as const;

const priorityPattern: readonly Priority[] = [
  'Normal',
  'Low',
  'Normal',
  'High',
  'Normal',
  'Low',
  'Urgent',
  'Normal',
  'High',
  'Normal',
  'Low',
];

/** The tickets that are there at the start: newest first, the same every time. */
export function seedTickets(): readonly Ticket[] {
  return Array.from({ length: seededCount }, (_, index) => seedTicket(index));
}

const matters = categories.flatMap((category) =>
  subjects[category].map((subject) => ({ category, subject })),
);

/** Steps that share no factor with what they go round in: everything comes up, and neighbours differ. */
function seedTicket(index: number): Ticket {
  const { category, subject } = cycled(matters, index * 7 + Math.floor(index / matters.length) * 3);
  const customer = cycled(customers, index * 4 + Math.floor(index / 13));
  return {
    number: newestNumber - index,
    subject,
    customer,
    email: `${customer.toLowerCase().replace(' ', '.')}@example.com`,
    priority: cycled(priorityPattern, index),
    category,
    updated: daysBefore(today, Math.floor(index / 5)),
    description: `${customer} wrote: ${subject.charAt(0).toLowerCase()}${subject.slice(1)}. It began this week and happens on more than one device.`,
  };
}

function cycled<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('Nothing can be taken from an empty list.');
  return item;
}

function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * 86_400_000).toISOString().slice(0, 10);
}

/** Every word has to be found somewhere in the row. */
export function matches(ticket: Ticket, query: string): boolean {
  const text = `#${ticket.number} ${ticket.subject} ${ticket.customer} ${ticket.priority}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

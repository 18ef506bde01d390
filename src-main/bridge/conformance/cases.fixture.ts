import { acting } from './acting.fixture';
import { budgets } from './budgets.fixture';
import type { Case } from './case.fixture';
import { modals } from './modals.fixture';
import { reading } from './reading.fixture';
import { secrets } from './secrets.fixture';
import { staleness } from './staleness.fixture';
import { throughTheDesk } from './through-the-desk.fixture';
import { trouble } from './trouble.fixture';

/** What every adapter promises, each promise a case. */
export const promises: readonly Case[] = [
  ...reading,
  ...budgets,
  ...acting,
  ...staleness,
  ...modals,
  ...secrets,
  ...trouble,
  ...throughTheDesk,
];

import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chosenHome, userArguments } from './home';

describe('chosenHome', () => {
  it('is the switch, else the environment, else the system’s default', () => {
    const env = { INTERLOCK_HOME: '/from/env' };
    expect(chosenHome(['electron', '.', '--user-data-dir=/from/switch'], env)).toBe('/from/switch');
    expect(chosenHome(['electron', '.'], env)).toBe('/from/env');
    expect(chosenHome(['electron', '.'], {})).toBeNull();
    expect(chosenHome(['electron', '.', '--user-data-dir='], {})).toBeNull();
  });

  it('is absolute', () => {
    expect(chosenHome([], { INTERLOCK_HOME: 'here' })).toBe(resolve('here'));
  });
});

describe('userArguments', () => {
  it('drops Electron, its switches and the app from a run from source', () => {
    const argv = ['electron', '--no-sandbox', '--log-level=3', '/app', 'run', '--mode', 'mixed'];
    expect(userArguments(argv, true)).toEqual(['run', '--mode', 'mixed']);
  });

  it('drops the executable alone from a packaged run', () => {
    expect(userArguments(['interlock', 'run', 'task'], false)).toEqual(['run', 'task']);
  });
});

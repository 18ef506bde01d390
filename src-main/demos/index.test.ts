import { expect, it } from 'vitest';
import { DemoInfo } from '../contract/ipc';
import { DemoName } from '../contract/run-options';
import { demoInfos, demos } from './index';

it('has every demo that the contract names, under its own name', () => {
  for (const [name, { info }] of Object.entries(demos)) expect(info.name).toBe(name);
  expect(Object.keys(demos).toSorted()).toEqual(DemoName.options.toSorted());
});

it('tells tasks with the addresses of the service that runs', () => {
  const infos = demoInfos({ readings: 'http://127.0.0.1:4100', workspace: '/somewhere' });
  for (const info of infos) {
    expect(DemoInfo.safeParse(info).success).toBe(true);
    expect(info.task).not.toContain('{');
  }
  expect(infos.find(({ name }) => name === 'four-reads')?.task).toContain(
    'http://127.0.0.1:4100/readings/harbour',
  );
});

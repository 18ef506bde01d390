import { expect, it } from 'vitest';
import { modes } from '../src-main/contract/run-options';
import { summarise } from '../src-main/contract/summary';
import { startReadingService } from '../src-main/demos/reading-service';
import { runDemo } from './demo-run';

const crewDemos = ['subagents', 'handoff', 'manager', 'process'] as const;
const cases = crewDemos.flatMap((demo) => modes.map((mode) => [demo, mode] as const));

it.each(cases)('%s is verified in %s, without a hazard', async (demo, mode) => {
  const service = await startReadingService(() => Promise.resolve());
  try {
    const { model } = await runDemo(demo, mode, 0, service);
    expect(model.verification?.checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(summarise(model)).toMatchObject({ status: 'completed', hazards: 0, verified: true });
  } finally {
    await service.close();
  }
});

import { expect, it } from 'vitest';
import { taskAt } from './demo';
import { evidenceOf } from './evidence.fixture';
import { fourReads } from './four-reads';
import { readingOf, stationNames } from './readings';
import { refused, rehearse, type Said, said } from './rehearsal.fixture';

const task = taskAt(fourReads.info.task, { readings: 'http://127.0.0.1:4100', workspace: '/nowhere' });
const urls = stationNames.map((name) => `http://127.0.0.1:4100/readings/${name}`);
const get = (url: string) => ({ tool: 'http_get', input: { url } });

function serve(url: string): Said {
  const body = `${readingOf(url)}\n`;
  const { length } = body;
  return said(
    `${url} answered 200 text/plain; charset=utf-8, characters 0 to ${length} of ${length}\n${body}`,
  );
}

const urlOf = (input: unknown) => (input as { url: string }).url;

it('asks for all four in one turn, and reports each', async () => {
  const { turns, finalText } = rehearse(fourReads.program, task, (calls) =>
    calls.map(({ input }) => serve(urlOf(input))),
  );
  expect(turns).toEqual([urls.map(get), []]);
  expect(finalText.split('\n')).toEqual([
    'The stations report:',
    ...urls.map((url) => `- ${readingOf(url)}`),
  ]);
  const verdict = await fourReads.verify(evidenceOf({ task, finalText }));
  expect(verdict).toMatchObject({ verified: true, wrongElementWrites: 0 });
});

it('asks for one a turn where only one may come', () => {
  const { turns } = rehearse(
    fourReads.program,
    task,
    (calls) => calls.map(({ input }) => serve(urlOf(input))),
    {
      parallelCalls: false,
    },
  );
  expect(turns).toEqual([...urls.map((url) => [get(url)]), []]);
});

it('asks again for what was deferred', () => {
  const { turns } = rehearse(fourReads.program, task, (calls) =>
    calls.map(({ input }, index) =>
      index === 0 ? serve(urlOf(input)) : refused('deferred: one call a turn.'),
    ),
  );
  expect(turns.map((calls) => calls.length)).toEqual([4, 3, 2, 1, 0]);
});

it('gives up on a station after three tries, and says so', async () => {
  const { turns, finalText } = rehearse(fourReads.program, task, (calls) =>
    calls.map(({ input }) =>
      urlOf(input).endsWith('summit') ? refused('http_failed: the station is closed.') : serve(urlOf(input)),
    ),
  );
  expect(turns.map((calls) => calls.length)).toEqual([4, 1, 1, 0]);
  expect(finalText).toContain('/readings/summit could not be read.');
  expect(await fourReads.verify(evidenceOf({ task, finalText }))).toMatchObject({ verified: false });
});

it('is not verified by an answer with one reading wrong', async () => {
  const finalText = urls
    .map((url) => readingOf(url))
    .join('\n')
    .replace('9.8', '9.9');
  const { checks } = await fourReads.verify(evidenceOf({ task, finalText }));
  expect(checks.filter((each) => !each.passed).map((each) => each.name)).toEqual([urls[1]]);
});

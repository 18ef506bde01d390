import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useDesktop as onDesktop } from '../private-desktop/desktop.fixture';
import { listen } from './listen';
import { patient } from './loopback.fixture';
import { connected, startProgram } from './programs.fixture';
import { actions, inWords, isLongRun, rereadAtRandom } from './reread.fixture';

const desktop = onDesktop();

/** What changes as pages do: things come and go, move, are scrolled, and say other words. */
const page = `<!doctype html><title>Rereading</title>
<button onclick="more.append(Object.assign(document.createElement('p'), { textContent: 'one more' }))">More</button>
<button onclick="more.lastChild?.remove()">Less</button>
<button onclick="more.hidden = !more.hidden">Hide</button>
<button onclick="this.textContent = 'Said ' + more.childElementCount">Say</button>
<div id="more"></div>
<label><input type="checkbox">Checked</label>
<label><input type="radio" name="one">One</label><label><input type="radio" name="one">Two</label>
<label>Name <input value="Ann"></label><label>Secret <input type="password" value="hunter2"></label>
<label>Size <input type="range" min="0" max="100"></label><label>Count <input type="number" value="3"></label>
<label>Side <select><option>Left<option>Right<option>Middle</select></label>
<details><summary>Details</summary><p>Inside <a href="#end">to the end</a></p></details>
<ul style="height:60px;overflow:auto">${'<li><button>Row</button>'.repeat(12)}</ul>
<table><tr><th>Name<th>Size<tr><td>a<td>1<tr><td>b<td>2</table>
<div style="height:900px"></div><button id="end" onclick="scrollTo(0, 0)">Top</button>`;

test.skipIf(!existsSync('/usr/bin/chromium'))(
  'Chromium: after whatever was done, a reading gives what a walk gives',
  async () => {
    const line = await connected(desktop());
    const listening = await listen(line, patient);
    if (!listening.ok) throw new Error(listening.trouble.sentence);
    const program = await startProgram(
      desktop(),
      line,
      'chromium',
      '--no-sandbox',
      '--no-first-run',
      '--disable-gpu',
      '--password-store=basic',
      '--force-renderer-accessibility',
      `--user-data-dir=${join(desktop().folder, 'chromium-reread')}`,
      `--app=data:text/html,${encodeURIComponent(page)}`,
    );
    const outcome = await rereadAtRandom(line, listening.value, program);
    await program.process.stop();
    await line.close();
    if (isLongRun) console.log(`Chromium: ${inWords(outcome)}`);
    expect(outcome.wrong).toBeNull();
    expect(outcome.compared).toBeGreaterThan(actions / 2);
  },
  60_000 + actions * 6000,
);

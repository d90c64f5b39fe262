// How long a press takes until the page has answered. The times are printed, not judged: a machine
// may be busy. README, section "Measured", says what an idle one prints.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, assert, forEachTarget } from '../support.mjs';
import { counterButton, fields, openReport, sampleText, tab, values } from '../desk.mjs';

const shared = [process.env.HEGAO_SHARED, path.join(ROOT, '../shared'), path.join(ROOT, '../../shared')];
const seed = shared.filter(Boolean).map((folder) => path.join(folder, 'reports/seed.txt')).find(existsSync);
const report = async () => (seed ? readFile(seed, 'utf8') : sampleText());

/** Of every press that took longer than one frame, how long it took until the next one was painted.
 * Not of letting the key go: nothing on the page listens to that, so nothing is painted for it, and
 * Chromium would count until the caret blinks. */
function watchPresses() {
  globalThis.presses = new Map();
  new PerformanceObserver((list) => {
    for (const { name, interactionId, duration } of list.getEntries()) {
      if (interactionId && name !== 'keyup') presses.set(interactionId, Math.max(duration, presses.get(interactionId) ?? 0));
    }
  }).observe({ type: 'event', durationThreshold: 16 });
}

/** From a letter that is typed to the number at the head of the page that it changes. */
function watchCounter(name) {
  globalThis.answers = [];
  let typed = 0;
  addEventListener('input', () => { typed = performance.now(); }, true);
  new MutationObserver(() => { if (typed) answers.push(performance.now() - typed); typed = 0; })
    .observe(document.querySelector(name), { subtree: true, characterData: true, childList: true });
}

const share = (times, part) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))];

forEachTarget((target) => {
  target.test('a session on the seed with a slow processor', { initScript: watchPresses }, async ({ page, context }) => {
    await openReport(page, await report());
    // Somebody looks at the overview before anything is pressed.
    await page.waitForTimeout(2000);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    let count = 0;
    // Ten presses a second: as fast as a fast typist, who does not wait for the page.
    const pressed = () => { count += 1; return page.waitForTimeout(100); };
    const press = async (key) => { await page.keyboard.press(key); await pressed(); };
    const type = async (text) => { for (const letter of text) await press(letter); };
    const click = async (locator) => { await locator.click(); await pressed(); };
    await click(tab(page, '待填清单'));
    for (const value of ['12', '35', '1.5', '86', '2024', '320', '7.5', '19', '4', '1100']) {
      await press('Control+F8');
      await type(value);
      await press('Enter');
    }
    await click(values(page).nth(6));
    await type('2024');
    for (const name of ['问题', '指标', '待填']) await click(counterButton(page, name));
    for (let step = 0; step < 8; step += 1) await press('F8');
    await press('F2');
    await type('2024 12345 67890 ');
    await press('Escape');
    for (const name of ['总览', '指标表', '问题', '待填清单']) await click(tab(page, name));
    for (let step = 0; step < 12; step += 1) await press('Control+z');
    for (let step = 0; step < 6; step += 1) await press('Control+Shift+Z');
    await page.waitForTimeout(500);
    const slow = await page.evaluate(() => [...presses.values()]);
    const times = [...Array(Math.max(0, count - slow.length)).fill(16), ...slow];
    assert.ok(count >= 100);
    console.log(`# ${target.name}: ${count} presses at a quarter of the speed: half within ${share(times, 0.5)} ms, 98 of 100 within ${share(times, 0.98)} ms, all within ${share(times, 1)} ms`);
  });

  target.test('a letter in a report of a megabyte', async ({ page }) => {
    const text = await report();
    await openReport(page, text.repeat(Math.ceil(1e6 / Buffer.byteLength(text))), '长报告.txt');
    await page.evaluate(watchCounter, '.counter-blanks');
    for (let blank = 0; blank < 20; blank += 1) {
      await fields(page).nth(blank).focus();
      await page.keyboard.press('7');
      await page.waitForTimeout(60);
    }
    const filling = await page.evaluate(() => answers);
    await page.evaluate(watchCounter, '.counter-metrics');
    await page.locator('article .p-body').nth(2).hover();
    await page.locator('article .p-body').nth(2).locator('.rewrite').click();
    await page.keyboard.press('Control+End');
    for (let piece = 0; piece < 10; piece += 1) {
      await page.keyboard.type('另有12件。');
      await page.waitForTimeout(60);
    }
    const writing = await page.evaluate(() => answers);
    assert.ok(filling.length && writing.length);
    const said = (times) => `half within ${share(times, 0.5).toFixed(0)} ms, all within ${share(times, 1).toFixed(0)} ms`;
    console.log(`# ${target.name}: a letter in 1 MB, to the number it changes: in a blank ${said(filling)}; in a paragraph ${said(writing)}`);
  });
});

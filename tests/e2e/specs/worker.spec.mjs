// A worker that dies or hangs is replaced; the page and what is on it stay.
import { assert, forEachTarget } from '../support.mjs';
import { REPORT, counter, onDesk, openFile, openReport } from '../desk.mjs';

// Keeps every worker of the page where a test can reach it, and lets a test take the next request.
function watchWorkers() {
  globalThis.workers = [];
  globalThis.takeNext = null;
  const RealWorker = globalThis.Worker;
  globalThis.Worker = class extends RealWorker {
    constructor(...address) {
      super(...address);
      globalThis.workers.push(this);
    }
    postMessage(message, ...rest) {
      const take = Array.isArray(message) && globalThis.takeNext;
      if (!take) return super.postMessage(message, ...rest);
      globalThis.takeNext = null;
      return take === 'garble' ? super.postMessage(['no', 'request']) : undefined;
    }
  };
}

const options = { initScript: watchWorkers, expectProblems: true };

forEachTarget((target) => {
  target.test('a trap while analysing is told, and the next file is read', options, async ({ page }) => {
    await openReport(page);
    await page.evaluate(() => { globalThis.takeNext = 'garble'; });
    await openFile(page, '出错.txt', REPORT);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    assert.match(await alert.innerText(), /程序出了错，已经自动恢复/);
    assert.equal(await counter(page, '章节'), 4, 'what was on the desk stays');
    assert.equal(await page.evaluate(() => workers.length), 2);
    await openReport(page, REPORT, '再来.txt');
    assert.equal(await alert.count(), 0);
  });

  target.test('a worker that dies while idle is replaced without a word', options, async ({ page }) => {
    await openReport(page);
    await page.evaluate(() => workers[0].postMessage('no request'));
    await page.waitForFunction(() => workers.length === 2);
    await openReport(page, REPORT, '再来.txt');
    assert.equal(await page.getByRole('alert').count(), 0);
  });

  target.test('work that takes long can be stopped', options, async ({ page }) => {
    await openReport(page);
    await page.clock.install();
    await page.evaluate(() => { globalThis.takeNext = 'swallow'; });
    await openFile(page, '很慢.txt', REPORT);
    await page.getByText('正在读《很慢.txt》').waitFor({ state: 'attached' });
    await page.clock.runFor(9_000);
    await page.getByRole('button', { name: '停止' }).click();
    await page.getByText('已停止').first().waitFor();
    await page.clock.resume();
    await openReport(page, REPORT, '再来.txt');
  });

  target.test('a worker that hangs is replaced after a minute', options, async ({ page }) => {
    await page.clock.install();
    await page.evaluate(() => { globalThis.takeNext = 'swallow'; });
    await openFile(page, '卡住.txt', REPORT);
    await page.getByText('正在读《卡住.txt》').waitFor({ state: 'attached' });
    await page.clock.runFor(61_000);
    assert.match(await page.getByRole('alert').innerText(), /超过一分钟/);
    assert.equal(await page.evaluate(() => workers.length), 2);
    await page.clock.resume();
    await openReport(page, REPORT, '再来.txt');
  });

  target.test('without any worker the page analyses for itself', { initScript: () => { delete globalThis.Worker; globalThis.Worker = function Worker() { throw new Error('no'); }; }, expectProblems: true }, async ({ page }) => {
    await openFile(page, '总结.txt', REPORT);
    await onDesk(page, '总结.txt');
    assert.equal(await counter(page, '章节'), 4);
  });
});

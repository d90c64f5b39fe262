// The page starts on both deliveries, and so does its worker.
import { assert, forEachTarget } from '../support.mjs';

forEachTarget((target) => {
  target.test('the page starts', async ({ page }) => {
    assert.equal(await page.title(), '核稿');
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN');
    assert.match(await page.evaluate(() => hegaoHost.version), /^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
  });

  target.test('the page asks for itself only', async ({ requests }) => {
    const fetched = requests.filter((url) => !/^(blob|data):/.test(url));
    const names = fetched.map((url) => new URL(url).pathname.split('/').pop());
    if (target.isFile) {
      assert.equal(names.length, 1);
    } else {
      assert.ok(names.some((name) => /^hegao-[0-9a-f]{12}\.wasm$/.test(name)), names.join(' '));
    }
  });

  target.test('a worker runs the same module', async ({ page }) => {
    const heard = await page.evaluate(() => new Promise((resolve, reject) => {
      const worker = hegaoHost.spawnWorker();
      worker.onmessage = (event) => resolve(event.data instanceof Uint8Array);
      worker.onerror = (event) => reject(new Error(event.message));
    }));
    assert.ok(heard, 'its first message says that it listens');
  });
});

// What a reader sees when the page cannot start, and what the boot script promises to the page.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { assert, forEachTarget, open, ROOT, SITE, started, test } from '../support.mjs';
import { serveSite } from '../server.mjs';

const source = await readFile(path.join(ROOT, 'www/boot.js'), 'utf8');

function removeWebAssembly() {
  delete globalThis.WebAssembly;
}

const IE = 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko';
const OLD = 'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/49.0 Safari/537.36';

forEachTarget((target) => {
  async function checkScreen(options, ...expected) {
    const { page, context } = await open(target, { ...options, awaitStart: false });
    const screen = page.locator('#app > .boot[role=alert]');
    await screen.waitFor();
    const text = `${await screen.innerText()}\n${await screen.locator('textarea').inputValue()}`;
    for (const part of expected) assert.ok(text.includes(part), `no “${part}” in:\n${text}`);
    await context.close();
  }

  test('a kernel without wasm is told what to do', () =>
    checkScreen({ initScript: removeWebAssembly }, '打不开核稿', '缺少：WebAssembly', '升级到 Chromium 86', '不含文稿内容'));

  test('compatibility mode is told to switch', () =>
    checkScreen({ initScript: removeWebAssembly, context: { userAgent: IE } }, 'IE 内核（兼容模式）', '切换到“极速模式”'));

  test('an old kernel is named with its version', () =>
    checkScreen({ initScript: removeWebAssembly, context: { userAgent: OLD } }, 'Chromium 内核 49'));

  test('the diagnostics can be copied', async () => {
    const options = { initScript: removeWebAssembly, awaitStart: false };
    const { page, context } = await open(target, options);
    await page.getByRole('button', { name: '复制诊断信息' }).click();
    await page.getByRole('button', { name: '已复制' }).waitFor();
    await context.close();
  });

  if (target.isFile) {
    test('the site opened from the disk names the file to use', () =>
      checkScreen({ url: pathToFileURL(path.join(SITE, 'index.html')).href }, '请改用单文件版 hegao.html'));
  } else {
    test('a host that does not know wasm is good enough', async () => {
      const site = await serveSite(SITE, { types: { '.wasm': 'application/octet-stream' } });
      const { page, context } = await open(target, { url: site.url });
      await started(page);
      await context.close();
      await site.close();
    });

    test('a download that fails is told', async () => {
      const context = await target.browser.newContext();
      const page = await context.newPage();
      await page.route('**/*.wasm', (route) => route.fulfill({ status: 503 }));
      await page.goto(target.url);
      const screen = page.locator('#app > .boot[role=alert]');
      await screen.waitFor();
      assert.match(await screen.innerText(), /没有下载完整/);
      assert.match(await screen.locator('textarea').inputValue(), /HTTP 503/);
      await context.close();
    });
  }
});

test('the boot script is ES5: whoever needs its message has an old browser', () => {
  const code = source.replace(/^\s*\/\/.*$/gm, '');
  for (const newer of ['=>', '`', /\b(let|const|class|async|await)\b/, '...', '?.', '??']) {
    const found = typeof newer === 'string' ? code.includes(newer) : newer.test(code);
    assert.ok(!found, `www/boot.js uses ${newer}`);
  }
});

test('a message that comes while the worker starts is kept', async () => {
  const prelude = /function workerPrelude\(\) \{[\s\S]*?\n {2}\}\n/.exec(source)[0];
  const self = new EventTarget();
  const heard = [];
  let finish;
  const sandbox = {
    self, setTimeout, MessageEvent,
    wasm_bindgen: ({ module_or_path: module }) => new Promise((resolve) => {
      finish = () => {
        self.addEventListener('message', (event) => heard.push([module, event.data]));
        resolve();
      };
    }),
  };
  vm.runInNewContext(`(${prelude})()`, sandbox);
  const post = (data) => self.dispatchEvent(new MessageEvent('message', { data }));
  post({ module: 'M' });
  post('first');
  post('second');
  finish();
  await new Promise((resolve) => setTimeout(resolve));
  post('third');
  assert.deepEqual(heard, [['M', 'first'], ['M', 'second'], ['M', 'third']]);
});

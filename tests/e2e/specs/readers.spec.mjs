// The module of the readers: fetched when a document needs it and not before, from nowhere but the
// page's own host; whatever goes wrong on the way is told and loses nothing. And no file, however
// damaged, makes it trap.
import path from 'node:path';
import { readFile, readdir } from 'node:fs/promises';
import { ROOT, assert, forEachTarget } from '../support.mjs';
import { REPORT, counter, onDesk, openFile, openReport } from '../desk.mjs';
import { unzip, zip } from '../zip.mjs';

const FOLDER = path.join(ROOT, 'tests/fixtures/formats');
const fixture = (name) => readFile(path.join(FOLDER, name));
const asked = (requests) => requests.filter((url) => /hegao-readers/.test(url));
const NOT_FETCHED = /读取这种文件的程序没有下载下来[^]*原来的内容没有丢/;

/** Lets the module of the page compile, and holds back or refuses the next one until told. */
function holdSecondModule() {
  let seen = 0;
  globalThis.gate = { open: () => {}, refuse: false };
  for (const name of ['compile', 'compileStreaming']) {
    const compile = WebAssembly[name];
    WebAssembly[name] = async (source) => {
      seen += 1;
      if (seen > 1 && gate.refuse) throw new TypeError('refused');
      if (seen > 1) await new Promise((resolve) => { gate.open = resolve; });
      return compile.call(WebAssembly, source);
    };
  }
}

function noWorkers() {
  globalThis.Worker = function Worker() { throw new Error('no'); };
}

/** Starts the module in the page itself, to read what a test gives it. */
async function startReaders(page) {
  await page.evaluate(async () => {
    await hegao_readers({ module_or_path: await hegaoHost.readers() });
    globalThis.readBytes = (base64) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const start = performance.now();
      // No name, no encoding, changes accepted.
      const outcome = hegao_readers.read(bytes, Uint8Array.of(0, 0, 0));
      // Postcard: 0 is a document, 1 a refusal with its kind and its sentence.
      return { read: outcome[0] === 0, said: new TextDecoder().decode(outcome.subarray(2)), ms: performance.now() - start };
    };
  });
}

forEachTarget((target) => {
  target.test('it comes with the first document that needs it, and once', async ({ page, requests }) => {
    for (const name of ['report.txt', 'report.md', 'report.html', 'report.rtf', 'mht-called.doc']) {
      await openFile(page, name, await fixture(name));
      await onDesk(page, name);
    }
    assert.deepEqual(asked(requests), []);
    for (const name of ['report.docx', 'report.odt', 'report.doc']) {
      await openFile(page, name, await fixture(name));
      await onDesk(page, name);
    }
    const urls = asked(requests);
    assert.equal(urls.length, target.isFile ? 0 : 1);
    for (const url of urls) assert.ok(url.startsWith(target.url), url);
  });

  target.test('what is no document asks for nothing', async ({ page, requests }) => {
    const parts = { '文件夹.zip': zip([['a.txt', 'a']]), '表格.xlsx': zip([['xl/workbook.xml', '']]), '图.png': '\x89PNG\r\n\x1a\n' };
    for (const [name, content] of Object.entries(parts)) {
      await openFile(page, name, Buffer.from(content, 'latin1'));
      await page.getByRole('alert').waitFor();
      await page.getByRole('alert').getByRole('button', { name: '关闭' }).click();
    }
    assert.deepEqual(asked(requests), []);
  });

  target.test('the page says what it is at', async ({ page }) => {
    await page.evaluate(() => {
      globalThis.stages = new Set();
      new MutationObserver(() => {
        const shown = document.querySelector('.notice-working span')?.textContent;
        if (shown) stages.add(shown.replace(/\d+%/, ''));
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const paragraphs = Array.from({ length: 10_000 }, (_, n) => `<w:p><w:r><w:t>完成投资${n}亿元，同比增长${n % 97}%。</w:t></w:r></w:p>`);
    await openFile(page, '很长.docx', zip(part(document(paragraphs.join('')))));
    await onDesk(page, '很长.docx');
    assert.deepEqual(await page.evaluate(() => [...stages]), ['读取文件', '准备读取程序', '解析内容', '已识别 ', '核对']);
  });

  const held = { initScript: holdSecondModule, expectProblems: true };

  target.test('while it comes the reader may have had enough', held, async ({ page }) => {
    await openReport(page);
    await openFile(page, '慢.docx', await fixture('report.docx'));
    await page.getByText('准备读取程序').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: '停止' }).click();
    await page.getByText('已停止').first().waitFor();
    await page.evaluate(() => gate.open());
    await openReport(page, REPORT, '再来.txt');
    assert.equal(await page.getByRole('alert').count(), 0);
    await openFile(page, '报告.docx', await fixture('report.docx'));
    await onDesk(page, '报告.docx');
  });

  target.test('while it comes something else may be opened', held, async ({ page }) => {
    await openFile(page, '慢.docx', await fixture('report.docx'));
    await page.getByText('准备读取程序').waitFor({ state: 'attached' });
    await openReport(page);
    await page.evaluate(() => gate.open());
    await page.waitForTimeout(300);
    assert.equal(await page.locator('.report-name').innerText(), '总结.txt');
  });

  target.test('a module that does not come is told after a minute', held, async ({ page }) => {
    await openReport(page);
    await page.clock.install();
    await openFile(page, '慢.docx', await fixture('report.docx'));
    await page.getByText('准备读取程序').waitFor({ state: 'attached' });
    await page.clock.runFor(61_000);
    assert.match(await page.getByRole('alert').innerText(), NOT_FETCHED);
    assert.equal(await counter(page, '章节'), 4);
  });

  target.test('a module that cannot be had is told, and asked for again', held, async ({ page }) => {
    await openReport(page);
    await page.evaluate(() => { gate.refuse = true; });
    for (const name of ['一.docx', '二.odt']) {
      await openFile(page, name, await fixture('report.docx'));
      await page.getByText(`正在读《${name}》`).waitFor({ state: 'hidden' });
      assert.match(await page.getByRole('alert').innerText(), NOT_FETCHED);
      assert.equal(await counter(page, '章节'), 4);
    }
    await page.evaluate(() => { gate.refuse = false; });
    await openFile(page, '三.docx', await fixture('report.docx'));
    await page.getByText('准备读取程序').waitFor({ state: 'attached' });
    await page.evaluate(() => gate.open());
    await onDesk(page, '三.docx');
  });

  target.test('without any worker the page reads for itself', { initScript: noWorkers, expectProblems: true }, async ({ page }) => {
    for (const name of ['report.docx', 'report.ofd']) {
      await openFile(page, name, await fixture(name));
      await onDesk(page, name);
      assert.equal(await counter(page, '章节'), 6);
    }
  });

  if (!target.isFile) {
    target.test('without a network, or when the site has another version, it is told', { expectProblems: true }, async ({ page, context }) => {
      await openReport(page);
      const check = async (name) => {
        await openFile(page, name, await fixture('report.docx'));
        await page.getByText(`正在读《${name}》`).waitFor({ state: 'hidden' });
        assert.match(await page.getByRole('alert').innerText(), NOT_FETCHED);
        assert.equal(await counter(page, '章节'), 4);
      };
      await context.setOffline(true);
      await check('断网.docx');
      await context.setOffline(false);
      await page.route('**/hegao-readers-*.wasm', (route) => route.fulfill({ status: 404 }));
      await check('换了版本.docx');
      await page.unroute('**/hegao-readers-*.wasm');
      await openFile(page, '好了.docx', await fixture('report.docx'));
      await onDesk(page, '好了.docx');
    });
  }

  target.test('hostile files are refused at once', async ({ page }) => {
    await startReaders(page);
    for (const [name, content, said] of await hostile()) {
      const base64 = Buffer.from(content).toString('base64');
      let best;
      for (let round = 0; round < 3; round += 1) {
        const outcome = await page.evaluate((base64) => readBytes(base64), base64);
        assert.ok(!outcome.read, name);
        assert.match(outcome.said, said, name);
        best = Math.min(outcome.ms, best ?? Infinity);
      }
      console.log(`# ${target.name}: ${name} is refused in ${best.toFixed(0)} ms`);
      assert.ok(best < 200, `${name} takes ${best} ms`);
    }
  });

  target.test('damaged files are documents or refusals, never a trap', async ({ page }) => {
    await startReaders(page);
    const files = (await readdir(FOLDER)).filter((name) => !name.endsWith('.py'));
    const count = { read: 0, all: 0 };
    for (const name of files) {
      const whole = await fixture(name);
      const broken = Array.from({ length: ROUNDS }, (_, round) => damaged(whole, numbers(round + 1)).toString('base64'));
      const outcomes = await page.evaluate((broken) => broken.map((base64) => {
        try {
          const { read, ms } = readBytes(base64);
          return { read, ms };
        } catch (error) {
          return { trap: String(error) };
        }
      }), broken);
      for (const [round, { read, ms, trap }] of outcomes.entries()) {
        assert.equal(trap, undefined, `${name}, round ${round}`);
        assert.ok(ms < 2000, `${name}, round ${round} takes ${ms} ms`);
        count.read += read;
        count.all += 1;
      }
    }
    console.log(`# ${target.name}: of ${count.all} damaged files ${count.read} were documents, the others refused`);
    assert.ok(count.read > count.all / 10, 'most damage leaves nothing to read');
  });
});

// ------------------------------------------------------------------ hostile files

const part = (text) => [['[Content_Types].xml', '<Types/>'], ['word/document.xml', text]];
const document = (body) => `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;

async function hostile() {
  const laughs = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
  const attributes = Array.from({ length: 80_000 }, (_, n) => ` a${n}=""`).join('');
  const many = Array.from({ length: 20_000 }, (_, n) => [`word/media/${n}`, '']);
  return [
    ['a bomb of zeros', zip(part(Buffer.alloc(30 << 20))), /展开后大得不正常/],
    ['a part of 20 000', zip([...part(document('')), ...many]), /展开后大得不正常/],
    ['a billion laughs', zip(part(`<!DOCTYPE w [<!ENTITY l0 "ha">${laughs}]>${document('<w:p><w:r><w:t>&l10;</w:t></w:r></w:p>')}`)), /不完整或已经损坏/],
    ['80 000 attributes', zip(part(document(`<w:p${attributes}><w:r><w:t>正文</w:t></w:r></w:p>`))), /展开后大得不正常/],
    ['a million tables', zip(part(document('<w:tbl>'.repeat(1_000_000)))), /展开后大得不正常/],
    ['a circle of sectors', await circle(), /不完整或已经损坏/],
  ];
}

/** A compound file whose table of sectors leads every chain back to its beginning. */
async function circle() {
  const bytes = await fixture('report.doc');
  const table = 512 * (bytes.readUInt32LE(76) + 1);
  for (let sector = 0; sector < 128; sector += 1) {
    const next = bytes.readUInt32LE(table + 4 * sector);
    if (next < 0xfffffffd) bytes.writeUInt32LE(Math.max(0, sector - 1), table + 4 * sector);
  }
  return bytes;
}

// ------------------------------------------------------------------ damaged files

/** So many damaged copies of each file. */
const ROUNDS = 200;

/** Bytes that mean something in one of the formats. */
const TELLING = ['<', '>', '</', '&#', '"', '{', '}', '\\', '\\u-1 ', '\x07', '\x13', '\x15', '\xff\xff\xff\xff', '\0\0\0\0', '\x7f\xff', '<w:p>', '4294967295', '-1']
  .map((text) => Buffer.from(text, 'latin1'));

/** The same numbers on every run: a small generator instead of randomness. */
function numbers(seed) {
  let state = seed * 0x9e3779b9 | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % Math.max(1, limit);
  };
}

/** A damaged copy. What is compressed would not open any more, so of an archive mostly a part is damaged. */
function damaged(bytes, below) {
  if (bytes.toString('latin1', 0, 2) !== 'PK' || below(5) === 0) return damage(bytes, below);
  const parts = unzip(bytes);
  const chosen = below(parts.length);
  return zip(parts.map(([name, content], n) => [name, n === chosen || below(4) === 0 ? damage(content, below) : content]));
}

function damage(bytes, below) {
  let copy = Buffer.from(bytes);
  for (let times = below(6); times >= 0; times -= 1) {
    const at = below(copy.length);
    const end = Math.min(copy.length, at + below(40));
    const telling = TELLING[below(TELLING.length)];
    const pieces = [
      () => [copy.subarray(0, at)],
      () => [copy.subarray(0, at), copy.subarray(end)],
      () => [copy.subarray(0, end), copy.subarray(at)],
      () => [copy.subarray(0, at), telling, copy.subarray(at)],
      () => [copy.subarray(0, at), telling, copy.subarray(at + telling.length)],
      () => [copy.subarray(0, at), Buffer.of(below(256)), copy.subarray(at + 1)],
    ][below(6)]();
    copy = Buffer.concat(pieces);
  }
  return copy;
}

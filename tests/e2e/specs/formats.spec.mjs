// Documents opened as files: the same report each time, from the same fixtures that the readers are
// tested with.
import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { ROOT, assert, forEachTarget } from '../support.mjs';
import { counter, dropFile, onDesk, openFile } from '../desk.mjs';

const FILES = ['page-called.doc', 'mht-called.doc', 'report.html', 'report.rtf'];

/** What the page cannot open yet, and what it calls it. */
const REFUSED = {
  'report.docx': 'Word 文档（docx）', 'report.doc': 'Word 97—2003 文档（doc）', 'report.wps': 'WPS 文档', 'zip-called.wps': 'Word 文档',
  'report.odt': 'OpenDocument', 'report.ofd': 'OFD',
};
const fixture = (name) => readFile(path.join(ROOT, 'tests/fixtures/formats', name));

forEachTarget((target) => {
  for (const name of FILES) {
    target.test(`${name} is the report`, async ({ page }) => {
      await dropFile(page, 'main', name, await fixture(name));
      await onDesk(page, name);
      assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), '2023年度青禾县水利局工作总结');
      assert.equal(await counter(page, '章节'), 6);
      assert.equal(await counter(page, '待填'), 2);
      assert.match(await page.locator('article').innerText(), /（二）农村饮水[^]*1\. 新建水厂3座/);
    });
  }

  target.test('what is not opened yet is named, with what to do', async ({ page }) => {
    for (const [name, called] of Object.entries(REFUSED)) {
      await openFile(page, name, await fixture(name));
      const alert = page.getByRole('alert').filter({ hasText: called });
      await alert.waitFor();
      assert.match(await alert.innerText(), /另存为 RTF 或纯文本/);
    }
  });

  target.test('a page gives its text and never its markup', async ({ page }) => {
    const html = '<html><body onload=alert(1)><h1>工作总结</h1><p>完成<img src=x onerror=alert(1)><script>alert(1)</script>3个&lt;b&gt;</p></body></html>';
    await openFile(page, '网页.html', html);
    await onDesk(page, '网页.html');
    assert.match(await page.locator('article').innerText(), /完成3个<b>/);
    assert.equal(await page.locator('article img, article script, article b').count(), 0);
  });

  target.test('what a word processor puts on the clipboard keeps headings and cells', async ({ page }) => {
    const html = (await fixture('report.html')).toString();
    await page.evaluate((html) => {
      const data = new DataTransfer();
      data.setData('text/html', html);
      data.setData('text/plain', '没有结构的文字');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, html);
    await onDesk(page, '粘贴的文字');
    assert.equal(await counter(page, '章节'), 6);
    assert.match(await page.locator('article').innerText(), /水库蓄水量\s+1200万立方米/);
  });
});

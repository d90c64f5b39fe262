// Documents opened as files: the same report each time, from the same fixtures that the readers are
// tested with.
import path from 'node:path';
import { readFile, readdir } from 'node:fs/promises';
import { ROOT, assert, forEachTarget } from '../support.mjs';
import { REPORT, counter, dropFile, onDesk, openFile, openReport } from '../desk.mjs';
import { unzip, zip } from '../zip.mjs';

const FOLDER = path.join(ROOT, 'tests/fixtures/formats');
/** Everything but the generator and the one that cannot be read without its password. */
const OWN = (await readdir(FOLDER)).filter((name) => !name.endsWith('.py') && name !== 'password.pdf');
const CONVERTED = (await readdir(path.join(FOLDER, '../libreoffice'))).filter((name) => !name.endsWith('.sh'));
const FILES = [...OWN, ...CONVERTED.map((name) => `../libreoffice/${name}`)];
const fixture = (name) => readFile(path.join(FOLDER, name));

/** The outline of the report in every file: number, title. */
const OUTLINE = [
  '一、主要工作', '（一）防汛备汛', '（二）农村饮水', '1.新建水厂3座，受益群众2.6万人', '2.2023年改造管网12.6公里，水质达标率98.5%',
  '二、下一步打算',
];

/** The Word file with the password bit of its header set ([MS-DOC] 2.5.2, fEncrypted). */
async function encryptedDoc() {
  const bytes = await fixture('report.doc');
  const header = bytes.indexOf(Buffer.from([0xec, 0xa5, 0xc1, 0x00]));
  bytes[header + 11] |= 1;
  return bytes;
}

/** The docx with another body. */
async function docxWith(body) {
  const parts = unzip(await fixture('report.docx'));
  return zip(parts.map(([name, content]) => [name, name === 'word/document.xml' ? body(content.toString()) : content]));
}

/** Next to nothing of a workbook. */
const WORKBOOK = zip([['xl/workbook.xml', '<workbook/>']]);

/** What is refused, and what is said of it. */
const REFUSED = [
  ['没下完.docx', async () => (await fixture('report.docx')).subarray(0, 1500), /docx[^]*不完整或已经损坏.*请重新下载/],
  ['没下完.doc', async () => (await fixture('report.doc')).subarray(0, 3000), /不完整或已经损坏/],
  ['没下完.odt', async () => (await fixture('report.odt')).subarray(0, 900), /不完整或已经损坏/],
  ['没下完.ofd', async () => (await fixture('report.ofd')).subarray(0, 1200), /不完整或已经损坏/],
  ['有密码.doc', encryptedDoc, /加了密码.*请用密码打开后另存/],
  ['有密码.pdf', () => fixture('password.pdf'), /PDF[^]*加了密码.*请用密码打开后另存/],
  ['没下完.pdf', () => '%PDF-1.7', /PDF[^]*不完整或已经损坏/],
  ['绿盾.docx', () => '%TSD-Header-###%\0\0\0', /文档加密软件锁着.*请申请解密/],
  ['很旧.doc', () => Buffer.from([0xdb, 0xa5, 0x2d, 0, 0, 0, 9, 4]), /格式太旧.*请在 Word 或 WPS 中打开/],
  ['扫描.docx', () => docxWith(() => '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:a="a"><w:body><w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p></w:body></w:document>'), /没有(文字|可以读取的文字).*请/],
  ['炸弹.docx', () => docxWith(() => '<w:document>'.padEnd(30 << 20, ' ')), /展开后大得不正常/],
  // Beside a report a spreadsheet is taken for a sheet that comes back.
  ['表格.xlsx', () => WORKBOOK, /这份表格不完整或已经损坏。请/],
];

/** What the outline lists: number and title. */
const outline = (page) => page.getByRole('navigation', { name: '提纲' }).locator('.branch')
  .evaluateAll((branches) => branches.map((branch) => ['.branch-number', '.branch-title'].map((part) => branch.querySelector(part).textContent.trim()).join('')));

forEachTarget((target) => {
  for (const name of FILES) {
    target.test(`${name} is the report`, async ({ page }) => {
      await dropFile(page, 'main', path.basename(name), await fixture(name));
      await onDesk(page, path.basename(name));
      assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), '2023年度青禾县水利局工作总结');
      assert.deepEqual(await outline(page), OUTLINE);
      assert.equal(await counter(page, '待填'), 2);
    });
  }

  target.test('the other side of tracked changes can be read', async ({ page }) => {
    await openFile(page, '修订稿.docx', await fixture('report.docx'));
    await onDesk(page, '修订稿.docx');
    const text = page.locator('article');
    assert.match(await text.innerText(), /万元，其中争取/);
    await page.getByText('有 2 处修订，按接受后的文字核稿').waitFor();
    await page.getByRole('combobox', { name: '修订' }).selectOption('修订前');
    await page.getByText('有 2 处修订，按修订前的原文核稿').waitFor();
    assert.match(await text.innerText(), /完成投资原定/);
    await page.getByRole('combobox', { name: '修订' }).selectOption('接受修订后');
    await page.getByText('有 2 处修订，按接受后的文字核稿').waitFor();
    assert.match(await text.innerText(), /万元，其中争取/);
  });

  target.test('what cannot be read says why and what to do, and what is on the desk stays', async ({ page }) => {
    await openReport(page);
    for (const [name, content, said] of REFUSED) {
      await openFile(page, name, await content());
      await page.getByText(`正在读《${name}》`).waitFor({ state: 'hidden' });
      assert.match(await page.getByRole('alert').innerText(), said, name);
      assert.equal(await page.locator('.report-name').innerText(), '总结.txt');
      assert.equal(await counter(page, '章节'), 4);
      await page.getByRole('alert').getByRole('button', { name: '关闭' }).click();
    }
    await openReport(page, REPORT, '再来.txt');
  });

  target.test('a spreadsheet is no report', async ({ page }) => {
    await openFile(page, '表格.xlsx', WORKBOOK);
    await page.getByRole('alert').filter({ hasText: /电子表格.*请/ }).waitFor();
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

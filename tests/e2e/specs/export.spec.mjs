// What is taken away, and what comes back: files are saved, opened again, compared.
import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { audit } from '../audit.mjs';
import { ROOT, assert, forEachTarget, keepScreenshot } from '../support.mjs';
import { REPORT, counter, dropFile, fields, onDesk, openFile, openReport, tab } from '../desk.mjs';
import { unzip } from '../zip.mjs';

const fixture = (name) => readFile(path.join(ROOT, 'tests/fixtures', name));
const sheetReport = async () => (await fixture('sheets/report.txt')).toString();

const dialog = (page) => page.getByRole('dialog');
const said = (page) => dialog(page).locator('.export-said');

async function openExport(page) {
  await page.keyboard.press('Control+Shift+S');
  await page.getByRole('dialog', { name: '导出' }).waitFor();
}

/** Presses a button of the dialog, in the part of this name; the file's name and bytes. */
async function take(page, part, name) {
  const region = dialog(page).getByRole('region', { name: part });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    region.getByRole('button', { name, exact: true }).first().click(),
  ]);
  return [download.suggestedFilename(), await readFile(await download.path())];
}

/** Drops files on the page at once. */
async function dropFiles(page, files) {
  const data = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const [name, bytes] of files) transfer.items.add(new File([new Uint8Array(bytes)], name));
    return transfer;
  }, files.map(([name, content]) => [name, [...content]]));
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
}

const parts = (bytes) => new Map(unzip(bytes).map(([name, content]) => [name, content.toString('latin1')]));

/** Closes the dialog and takes the page's text. */
const text = (page) => page.locator('article').innerText();

forEachTarget((target) => {
  target.test('a new document is one that opens again as the same report', async ({ page }) => {
    await openReport(page);
    const before = [await counter(page, '章节'), await counter(page, '指标'), await counter(page, '待填')];
    await openExport(page);
    const [name, bytes] = await take(page, '填好的文档', '按公文格式新建（docx）');
    assert.equal(name, '总结.定稿.docx');
    await said(page).filter({ hasText: /已保存为 总结\.定稿\.docx。还有 2 处没填/ }).waitFor();
    const files = parts(bytes);
    assert.match(files.get('word/styles.xml'), /w:outlineLvl w:val="0"/);
    assert.match(files.get('word/comments.xml'), /w:comment /);
    await page.keyboard.press('Escape');
    await openFile(page, name, bytes);
    await onDesk(page, name);
    assert.deepEqual([await counter(page, '章节'), await counter(page, '指标'), await counter(page, '待填')], before);
  });

  target.test('how a page is set is chosen, and what is no page is refused', async ({ page }) => {
    await openReport(page);
    await openExport(page);
    await dialog(page).getByText('版式', { exact: true }).click();
    const top = dialog(page).getByLabel('上边距（毫米）');
    await top.fill('25');
    await top.blur();
    const [, bytes] = await take(page, '填好的文档', '按公文格式新建（docx）');
    assert.match(parts(bytes).get('word/document.xml'), /w:top="1417"/);
    await top.fill('999');
    await top.blur();
    await dialog(page).getByText('页边距应在10毫米至60毫米之间。').first().waitFor();
    await dialog(page).getByRole('button', { name: '按公文格式新建（docx）' }).click();
    await said(page).filter({ hasText: '页边距应在10毫米至60毫米之间。' }).waitFor();
    await dialog(page).getByRole('button', { name: '恢复国标' }).click();
    assert.equal(await top.inputValue(), '37');
  });

  target.test('the original is filled in place, and nothing else in it changes', async ({ page }) => {
    const original = await fixture('formats/report.docx');
    await openFile(page, '报告.docx', original);
    await onDesk(page, '报告.docx');
    await openExport(page);
    const [, same] = await take(page, '填好的文档', '在原文件中回填（docx）');
    assert.ok(same.equals(original), 'nothing was done to it');
    await said(page).filter({ hasText: '没有改动，与原文件完全相同。' }).waitFor();
    await page.keyboard.press('Escape');
    await fields(page).first().fill('8888');
    await openExport(page);
    const [name, filled] = await take(page, '填好的文档', '在原文件中回填（docx）');
    assert.equal(name, '报告.定稿.docx');
    await said(page).filter({ hasText: /写入 1 处。/ }).waitFor();
    const [before, after] = [parts(original), parts(filled)];
    assert.deepEqual([...after.keys()], [...before.keys()]);
    const changed = [...before.keys()].filter((name) => before.get(name) !== after.get(name));
    assert.deepEqual(changed, ['word/document.xml']);
    await dialog(page).getByLabel('改动写成修订，由别人接受').check();
    const [, tracked] = await take(page, '填好的文档', '在原文件中回填（docx）');
    assert.match(parts(tracked).get('word/document.xml'), /<w:ins [^]*8888/);
    await page.keyboard.press('Escape');
    await openFile(page, name, filled);
    await onDesk(page, name);
    assert.match(await text(page), /8888/);
  });

  target.test('a template masks the figures and keeps the rest', async ({ page }) => {
    await openReport(page);
    await openExport(page);
    const [name, bytes] = await take(page, '明年的模板', '纯文本');
    assert.equal(name, '总结.模板.txt');
    const lines = bytes.toString().replace('\ufeff', '').split('\r\n');
    assert.ok(lines.includes('全年组织集中学习*次,撰写心得*篇。'));
    assert.ok(lines.includes('2024年青石镇工作总结'));
    await dialog(page).getByLabel('数字换成').selectOption('____');
    const [, again] = await take(page, '明年的模板', '纯文本');
    assert.match(again.toString(), /集中学习____次/);
  });

  target.test('text and tables in every form', async ({ page }) => {
    await openReport(page);
    await fields(page).first().fill('35');
    await openExport(page);
    const check = async (row, name, file, pattern) => {
      const cell = dialog(page).locator('.export-data > div').filter({ hasText: row });
      const [download] = await Promise.all([page.waitForEvent('download'), cell.getByRole('button', { name, exact: true }).click()]);
      assert.equal(download.suggestedFilename(), file);
      assert.match((await readFile(await download.path())).toString('utf8'), pattern);
    };
    await check('全文', 'Markdown', '总结.定稿.md', /## 一、强化学习[^]*新开工项目35个/);
    await check('全文', '网页', '总结.定稿.html', /<h\d[^>]*>一、强化学习<\/h\d>/);
    await check('指标表', 'csv', '总结.指标表.csv', /^\ufeff序号,[^]*新开工项目,35,个/);
    await check('指标表', 'xlsx', '总结.指标表.xlsx', /^PK/);
    await check('问题清单', 'csv', '总结.问题清单.csv', /重复/);
  });

  target.test('the sheet says who is asked, and somebody may say otherwise', async ({ page }) => {
    await openReport(page, await sheetReport());
    await openExport(page);
    await dialog(page).locator('summary', { hasText: '责任单位' }).click();
    const field = dialog(page).getByLabel('责任单位：住建局', { exact: true });
    await field.fill('房管局');
    await field.blur();
    const [name, bytes] = await take(page, '核实表', 'csv');
    assert.equal(name, '总结.核实表.csv');
    assert.match(bytes.toString(), /改造老旧小区[^\r]*房管局/);
    const [, xlsx] = await take(page, '核实表', '导出核实表（xlsx）');
    assert.ok(parts(xlsx).has('xl/workbook.xml'));
  });

  target.test('a sheet that comes back is shown, then filled in as one step', async ({ page }) => {
    await openReport(page, await sheetReport());
    const before = await text(page);
    const open = await counter(page, '待填');
    await dropFiles(page, [['各单位.xlsx', await fixture('sheets/filled.xlsx')]]);
    const preview = page.getByRole('dialog', { name: '收回核实表' });
    await preview.waitFor();
    assert.equal(await text(page), before, 'nothing is filled in before somebody says so');
    await keepScreenshot(page, 'sheet-back');
    const button = preview.getByRole('button', { name: /填入 \d+ 项/ });
    const rows = Number((await button.innerText()).match(/\d+/)[0]);
    assert.ok(rows > 5);
    await preview.getByRole('region', { name: '将填入' }).getByRole('checkbox').first().uncheck();
    await preview.getByRole('button', { name: `填入 ${rows - 1} 项` }).click();
    await preview.waitFor({ state: 'detached' });
    assert.ok(await counter(page, '待填') < open);
    await page.keyboard.press('Control+z');
    assert.equal(await counter(page, '待填'), open);
    assert.equal(await text(page), before);
  });

  target.test('sheets that disagree are decided by hand', async ({ page }) => {
    await openReport(page, await sheetReport());
    const files = await Promise.all(['filled', 'second'].map(async (name) => [`${name}.xlsx`, await fixture(`sheets/${name}.xlsx`)]));
    await dropFiles(page, files);
    const preview = page.getByRole('dialog', { name: '收回核实表' });
    const conflict = preview.getByRole('region', { name: '说法不一，请选一个' }).getByRole('listitem').first();
    assert.ok(await conflict.getByRole('radio', { name: /不改/ }).isChecked());
    const button = preview.getByRole('button', { name: /填入 \d+ 项/ });
    const rows = Number((await button.innerText()).match(/\d+/)[0]);
    await conflict.getByRole('radio').nth(1).check();
    await preview.getByRole('button', { name: `填入 ${rows + 1} 项` }).waitFor();
  });

  target.test('a sheet of another report, and what is no sheet, is refused', async ({ page }) => {
    await openReport(page, await sheetReport());
    await dropFiles(page, [['别的.xlsx', await fixture('sheets/exported-other.xlsx')]]);
    await page.getByRole('dialog', { name: '收回核实表' }).getByText(/是另一份报告/).waitFor();
    assert.ok(await dialog(page).getByRole('button', { name: '填入 0 项' }).isDisabled());
    await page.keyboard.press('Escape');
    await dropFile(page, 'main', '坏.xlsx', 'PK no archive');
    await page.getByText(/坏\.xlsx：这/).waitFor();
    await tab(page, '待填清单').click();
    assert.ok(await counter(page, '待填') > 0);
  });

  target.test('the text is copied for a word processor', async ({ page }) => {
    await openReport(page);
    await page.evaluate(() => {
      const set = DataTransfer.prototype.setData;
      globalThis.copied = {};
      DataTransfer.prototype.setData = function (type, data) { globalThis.copied[type] = data; return set.call(this, type, data); };
    });
    await page.keyboard.press('Control+Alt+c');
    await page.getByText(/已复制正文/).first().waitFor();
    const copied = await page.evaluate(() => globalThis.copied);
    assert.match(copied['text/html'], /<h\d[^>]*>一、强化学习/);
    assert.match(copied['text/plain'], /\u3000\u3000/);
  });

  for (const [view, options] of [['light', {}], ['dark', { colorScheme: 'dark' }], ['320 px', { viewport: { width: 320, height: 640 } }]]) {
    target.test(`axe finds nothing in the dialogs: ${view}`, { ...options, context: { bypassCSP: true } }, async ({ page }) => {
      await openReport(page, await sheetReport());
      await openExport(page);
      for (const fold of ['版式', '责任单位']) await dialog(page).locator('summary', { hasText: fold }).click();
      await keepScreenshot(page, `export-${view.replace(' ', '')}`);
      await audit(page, 'the export');
      await page.keyboard.press('Escape');
      await dropFiles(page, [['a.xlsx', await fixture('sheets/filled.xlsx')], ['b.xlsx', await fixture('sheets/second.xlsx')]]);
      await page.getByRole('dialog', { name: '收回核实表' }).waitFor();
      await audit(page, 'the preview');
    });
  }
});

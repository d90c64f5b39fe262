// The desk: from a list to the place and back, search, sort, copy, save, keys.
import { readFile } from 'node:fs/promises';
import { assert, forEachTarget } from '../support.mjs';
import { REPORT, column, counter, counterButton, metricRows, openReport, openTable, shownList, tab } from '../desk.mjs';

/** Whether the element is on the screen and not beneath the head of the page. */
const seen = (locator) => locator.evaluate((element) => {
  const area = element.getBoundingClientRect();
  const top = document.querySelector('main').getBoundingClientRect().top;
  return area.top >= top && area.bottom <= innerHeight;
});

const LONG = `长报告\n${Array.from({ length: 60 }, (_, i) => `${'　'.repeat(2)}第${i}段。完成投资${i + 1}万元，还有*项。${'说明文字，'.repeat(30)}。`).join('\n')}`;

forEachTarget((target) => {
  target.test('a row leads to the figure in the text', async ({ page }) => {
    await openTable(page, LONG);
    const row = metricRows(page).filter({ hasText: '55' }).first();
    await row.getByRole('button').click();
    const mark = page.locator('article .selected').first();
    await mark.waitFor();
    await page.waitForFunction(() => document.activeElement.matches('article .selected'));
    assert.ok(await seen(mark));
    assert.equal(await row.getAttribute('aria-current'), 'true');
  });

  target.test('a mark in the text leads to its row', async ({ page }) => {
    await openReport(page);
    await tab(page, '问题').click();
    await page.locator('mark.metric', { hasText: '32篇' }).click();
    assert.equal(await tab(page, '指标表').getAttribute('aria-selected'), 'true');
    const current = page.locator('tr[aria-current]');
    assert.match(await current.innerText(), /心得\s+32\s+篇/);
  });

  target.test('a blank in the text leads to its line in the checklist', async ({ page }) => {
    await openTable(page);
    const blank = page.locator('article input.blank').first();
    assert.match(await blank.getAttribute('aria-label'), /^待填：.*项目/);
    await blank.click();
    assert.match(await page.locator('tr[aria-current]').innerText(), /项目/, 'the list that is shown decides');
    assert.ok(await blank.evaluate((field) => field === document.activeElement), 'and the field is ready to be filled in');
    await tab(page, '问题').click();
    await blank.click();
    assert.equal(await tab(page, '待填清单').getAttribute('aria-selected'), 'true');
    assert.match(await page.locator('li[aria-current]').innerText(), /项目/);
  });

  target.test('a line of the checklist leads to the blank', async ({ page }) => {
    await openReport(page);
    await counterButton(page, '待填').click();
    await page.locator('li.card').nth(1).getByRole('button').click();
    await page.waitForFunction(() => document.activeElement.matches('article input.blank.selected'));
  });

  target.test('the outline leads to a section and follows the text', async ({ page }) => {
    await openReport(page, REPORT + '这里是很长的一段话。\n'.repeat(150) + '三、改进作风\n' + '说明文字。\n'.repeat(60));
    const outline = page.getByRole('navigation', { name: '提纲' });
    await outline.getByRole('button', { name: /改进作风/ }).click();
    await page.waitForFunction(() => document.activeElement.textContent.includes('改进作风'));
    await page.locator('main').evaluate((main) => main.scrollTo(0, 0));
    await page.waitForTimeout(400);
    await page.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
    await outline.locator('[aria-current]', { hasText: '改进作风' }).waitFor();
  });

  target.test('the table is searched in any of its words', async ({ page }) => {
    await openTable(page);
    const all = await metricRows(page).count();
    const search = page.getByRole('searchbox', { name: /搜索/ });
    await search.fill('心得');
    await page.waitForFunction(() => document.querySelectorAll('table.metrics tbody tr').length === 1);
    await search.fill('没有这个词');
    await page.getByText('没有符合条件的指标').waitFor();
    await page.getByRole('button', { name: '清空搜索' }).click();
    assert.equal(await metricRows(page).count(), all);
    assert.equal(await search.inputValue(), '');
    await page.getByRole('button', { name: '只看待填' }).click();
    assert.deepEqual(new Set(await column(page, 1)), new Set(['待填']));
  });

  target.test('the table is sorted by a column, down, and back', async ({ page }) => {
    await openTable(page);
    const head = page.getByRole('columnheader', { name: '数值' });
    const reading = await column(page, 1);
    await head.getByRole('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    const size = (text) => (text === '待填' ? Infinity : Number.parseFloat(text));
    const shown = (await column(page, 1)).map(size);
    // 1.6万 counts as 16000, so it comes after 3500.
    assert.deepEqual(shown, [12, 32, 3500, 1.6, Infinity, Infinity]);
    await head.getByRole('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    assert.equal((await column(page, 1))[0], '1.6');
    await head.getByRole('button').click();
    assert.deepEqual(await column(page, 1), reading);
  });

  target.test('the table is copied for a spreadsheet', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openTable(page);
    await page.getByRole('button', { name: '复制表格' }).click();
    await page.getByText(/已复制 \d+ 行/).first().waitFor();
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split(/\r?\n/);
    assert.equal(lines[0], '指标\t数值\t单位\t时期\t范围\t状态\t章节\t原文');
    assert.equal(lines.length, 1 + (await counter(page, '指标')));
    assert.ok(lines.some((line) => /心得\t32\t篇\t/.test(line)), lines.join('\n'));
  });

  const withoutClipboard = () => {
    delete Navigator.prototype.clipboard;
    document.addEventListener('copy', () => { globalThis.copied = document.activeElement.value; });
  };
  target.test('the table is copied where there is no clipboard to ask', { initScript: withoutClipboard }, async ({ page }) => {
    await openTable(page);
    await page.getByRole('button', { name: '复制表格' }).click();
    await page.getByText(/已复制 \d+ 行/).first().waitFor();
    assert.match(await page.evaluate(() => globalThis.copied), /^指标\t数值/);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), '复制表格', 'the focus comes back');
  });

  target.test('the report is saved as the contract has it', async ({ page }) => {
    await openReport(page);
    await page.getByRole('button', { name: '导出' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /JSON/ }).click();
    const file = await download;
    assert.equal(file.suggestedFilename(), '总结.核稿.json');
    const report = JSON.parse(await readFile(await file.path(), 'utf8'));
    const at = ({ start, end }) => report.document.text.slice(start, end);
    assert.equal(report.schema, 1);
    assert.equal(at(report.document.title), '2024年青石镇工作总结');
    assert.ok(report.metrics.some((metric) => metric.value === '32' && at(metric.span) === '32篇'));
    assert.deepEqual(report.placeholders.map((blank) => at(blank.span)), ['*', '××']);
  });

  target.test('keys go through findings and blanks', async ({ page }) => {
    await openReport(page);
    const selected = () => page.locator('article .selected').first();
    await page.keyboard.press('Control+F8');
    const first = await selected().getAttribute('data-blank');
    // A press that comes while the page is at the last one is answered a moment later.
    await page.keyboard.press('Control+F8');
    await page.locator(`article .selected[data-blank]:not([data-blank="${first}"])`).first().waitFor();
    await page.keyboard.press('Control+Shift+F8');
    await page.locator(`article .selected[data-blank="${first}"]`).first().waitFor();
    // The comma stands before the blank, the doubled word behind it.
    await page.keyboard.press('F8');
    assert.equal(await tab(page, '问题').getAttribute('aria-selected'), 'true');
    await page.getByRole('status').filter({ hasText: /问题 2\/2/ }).first().waitFor({ state: 'attached' });
  });

  target.test('tabs are one stop, with arrow keys between them', async ({ page }) => {
    await openReport(page);
    await tab(page, '总览').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'tab-metrics');
    assert.equal(await tab(page, '指标表').getAttribute('aria-selected'), 'true');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'tab-overview');
  });

  target.test('dialogs open, close on Esc, and give the focus back', async ({ page }) => {
    await page.getByRole('button', { name: /本机处理/ }).click();
    await page.getByRole('dialog', { name: '稿子只在这台电脑上' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.match(await page.evaluate(() => document.activeElement.textContent), /本机处理/);
    await page.keyboard.press('F1');
    await page.getByRole('dialog', { name: '怎么用' }).getByRole('button', { name: '关闭' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  target.test('on a narrow screen the counters lead to outline and lists', { viewport: { width: 360, height: 740 } }, async ({ page }) => {
    await openReport(page);
    const panel = page.locator('aside');
    const outline = page.getByRole('navigation', { name: '提纲' });
    assert.ok(!(await panel.isVisible()) && !(await outline.isVisible()));
    await counterButton(page, '指标').click();
    assert.ok(await panel.isVisible());
    await page.waitForFunction(() => document.activeElement.id === 'tab-metrics');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement.id === 'counter-metrics');
    await counterButton(page, '指标').click();
    await metricRows(page).first().getByRole('button').click();
    assert.ok(!(await panel.isVisible()), 'the sheet gives way to the place');
    await counterButton(page, '章节').click();
    assert.ok(await outline.isVisible());
    await page.keyboard.press('Escape');
    assert.ok(!(await outline.isVisible()));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.ok(!wide, 'nothing is wider than the screen');
  });

  target.test('a report of megabytes is not drawn all at once', async ({ page }) => {
    const paragraph = `完成投资3.5亿元，新建道路12公里，改造小区*个，惠及群众${'很多'.repeat(40)}。`;
    await openTable(page, `大报告\n${`${paragraph}\n`.repeat(8000)}`, '大报告.txt');
    assert.equal(await counter(page, '待填'), 8000);
    const drawn = await page.evaluate(() => ({
      rows: document.querySelectorAll('table.metrics tbody tr').length,
      marks: document.querySelectorAll('article mark, article input').length,
      paragraphs: document.querySelectorAll('[data-paragraph]').length,
    }));
    assert.ok(drawn.rows < 200 && drawn.marks < 3000 && drawn.paragraphs === 8001, JSON.stringify(drawn));
    await shownList(page).evaluate((list) => list.scrollTo(0, list.scrollHeight));
    const last = page.locator(`tr[aria-rowindex="${1 + (await counter(page, '指标'))}"]`);
    await last.getByRole('button').click();
    await page.waitForFunction(() => document.activeElement.matches('article .selected'));
    assert.ok(await seen(page.locator('article .selected').first()));
  });
});

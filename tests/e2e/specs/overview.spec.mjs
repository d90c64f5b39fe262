// The overview: the first thing beside a report, to look at and to jump from.
import { assert, forEachTarget } from '../support.mjs';
import { REPORT, counter, gbk, openReport, tab } from '../desk.mjs';

const overview = (page) => page.getByRole('tabpanel', { name: '总览' });
const group = (page, name) => overview(page).locator('section', { has: page.getByRole('heading', { name, exact: true }) });
const rows = (page, name) => group(page, name).getByRole('listitem');

/** Whether the focus comes to an element with this text. */
const focusComes = (page, text) =>
  page.waitForFunction((text) => document.activeElement.closest('article') && document.activeElement.textContent.includes(text), text);

forEachTarget((target) => {
  target.test('it is the first tab, and the one shown when a report arrives', async ({ page }) => {
    await openReport(page);
    assert.match(await page.getByRole('tab').first().innerText(), /总览/);
    assert.equal(await tab(page, '总览').getAttribute('aria-selected'), 'true');
    await tab(page, '问题').click();
    await openReport(page, REPORT, '另一份.txt');
    assert.equal(await tab(page, '总览').getAttribute('aria-selected'), 'true');
  });

  target.test('it says what the report is and how long', async ({ page }) => {
    await openReport(page, REPORT + '说明文字。'.repeat(110));
    const text = await overview(page).innerText();
    assert.match(text, /工作总结 · 2024 年度\s+2024年青石镇工作总结/);
    assert.match(text, /宣读约\s+3\s*分钟/);
    assert.match(text, /默读约\s+1\s*分钟/);
    assert.match(text, /总结\.txt/);
    assert.match(text, /UTF-8/);
  });

  target.test('a bar for each section, with the same in numbers, leads there', async ({ page }) => {
    await openReport(page);
    const sections = rows(page, '篇幅');
    assert.equal(await sections.count(), 3);
    const last = sections.last();
    assert.match(await last.innerText(), /二、\s*狠抓落实\s+\d+ 字\s+指标 4 · 待填 2 · 问题 1\s+\d+%/);
    const ticks = await last.locator('path.bar-blank').getAttribute('d');
    assert.match(ticks, /^M\d+ 5V16M\d+ 5V16$/, 'a tick for each of the two blanks');
    const widths = await sections.locator('rect.bar-body').evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
    assert.ok(widths[1] > 0 && widths[1] < widths[2], `${widths}`);
    await last.getByRole('button').click();
    await focusComes(page, '狠抓落实');
    assert.equal(await tab(page, '总览').getAttribute('aria-selected'), 'true');
  });

  target.test('parts that are there lead to their place, others are a suggestion', async ({ page }) => {
    await openReport(page, REPORT + '下一步，改进工作作风，把各项任务落到实处，不辜负群众的期望。\n');
    const parts = rows(page, '组成部分');
    const missing = parts.filter({ hasText: '未见' });
    assert.match(await missing.innerText(), /存在问题\s+未见\s*建议/);
    assert.equal(await missing.getByRole('button').count(), 0);
    await parts.filter({ hasText: '打算' }).getByRole('button').click();
    await focusComes(page, '下一步，改进');
  });

  target.test('a type of blank and a severity lead to the first of their list', async ({ page }) => {
    await openReport(page);
    await group(page, '待填').getByRole('button', { name: /数字\s*2/ }).click();
    await page.waitForFunction(() => document.activeElement.matches('article .selected'));
    assert.equal(await tab(page, '待填清单').getAttribute('aria-selected'), 'true');
    assert.match(await page.locator('li[aria-current]').innerText(), /项目/);
    await tab(page, '总览').click();
    const severities = rows(page, '问题');
    const counts = await severities.locator('.tally-count').allInnerTexts();
    assert.equal(counts.reduce((sum, text) => sum + Number(text), 0), await counter(page, '问题'));
    await severities.first().getByRole('button').click();
    await page.getByRole('tabpanel', { name: '问题' }).locator('li[aria-current]').waitFor();
  });

  target.test('a report without anything to do says so', async ({ page }) => {
    await openReport(page, '一段话，什么都不缺。', '短.txt');
    const text = await overview(page).innerText();
    assert.match(text, /没有待填的空/);
    assert.match(text, /没有发现问题/);
    assert.match(text, /全文/);
    assert.equal(await group(page, '组成部分').count(), 0);
  });

  target.test('it says how the bytes were read, and what was lost', async ({ page }) => {
    await openReport(page, gbk(REPORT));
    assert.match(await overview(page).innerText(), /文字编码\s+(GB18030|GBK)/);
    await page.getByRole('combobox', { name: '文字编码' }).selectOption('utf-8');
    await overview(page).getByText('读不出').waitFor();
    assert.match(await overview(page).innerText(), /文字编码\s+UTF-8\s+读不出\s+\d+ 个字符/);
  });
});

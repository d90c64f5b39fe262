// The table of metrics: filter, groups, sums, columns, pictures.
import { assert, forEachTarget } from '../support.mjs';
import { REPORT, column, metricRows, openReport, openTable, shownList } from '../desk.mjs';

/** Amounts that can be added, in two sections, with one to fill in and one that is not exact. */
const AMOUNTS = `2024年青石镇工作总结
一、项目建设
完成投资3.5亿元，发放补贴500万元，偿还欠款*万元，清收约80万元。收入增长8%，能耗下降3%。
二、民生保障
新建道路12公里，改造道路8公里。力争新增就业30人。
`;

const tool = (page, name) => page.getByRole('button', { name, exact: true });
const choice = (page, name) => page.getByRole('combobox', { name, exact: true });

/** The options of a choice, without what is always there. */
const options = async (page, name) => (await choice(page, name).locator('option').allInnerTexts()).slice(1);

/** The heads of the groups, as one line each. */
const heads = async (page) => (await page.locator('.group-row').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

/** What the clipboard holds, by line and cell. */
const copied = async (page) => {
  await tool(page, '复制表格').click();
  await page.getByText(/已复制 \d+ 行/).first().waitFor();
  return (await page.evaluate(() => navigator.clipboard.readText())).split(/\r?\n/).map((line) => line.split('\t'));
};

forEachTarget((target) => {
  target.test('the filter offers what occurs, and says what it has left', async ({ page }) => {
    await openTable(page, AMOUNTS);
    await tool(page, '筛选').click();
    assert.deepEqual(await options(page, '类别'), ['金额（4）', '人数（1）', '长度（2）', '比率（2）']);
    assert.deepEqual(await options(page, '章节'), ['一、项目建设（6）', '二、民生保障（3）']);
    await choice(page, '类别').selectOption('金额（4）');
    assert.deepEqual(await column(page, 2), ['亿元', '万元', '万元', '万元']);
    assert.deepEqual(await options(page, '数值'), ['待填（1）', '已有数（3）'], 'the rest of the filter counts');
    assert.match(await page.locator('.sum').innerText(), /^相加 3.55 亿元（2 项，另有 1 项待填，1 项约数、增减等未计）$/);
    await choice(page, '数值').selectOption('已有数（3）');
    assert.equal(await metricRows(page).count(), 3);
    await tool(page, '筛选').click();
    const chips = page.getByRole('list', { name: '筛选' }).getByRole('button');
    assert.deepEqual(await chips.allTextContents(), ['类别：金额×', '数值：已有数×']);
    await chips.first().click();
    assert.equal(await metricRows(page).count(), 8);
    await chips.first().click();
    assert.equal(await metricRows(page).count(), 9);
  });

  target.test('only what is open is one choice of the filter', async ({ page }) => {
    await openTable(page);
    await tool(page, '筛选').click();
    await tool(page, '只看待填').click();
    assert.match(await choice(page, '数值').locator('option:checked').innerText(), /^待填/);
    await choice(page, '数值').selectOption({ index: 0 });
    assert.equal(await tool(page, '只看待填').getAttribute('aria-pressed'), 'false');
  });

  target.test('rows are grouped, and groups fold', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openTable(page, AMOUNTS);
    await choice(page, '分组').selectOption('按单位');
    assert.deepEqual((await heads(page)).slice(0, 3), [
      '万元、亿元 4 项，待填 1 相加 3.55 亿元（2 项，另有 1 项待填，1 项约数、增减等未计）',
      '% 2 项',
      '公里 2 项 相加 20 公里（2 项）',
    ]);
    await page.getByRole('button', { name: /万元、亿元/ }).click();
    assert.equal(await metricRows(page).count(), 4 + 5, 'four heads and what is not folded up');
    await choice(page, '分组').selectOption('按章节');
    assert.deepEqual(await heads(page), ['一、项目建设 6 项，待填 1 相加 3.55 亿元（2 项，另有 1 项待填，3 项约数、增减等未计）', '二、民生保障 3 项']);
    await page.getByRole('columnheader', { name: '章节' }).getByRole('button').click();
    await page.getByRole('columnheader', { name: '章节' }).getByRole('button').click();
    assert.deepEqual((await heads(page)).map((head) => head.slice(0, 2)), ['一、', '二、'], 'sections stay as they are read');
    const rows = await copied(page);
    assert.deepEqual(rows.slice(1).map((cells) => cells[6]), [...'一一一一一一二二二']);
  });

  target.test('a row of a group leads to its place', async ({ page }) => {
    await openTable(page);
    await choice(page, '分组').selectOption('按单位');
    const row = metricRows(page).filter({ hasText: '心得' });
    await row.getByRole('button').click();
    await page.waitForFunction(() => document.activeElement.matches('article .selected'));
    assert.equal(await row.getAttribute('aria-current'), 'true');
  });

  target.test('columns are hidden and shown, the name stays', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openTable(page);
    const names = () => page.getByRole('columnheader').allInnerTexts();
    assert.deepEqual(await names(), ['指标', '数值', '单位', '章节']);
    await tool(page, '列').click();
    assert.ok(await page.getByRole('checkbox', { name: '指标' }).isDisabled());
    await page.getByRole('checkbox', { name: '单位' }).uncheck();
    await page.getByRole('checkbox', { name: '原文' }).check();
    assert.deepEqual(await names(), ['指标', '数值', '章节', '原文']);
    assert.match((await column(page, 3))[0], /组织集中学习12次/);
    assert.equal((await copied(page))[0].length, 8, 'what is copied has every column');
  });

  target.test('the sections are drawn, and a bar leads to its section', async ({ page }) => {
    await openTable(page, REPORT + '说明文字。\n'.repeat(80));
    await tool(page, '图表').click();
    const picture = page.getByRole('region', { name: '图表' });
    const bars = picture.getByRole('listitem');
    assert.deepEqual((await bars.allTextContents()).map((text) => text.replace(/\d+$/, '')), [
      '一、强化学习2已有数 2，待填 ', '二、狠抓落实22已有数 2，待填 ',
    ]);
    await bars.nth(1).getByRole('button').click();
    await page.waitForFunction(() => document.activeElement.textContent.includes('狠抓落实'));
  });

  target.test('figures of one unit are drawn, what falls to the other side', async ({ page }) => {
    await openTable(page, AMOUNTS);
    await tool(page, '图表').click();
    await choice(page, '画什么').selectOption('% · 增减（2）');
    const bars = page.getByRole('region', { name: '图表' }).locator('.bars li');
    assert.deepEqual(await bars.locator('.bar-value').allInnerTexts(), ['8%', '-3%']);
    const [up, down] = await bars.locator('rect').evaluateAll((rects) => rects.map((rect) => rect.getBoundingClientRect()).map(({ left, right }) => [left, right]));
    assert.ok(Math.abs(down[1] - up[0]) < 1.5, 'both begin at zero');
    assert.ok((up[1] - up[0]) > 2 * (down[1] - down[0]));
    await bars.first().getByRole('button').click();
    await page.waitForFunction(() => document.activeElement.matches('article .selected'));
    await page.getByRole('searchbox', { name: /搜索/ }).fill('道路');
    assert.equal(await choice(page, '画什么').locator('option:checked').innerText(), '各章节的指标和待填', 'what is filtered away gives way');
  });

  target.test('the tools fit a narrow panel', { viewport: { width: 320, height: 720 } }, async ({ page }) => {
    await openReport(page, AMOUNTS);
    await page.locator('#counter-metrics').click();
    for (const name of ['筛选', '列', '图表']) {
      await tool(page, name).click();
      const wide = await page.evaluate(() => [document.documentElement, ...document.querySelectorAll('.tool-row, .tool-region, .picture')]
        .filter((element) => element.scrollWidth > element.clientWidth).map((element) => element.className));
      assert.deepEqual(wide, [], name);
    }
  });

  target.test('a long table is windowed with its groups', async ({ page }) => {
    const line = '完成投资3.5亿元，新建道路12公里，改造小区*个。';
    await openTable(page, `大报告\n${`${line}\n`.repeat(3000)}`, '大报告.txt');
    await choice(page, '分组').selectOption('按单位');
    const table = page.locator('table.metrics');
    assert.equal(await table.getAttribute('aria-rowcount'), String(1 + 3 + 9000));
    assert.equal((await heads(page))[0], '亿元 3,000 项 相加 10,500 亿元（3,000 项）');
    const heights = await page.locator('table.metrics tbody tr:not(.spacer)').evaluateAll((rows) => [...new Set(rows.slice(0, 40).map((row) => Math.round(row.getBoundingClientRect().height)))]);
    assert.deepEqual(heights, [40], 'heads are as high as rows');
    await shownList(page).evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await page.locator(`tr[aria-rowindex="${1 + 3 + 9000}"]`).waitFor();
    assert.ok((await metricRows(page).count()) < 200);
  });
});

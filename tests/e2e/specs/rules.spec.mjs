// The list of rules, and the findings as it leaves them: switched, filtered, folded, saved.
import { readFile } from 'node:fs/promises';
import { audit } from '../audit.mjs';
import { assert, forEachTarget } from '../support.mjs';
import { REPORT, counter, fields, onDesk, openFile, openReport, tab, takeText } from '../desk.mjs';

/** Three commas, a colon and a doubled word; a hint; and what only the strict choice minds. */
const SLIPS = `2024年青石镇工作总结

一年来,全镇真抓实干,现将工作情况总结如下:
一、强化学习
全年组织集中学习12次,撰写心得32篇。改革涉及到多个部门，固定资产投资增长1.4 %。
二、狠抓落实
扎实开展“百日攻坚”行动行动，新开工项目*个。
`;

const cards = (page) => page.locator('.cards:not(.group-ignored .cards) > .finding-card');
const commas = (page) => page.locator('.finding-card', { hasText: '半角“,”' });
const rule = (page, title) => page.getByRole('dialog').getByRole('checkbox', { name: title, exact: true });
const findingsAre = (page, number) => page.locator('.counter-findings', { hasText: new RegExp(`^${number}\\D`) }).waitFor();

async function openFindings(page, text = SLIPS) {
  await openReport(page, text);
  await tab(page, '问题').click();
  return counter(page, '问题');
}

async function openRules(page) {
  await page.getByRole('button', { name: /^规则/ }).click();
  await page.getByRole('dialog', { name: '检查哪些规则' }).waitFor();
}

async function closeRules(page) {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

forEachTarget((target) => {
  target.test('a rule that is off finds nothing, and finds it again when it is on', async ({ page }) => {
    const all = await openFindings(page);
    await fields(page).first().fill('18');
    await openRules(page);
    await rule(page, '半角标点').uncheck();
    await findingsAre(page, all - 4);
    assert.equal(await page.locator('article .wave', { hasText: /^,$/ }).count(), 0);
    await page.getByRole('dialog').getByText('已关闭，打开有 4 处').waitFor();
    await rule(page, '半角标点').check();
    await findingsAre(page, all);
    await rule(page, '半角标点').uncheck();
    await closeRules(page);
    assert.equal(await commas(page).count(), 0);
    assert.equal(await fields(page).first().inputValue(), '18');
    await page.getByRole('button', { name: '规则：已调整' }).waitFor();
    await page.keyboard.press('Control+z');
    await findingsAre(page, all);
    await page.keyboard.press('Control+y');
    await findingsAre(page, all - 4);
  });

  target.test('a group is switched as a whole, and shows when it is between', async ({ page }) => {
    await openFindings(page);
    await openRules(page);
    const group = page.getByRole('dialog').getByRole('checkbox', { name: '重复（整组）' });
    const between = () => group.evaluate((field) => field.indeterminate);
    assert.deepEqual([await group.isChecked(), await between()], [true, false]);
    await rule(page, '词语重复').uncheck();
    await page.waitForFunction(() => document.querySelector('[aria-label="重复（整组）"]').indeterminate);
    await group.check();
    await page.waitForFunction(() => !document.querySelector('[aria-label="重复（整组）"]').indeterminate);
    assert.ok(await rule(page, '词语重复').isChecked());
    await group.uncheck();
    assert.ok(!(await rule(page, '分句重复').isChecked()));
    assert.equal(await between(), false);
  });

  target.test('presets change the counts, and the usual one comes back', async ({ page }) => {
    const standard = await openFindings(page);
    await openRules(page);
    await page.getByRole('button', { name: /^严格/ }).click();
    await page.getByRole('dialog').getByText(`现有问题 ${standard + 1} 条`).waitFor();
    await findingsAre(page, standard + 1);
    await page.getByRole('button', { name: /^只看错误/ }).click();
    await findingsAre(page, standard - 1);
    assert.equal(await rule(page, '数字与符号之间的空格').isChecked(), false);
    const usual = page.getByRole('dialog').getByRole('button', { name: '恢复默认' });
    await usual.click();
    await findingsAre(page, standard);
    assert.ok(await usual.isDisabled());
    assert.equal(await page.getByRole('button', { name: /^标准/ }).getAttribute('aria-pressed'), 'true');
  });

  target.test('rules are searched, and say why and how', async ({ page }) => {
    await openFindings(page);
    await openRules(page);
    await page.getByRole('searchbox', { name: /搜索规则/ }).fill('涉及到');
    await rule(page, '语义重复').waitFor();
    assert.equal(await page.locator('.rule').count(), 1);
    await page.getByRole('button', { name: /说明和例子/ }).click();
    const details = await page.locator('.rule-details').innerText();
    assert.match(details, /前后两个词意思重叠[\s\S]*依据[\s\S]*编辑惯例[\s\S]*不对\s*改革涉及到多个部门。\s*改为\s*改革涉及多个部门。[\s\S]*不算错/);
    await page.getByRole('searchbox', { name: /搜索规则/ }).fill('没有这样的');
    await page.getByText('没有符合的规则').waitFor();
  });

  target.test('a finding leads to its rule, by keyboard alone', async ({ page }) => {
    const all = await openFindings(page);
    const key = (name) => page.keyboard.press(name);
    await page.locator('.finding-card', { hasText: '“行动”重复' }).getByRole('button', { name: '为什么' }).focus();
    await key('Enter');
    await page.getByRole('dialog').waitFor();
    await page.waitForFunction(() => document.activeElement.id === 'rule-repeated-word');
    await page.getByText('是改稿时最常见的遗留').waitFor();
    await key('Shift+Tab');
    await key('Space');
    await findingsAre(page, all - 1);
    await key('Space');
    await findingsAre(page, all);
    await key('Escape');
    await page.waitForFunction(() => document.activeElement.id === 'tab-findings');
    await page.locator('.finding-card', { hasText: '“行动”重复' }).getByRole('button', { name: '为什么' }).focus();
    await key('Enter');
    await page.getByRole('dialog').waitFor();
    await key('Escape');
    await page.waitForFunction(() => document.activeElement.textContent === '为什么');
  });

  target.test('what is found again and again is one card', async ({ page }) => {
    const all = await openFindings(page);
    assert.equal(await commas(page).count(), 1);
    assert.match(await commas(page).innerText(), /×3[\s\S]*1\/3/);
    await commas(page).getByRole('button', { name: '下一处' }).click();
    await commas(page).getByText('2/3').waitFor();
    assert.match(await page.locator('article .selected').first().innerText(), /,/);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), '下一处', 'one may press it again');
    await commas(page).getByRole('button', { name: '下一处' }).click();
    await commas(page).getByRole('button', { name: '下一处' }).click();
    await commas(page).getByText('1/3').waitFor();
    await commas(page).getByRole('button', { name: '列出 3 处' }).click();
    assert.equal(await commas(page).locator('.place-line').count(), 3);
    await commas(page).locator('.place-line').nth(2).click();
    await commas(page).getByText('3/3').waitFor();
    await commas(page).getByRole('button', { name: '全部采纳（3）' }).click();
    await findingsAre(page, all - 3);
    assert.equal(await commas(page).count(), 0);
    const text = await takeText(page);
    assert.ok(text.includes('一年来，全镇真抓实干，现将工作情况总结如下:') && text.includes('12次，撰写'), text);
    await page.keyboard.press('Control+z');
    await findingsAre(page, all);
  });

  target.test('findings stand by place and are filtered by severity', async ({ page }) => {
    const all = await openFindings(page);
    const places = await cards(page).evaluateAll((list) => list.map((card) => Number(card.dataset.finding)));
    assert.deepEqual(places, [...places].sort((a, b) => a - b));
    const filter = (name) => page.getByRole('group', { name: '看哪些问题' }).getByRole('button', { name });
    assert.match(await filter('全部').innerText(), new RegExp(`${all}$`));
    await filter('提示').click();
    assert.equal(await cards(page).count(), 1);
    assert.match(await cards(page).innerText(), /空格/);
    await page.keyboard.press('F8');
    await page.waitForFunction(() => document.querySelector('.tab-panel:not(.still) [aria-current]'));
    assert.equal(await filter('全部').getAttribute('aria-pressed'), 'true', 'what is chosen is listed');
  });

  target.test('the choice of rules is kept in the project file, and for the next report', async ({ page }) => {
    const all = await openFindings(page);
    await openRules(page);
    await rule(page, '半角标点').uncheck();
    await closeRules(page);
    await findingsAre(page, all - 4);
    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+s');
    const saved = await readFile(await (await download).path());
    assert.deepEqual(JSON.parse(saved).rules, { preset: 'standard', switched: { 'half-width-punctuation': false } });
    await openReport(page, REPORT, '另一份.txt');
    assert.equal(await page.locator('article .wave', { hasText: /^,$/ }).count(), 0);
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);

    await page.reload();
    await openFile(page, '总结.hegao.json', saved);
    await onDesk(page, '总结.txt');
    await findingsAre(page, all - 4);
    await openReport(page, SLIPS, '第三份.txt');
    await findingsAre(page, all - 4);
  });

  const views = { light: {}, dark: { colorScheme: 'dark' }, 'narrow (320 px)': { viewport: { width: 320, height: 640 } } };
  for (const [view, options] of Object.entries(views)) {
    target.test(`axe finds nothing in the rules: ${view}`, { ...options, context: { bypassCSP: true } }, async ({ page }) => {
      await openReport(page, SLIPS);
      await page.locator('.counter-findings').click();
      await page.getByRole('button', { name: '列出 3 处' }).click();
      await audit(page, 'a card unfolded');
      await page.getByRole('button', { name: '为什么' }).first().click();
      await page.getByRole('dialog').waitFor();
      await audit(page, 'the rules');
      await rule(page, '半角标点').uncheck();
      await page.getByRole('searchbox').fill('标点');
      await audit(page, 'a rule that is off');
      const overflow = await page.getByRole('dialog').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
      assert.ok(overflow <= 0, `${overflow} px too wide`);
    });
  }
});

// Whoever reads with a screen reader, a keyboard, large type or dark colours: axe over every state,
// and what axe cannot see.
import { readFile } from 'node:fs/promises';
import { audit } from '../audit.mjs';
import { assert, forEachTarget } from '../support.mjs';
import { REPORT, choose, counter, counterButton, openFile, openReport, tab } from '../desk.mjs';

/** What axe looks at the page in, see `audit`. */
const VIEWS = {
  light: { context: { bypassCSP: true } },
  dark: { context: { bypassCSP: true }, colorScheme: 'dark' },
  'narrow (320 px)': { context: { bypassCSP: true }, viewport: { width: 320, height: 640 } },
};

const focused = (page) => page.evaluate(() => document.activeElement.textContent.slice(0, 4));

forEachTarget((target) => {
  for (const [view, options] of Object.entries(VIEWS)) {
    target.test(`axe finds nothing: ${view}`, options, async ({ page }) => {
      await audit(page, 'start');
      await openFile(page, '空.txt', '');
      await page.getByRole('alert').waitFor();
      await audit(page, 'an error');
      await openReport(page);
      await audit(page, 'the desk');
      for (const name of ['指标', '待填', '问题']) {
        await counterButton(page, name).click();
        await audit(page, name);
        await page.keyboard.press('Escape');
      }
      await counterButton(page, '指标').click();
      await page.getByRole('combobox', { name: '分组' }).selectOption('按单位');
      for (const tool of ['筛选', '列', '图表']) {
        await page.getByRole('button', { name: tool, exact: true }).click();
        await audit(page, `${tool} open`);
      }
      await page.getByRole('combobox', { name: '画什么' }).selectOption({ index: 0 });
      await page.getByRole('button', { name: '只看待填' }).click();
      await audit(page, 'a filtered table');
      await page.getByRole('button', { name: '只看待填' }).click();
      await tab(page, '总览').click();
      await audit(page, 'the overview');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+F8');
      await audit(page, 'something selected');
      await counterButton(page, '章节').click();
      await audit(page, 'the outline');
      await page.getByRole('button', { name: '全部折叠' }).click();
      await audit(page, 'the outline folded');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '导出' }).click();
      // An open menu lies over what is beneath it, and is meant to.
      await audit(page, 'the menu', ['target-size']);
      await page.keyboard.press('Escape');
      for (const open of [/本机处理/, '帮助']) {
        await page.getByRole('button', { name: open }).click();
        await page.getByRole('dialog').waitFor();
        await audit(page, `dialog ${open}`);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      await page.keyboard.press('Control+h');
      await page.getByRole('textbox', { name: '查找' }).fill('项目');
      await audit(page, 'finding');
      await page.keyboard.press('Escape');
      await page.locator('article input.blank').first().fill('三');
      await counterButton(page, '待填').click();
      await page.locator('.refusal').waitFor();
      await audit(page, 'a refusal');
      await page.keyboard.press('Escape');
      await page.locator('article input.blank').first().fill('3');
      await page.locator('article input.blank').nth(1).fill('1.5');
      await audit(page, 'all filled');
      await page.keyboard.press('F2');
      await page.getByRole('textbox', { name: '修改这一段' }).waitFor();
      await audit(page, 'rewriting');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '历史' }).click();
      await audit(page, 'the history', ['target-size']);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '修改全文' }).click();
      await audit(page, 'editing');
    });
  }

  target.test('the first stop is a link to the text', async ({ page }) => {
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), '跳到正文');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'text');
  });

  target.test('targets are large enough', async ({ page }) => {
    await openReport(page);
    for (const name of ['总览', '指标表', '待填清单', '问题']) {
      await tab(page, name).click();
      const small = await page.evaluate(() => [...document.querySelectorAll('button, select, input:not([type=file]), [role=tab]')]
        .map((element) => [element, element.getBoundingClientRect()])
        .filter(([, area]) => area.width && (area.width < 24 || area.height < 23.5))
        .map(([element]) => element.outerHTML.slice(0, 120)));
      assert.deepEqual(small, []);
    }
  });

  target.test('text can be twice as large and spaced out without anything being cut off', { viewport: { width: 640, height: 800 } }, async ({ page }) => {
    await openReport(page);
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
  });

  target.test('less motion means none', { context: { reducedMotion: 'reduce' } }, async ({ page }) => {
    await openReport(page);
    await page.keyboard.press('Control+F8');
    const running = await page.evaluate(() => document.getAnimations().filter((a) => a.effect.getComputedTiming().duration > 1).length);
    assert.equal(running, 0);
  });

  target.test('the whole task is done by keyboard alone', async ({ page }) => {
    const key = (name) => page.keyboard.press(name);
    await key('Tab');
    for (let stop = 0; stop < 10 && (await focused(page)) !== '打开文件'; stop += 1) await key('Tab');
    await choose(page, () => key('Enter'), '总结.txt', REPORT);
    // From blank to blank: the first is typed, and Enter leads to the next.
    await key('Control+F8');
    await page.waitForFunction(() => document.activeElement.matches('article input.blank'));
    await page.keyboard.type('18');
    await key('Enter');
    await page.waitForFunction(() => document.activeElement.value === '' && document.activeElement.matches('article input.blank'));
    await page.keyboard.type('2.6');
    await page.locator('.counter-blanks', { hasText: /^0/ }).waitFor();
    // Findings: to the list, through its buttons.
    const findings = await counter(page, '问题');
    await key('Control+Alt+4');
    await page.waitForFunction(() => document.activeElement.id === 'tab-findings');
    for (let stop = 0; stop < 10 && (await focused(page)) !== '采纳'; stop += 1) await key('Tab');
    await key('Enter');
    await page.waitForFunction((before) => Number(document.querySelector('.counter-findings .counter-number').textContent) < before, findings);
    // A paragraph: jump there through the outline, rewrite it, come back.
    await key('Control+Alt+1');
    await page.waitForFunction(() => document.activeElement.id === 'outline-title');
    for (let stop = 0; stop < 10 && !(await page.evaluate(() => document.activeElement.textContent.includes('强化学习'))); stop += 1) await key('Tab');
    await key('Enter');
    await page.waitForFunction(() => document.activeElement.closest('article') && document.activeElement.textContent.includes('强化学习'));
    await key('F2');
    await page.waitForFunction(() => document.activeElement.matches('textarea.editor-field'));
    await key('Control+End');
    await page.keyboard.type('和调研');
    await key('Escape');
    await page.locator('article .p-heading', { hasText: '强化学习和调研' }).waitFor();
    await key('Control+z');
    await page.locator('article .p-heading', { hasText: /强化学习$/ }).waitFor();
    await key('Control+y');
    // Take it away.
    for (let stop = 0; stop < 40 && (await focused(page)) !== '导出'; stop += 1) await key('Shift+Tab');
    await key('Enter');
    // Behind what opens the dialog of files.
    for (let stop = 0; stop < 5 && (await focused(page)) !== '下载填好'; stop += 1) await key('Tab');
    const download = page.waitForEvent('download');
    await key('Enter');
    const text = await readFile(await (await download).path(), 'utf8');
    assert.ok(text.includes('新开工项目18个，完成投资2.6亿元') && text.includes('强化学习和调研'), text);
  });
});

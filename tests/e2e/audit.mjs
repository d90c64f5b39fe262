// Axe over what is on the page now. It is a script of its own, which the page's policy would not let
// run: a test that audits asks for `context: { bypassCSP: true }`.
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { assert } from './support.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails if axe finds anything by a rule that is not among `except`; `state` says what is shown. */
export async function audit(page, state, except = []) {
  await page.evaluate(axe);
  const violations = await page.evaluate(async ([tags, except]) => {
    // Colours in the midst of an animation are no colours to judge.
    for (const animation of document.getAnimations()) {
      if (animation.effect.getComputedTiming().iterations !== Infinity) animation.finish();
    }
    const found = await globalThis.axe.run(document, {
      runOnly: tags, rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])),
    });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`).join(' | ')}`);
  }, [TAGS, except]);
  assert.deepEqual(violations, [], state);
}

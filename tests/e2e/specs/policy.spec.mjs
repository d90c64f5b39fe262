// Nothing leaves the machine: what a page could send through, tried for real against a server
// that counts what arrives. The same attempts from a page without a policy show that they work.
import { assert, forEachTarget, open } from '../support.mjs';

/** Each runs in the page and tries to reach `origin`; whether it throws does not matter. */
const CHANNELS = {
  fetch: (origin) => fetch(`${origin}/fetch`, { mode: 'no-cors' }),
  xhr: (origin) => {
    const request = new XMLHttpRequest();
    request.open('GET', `${origin}/xhr`);
    request.send();
  },
  beacon: (origin) => navigator.sendBeacon(`${origin}/beacon`, 'x'),
  socket: (origin) => new WebSocket(`${origin.replace('http', 'ws')}/socket`),
  events: (origin) => new EventSource(`${origin}/events`),
  image: (origin) => { new Image().src = `${origin}/image`; },
  style: (origin) => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'stylesheet', href: `${origin}/style` });
    document.head.append(link);
  },
  font: (origin) => new FontFace('x', `url(${origin}/font)`).load(),
  frame: (origin) => {
    const frame = document.createElement('iframe');
    frame.src = `${origin}/frame`;
    document.body.append(frame);
  },
  media: (origin) => { new Audio(`${origin}/media`).load(); },
  form: (origin) => {
    const form = document.createElement('form');
    const sink = document.createElement('iframe');
    sink.name = 'sink';
    Object.assign(form, { action: `${origin}/form`, method: 'post', target: 'sink' });
    document.body.append(sink, form);
    form.submit();
  },
};

async function tryAll(page, origin) {
  for (const attempt of Object.values(CHANNELS)) {
    // A refused attempt may throw or reject; both are fine.
    await page.evaluate(attempt, origin).catch(() => {});
  }
  await page.waitForTimeout(700);
}

forEachTarget((target) => {
  target.test('no channel leads outside', { expectProblems: true }, async ({ page, requests, problems }) => {
    target.outside.arrived.length = 0;
    await tryAll(page, target.outside.origin);
    assert.deepEqual(target.outside.arrived, []);
    const directives = (await problems()).filter((problem) => problem.startsWith('policy:')).join('\n');
    for (const directive of ['connect-src', 'img-src', 'style-src', 'font-src', 'frame-src', 'media-src', 'form-action']) {
      assert.match(directives, new RegExp(directive), `${directive} refused nothing`);
    }
    // Chromium reports requests that it then blocks; they never left.
    requests.length = 0;
  });

  target.test('the attempts do arrive without the policy', { expectProblems: true }, async () => {
    target.outside.arrived.length = 0;
    const url = `${target.outside.origin}/control`;
    const control = await open(target, { url, awaitStart: false });
    await tryAll(control.page, target.outside.origin);
    await control.context.close();
    const arrived = new Set(target.outside.arrived.map((path) => path.slice(1)));
    const lost = Object.keys(CHANNELS).filter((channel) => !arrived.has(channel));
    assert.deepEqual(lost, []);
  });

  target.test('the worker cannot reach outside either', { expectProblems: true }, async ({ page, requests }) => {
    target.outside.arrived.length = 0;
    const appeared = page.waitForEvent('worker');
    await page.evaluate(() => { globalThis.testWorker = hegaoHost.spawnWorker(); });
    const worker = await appeared;
    const outcome = await worker.evaluate(
      (origin) => fetch(`${origin}/worker`, { mode: 'no-cors' }).then(() => 'sent', () => 'refused'),
      target.outside.origin,
    );
    assert.equal(outcome, 'refused');
    assert.deepEqual(target.outside.arrived, []);
    requests.length = 0;
  });

  target.test('text never becomes code', { expectProblems: true }, async ({ page }) => {
    // From a timer: what the test itself evaluates is exempt from the policy.
    const outcomes = await page.evaluate(() => new Promise((resolve) => {
      const attempts = {
        eval: () => eval('1'),
        function: () => new Function('return 1')(),
        timer: () => setTimeout('globalThis.timerRan = true'),
        markup: () => { document.createElement('p').innerHTML = '<b>x</b>'; },
        worker: () => new Worker(URL.createObjectURL(new Blob(['']))),
        script: () => {
          const script = document.createElement('script');
          script.append('globalThis.scriptRan = true');
          document.body.append(script);
          if (!globalThis.scriptRan) throw new Error('did not run');
        },
        policy: () => trustedTypes.createPolicy('other', {}),
        samePolicy: () => trustedTypes.createPolicy('app-worker', {}),
      };
      setTimeout(() => {
        const allowed = [];
        for (const [name, attempt] of Object.entries(attempts)) {
          try {
            attempt();
            allowed.push(name);
          } catch { /* refused, as it should be */ }
        }
        setTimeout(() => resolve({ allowed, timerRan: globalThis.timerRan === true }), 50);
      });
    }));
    assert.deepEqual(outcomes, { allowed: [], timerRan: false });
  });

  target.test('the policy stands in the page', async ({ page }) => {
    const policies = await page.locator('meta[http-equiv=Content-Security-Policy]')
      .evaluateAll((metas) => metas.map((meta) => meta.content));
    assert.equal(policies.length, 2);
    assert.match(policies[0], /^default-src 'none'; script-src( 'sha256-[^']+')+ 'unsafe-eval'; style-src 'sha256-/);
    assert.match(policies[1], / 'wasm-unsafe-eval';/);
    assert.doesNotMatch(policies[1], /'unsafe-(eval|inline)'/);
  });
});

// Starts the page, or says in plain words why it cannot.
//
// This script is ES5, and stays so: whoever opens the page in the IE kernel of a two-kernel
// browser must be told to switch, and a script that does not parse tells nothing. It runs first,
// before the glue. What it offers to the page is `globalThis.hegaoHost`:
//
//   version        the version and build, as text
//   spawnWorker()  a Worker that runs the same module as the page
//   readers()      a promise of the module for documents and spreadsheets, fetched when first asked for
//
// No markup is ever parsed here (Trusted Types forbid it): text goes in as text.
(function (window, document) {
  'use strict';

  var version = document.documentElement.getAttribute('data-version');
  var agent = window.navigator.userAgent;

  // What the page needs, each with the name a reader of the diagnostics will look for.
  var REQUIREMENTS = [
    ['WebAssembly', function () { return typeof window.WebAssembly === 'object' && !!window.WebAssembly.compile; }],
    ['Promise', function () { return typeof window.Promise === 'function'; }],
    ['Web Worker', function () { return typeof window.Worker === 'function'; }],
    ['Blob URL', function () { return !!(window.URL && window.URL.createObjectURL); }],
    ['BigInt', function () { return typeof window.BigInt === 'function'; }],
    ['TextDecoder', function () { return typeof window.TextDecoder === 'function'; }],
    ['globalThis', function () { return typeof globalThis === 'object'; }]
  ];

  // Which engine shows the page, and what its reader can do about it. First match counts.
  var KERNELS = [
    {
      name: 'IE 内核（兼容模式）',
      pattern: /Trident|MSIE/,
      advice: [
        '如果用的是 360、QQ、搜狗等双核浏览器：点地址栏右侧的“e”或“闪电”图标，切换到“极速模式”，本页会自动重新打开。',
        '如果用的是 Internet Explorer：请改用 Edge、Chrome 或其他新版浏览器打开。'
      ]
    },
    { name: '旧版 Edge 内核', pattern: /Edge\/(\d+)/, advice: ['请安装新版 Edge、Chrome 或 360 极速浏览器后再打开。'] },
    {
      name: 'Chromium 内核',
      pattern: /Chrom(?:e|ium)\/(\d+)/,
      advice: ['请把浏览器升级到 Chromium 86 或更高的内核（在地址栏输入 chrome:version 可以看到内核版本），再打开本页。']
    },
    { name: 'Firefox', pattern: /Firefox\/(\d+)/, advice: ['请把 Firefox 升级到 113 或更高的版本，再打开本页。'] },
    { name: 'Safari', pattern: /Version\/(\d+).*Safari/, advice: ['请把系统和 Safari 升级到 16.4 或更高的版本，再打开本页。'] },
    { name: '未知内核', pattern: /(?:)/, advice: ['请改用新版的 Edge、Chrome 或 360 极速浏览器打开。'] }
  ];

  function kernel() {
    for (var i = 0; i < KERNELS.length; i++) {
      var match = KERNELS[i].pattern.exec(agent);
      if (match) {
        return { name: KERNELS[i].name + (match[1] ? ' ' + match[1] : ''), advice: KERNELS[i].advice };
      }
    }
  }

  function missingFeatures() {
    var missing = [];
    for (var i = 0; i < REQUIREMENTS.length; i++) {
      if (!REQUIREMENTS[i][1]()) missing.push(REQUIREMENTS[i][0]);
    }
    return missing;
  }

  // ---------------------------------------------------------------- the screen instead of the page

  var failed = false;

  function whenParsed(act) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act);
    else act();
  }

  function element(name, text, parent) {
    var made = document.createElement(name);
    if (text) made.appendChild(document.createTextNode(text));
    if (parent) parent.appendChild(made);
    return made;
  }

  // Says what is wrong, what to do, and what to send to whoever looks after the computer. Only the
  // first failure is shown: what fails after it, fails because of it.
  function fail(title, advice, details) {
    if (failed) return;
    failed = true;
    whenParsed(function () {
      var screen = element('div');
      screen.className = 'boot';
      screen.setAttribute('role', 'alert');
      element('p', '核稿', screen).className = 'boot-name';
      element('h1', title, screen);
      var list = element('ul', '', screen);
      for (var i = 0; i < advice.length; i++) element('li', advice[i], list);
      addButtons(screen, addDiagnostics(screen, details));
      var app = document.getElementById('app');
      while (app.firstChild) app.removeChild(app.firstChild);
      app.appendChild(screen);
    });
  }

  function addDiagnostics(screen, details) {
    var place = window.location.protocol === 'file:' ? '本地文件' : '网页（' + window.location.protocol + '）';
    var lines = ['核稿 ' + version, '打开方式：' + place, '内核：' + kernel().name].concat(details);
    lines.push('浏览器标识：' + agent);
    element('label', '诊断信息（不含文稿内容），可以复制给技术人员：', screen).setAttribute('for', 'boot-diagnostics');
    var field = element('textarea', '', screen);
    field.id = 'boot-diagnostics';
    field.readOnly = true;
    field.value = lines.join('\n');
    return field;
  }

  function addButtons(screen, field) {
    var row = element('p');
    screen.insertBefore(row, field.previousSibling);
    element('button', '重新打开', row).onclick = function () { window.location.reload(); };
    var copy = element('button', '复制诊断信息', row);
    copy.onclick = function () {
      field.focus();
      field.select();
      // Not the asynchronous clipboard: old kernels and plain http lack it.
      var copied = false;
      try { copied = document.execCommand('copy'); } catch (ignored) { copied = false; }
      copy.firstChild.nodeValue = copied ? '已复制' : '请按 Ctrl+C 复制';
    };
  }

  function failUnsupported(missing) {
    var found = kernel();
    fail('这个浏览器打不开核稿：' + found.name + '缺少所需的功能', found.advice, ['缺少：' + missing.join('、')]);
  }

  function failStart(error) {
    var text = String((error && error.message) || error);
    fail('核稿没能启动', [
      '先点“重新打开”再试一次。',
      '如果还是不行，请升级浏览器，或换用新版的 Edge、Chrome 打开。'
    ], ['错误：' + text]);
  }

  function failDownload(error) {
    if (error instanceof window.WebAssembly.CompileError) {
      failStart(error);
      return;
    }
    var advice = ['请检查网络后点“重新打开”。'];
    if (window.location.protocol === 'file:') {
      advice = ['这一份是放在网站上用的，不能直接双击打开。请改用单文件版 hegao.html，双击即可。'];
    }
    fail('核稿没有下载完整', advice, ['错误：' + String((error && error.message) || error)]);
  }

  // ---------------------------------------------------------------- the module

  // Kernels before 97 compile wasm only under 'unsafe-eval', which the policy in the page carries
  // for their sake. Where 'wasm-unsafe-eval' is known, the same policy is added with that word
  // instead: both hold, so eval is closed. Array.prototype.findLast came with the same kernel (97),
  // in Safari a little earlier, where toSorted did with it.
  function closeEval() {
    var knowsWord = [].findLast && (/(Chrome|Firefox)\//.test(agent) || [].toSorted);
    if (!knowsWord) return;
    var first = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    var second = document.createElement('meta');
    second.httpEquiv = 'Content-Security-Policy';
    second.content = first.content.replace("'unsafe-eval'", "'wasm-unsafe-eval'");
    document.head.appendChild(second);
  }

  // A module of the site. Compiled while it arrives where the host names its type rightly.
  function compileFrom(address) {
    return window.fetch(address, { credentials: 'same-origin' }).then(function (response) {
      if (!response.ok) throw new Error('HTTP ' + response.status);
      var type = response.headers.get('Content-Type') || '';
      if (window.WebAssembly.compileStreaming && /^application\/wasm/.test(type)) {
        return window.WebAssembly.compileStreaming(response);
      }
      return response.arrayBuffer().then(function (bytes) { return window.WebAssembly.compile(bytes); });
    });
  }

  // A module of the single file: base64 of gzip, in a data block.
  function compileInline(block) {
    var packed = window.atob(block.textContent);
    var bytes = new Uint8Array(packed.length);
    for (var i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
    var stream = new Blob([bytes]).stream().pipeThrough(new window.DecompressionStream('gzip'));
    return new Response(stream).arrayBuffer().then(function (wasm) { return window.WebAssembly.compile(wasm); });
  }

  // A module that is fetched when it is needed. What failed is tried again when it is next asked for.
  function onDemand(id) {
    var compiled = null;
    return function () {
      if (compiled) return compiled;
      var place = document.getElementById(id);
      compiled = place.href ? compileFrom(place.href) : compileInline(place);
      compiled['catch'](function () { compiled = null; });
      return compiled;
    };
  }

  // ---------------------------------------------------------------- the worker

  // Runs in the worker, before the glue's module. Messages that come while the module is starting
  // are kept and given to it afterwards, in their order.
  function workerPrelude() {
    var waiting = [];
    function keep(event) { waiting.push(event); }
    self.addEventListener('message', function first(event) {
      self.removeEventListener('message', first);
      self.addEventListener('message', keep);
      wasm_bindgen({ module_or_path: event.data.module }).then(function () {
        self.removeEventListener('message', keep);
        waiting.forEach(function (event) {
          self.dispatchEvent(new MessageEvent('message', { data: event.data, ports: event.ports.slice() }));
        });
      }, function (error) {
        // Outside of the promise it reaches the page as the worker's `error` event.
        setTimeout(function () { throw error; });
      });
    });
  }

  // One address for all workers. The policy lets through this address and no other.
  function workerAddress() {
    var glue = ['glue', 'readers-glue'].map(function (id) { return document.getElementById(id).textContent; });
    var text = glue.join('\n') + '\n(' + workerPrelude + ')();';
    var address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    if (!window.trustedTypes) return address;
    var policy = window.trustedTypes.createPolicy('app-worker', {
      createScriptURL: function (asked) {
        if (asked !== address) throw new TypeError('app-worker');
        return asked;
      }
    });
    return policy.createScriptURL(address);
  }

  function offerHost(module) {
    var address = workerAddress();
    globalThis.hegaoHost = Object.freeze({
      version: version,
      readers: onDemand('readers'),
      spawnWorker: function () {
        var worker = new Worker(address);
        worker.postMessage({ module: module });
        return worker;
      }
    });
  }

  // ---------------------------------------------------------------- start

  function start(module) {
    if (typeof wasm_bindgen === 'undefined') {
      failUnsupported(['新版 JavaScript 语法']);
      return null;
    }
    offerHost(module);
    return wasm_bindgen({ module_or_path: module });
  }

  var missing = missingFeatures();
  if (missing.length) {
    failUnsupported(missing);
    return;
  }
  closeEval();

  var link = document.querySelector('link#wasm');
  var download = link && compileFrom(link.href);
  if (download) download['catch'](failDownload);

  whenParsed(function () {
    if (failed) return;
    if (!download && !window.DecompressionStream) {
      failUnsupported(['DecompressionStream']);
      return;
    }
    try {
      var compiled = download || compileInline(document.getElementById('wasm'));
      compiled.then(start)['catch'](failStart);
    } catch (error) {
      failStart(error);
    }
  });
})(window, document);

//! The content security policy: the proof that nothing leaves the machine.
//!
//! The policy stands in a `<meta>` of both deliveries, for a static host sets no headers and a
//! file has none. It names scripts and styles by their SHA-256, so nothing else can run.
//!
//! Kernels before Chromium 97 compile wasm only under `'unsafe-eval'`, and later ones would take
//! that word as leave to `eval`. So the static policy carries `'unsafe-eval'`, and on kernels that
//! know `'wasm-unsafe-eval'` the first lines of `www/boot.js` add the same policy again with that
//! word in its place: two policies hold together, and what only one of them allows is refused.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha256};

/// How the page reaches its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Delivery {
    /// A folder on a static host.
    Site,
    /// One file, opened from the disk.
    File,
}

/// What a directive allows, besides the hashes that `script-src` and `style-src` begin with.
struct Directive {
    name: &'static str,
    site: &'static str,
    file: &'static str,
}

const fn same(name: &'static str, value: &'static str) -> Directive {
    Directive { name, site: value, file: value }
}

const DIRECTIVES: &[Directive] = &[
    same("default-src", "'none'"),
    same("script-src", "'unsafe-eval'"),
    same("style-src", ""),
    Directive { name: "img-src", site: "'self' data: blob:", file: "data: blob:" },
    same("worker-src", "blob:"),
    Directive { name: "connect-src", site: "'self'", file: "'none'" },
    Directive { name: "manifest-src", site: "'self'", file: "'none'" },
    same("font-src", "'none'"),
    same("form-action", "'none'"),
    same("base-uri", "'none'"),
    same("require-trusted-types-for", "'script'"),
    same("trusted-types", "app-worker"),
];

/// The policy for a page with just these inline scripts and styles.
pub(crate) fn policy(delivery: Delivery, scripts: &[&str], styles: &[&str]) -> String {
    let directives = DIRECTIVES.iter().map(|directive| {
        let inline = match directive.name {
            "script-src" => scripts,
            "style-src" => styles,
            _ => &[],
        };
        let allowed = match delivery {
            Delivery::Site => directive.site,
            Delivery::File => directive.file,
        };
        let mut words = vec![directive.name.to_owned()];
        words.extend(inline.iter().map(|text| source(text)));
        words.extend((!allowed.is_empty()).then(|| allowed.to_owned()));
        words.join(" ")
    });
    directives.collect::<Vec<_>>().join("; ")
}

/// The source expression that allows exactly this inline text.
fn source(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inline_script_is_allowed_by_its_hash() {
        // The example of the specification, CSP level 3, section 8.3.
        assert_eq!(
            source("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn only_the_site_may_ask_its_own_host() {
        let site = policy(Delivery::Site, &["a"], &["b"]);
        let file = policy(Delivery::File, &["a"], &["b"]);
        assert!(site.contains("connect-src 'self';"), "{site}");
        assert!(file.contains("connect-src 'none';"), "{file}");
        for policy in [site, file] {
            assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"), "{policy}");
            assert!(!policy.contains("unsafe-inline") && !policy.contains('*'), "{policy}");
        }
    }
}

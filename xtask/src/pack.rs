//! From the built page to the two things that are given away: a folder for any static host, and
//! one file to double-click.
//!
//! Both are the same shell, `index.html`, with its `{{slots}}` filled. Scripts and styles are
//! inline in both: the policy can then name them by their hash, the worker is made from the text
//! of the same glue, and a first visit is two requests. They differ in the wasm: the site has it
//! beside the page under a name that changes with it, the file carries it as gzip in base64 (a
//! page from the disk may not read a second file). The second module, which reads documents, is
//! fetched or unpacked when one is opened.

use std::io::Write as _;

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flate2::{Compression, GzBuilder};
use sha2::{Digest as _, Sha256};

use crate::build::{Module, Page};
use crate::csp::{self, Delivery};
use crate::project::{self, Project};

/// A file of the site, with what a host may send in its place.
pub(crate) struct SiteFile {
    pub(crate) name: String,
    /// Whether a first visit fetches it.
    pub(crate) first: bool,
    pub(crate) raw: Vec<u8>,
    pub(crate) gzip: Vec<u8>,
    pub(crate) brotli: Vec<u8>,
}

impl SiteFile {
    pub(crate) fn new(name: impl Into<String>, raw: Vec<u8>) -> Result<Self> {
        let (gzip, brotli) = (gzip(&raw)?, brotli(&raw)?);
        Ok(Self { name: name.into(), first: true, raw, gzip, brotli })
    }

    /// A file that is fetched when it is needed.
    fn on_demand(name: impl Into<String>, raw: Vec<u8>) -> Result<Self> {
        Ok(Self { first: false, ..Self::new(name, raw)? })
    }

    pub(crate) fn short_hash(&self) -> String {
        short_hash(&self.raw)
    }
}

/// Everything that `dist/` will hold.
pub(crate) struct Packed {
    /// The site, `index.html` first.
    pub(crate) site: Vec<SiteFile>,
    /// The single file.
    pub(crate) file: Vec<u8>,
    shell: Shell,
    site_links: String,
}

impl Packed {
    pub(crate) fn new(project: &Project, page: &Page) -> Result<Self> {
        let shell = Shell::read(project, page)?;
        let icon = project.text("www/icon.svg")?;
        let file_name = |module: &Module| hashed(module.name, "wasm", &module.wasm);
        let wasm_name = file_name(&page.main);
        let icon_name = hashed("icon", "svg", icon.as_bytes());
        let manifest = project.text("www/manifest.webmanifest")?.replace("icon.svg", &icon_name);
        let manifest_name = hashed("manifest", "webmanifest", manifest.as_bytes());

        let mut site_links = format!(
            "<link rel=\"icon\" type=\"image/svg+xml\" href=\"{icon_name}\">\n    \
             <link rel=\"manifest\" href=\"{manifest_name}\">\n    \
             <link id=\"wasm\" rel=\"preload\" as=\"fetch\" type=\"application/wasm\" \
             crossorigin=\"anonymous\" href=\"{wasm_name}\">"
        );
        for module in &page.on_demand {
            let (id, name) = (module.id, file_name(module));
            let link = format!(
                "<link id=\"{id}\" rel=\"related\" type=\"application/wasm\" href=\"{name}\">"
            );
            site_links.push_str("\n    ");
            site_links.push_str(&link);
        }
        let index = shell.html(Delivery::Site, &site_links, "", "")?;
        let mut site = vec![
            SiteFile::new("index.html", index.into_bytes())?,
            SiteFile::new(wasm_name, page.main.wasm.clone())?,
            SiteFile::new(icon_name, icon.clone().into_bytes())?,
            SiteFile::new(manifest_name, manifest.into_bytes())?,
        ];
        for module in &page.on_demand {
            site.push(SiteFile::on_demand(file_name(module), module.wasm.clone())?);
        }
        let modules = std::iter::once(&page.main).chain(&page.on_demand);
        let data = modules.map(wasm_as_data).collect::<Result<Vec<_>>>()?;
        let file = shell.html(Delivery::File, &icon_as_data(&icon), &data.join("\n    "), "")?;
        Ok(Self { site, file: file.into_bytes(), shell, site_links })
    }

    /// The site's `index.html` with one more script, which its policy then allows.
    pub(crate) fn index_with(&self, script: &str) -> Result<SiteFile> {
        let html = self.shell.html(Delivery::Site, &self.site_links, "", script)?;
        SiteFile::new("index.html", html.into_bytes())
    }

    /// The version as the page shows it: the release, and the build by its content.
    pub(crate) fn version(&self) -> &str {
        &self.shell.version
    }

    /// Replaces `dist/site/` and `dist/hegao.html`.
    pub(crate) fn write(&self, project: &Project) -> Result<()> {
        self.write_site(project)?;
        project::write(&project.path("dist/hegao.html"), &self.file)
    }

    /// Replaces `dist/site/`.
    pub(crate) fn write_site(&self, project: &Project) -> Result<()> {
        let folder = project.path("dist/site");
        if folder.exists() {
            // Files of an earlier build have other names and would stay for ever.
            std::fs::remove_dir_all(&folder)
                .with_context(|| format!("cannot empty {}", folder.display()))?;
        }
        for file in &self.site {
            project::write(&folder.join(&file.name), &file.raw)?;
            project::write(&folder.join(format!("{}.gz", file.name)), &file.gzip)?;
            project::write(&folder.join(format!("{}.br", file.name)), &file.brotli)?;
        }
        Ok(())
    }
}

/// What both deliveries share.
struct Shell {
    template: String,
    version: String,
    style: String,
    boot: String,
    glue: String,
    /// The glue of each module that is fetched when it is needed.
    other_glue: Vec<(&'static str, String)>,
}

impl Shell {
    fn read(project: &Project, page: &Page) -> Result<Self> {
        let shell = Self {
            template: project.text("index.html")?,
            version: format!("{}+{}", env!("CARGO_PKG_VERSION"), build_hash(page)),
            style: styles(project)?,
            boot: project.text("www/boot.js")?,
            glue: page.main.glue.clone(),
            other_glue: page.on_demand.iter().map(|m| (m.id, m.glue.clone())).collect(),
        };
        let inline = [("style", &shell.style), ("boot", &shell.boot), ("glue", &shell.glue)];
        let other = shell.other_glue.iter().map(|(id, glue)| (*id, glue));
        for (what, text) in inline.into_iter().chain(other) {
            let lower = text.to_ascii_lowercase();
            for end in ["</script", "</style", "<!--"] {
                ensure!(!lower.contains(end), "the {what} contains `{end}` and cannot be inline");
            }
        }
        Ok(shell)
    }

    /// The page for one delivery; `extra` is one more script, or empty.
    fn html(&self, delivery: Delivery, links: &str, data: &str, extra: &str) -> Result<String> {
        let mut scripts = vec![self.boot.as_str(), self.glue.as_str()];
        scripts.extend(self.other_glue.iter().map(|(_, glue)| glue.as_str()));
        let other = self.other_glue.iter();
        let other: Vec<String> =
            other.map(|(id, glue)| format!("<script id=\"{id}-glue\">{glue}</script>")).collect();
        scripts.extend((!extra.is_empty()).then_some(extra));
        let extra =
            if extra.is_empty() { String::new() } else { format!("<script>{extra}</script>") };
        let html = fill(
            &self.template,
            &[
                ("version", &self.version),
                ("policy", &csp::policy(delivery, &scripts, &[&self.style])),
                ("links", links),
                ("style", &self.style),
                ("boot", &self.boot),
                ("glue", &self.glue),
                ("other-glue", &other.join("\n    ")),
                ("data", data),
                ("extra", &extra),
            ],
        )?;
        check_addresses(&html, delivery)?;
        Ok(html)
    }
}

/// All styles in the order of their names, those of the boot screen first.
fn styles(project: &Project) -> Result<String> {
    let folder = project.path("www/styles");
    let entries = std::fs::read_dir(&folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .collect::<std::io::Result<Vec<_>>>()?;
    let mut paths: Vec<_> = entries.iter().map(std::fs::DirEntry::path).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "css"));
    paths.sort();
    let mut style = project.text("www/boot.css")?;
    for path in paths {
        style.push_str(&project::read_text(&path)?);
    }
    Ok(style)
}

/// Fills every `{{slot}}` of the template, in one pass: what is filled in may contain braces.
///
/// # Errors
/// When the template has a slot that is not given, or lacks one that is.
fn fill(template: &str, slots: &[(&str, &str)]) -> Result<String> {
    let mut parts = template.split("{{");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    let mut seen = Vec::new();
    for part in parts {
        let (name, rest) = part.split_once("}}").context("index.html has a `{{` without `}}`")?;
        let Some((_, value)) = slots.iter().find(|(slot, _)| *slot == name) else {
            bail!("index.html has a slot `{name}` that nothing fills");
        };
        seen.push(name);
        filled.push_str(value);
        filled.push_str(rest);
    }
    if let Some((missing, _)) = slots.iter().find(|(slot, _)| !seen.contains(slot)) {
        bail!("index.html lacks the slot `{{{{{missing}}}}}`");
    }
    Ok(filled)
}

/// Refuses a page that names another host, an absolute path or a module to load.
///
/// The policy would stop the request anyway; this stops the release, and keeps the promise that
/// the page works under any path of any host.
fn check_addresses(html: &str, delivery: Delivery) -> Result<()> {
    // Namespaces look like addresses, and nobody ever asks them.
    let html = html.replace("http://www.w3.org/", "");
    for forbidden in ["http:", "https:", "\"//", "'//", "`//", "(//", "=//", "import("] {
        if let Some(at) = html.find(forbidden) {
            bail!("the page contains `{forbidden}`: …{}…", around(&html, at));
        }
    }
    for attribute in [" src=\"", " href=\""] {
        for value in html.split(attribute).skip(1) {
            let value = value.split('"').next().unwrap_or_default();
            let is_inline = value.starts_with("data:") || value.starts_with('#');
            let is_beside =
                delivery == Delivery::Site && !value.starts_with('/') && !value.contains(':');
            ensure!(is_inline || is_beside, "the page asks for `{value}`");
        }
    }
    Ok(())
}

/// Some forty characters at a place, for a message.
fn around(text: &str, at: usize) -> &str {
    let start = text.floor_char_boundary(at.saturating_sub(20));
    let end = text.ceil_char_boundary((at + 30).min(text.len()));
    &text[start..end]
}

fn icon_as_data(icon: &str) -> String {
    let icon = BASE64_STANDARD.encode(icon);
    format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">")
}

fn wasm_as_data(module: &Module) -> Result<String> {
    let id = module.id;
    let data = BASE64_STANDARD.encode(gzip(&module.wasm)?);
    Ok(format!("<script id=\"{id}\" type=\"application/octet-stream\">{data}</script>"))
}

/// What names the build by the content of its modules.
fn build_hash(page: &Page) -> String {
    let modules = std::iter::once(&page.main).chain(&page.on_demand);
    short_hash(&modules.flat_map(|module| module.wasm.iter().copied()).collect::<Vec<u8>>())
}

/// A file name that changes with the content, so that hosts may let browsers keep it for ever.
fn hashed(stem: &str, ending: &str, content: &[u8]) -> String {
    format!("{stem}-{}.{ending}", short_hash(content))
}

fn short_hash(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    let start = digest.iter().take(6).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    format!("{start:012x}")
}

/// Gzip without a time stamp, so that two builds are one.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_filled_once() {
        assert_eq!(fill("a{{x}}b{{y}}", &[("x", "{{y}}"), ("y", "2")]).unwrap(), "a{{y}}b2");
    }

    #[track_caller]
    fn check_refused(template: &str, message: &str) {
        assert_eq!(fill(template, &[("x", "1")]).unwrap_err().to_string(), message);
    }

    #[test]
    fn a_shell_that_does_not_fit_is_refused() {
        check_refused("{{x}}{{z}}", "index.html has a slot `z` that nothing fills");
        check_refused("", "index.html lacks the slot `{{x}}`");
        check_refused("{{x", "index.html has a `{{` without `}}`");
    }

    #[track_caller]
    fn check_address(html: &str, allowed_on_site: bool, allowed_in_file: bool) {
        assert_eq!(check_addresses(html, Delivery::Site).is_ok(), allowed_on_site, "{html}");
        assert_eq!(check_addresses(html, Delivery::File).is_ok(), allowed_in_file, "{html}");
    }

    #[test]
    fn only_what_is_beside_or_inside_may_be_named() {
        check_address("<link href=\"icon-12.svg\">", true, false);
        check_address("<link href=\"data:image/png;base64,AA\">", true, true);
        check_address("<a href=\"#app\">", true, true);
        check_address("<svg xmlns=\"http://www.w3.org/2000/svg\">", true, true);
        check_address("<script src=\"/root.js\">", false, false);
        check_address("<img src=\"//host/a\">", false, false);
        check_address("核稿 fetch('https://host/')", false, false);
        check_address("<script>import('./a.js')</script>", false, false);
        check_address("<script>a = 1 // why\n</script>", true, true);
    }

    #[test]
    fn a_name_changes_with_the_content() {
        assert_eq!(hashed("icon", "svg", b""), "icon-e3b0c44298fc.svg");
        assert_ne!(hashed("icon", "svg", b"a"), hashed("icon", "svg", b"b"));
    }
}

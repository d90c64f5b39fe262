//! From Rust to the page's wasm modules and their JavaScript glue.
//!
//! The modules must run in kernels of 2020 (Chromium 86), see `.cargo/config.toml`, and two builds
//! of one commit must not differ in a byte, wherever the checkout and the crates are.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::project::Project;
use crate::{optimise, shell};

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// A binary of the package that becomes a module of the page.
struct Binary {
    /// Its name for cargo.
    name: &'static str,
    /// The feature that it is built with, alone.
    feature: &'static str,
    /// What its module is called, and with it the files.
    module: &'static str,
    /// What it is called in the page's HTML.
    id: &'static str,
    /// What its glue defines.
    global: &'static str,
}

/// The page and its worker.
const PAGE: Binary = Binary {
    name: "hegao-page",
    feature: "web",
    module: "hegao",
    id: "wasm",
    global: "wasm_bindgen",
};

/// What is fetched when it is needed: the readers and writers of documents and spreadsheets.
const ON_DEMAND: [Binary; 1] = [Binary {
    name: "hegao-readers",
    feature: "readers",
    module: "hegao-readers",
    id: "readers",
    global: "hegao_readers",
}];

/// The features that the modules of the page are built with.
pub(crate) const FEATURES: [&str; 2] = [PAGE.feature, ON_DEMAND[0].feature];

/// A module, ready to be packed.
pub(crate) struct Module {
    /// What its file is called.
    pub(crate) name: &'static str,
    /// What it is called in the page's HTML.
    pub(crate) id: &'static str,
    /// A classic script that starts the module when it is asked to.
    pub(crate) glue: String,
    pub(crate) wasm: Vec<u8>,
}

/// The page, ready to be packed.
pub(crate) struct Page {
    pub(crate) main: Module,
    /// What is fetched when it is needed.
    pub(crate) on_demand: Vec<Module>,
    /// Whether wasm-opt has been over it. Sizes are only judged when it has.
    pub(crate) optimised: bool,
}

/// Builds the page as it is shipped.
pub(crate) fn page(project: &Project) -> Result<Page> {
    let mut page = page_unoptimised(project)?;
    let optimiser = match optimise::find(project) {
        Ok(optimiser) => optimiser,
        Err(reason) => {
            shell::note(&format!("{reason}: the wasm stays unoptimised, sizes are not checked"));
            return Ok(page);
        }
    };
    for module in std::iter::once(&mut page.main).chain(&mut page.on_demand) {
        shell::step(&format!("optimising {} (wasm-opt -Oz)", module.name));
        module.wasm = optimiser.run(project, &module.wasm)?;
    }
    page.optimised = true;
    Ok(page)
}

/// Builds the page without wasm-opt, which takes a few per cent of the size and of the patience.
pub(crate) fn page_unoptimised(project: &Project) -> Result<Page> {
    ensure_target()?;
    let build = |binary: &Binary| {
        shell::step(&format!("building {} (profile web)", binary.module));
        binary.bind(&binary.compile(project)?)
    };
    let main = build(&PAGE)?;
    let on_demand = ON_DEMAND.iter().map(build).collect::<Result<_>>()?;
    Ok(Page { main, on_demand, optimised: false })
}

/// Adds the wasm target to the toolchain when it is missing.
pub(crate) fn ensure_target() -> Result<()> {
    if sysroot()?.join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    shell::step(&format!("adding the target {TARGET} to the Rust toolchain"));
    shell::run(Command::new("rustup").args(["target", "add", TARGET]))
        .with_context(|| format!("Rust lacks the target {TARGET}, and rustup cannot add it"))
}

impl Binary {
    /// The wasm that cargo leaves, for wasm-bindgen to work on.
    fn compile(&self, project: &Project) -> Result<PathBuf> {
        let mut command = shell::cargo(project.root());
        command.args(["build", "--locked", "--bin", self.name, "--profile", "web"]);
        command.args(["--no-default-features", "--features", self.feature, "--target", TARGET]);
        command.args(["--message-format", "json-render-diagnostics"]);
        command.arg("--config").arg(remapped_paths(project)?);
        // Either would replace the flags of `.cargo/config.toml`, and with them the old kernels.
        command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
        let messages = shell::output(&mut command)?;
        let wasm = messages.lines().find_map(|message| self.wasm_of(message));
        wasm.with_context(|| format!("cargo named no wasm file for `{}`", self.name))
    }

    /// The file named by cargo's message about the finished binary, `None` for every other message.
    fn wasm_of(&self, message: &str) -> Option<PathBuf> {
        let message: serde_json::Value = serde_json::from_str(message).ok()?;
        if message.get("reason")? != "compiler-artifact" || message["target"]["name"] != self.name {
            return None;
        }
        let files = message["filenames"].as_array()?.iter().filter_map(|file| file.as_str());
        files.map(PathBuf::from).find(|file| file.extension().is_some_and(|end| end == "wasm"))
    }

    /// Runs wasm-bindgen: the glue, and the module it belongs to.
    fn bind(&self, compiled: &Path) -> Result<Module> {
        let mut bindgen = Bindgen::new();
        bindgen.input_path(compiled).out_name(self.module).typescript(false);
        // The page hands over the compiled module, so the glue need not guess an address.
        bindgen.omit_default_module_path(true);
        bindgen.remove_name_section(true).remove_producers_section(true);
        bindgen.no_modules(true)?.no_modules_global(self.global)?;
        let mut output = bindgen.generate_output().context("wasm-bindgen failed")?;
        let has_snippets = output.snippets().values().any(|snippets| !snippets.is_empty());
        if has_snippets || !output.local_modules().is_empty() {
            bail!("a dependency brings JavaScript of its own, which a single file cannot import");
        }
        let glue = without_comments(output.js());
        ensure!(
            !glue.contains("externref"),
            "the glue uses reference types, which kernels before Chromium 96 refuse"
        );
        Ok(Module { name: self.module, id: self.id, glue, wasm: output.wasm_mut().emit_wasm() })
    }
}

/// The setting that keeps the paths of this machine out of the module: panics name the source
/// file they are in, by default with the reader's home folder before it.
fn remapped_paths(project: &Project) -> Result<String> {
    let mut flags = vec![remap(project.root(), "/hegao")];
    let registry = cargo_home()?.join("registry/src");
    for folder in sorted_folders(&registry) {
        flags.push(remap(&folder, "/crates"));
    }
    // With the component rust-src, the standard library is named by its place in the toolchain.
    let commit = rustc(&["--version", "--verbose"])?
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: ").map(str::to_owned))
        .context("rustc does not tell its commit")?;
    flags.push(remap(&sysroot()?.join("lib/rustlib/src/rust"), &format!("/rustc/{commit}")));
    Ok(format!("target.{TARGET}.rustflags={}", serde_json::to_string(&flags)?))
}

fn remap(from: &Path, to: &str) -> String {
    format!("--remap-path-prefix={}={to}", from.display())
}

fn cargo_home() -> Result<PathBuf> {
    if let Some(home) = std::env::var_os("CARGO_HOME") {
        return Ok(PathBuf::from(home));
    }
    let home = std::env::home_dir().context("the home folder is unknown: set CARGO_HOME")?;
    Ok(home.join(".cargo"))
}

/// The folders in `parent`, none when it cannot be read (all crates vendored).
fn sorted_folders(parent: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(parent).into_iter().flatten().flatten();
    let mut folders: Vec<_> =
        entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn sysroot() -> Result<PathBuf> {
    Ok(PathBuf::from(rustc(&["--print", "sysroot"])?.trim_end()))
}

fn rustc(arguments: &[&str]) -> Result<String> {
    shell::output(Command::new("rustc").args(arguments).stderr(Stdio::inherit()))
}

/// The glue without the lines that are comments: they are a fifth of it, and one names a web
/// address, of which the page is to hold none. The generator never ends a line inside a string.
fn without_comments(glue: &str) -> String {
    let mut kept = String::with_capacity(glue.len());
    let mut in_block = false;
    for line in glue.lines() {
        let code = line.trim_start();
        in_block |= code.starts_with("/*");
        if !in_block && !code.is_empty() && !code.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
        in_block &= !code.contains("*/");
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_leave_the_glue_and_code_stays() {
        let glue =
            "/**\n * why\n */\nlet a = '//';\n    // why\n    b(); // stays\n/* one */\nc();\n";
        assert_eq!(without_comments(glue), "let a = '//';\n    b(); // stays\nc();\n");
    }

    #[test]
    fn the_wasm_is_found_in_the_messages_of_cargo() {
        let page = r#"{"reason":"compiler-artifact","target":{"name":"hegao-page"},"filenames":["/t/a.d","/t/hegao-page.wasm"]}"#;
        assert_eq!(PAGE.wasm_of(page), Some(PathBuf::from("/t/hegao-page.wasm")));
        let library =
            r#"{"reason":"compiler-artifact","target":{"name":"yew"},"filenames":["/t/yew.wasm"]}"#;
        assert_eq!(PAGE.wasm_of(library), None);
        assert_eq!(ON_DEMAND[0].wasm_of(page), None);
        assert_eq!(PAGE.wasm_of("not json"), None);
    }
}

//! `cargo xtask dist`: what is given away, with its sizes checked.

use anyhow::{Result, bail};

use crate::pack::Packed;
use crate::project::Project;
use crate::sizes::Sizes;
use crate::{build, shell};

pub(crate) fn run(project: &Project, arguments: &[String]) -> Result<()> {
    if let Some(argument) = arguments.first() {
        bail!("`dist` takes no options, and got `{argument}`");
    }
    shell::step(&make(project)?.summary);
    Ok(())
}

/// What came out of a build of `dist/`.
pub(crate) struct Made {
    /// One line with the sizes and the version.
    pub(crate) summary: String,
    /// Without wasm-opt there are no sizes to judge.
    pub(crate) sizes_checked: bool,
}

/// Builds `dist/`.
///
/// # Errors
/// Also when a size is over its cap.
pub(crate) fn make(project: &Project) -> Result<Made> {
    let page = build::page(project)?;
    shell::step("packing dist/site/ and dist/hegao.html");
    let packed = Packed::new(project, &page)?;
    packed.write(project)?;
    let sizes = Sizes::of(&packed);
    print!("{sizes}");
    if page.optimised {
        sizes.check()?;
    }
    let summary = format!("{}, version {}", sizes.summary(), packed.version());
    Ok(Made { summary, sizes_checked: page.optimised })
}

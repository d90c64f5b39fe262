//! `cargo xtask dist`: what is given away, with its sizes checked.

use anyhow::{Result, bail};

use crate::pack::Packed;
use crate::project::Project;
use crate::{build, shell, sizes};

pub(crate) fn run(project: &Project, arguments: &[String]) -> Result<()> {
    if let Some(argument) = arguments.first() {
        bail!("`dist` takes no options, and got `{argument}`");
    }
    let summary = make(project)?;
    shell::step(&summary);
    Ok(())
}

/// Builds `dist/` and returns a line that says what came out.
///
/// # Errors
/// Also when a size is over its cap.
pub(crate) fn make(project: &Project) -> Result<String> {
    let page = build::page(project)?;
    shell::step("packing dist/site/ and dist/hegao.html");
    let packed = Packed::new(project, &page)?;
    packed.write(project)?;
    let sizes = sizes::Sizes::of(&packed);
    print!("{sizes}");
    if page.optimised {
        sizes.check()?;
    }
    Ok(format!("{}, version {}", sizes.summary(), packed.version()))
}

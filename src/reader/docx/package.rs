//! Which part of the package is what: relationships, not names, say so.

use super::WHAT;
use crate::reader::container::archive::Archive;
use crate::reader::container::xml::Tree;
use crate::reader::{ReadError, message};

/// The names of the parts that are read.
pub(super) struct Package {
    /// The body.
    pub(super) main: String,
    /// The style definitions.
    pub(super) styles: Option<String>,
    /// The list definitions.
    pub(super) numbering: Option<String>,
}

impl Package {
    /// Finds the parts.
    pub(super) fn open(archive: &mut Archive<'_>) -> Result<Self, ReadError> {
        let main = target(archive, "", "/officeDocument")?.filter(|name| has(archive, name));
        // Some producers forget the relationships; everybody calls the body the same.
        let usual = || Some("word/document.xml".to_owned()).filter(|name| has(archive, name));
        let main = main.or_else(usual).ok_or_else(|| message::damaged(WHAT))?;
        let styles = target(archive, &main, "/styles")?;
        let numbering = target(archive, &main, "/numbering")?;
        Ok(Self { main, styles, numbering })
    }
}

fn has(archive: &Archive<'_>, name: &str) -> bool {
    archive.names().any(|part| part.eq_ignore_ascii_case(name))
}

/// The part that `source` ("" for the package) has the relationship to whose type ends in `kind`.
/// The beginning of the type differs between Transitional and Strict.
fn target(
    archive: &mut Archive<'_>,
    source: &str,
    kind: &str,
) -> Result<Option<String>, ReadError> {
    let (folder, file) = source.rsplit_once('/').unwrap_or(("", source));
    let relationships = resolve(folder, &format!("_rels/{file}.rels"));
    let Some(bytes) = archive.part(&relationships)? else { return Ok(None) };
    let tree = Tree::parse(&bytes, WHAT)?;
    let found = tree
        .root()
        .children()
        .filter(|relationship| relationship.attribute("TargetMode") != Some("External"))
        .find(|relationship| relationship.attribute("Type").is_some_and(|t| t.ends_with(kind)))
        .and_then(|relationship| relationship.attribute("Target"));
    Ok(found.map(|target| resolve(folder, target)))
}

/// The name of `target` seen from `folder`.
fn resolve(folder: &str, target: &str) -> String {
    let absolute = target.strip_prefix('/');
    let start = if absolute.is_some() { "" } else { folder };
    let mut path: Vec<&str> = start.split('/').filter(|step| !step.is_empty()).collect();
    for step in absolute.unwrap_or(target).split('/') {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_resolved_from_their_folder() {
        assert_eq!(resolve("word", "styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word", "/word/styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word/sub", "../styles.xml"), "word/styles.xml");
        assert_eq!(resolve("", "../../word/document.xml"), "word/document.xml");
    }
}

//! Which part of an Office package is what: relationships, not names, say so (ECMA-376 part 2, clause 6.5).

use super::archive::Archive;
use super::xml::Tree;
use crate::reader::ReadError;

/// The relationships of one part.
pub(in crate::reader) struct Relationships(Vec<Relationship>);

struct Relationship {
    id: String,
    kind: String,
    /// The name of the part it leads to.
    target: String,
}

impl Relationships {
    /// The relationships of `source`, "" for those of the package; none if it has no list of them.
    /// Those that lead out of the package are left out.
    ///
    /// # Errors
    /// If the list is broken or too large; `what` names the file in messages.
    pub(in crate::reader) fn of(
        archive: &mut Archive<'_>,
        source: &str,
        what: &str,
    ) -> Result<Self, ReadError> {
        let (folder, file) = source.rsplit_once('/').unwrap_or(("", source));
        let name = resolve(folder, &format!("_rels/{file}.rels"));
        let Some(bytes) = archive.part(&name)? else { return Ok(Self(Vec::new())) };
        let tree = Tree::parse(&bytes, what)?;
        let inner = tree.root().children();
        let inner = inner.filter(|element| element.attribute("TargetMode") != Some("External"));
        let all = inner.filter_map(|element| {
            let own = |name| element.attribute(name).map(str::to_owned);
            let target = resolve(folder, element.attribute("Target")?);
            Some(Relationship { id: own("Id").unwrap_or_default(), kind: own("Type")?, target })
        });
        Ok(Self(all.collect()))
    }

    /// The part whose relationship has a type that ends in `kind`. The beginning of the type differs
    /// between Transitional and Strict.
    pub(in crate::reader) fn of_kind(&self, kind: &str) -> Option<&str> {
        let found = self.0.iter().find(|relationship| relationship.kind.ends_with(kind));
        found.map(|relationship| relationship.target.as_str())
    }

    /// All parts with the ids of their relationships.
    pub(in crate::reader) fn targets(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|relationship| (&*relationship.id, &*relationship.target))
    }
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

//! What is chosen about files to take away.

use crate::export::TemplateOptions;
use crate::export::layout::LayoutOptions;
use crate::export::patch::Author;
use crate::export::sheet::SheetOptions;

/// What is chosen about files to take away; as long as the page is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ExportChoices {
    /// How a new document is set.
    pub(crate) layout: LayoutOptions,
    /// Whether changes come as tracked ones (修订).
    pub(crate) tracked: bool,
    /// Whose they are.
    pub(crate) author: String,
    /// What the verification sheet holds.
    pub(crate) sheet: SheetOptions,
    /// What next year's template masks.
    pub(crate) template: TemplateOptions,
}

impl ExportChoices {
    /// For another report: its departments are others.
    pub(crate) fn for_another_report(&self) -> Self {
        let mut choices = self.clone();
        choices.sheet.departments.clear();
        choices.sheet.renamed.clear();
        choices
    }

    /// Whose tracked changes are written, on the day `date` (RFC 3339); `None` for a clean text.
    pub(crate) fn author(&self, anonymous: &str, date: String) -> Option<Author> {
        self.tracked.then(|| Author { name: self.author_name(anonymous), date: Some(date) })
    }

    /// How a new document is set, with the author of tracked changes.
    pub(crate) fn page(&self, anonymous: &str) -> LayoutOptions {
        let revision_author = self.tracked.then(|| self.author_name(anonymous));
        LayoutOptions { revision_author, ..self.layout.clone() }
    }

    fn author_name(&self, anonymous: &str) -> String {
        let name = self.author.trim();
        if name.is_empty() { anonymous.to_owned() } else { name.to_owned() }
    }
}

//! Values that come by the dozen, from a sheet that others filled in.

use super::{Draft, is_open, place, refusal};
use crate::document::Edit;
use crate::placeholder::PlaceholderType;
use crate::text::Span;

impl Draft {
    /// Fills in many blanks and rewrites figures of the text, all as one step called `name`. Values
    /// count by the place of their blank; what a blank does not take is left out.
    pub fn fill_many(&mut self, name: String, values: &[(Span, String)], rewrites: Vec<Edit>) {
        let takes = |(span, value): &&(Span, String)| {
            let index = self.blanks().binary_search_by_key(span, place);
            let blank = index.ok().map(|index| &self.blanks()[index]).filter(|b| is_open(b));
            blank.is_some_and(|blank| {
                let figure = blank.at.fact.kind == PlaceholderType::Number;
                value.trim().is_empty() || !figure || refusal::check_number(value).is_ok()
            })
        };
        let taken: Vec<(Span, String)> = values.iter().filter(takes).cloned().collect();
        self.mark_and_edit(name, rewrites, |marks| {
            for (span, value) in &taken {
                marks.put(*span, value.trim());
            }
        });
    }
}

//! The report as plain text (纯文本).

use super::layout::{Element, LayoutModel, LayoutOptions, Mark, Role, Run, layout_model};
use crate::draft::Draft;
use serde::{Deserialize, Serialize};

/// How paragraphs are indented where the text has no format: two blanks of full width.
const INDENT: &str = "\u{3000}\u{3000}";

/// How the text is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum TextOptions {
    /// Line by line as it is, with its values put in.
    #[default]
    AsWritten,
    /// One line a paragraph, each indented by two characters (段首空两格), for pasting into WPS.
    Indented,
}

/// The text of a draft with its values put in. Its only line break is `\n`; byte order mark and
/// line breaks of Windows are for whoever writes the file.
#[must_use]
pub fn to_text(draft: &Draft, options: TextOptions) -> String {
    match options {
        TextOptions::AsWritten => draft.filled_text(),
        TextOptions::Indented => indented(&layout_model(draft, &LayoutOptions::default())),
    }
}

fn indented(model: &LayoutModel) -> String {
    let mut text = String::new();
    for element in &model.elements {
        match element {
            Element::Paragraph(paragraph) => {
                if is_indented(paragraph.role) {
                    text.push_str(INDENT);
                }
                text.extend(shown(&paragraph.runs));
                text.push('\n');
            }
            Element::Table(rows) => {
                for row in rows {
                    let cells = row.iter().map(|cell| {
                        let lines = cell.iter().map(|runs| shown(runs).collect::<String>());
                        lines.collect::<Vec<_>>().join(" ").replace(['\t', '\n'], " ")
                    });
                    text.push_str(&cells.collect::<Vec<_>>().join("\t"));
                    text.push('\n');
                }
            }
        }
    }
    text
}

/// Whether a paragraph begins two characters in (GB/T 9704—2012, 7.3.3).
const fn is_indented(role: Role) -> bool {
    matches!(
        role,
        Role::Heading { .. }
            | Role::Body
            | Role::ListItem
            | Role::AttachmentNote
            | Role::AttachmentNoteItem
            | Role::Note
    )
}

/// The text of runs, without what a tracked change takes out.
pub(super) fn shown(runs: &[Run]) -> impl Iterator<Item = &str> {
    runs.iter().filter(|run| run.mark != Some(Mark::Deleted)).map(|run| run.text.as_str())
}

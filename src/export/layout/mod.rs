//! The report laid out to GB/T 9704—2012 (党政机关公文格式): specification §7.2.
//!
//! [`layout_model`] says of every paragraph what it is and cuts it into runs; [`write_docx`] gives
//! each its look. Markdown and HTML are made of the same model.

#[cfg(feature = "documents")]
mod docx;
mod marks;
mod options;
mod role;
mod runs;
mod table;
#[cfg(test)]
mod tests;
mod width;
mod wording;

#[cfg(feature = "documents")]
pub use docx::write_docx;
pub use options::{LatinFont, LayoutOptions, LayoutRefusal, Margins, PageNumber, PageSetup};

use crate::document::{Block, Document};
use crate::draft::Draft;
use crate::text::Span;
use role::Roles;
use runs::Cutter;
use serde::{Deserialize, Serialize};

/// A report as it is to be set: nothing but words and numbers, so that another module can write it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayoutModel {
    /// The title, "" if there is none.
    pub title: String,
    /// The page.
    pub page: PageSetup,
    /// The author of tracked changes, "" if there are none.
    pub revision_author: String,
    /// Paragraphs and tables in reading order.
    pub elements: Vec<Element>,
}

/// A paragraph or a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Element {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table, row by row.
    Table(Vec<Row>),
}

/// A row of a table: its cells.
pub type Row = Vec<Cell>;

/// A cell of a table: its paragraphs.
pub type Cell = Vec<Vec<Run>>;

/// One paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// What it is.
    pub role: Role,
    /// How far it is moved in from the right, in hundredths of a character.
    pub right: u16,
    /// Whether it ends on the page on which what follows begins: a signature never stands alone.
    pub keeps_next: bool,
    /// Its text.
    pub runs: Vec<Run>,
}

/// What a paragraph is, which says how it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    /// The title (标题).
    Title,
    /// What stands under the title: the dashed line, the date in brackets, the author.
    Subtitle,
    /// The salutation (称谓, 主送机关).
    Salutation,
    /// A heading on a line of its own.
    Heading {
        /// Its depth in the outline, from 1 to 4.
        depth: u8,
        /// Its level by the style of its number, from 1 to 4, which gives the font.
        level: u8,
    },
    /// A paragraph, which may open with a heading.
    Body,
    /// An item with a bullet.
    ListItem,
    /// 附件：1.… (附件说明).
    AttachmentNote,
    /// 2.…, 3.… under it.
    AttachmentNoteItem,
    /// 附件1 over an attachment, which begins a page.
    Attachment,
    /// The title of an attachment.
    AttachmentTitle,
    /// The signature (署名).
    Signature,
    /// The date (成文日期).
    Date,
    /// （此件公开发布） (附注).
    Note,
    /// An empty line.
    Empty,
}

/// A stretch of text that is set in one way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The text; `\n` is a line break within the paragraph.
    pub text: String,
    /// For a heading run into its paragraph: its level, from 1 to 4.
    pub heading: Option<u8>,
    /// Whether the author set it in bold.
    pub bold: bool,
    /// What there is to say about it.
    pub mark: Option<Mark>,
}

/// What there is to say about a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    /// An open blank, with the lines of the comment that say what is expected.
    Open(Vec<String>),
    /// A value that was filled in.
    Filled,
    /// Put in by a tracked change.
    Inserted,
    /// Taken out by a tracked change.
    Deleted,
}

impl LayoutModel {
    /// How many blanks are still open.
    #[must_use]
    pub fn open_blanks(&self) -> usize {
        let runs = self.elements.iter().flat_map(|element| match element {
            Element::Paragraph(paragraph) => paragraph.runs.iter().collect::<Vec<_>>(),
            Element::Table(rows) => rows.iter().flatten().flatten().flatten().collect(),
        });
        runs.filter(|run| matches!(run.mark, Some(Mark::Open(_)))).count()
    }
}

/// A paragraph of more characters (four lines) does not keep to the next: `LibreOffice` would move all
/// of it and leave half a page empty.
const LONGEST_KEPT: usize = 112;

/// The model of a draft with its values put in.
#[must_use]
pub fn layout_model(draft: &Draft, options: &LayoutOptions) -> LayoutModel {
    let document = draft.session().document();
    let outline = &draft.session().analysis().outline;
    let mut cutter = Cutter::new(draft, options);
    let roles = Roles::new(document, outline);
    let mut elements: Vec<Element> = Vec::new();
    let mut next = 0;
    while let Some(block) = document.blocks.get(next) {
        if let Some((rows, used)) = table::read(document, &document.blocks[next..], &mut cutter) {
            if elements.last().is_some_and(|last| needs_empty_line(last, Role::Body)) {
                elements.push(empty());
            }
            elements.push(Element::Table(rows));
            next += used;
            continue;
        }
        let (role, place) = roles.of(next, block);
        let empty_line = elements.last().is_some_and(|last| needs_empty_line(last, role));
        if empty_line {
            elements.push(empty());
        }
        let runs = cutter.runs(place, roles.heading(next));
        elements.push(Element::Paragraph(Paragraph { role, right: 0, keeps_next: false, runs }));
        next += 1;
    }
    let page = options.page();
    width::place_sign_off(&mut elements, page.margins);
    keep_sign_off(&mut elements);
    LayoutModel {
        title: title(draft, document),
        page,
        revision_author: options.revision_author.clone().unwrap_or_default(),
        elements,
    }
}

/// The title as it reads with its values put in.
fn title(draft: &Draft, document: &Document) -> String {
    let span = draft.session().analysis().outline.frame.title.unwrap_or_default();
    let lines = |block: &&Block| block.span.overlaps(span);
    let whole = document.blocks.iter().filter(lines).map(|block| {
        let (start, end) = (block.span.start.max(span.start), block.span.end.min(span.end));
        draft.filled(Span { start, end: end.max(start) })
    });
    whole.collect::<String>().replace('\n', "")
}

/// Whether the standard leaves a line empty between `before` and a paragraph that is `role`.
fn needs_empty_line(before: &Element, role: Role) -> bool {
    let head = [Role::Title, Role::Subtitle];
    let before = match before {
        Element::Paragraph(paragraph) => Some(paragraph.role),
        Element::Table(_) => None,
    };
    match (before, role) {
        (Some(before), role) if head.contains(&before) => !head.contains(&role),
        (Some(Role::Signature | Role::Date), Role::Signature | Role::Date) => false,
        (Some(Role::Attachment), Role::AttachmentTitle)
        | (_, Role::AttachmentNote | Role::Signature | Role::Date) => true,
        (Some(Role::AttachmentTitle), role) => role != Role::AttachmentTitle,
        _ => false,
    }
}

/// Keeps attachment note and signature on a page with the end of the text before them.
fn keep_sign_off(elements: &mut [Element]) {
    for at in 1..elements.len() {
        let follows = |element: &Element| {
            let roles = [Role::Empty, Role::AttachmentNoteItem, Role::Signature, Role::Date];
            matches!(element, Element::Paragraph(p) if roles.contains(&p.role))
        };
        let (before, rest) = elements.split_at_mut(at);
        if let (Some(Element::Paragraph(last)), true) = (before.last_mut(), follows(&rest[0])) {
            let length: usize = last.runs.iter().map(|run| run.text.chars().count()).sum();
            last.keeps_next = length <= LONGEST_KEPT;
        }
    }
}

fn empty() -> Element {
    Element::Paragraph(Paragraph {
        role: Role::Empty,
        right: 0,
        keeps_next: true,
        runs: Vec::new(),
    })
}

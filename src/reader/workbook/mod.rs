//! Workbooks of Office Open XML (xlsx): the cells of their tabs, one after the other, with the values
//! that formulas had when the file was saved. ECMA-376 part 1, clause 18.
//!
//! Nothing is kept of a tab but the cell that is read: one in XFD1048576 costs no more than one in A1.

mod cells;
mod format;
mod strings;
#[cfg(test)]
mod tests;

use super::container::archive::Archive;
use super::container::relationships::Relationships;
use super::container::stream::{Stream, characters};
use super::container::xml::Tree;
use super::{ReadError, limits, message};
pub(crate) use cells::{Cell, Value};
use format::Shown;
use strings::Strings;

/// The format, for messages.
const WHAT: &str = "xlsx 文件";

/// What a zip archive is.
pub(crate) enum Package<'a> {
    /// A workbook.
    Workbook(Workbook<'a>),
    /// A document or a spreadsheet of `OpenDocument`.
    OpenDocument,
    /// Something else.
    Other,
}

/// An open workbook.
pub(crate) struct Workbook<'a> {
    archive: Archive<'a>,
    /// The names of its tabs and their parts, in the order in which they are shown.
    tabs: Vec<(String, String)>,
    strings: Strings,
    /// How numbers are shown, by the number of the style.
    styles: Vec<Shown>,
    /// Whether day 0 is the first of January 1904.
    is_1904: bool,
    /// How many bytes of text the cells had so far.
    handed_out: u64,
}

impl<'a> Package<'a> {
    /// Opens a zip archive.
    ///
    /// # Errors
    /// If it is broken, encrypted or too large.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        if bytes.len() > limits::LARGEST_FILE {
            return Err(message::file_too_large());
        }
        let archive = Archive::open(bytes, WHAT)?;
        if archive.index("content.xml").is_some() {
            return Ok(Self::OpenDocument);
        }
        if !archive.names().any(|name| name.starts_with("xl/")) {
            return Ok(Self::Other);
        }
        Workbook::open(archive).map(Self::Workbook)
    }
}

impl<'a> Workbook<'a> {
    fn open(mut archive: Archive<'a>) -> Result<Self, ReadError> {
        let package = Relationships::of(&mut archive, "", WHAT)?;
        let main = package.of_kind("/officeDocument").unwrap_or("xl/workbook.xml");
        let bytes = archive.part(main)?.ok_or_else(damaged)?;
        let tree = Tree::parse(&bytes, WHAT)?;
        let own = Relationships::of(&mut archive, main, WHAT)?;
        let properties = tree.root().child("s:workbookPr");
        let epoch = properties.and_then(|properties| properties.attribute("date1904"));
        let mut part = |kind| own.of_kind(kind).map_or(Ok(None), |name| archive.part(name));
        let strings = part("/sharedStrings")?.map(|bytes| Strings::read(&bytes)).transpose()?;
        let styles = part("/styles")?.map(|bytes| format::read(&bytes)).transpose()?;
        Ok(Self {
            archive,
            tabs: tabs(&tree, &own)?,
            strings: strings.unwrap_or_default(),
            styles: styles.unwrap_or_default(),
            is_1904: epoch.is_some_and(|epoch| matches!(epoch, "1" | "true")),
            handed_out: 0,
        })
    }

    /// The names of its tabs, hidden ones too.
    pub(crate) fn tabs(&self) -> impl Iterator<Item = &str> {
        self.tabs.iter().map(|(name, _)| name.as_str())
    }

    /// Hands the cells of the tab with this number to `take`, in the order of the file.
    ///
    /// # Errors
    /// If the tab is broken or too large, or `take` says so.
    pub(crate) fn cells<E: From<ReadError>>(
        &mut self,
        tab: usize,
        take: impl FnMut(Cell<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let (_, name) = self.tabs.get(tab).ok_or_else(damaged)?;
        let bytes = self.archive.part(name)?.ok_or_else(damaged)?;
        let text = characters(&bytes)?;
        let stream = Stream::new(&text, WHAT);
        cells::read(stream, self, take)
    }
}

/// The tabs with their parts.
fn tabs(workbook: &Tree, own: &Relationships) -> Result<Vec<(String, String)>, ReadError> {
    let parts: std::collections::BTreeMap<&str, &str> = own.targets().collect();
    let sheets = workbook.root().child("s:sheets").ok_or_else(damaged)?;
    let sheets = sheets.children().filter(|element| element.name() == "s:sheet");
    let tabs = sheets.map(|sheet| {
        let part = sheet.attribute("r:id").and_then(|id| parts.get(id)).ok_or_else(damaged)?;
        let name = sheet.attribute("name").unwrap_or_default();
        Ok((name.chars().take(limits::LONGEST_NAME).collect(), (*part).to_owned()))
    });
    tabs.collect()
}

fn damaged() -> ReadError {
    message::damaged(WHAT)
}

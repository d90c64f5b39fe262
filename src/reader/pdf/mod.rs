//! Portable Document Format (ISO 32000): the text layer of what was printed to a file.
//!
//! `scan` finds the objects, `file` gives them out, `content` draws the pages, `page` puts what is drawn into lines and cells,
//! `furniture` takes away what belongs to the pages, and `flow` makes paragraphs of the rest. The
//! container is ours and not a library's, because a library that believes the file's index can be made
//! to read one object a million times.

mod cmap;
mod coding;
mod content;
mod crypt;
mod file;
mod filter;
mod flow;
mod font;
mod furniture;
mod glyph_name;
mod grid;
mod layers;
mod lexer;
mod line;
mod matrix;
mod object;
mod page;
mod path;
mod radical;
mod scan;
#[cfg(test)]
mod tests;

use super::body::Body;
use super::{ReadError, ReadOptions, limits, message};
use crate::document::{Document, Format};

/// So many painted shapes on a page without text are text that was turned into outlines.
const OUTLINES: usize = 200;

/// Reads the text layer of all pages.
pub(super) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Document, ReadError> {
    let file = file::File::open(bytes)?;
    let mut painter = content::Painter::new(&file);
    let (mut laid, mut pictures, mut shapes) = (Vec::new(), 0, 0);
    let (mut all, mut unknown) = (0, 0);
    for page in file.pages()? {
        let drawn = painter.draw(&page)?;
        pictures += drawn.pictures;
        shapes += drawn.shapes;
        all += drawn.glyphs.len();
        unknown += drawn.glyphs.iter().filter(|glyph| glyph.text.is_none()).count();
        laid.push(page::lay_out(&file, &page, &drawn));
    }
    if unknown * 100 > all * limits::MOST_LOST_PER_HUNDRED {
        return Err(message::unreadable_fonts());
    }
    furniture::remove(&mut laid);
    let mut body = Body::default();
    flow::write(&laid, &mut body);
    if body.is_empty() {
        return Err(if pictures > 0 || shapes > OUTLINES {
            message::scan()
        } else {
            message::empty()
        });
    }
    body.finish(Format::Pdf, options)
}

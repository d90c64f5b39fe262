//! What a website put into the text: adverts, page furniture, splice markers (specification §4).

mod page_chrome;
mod page_splice;
mod spliced_watermark;

pub(super) use page_chrome::PageChrome;
pub(super) use page_splice::PageSplice;
pub(super) use spliced_watermark::SplicedWatermark;

use crate::document::Edit;
use crate::injected::Injected;

/// The edits that take injected text out, if it is sure enough to offer that.
fn repair(piece: &Injected) -> Option<Vec<Edit>> {
    const SURE: u8 = 70;
    (piece.confidence >= SURE).then(|| piece.repair.clone())
}

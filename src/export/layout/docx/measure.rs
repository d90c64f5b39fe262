//! Lengths of the page, in the units of the format.

use super::super::PageSetup;

/// A4, in twentieths of a point.
pub(super) const PAGE: (u32, u32) = (11906, 16838);

/// 二号, 三号, 四号, 小四, in half points.
pub(super) const SIZE_TWO: u32 = 44;
/// 三号.
pub(super) const SIZE_THREE: u32 = 32;
/// 四号.
pub(super) const SIZE_FOUR: u32 = 28;
/// 小四.
pub(super) const SIZE_SMALL_FOUR: u32 = 24;

/// How wide a character is of which 28 make a line of 156 mm, in twentieths of a point.
const CHARACTER: u32 = 316;

/// From the foot of the text to the page number (GB/T 9704—2012, 7.5), in tenths of a millimetre,
/// and the height of that number.
const TO_PAGE_NUMBER: (u16, u16) = (70, 49);

/// Tenths of a millimetre in twentieths of a point, rounded.
pub(super) fn twips(tenths: u16) -> u32 {
    (u32::from(tenths) * 1440 + 127) / 254
}

/// How wide the text is (版心宽度), in twentieths of a point.
pub(super) fn text_width(page: &PageSetup) -> u32 {
    PAGE.0 - twips(page.margins.left) - twips(page.margins.right)
}

/// How many characters stand in a line: 28 in the standard's 156 mm, more or fewer for margins of
/// the house.
pub(super) fn characters(page: &PageSetup) -> u32 {
    (text_width(page) + CHARACTER / 2) / CHARACTER
}

/// How much is added to each 三号 character (below zero: taken away) for so many to fill a line, in
/// twentieths of a point. A grid of characters would say the same, but a character that is wider
/// than its cell takes two cells in `LibreOffice`.
pub(super) fn character_space(page: &PageSetup) -> i32 {
    (text_width(page) / characters(page)).cast_signed() - (SIZE_THREE * 10).cast_signed()
}

/// The distance of lines in twentieths of a point.
pub(super) fn line(page: &PageSetup) -> u32 {
    u32::from(page.line_spacing) * 2
}

/// From the page number to the paper's edge, in twentieths of a point.
pub(super) fn footer(page: &PageSetup) -> u32 {
    twips(page.margins.bottom.saturating_sub(TO_PAGE_NUMBER.0 + TO_PAGE_NUMBER.1).max(30))
}

/// Hundredths of a character in twentieths of a point.
pub(super) fn character_twips(page: &PageSetup, hundredths: u32) -> u32 {
    text_width(page) * hundredths / characters(page) / 100
}

#[cfg(test)]
mod tests {
    use super::super::super::{LayoutOptions, Margins};
    use super::*;

    #[test]
    fn the_page_of_the_standard() {
        let page = LayoutOptions::default().page();
        let Margins { top, right, bottom, left } = page.margins;
        assert_eq!([top, right, bottom, left].map(twips), [2098, 1474, 1984, 1587]);
        assert_eq!((text_width(&page), characters(&page)), (8845, 28));
        assert_eq!(character_space(&page), -5);
        assert_eq!((line(&page), footer(&page)), (560, 1310));
        assert_eq!((PAGE.1 - 2098 - 1984) / line(&page), 22);
    }

    #[test]
    fn margins_of_the_house() {
        let margins = Margins { top: 370, right: 270, bottom: 350, left: 280 };
        let page = LayoutOptions { margins, ..LayoutOptions::default() }.page();
        assert_eq!(characters(&page), 28);
        let wide = Margins { top: 254, right: 318, bottom: 254, left: 318 };
        let page = LayoutOptions { margins: wide, ..LayoutOptions::default() }.page();
        assert_eq!(characters(&page), 26);
    }
}

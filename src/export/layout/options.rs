//! How the page is set, and what is no page.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::RangeInclusive;

/// Margins that leave a page to write on, in tenths of a millimetre.
const MARGINS: RangeInclusive<u16> = 100..=600;

/// Distances of lines at which 三号 characters neither touch nor fall apart, in tenths of a point.
const LINE_SPACINGS: RangeInclusive<u16> = 200..=400;

/// How a report is set (版式). The default is GB/T 9704—2012.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LayoutOptions {
    /// The margins (页边距).
    pub margins: Margins,
    /// From line to line (行距), fixed, in tenths of a point: 28 磅 gives 22 lines.
    pub line_spacing: u16,
    /// Whether headings of the third level are bold: a habit, not in the standard.
    pub bold_third_level: bool,
    /// What digits and letters are set in.
    pub latin: LatinFont,
    /// Where the page number stands.
    pub page_number: PageNumber,
    /// Whether values that were filled in are shown on a green ground.
    pub mark_filled: bool,
    /// The author of tracked changes: values and corrections then come as revisions (修订) that
    /// somebody accepts. `None` for a clean text.
    pub revision_author: Option<String>,
}

/// Margins in tenths of a millimetre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Margins {
    /// Above the text (天头).
    pub top: u16,
    /// Right of it.
    pub right: u16,
    /// Below it.
    pub bottom: u16,
    /// Left of it (订口).
    pub left: u16,
}

/// What digits and letters are set in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LatinFont {
    /// Times New Roman.
    #[default]
    TimesNewRoman,
    /// The font of the Chinese text around them: 仿宋 in the body.
    LikeChinese,
}

/// Where the page number stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageNumber {
    /// On odd pages to the right, on even ones to the left, one character in (单页码居右，双页码居左).
    #[default]
    Outside,
    /// In the middle of every page.
    Centred,
}

/// Why a page cannot be set so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayoutRefusal {
    /// A margin is too narrow or too wide.
    Margin,
    /// The lines are too close or too far apart.
    LineSpacing,
}

impl fmt::Display for LayoutRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Margin => "页边距应在10毫米至60毫米之间。",
            Self::LineSpacing => "行距应在20磅至40磅之间。",
        })
    }
}

impl std::error::Error for LayoutRefusal {}

impl Default for Margins {
    /// GB/T 9704—2012, 5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm.
    fn default() -> Self {
        Self { top: 370, right: 260, bottom: 350, left: 280 }
    }
}

impl Default for LayoutOptions {
    fn default() -> Self {
        Self {
            margins: Margins::default(),
            line_spacing: 280,
            bold_third_level: false,
            latin: LatinFont::default(),
            page_number: PageNumber::default(),
            mark_filled: false,
            revision_author: None,
        }
    }
}

impl LayoutOptions {
    /// Whether a page can be set so.
    ///
    /// # Errors
    /// What is out of its range, as a Chinese sentence.
    pub fn check(&self) -> Result<(), LayoutRefusal> {
        let Margins { top, right, bottom, left } = self.margins;
        if [top, right, bottom, left].iter().any(|margin| !MARGINS.contains(margin)) {
            return Err(LayoutRefusal::Margin);
        }
        if !LINE_SPACINGS.contains(&self.line_spacing) {
            return Err(LayoutRefusal::LineSpacing);
        }
        Ok(())
    }

    /// The nearest that can be set: what a file or a script asks for need not have been checked.
    pub(super) fn page(&self) -> PageSetup {
        let margin = |tenths: u16| tenths.clamp(*MARGINS.start(), *MARGINS.end());
        let Margins { top, right, bottom, left } = self.margins;
        PageSetup {
            margins: Margins {
                top: margin(top),
                right: margin(right),
                bottom: margin(bottom),
                left: margin(left),
            },
            line_spacing: self.line_spacing.clamp(*LINE_SPACINGS.start(), *LINE_SPACINGS.end()),
            bold_third_level: self.bold_third_level,
            latin: self.latin,
            page_number: self.page_number,
        }
    }
}

/// The page as it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageSetup {
    /// The margins.
    pub margins: Margins,
    /// From line to line, in tenths of a point.
    pub line_spacing: u16,
    /// Whether headings of the third level are bold.
    pub bold_third_level: bool,
    /// What digits and letters are set in.
    pub latin: LatinFont,
    /// Where the page number stands.
    pub page_number: PageNumber,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(change: impl Fn(&mut LayoutOptions), expected: Result<(), LayoutRefusal>) {
        let mut options = LayoutOptions::default();
        change(&mut options);
        assert_eq!(options.check(), expected);
        let page = options.page();
        let again = LayoutOptions {
            margins: page.margins,
            line_spacing: page.line_spacing,
            ..LayoutOptions::default()
        };
        assert_eq!(again.check(), Ok(()), "what is set can be set");
    }

    #[test]
    fn refuses_what_is_no_page() {
        check(|_| {}, Ok(()));
        check(|o| o.margins.left = 270, Ok(()));
        check(|o| o.line_spacing = 290, Ok(()));
        check(|o| o.margins.top = 99, Err(LayoutRefusal::Margin));
        check(|o| o.margins.right = 2970, Err(LayoutRefusal::Margin));
        check(|o| o.line_spacing = 0, Err(LayoutRefusal::LineSpacing));
        check(|o| o.line_spacing = 401, Err(LayoutRefusal::LineSpacing));
    }

    #[test]
    fn what_is_not_said_is_the_standard() {
        let options: LayoutOptions = serde_json::from_str(r#"{"lineSpacing":290}"#).unwrap();
        assert_eq!(options, LayoutOptions { line_spacing: 290, ..LayoutOptions::default() });
    }
}

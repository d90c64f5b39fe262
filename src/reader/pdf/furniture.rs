//! What belongs to the pages and not to the text: page numbers, running heads and feet, watermarks.

use super::page::{Item, Laid, Length};
use std::collections::BTreeMap;

/// A running head stands in the first or the last part of a page: this is how many of 100.
const EDGE: Length = 14;

/// Of 100 pages so many show a running head; left and right pages may have one each.
const RUNNING_PAGES: usize = 40;

/// Of 100 pages so many show a watermark, or a running head that counts pages.
const SAME_PAGES: usize = 60;

/// Removes it from all pages.
pub(super) fn remove(pages: &mut [Laid]) {
    remove_artifacts(pages);
    let count = pages.len();
    let mut seen: BTreeMap<Key, usize> = BTreeMap::new();
    for (number, page) in (0..).zip(pages.iter()) {
        let mut keys: Vec<Key> = page.items.iter().flat_map(|item| keys(item, number)).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            *seen.entry(key).or_default() += 1;
        }
    }
    let times = |key: &Key| seen.get(key).copied().unwrap_or(0);
    for (number, page) in (0..).zip(pages.iter_mut()) {
        let edges = Edges::of(page);
        page.items.retain(|item| {
            let repeats = keys(item, number).into_iter().any(|key| {
                let (at_edge, often) = (edges.holds(item), times(&key) * 100);
                let is_head =
                    at_edge && !key.counts && often >= RUNNING_PAGES * count && times(&key) > 1;
                is_head
                    || ((at_edge || !key.counts) && often >= SAME_PAGES * count && times(&key) > 2)
            });
            let is_number = edges.holds(item) && is_page_number(item);
            !repeats && !is_number
        });
    }
}

/// What the file itself calls an artifact; all of it, if there is nothing else.
fn remove_artifacts(pages: &mut [Laid]) {
    let is_artifact = |item: &Item| match item {
        Item::Line(line) => line.is_artifact,
        Item::Cell(lines, _) => lines.iter().all(|line| line.is_artifact),
    };
    let has_text = pages.iter().flat_map(|page| &page.items).any(|item| !is_artifact(item));
    if has_text {
        for page in pages.iter_mut() {
            page.items.retain(|item| !is_artifact(item));
        }
    }
}

/// The parts of a page where running heads stand.
struct Edges {
    top: Length,
    bottom: Length,
}

impl Edges {
    fn of(page: &Laid) -> Self {
        let height = (page.frame.bottom - page.frame.top) / 100 * EDGE;
        Self { top: page.frame.top + height, bottom: page.frame.bottom - height }
    }

    fn holds(&self, item: &Item) -> bool {
        matches!(item, Item::Line(line) if line.base < self.top || line.base > self.bottom)
    }
}

/// What is the same on several pages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    text: String,
    /// Where it stands, in steps of four points.
    place: Length,
    /// Whether it counts the pages.
    counts: bool,
}

/// By what a line is recognised on other pages: its text at its place, and its text but for the number
/// of the page.
fn keys(item: &Item, page: i64) -> Vec<Key> {
    let Item::Line(line) = item else { return Vec::new() };
    let place = (line.base + 2_000).div_euclid(4_000);
    let mut keys = vec![Key { text: line.text.clone(), place, counts: false }];
    let head = line.text.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = line.text[head.len()..].parse::<i64>();
    // 附件1, 附件2 count attachments, each on a page of its own.
    if let (Ok(number), false) = (number, head.starts_with("附")) {
        let text = format!("{head}{}", number - page);
        keys.push(Key { text, place, counts: true });
    }
    keys
}

/// `— 3 —`, `第 3 页 共 8 页`, `3/8`
fn is_page_number(item: &Item) -> bool {
    let Item::Line(line) = item else { return false };
    let is_part = |c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || "-—－–_·.•~/第页共,，/０１２３４５６７８９".contains(c)
    };
    let text = &line.text;
    let numbers = text.split(|c: char| !c.is_numeric()).filter(|part| !part.is_empty()).count();
    // Two are the page and how many there are; a row of a table may be figures, too.
    let counts = numbers == 1 || (numbers == 2 && text.contains(['/', '共', '页']));
    let is_figure = text.contains('.') && !text.contains(['-', '—', '–', '·']);
    text.chars().count() <= 16 && counts && text.chars().all(is_part) && !is_figure
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::pdf::grid::Bounds;
    use crate::reader::pdf::line::Line;

    /// What is left of pages with these lines; a line is its place in points and its text.
    #[track_caller]
    fn check(pages: &[&[(Length, &str)]], expected: &[&str]) {
        let line = |&(base, text): &(Length, &str)| {
            let (text, base) = (text.to_owned(), base * 1000);
            let line = Line {
                text,
                left: 0,
                right: 0,
                base,
                size: 16_000,
                second: None,
                is_artifact: false,
            };
            Item::Line(line)
        };
        let frame = Bounds { top: 0, left: 0, bottom: 842_000, right: 595_000 };
        let mut pages: Vec<Laid> = pages
            .iter()
            .map(|lines| Laid { items: lines.iter().map(line).collect(), frame })
            .collect();
        remove(&mut pages);
        let left: Vec<&str> = pages
            .iter()
            .flat_map(|page| &page.items)
            .map(|item| match item {
                Item::Line(line) => line.text.as_str(),
                Item::Cell(..) => "",
            })
            .collect();
        assert_eq!(left, expected);
    }

    #[test]
    fn page_numbers_and_running_heads_are_no_text() {
        check(
            &[&[(100, "标题"), (800, "— 1 —")], &[(100, "正文"), (800, "第 2 页 共 2 页")]],
            &["标题", "正文"],
        );
        check(
            &[&[(40, "青禾县水利局"), (400, "甲")], &[(40, "青禾县水利局"), (400, "乙")]],
            &["甲", "乙"],
        );
        check(&[&[(40, "总结 1"), (400, "甲")], &[(40, "总结 2")], &[(40, "总结 3")]], &["甲"]);
        check(
            &[&[(400, "内部资料")], &[(400, "内部资料")], &[(400, "内部资料"), (500, "甲")]],
            &["甲"],
        );
    }

    #[test]
    fn figures_and_attachments_are_text() {
        check(&[&[(400, "12")], &[(400, "2023")]], &["12", "2023"]);
        check(
            &[&[(100, "附件1")], &[(100, "附件2")], &[(100, "附件3")]],
            &["附件1", "附件2", "附件3"],
        );
        check(&[&[(100, "3.5"), (800, "12 34")], &[(300, "甲")]], &["3.5", "12 34", "甲"]);
    }
}

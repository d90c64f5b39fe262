//! Lines become paragraphs.
//!
//! A line belongs to the paragraph before it if that one's last line is full, that is, if there was no
//! room on it for what this line begins with, and if it does not begin further right, as the first
//! line of a paragraph does (首行缩进).

use super::grid::Bounds;
use super::line::Line;
use super::page::{Item, Laid, Length};
use crate::document::NoteKind;
use crate::reader::body::{Body, Style};
use std::collections::BTreeMap;

/// How far apart two lines of a paragraph may be, in sizes: 公文 has lines 28 points apart in 16 points,
/// a draft may have them twice as wide.
const WIDEST_PITCH: Length = 3;

/// Marks that end a sentence.
const COMPLETE: &str = "。！？；：";

/// Marks before the items of a list.
const BULLETS: [char; 8] = ['•', '·', '●', '■', '◆', '○', '□', '-'];

/// From where to where lines run.
#[derive(Clone, Copy, Debug)]
struct Margins {
    left: Length,
    right: Length,
}

/// A paragraph that is being put together.
struct Open {
    text: String,
    last: Line,
    /// How many lines it has.
    lines: usize,
    margins: Margins,
}

/// Writes what all pages hold.
pub(super) fn write(pages: &[Laid], body: &mut Body) {
    let mut flow = Flow { body, row: None, open: None, in_contents: false };
    let usual = margins(pages);
    let has_contents = pages.iter().flat_map(lines).filter(|line| is_contents(&line.text)).count();
    for page in pages {
        let usual = usual.get(&width(page)).copied().unwrap_or(Margins::of(&[], page.frame));
        let margins = usual.narrowed(&lines(page).collect::<Vec<_>>());
        for (index, item) in page.items.iter().enumerate() {
            match item {
                // Its lines are the headings once more. Three make a table of contents (目录).
                Item::Line(line) if has_contents >= 3 && is_contents(&line.text) => flow.contents(),
                Item::Line(line) => flow.line(line, margins, index == 0),
                Item::Cell(lines, bounds) => {
                    flow.end();
                    flow.begin_cell(bounds);
                    let within = Margins { left: bounds.left, right: bounds.right };
                    let within = within.without_padding(lines);
                    for line in lines {
                        flow.line(line, within, false);
                    }
                    flow.end();
                    flow.body.end_cell();
                }
            }
            if flow.body.is_full() {
                return;
            }
        }
    }
    flow.end();
}

struct Flow<'b> {
    body: &'b mut Body,
    /// The upper edge of the last cell: cells of one row have it in common.
    row: Option<Length>,
    open: Option<Open>,
    /// Whether the last line belonged to a table of contents.
    in_contents: bool,
}

impl Flow<'_> {
    /// A cell begins, and with it perhaps a row.
    fn begin_cell(&mut self, bounds: &Bounds) {
        if self.row.replace(bounds.top).is_some_and(|top| top != bounds.top) {
            self.body.end_row();
        }
        self.body.begin_cell();
    }

    /// Passes over a line of a table of contents, and counts the table.
    fn contents(&mut self) {
        self.end();
        if !self.in_contents {
            self.body.note(NoteKind::Contents);
        }
        self.in_contents = true;
    }

    fn line(&mut self, line: &Line, margins: Margins, begins_page: bool) {
        self.in_contents = false;
        match &mut self.open {
            Some(open) if open.continues(line, margins, begins_page) => {
                if needs_blank(&open.text, &line.text) {
                    open.text.push(' ');
                }
                open.text.push_str(&line.text);
                open.last = line.clone();
                open.lines += 1;
                open.margins = margins;
            }
            _ => {
                self.end();
                let (text, last) = (line.text.clone(), line.clone());
                self.open = Some(Open { text, last, lines: 1, margins });
            }
        }
    }

    fn end(&mut self) {
        if let Some(open) = self.open.take() {
            self.body.paragraph(&open.text, Style::default());
        }
    }
}

impl Open {
    /// Whether `next` goes on with this paragraph.
    fn continues(&self, next: &Line, margins: Margins, begins_page: bool) -> bool {
        let last = &self.last;
        let size = last.size;
        let same_size = (size - next.size).abs() * 100 <= size * 15;
        let pitch = next.base - last.base;
        let follows = begins_page || (0..=WIDEST_PITCH * size).contains(&pitch);
        let room = self.margins.right - last.right;
        let is_full = room < width_of_start(&next.text, next.size) + size * 6 / 10;
        same_size && follows && is_full && self.is_aligned(next, margins) && !self.is_list(next)
    }

    /// Whether `next` begins where a line in the middle of this paragraph does.
    fn is_aligned(&self, next: &Line, margins: Margins) -> bool {
        let (last, size) = (&self.last, next.size);
        let near = |place: Length| (next.left - place).abs() <= size * 6 / 10;
        let is_indented = next.left > margins.left + size * 12 / 10;
        if !is_indented {
            return true;
        }
        // A hanging indent: below the text after the number, and from then on below each other.
        let is_item = begins_with_number(&self.text) || self.text.starts_with(BULLETS);
        let below = if self.lines == 1 { last.second.is_some_and(near) } else { near(last.left) };
        let is_complete = last.text.ends_with(|c| COMPLETE.contains(c));
        let is_block = near(last.left) && !is_complete && last.text.chars().count() >= 10;
        (is_item && below) || is_block
    }

    /// Whether `next` begins with a number, after the end of a sentence or of another item.
    fn is_list(&self, next: &Line) -> bool {
        let is_complete = self.last.text.ends_with(|c| COMPLETE.contains(c));
        begins_with_number(&next.text) && (is_complete || begins_with_number(&self.text))
    }
}

/// `一、`, `（一）`, `1.`, `1.2.1`, `第三章`; `3.2亿元` and `2023年` begin with a figure.
fn begins_with_number(text: &str) -> bool {
    let is_digit =
        |c: char| c.is_ascii_digit() || "一二三四五六七八九十０１２３４５６７８９".contains(c);
    let inner = text.trim_start_matches(['（', '(', '第']);
    let rest = inner.trim_start_matches(is_digit);
    if rest.len() == inner.len() {
        return false;
    }
    match rest.chars().next() {
        Some('.' | '．') => {
            let after =
                rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == '．');
            let levels = rest[..rest.len() - after.len()].split(['.', '．']).count() - 1;
            let is_figure = rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
            !is_figure || levels > 1 || after.starts_with(char::is_whitespace)
        }
        Some('、' | '）' | ')') => true,
        Some('章' | '条' | '节' | '部') => text.starts_with('第'),
        _ => false,
    }
}

/// Whether this is a line of a table of contents: a heading, dots, and the number of its page.
fn is_contents(text: &str) -> bool {
    let head = text
        .trim_end_matches(|c: char| c.is_numeric() || c.is_whitespace() || "-—（）()".contains(c));
    let dots = head.trim_end_matches(|c: char| "….·．".contains(c) || c.is_whitespace());
    let leader = &head[dots.len()..];
    let width = leader.chars().map(|c| if c == '…' { 3 } else { usize::from(!c.is_whitespace()) });
    head.len() < text.len() && width.sum::<usize>() >= 9
}

/// How wide what cannot be broken is at the beginning of a line: a character, with the marks after it,
/// or a word.
fn width_of_start(text: &str, size: Length) -> Length {
    let mut rest = text.chars().take(60).peekable();
    let mut width = 0;
    while rest.next_if(char::is_ascii_graphic).is_some() {
        width += size / 2;
    }
    if width == 0 && rest.next().is_some() {
        width = size;
    }
    while rest.next_if(|c| "，。、；：！？”’）》%％".contains(*c)).is_some() {
        width += size;
    }
    width
}

/// Whether a blank was lost where a line was broken: between words, never in Chinese or in a figure.
fn needs_blank(before: &str, next: &str) -> bool {
    let (Some(last), Some(first)) = (before.chars().next_back(), next.chars().next()) else {
        return false;
    };
    let ends_word = last.is_ascii_alphanumeric() || ",.;:)!?".contains(last);
    ends_word && first.is_ascii_alphanumeric() && !(last.is_ascii_digit() && first.is_ascii_digit())
}

impl Margins {
    /// The margins between which these lines run.
    fn of(lines: &[&Line], frame: Bounds) -> Self {
        let mut lefts: Vec<Length> = lines.iter().map(|line| line.left).collect();
        let mut rights: Vec<Length> = lines.iter().map(|line| -line.right).collect();
        let mut sizes: Vec<Length> = lines.iter().map(|line| line.size).collect();
        sizes.sort_unstable();
        let size = sizes.get(sizes.len() / 2).copied().unwrap_or(16_000);
        let left = outermost(&mut lefts, size / 2, 2).unwrap_or(frame.left);
        let right = outermost(&mut rights, size * 6 / 10, 3).map(|right| -right);
        let farthest = rights.first().map_or(frame.right, |right| -right);
        // Where no three lines end together, the right margin is taken to be as wide as the left one.
        // Three short lines may end together by chance.
        let opposite = frame.right - (left - frame.left);
        let right = right.filter(|right| (right - left) * 5 > (opposite - left) * 4);
        Self { left, right: right.unwrap_or_else(|| farthest.max(opposite)) }
    }

    /// The margins of a page whose own lines end together before the usual margin: a table of contents
    /// on another page may be wider than the text.
    fn narrowed(self, lines: &[&Line]) -> Self {
        let mut rights: Vec<Length> = lines.iter().map(|line| -line.right).collect();
        let size = lines.first().map_or(0, |line| line.size);
        let least = (lines.len() / 5).max(4);
        let own = outermost(&mut rights, size * 6 / 10, least).map(|right| -right);
        let own = own.filter(|own| (own - self.left) * 10 > (self.right - self.left) * 9);
        Self { right: own.unwrap_or(self.right), ..self }
    }

    /// The margins of a cell: as far from its right side as the text is from its left one.
    fn without_padding(self, lines: &[Line]) -> Self {
        let left = lines.iter().map(|line| line.left).min().unwrap_or(self.left);
        let padding = (left - self.left).clamp(0, (self.right - self.left) / 4);
        let right = lines.iter().map(|line| line.right).max().unwrap_or(self.right);
        Self { left, right: right.max(self.right - padding.min(8_000)) }
    }
}

/// The lines of a page that stand in no cell.
fn lines(page: &Laid) -> impl Iterator<Item = &Line> {
    page.items.iter().filter_map(|item| match item {
        Item::Line(line) => Some(line),
        Item::Cell(..) => None,
    })
}

/// How wide a page is, in steps of four points: portrait and landscape have margins of their own.
fn width(page: &Laid) -> Length {
    (page.frame.right - page.frame.left) / 4_000
}

/// The margins of the lines on pages of each width.
fn margins(pages: &[Laid]) -> BTreeMap<Length, Margins> {
    let mut groups: BTreeMap<Length, (Bounds, Vec<&Line>)> = BTreeMap::new();
    for page in pages {
        groups.entry(width(page)).or_insert((page.frame, Vec::new())).1.extend(lines(page));
    }
    let margins = |(width, (frame, lines)): (Length, (Bounds, Vec<&Line>))| {
        (width, Margins::of(&lines, frame))
    };
    groups.into_iter().map(margins).collect()
}

/// The least of `places` next to which there are so many others, and a tenth of all of them at least
/// as long as they are few; sorts them.
fn outermost(places: &mut [Length], near: Length, least: usize) -> Option<Length> {
    places.sort_unstable();
    let least = least.max(places.len() / 20);
    let has_company = |index: &usize| {
        places.get(index + least - 1).is_some_and(|other| other - places[*index] <= near)
    };
    (0..places.len()).find(has_company).map(|index| places[index])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::reader::ReadOptions;

    /// The paragraphs of a page with lines that begin so many characters right of the margin; a line
    /// has room for 20.
    #[track_caller]
    fn check(lines: &[(Length, &str)], expected: &[&str]) {
        let size = 16_000;
        let line = |(index, &(indent, text)): (Length, &(Length, &str))| {
            let width = |c: char| if c.is_ascii() { size / 2 } else { size };
            let left = 90_000 + indent * size;
            let right = left + text.chars().map(width).sum::<Length>();
            let second =
                text.find(' ').map(|at| left + text[..=at].chars().map(width).sum::<Length>());
            let base = index * 28_000;
            Item::Line(Line {
                text: text.to_owned(),
                left,
                right,
                base,
                size,
                second,
                is_artifact: false,
            })
        };
        let frame = Bounds { top: 0, left: 0, bottom: 842_000, right: 500_000 };
        let items = (0..).zip(lines).map(line).collect();
        let mut body = Body::default();
        write(&[Laid { items, frame }], &mut body);
        let document = body.finish(Format::Pdf, &ReadOptions::default()).unwrap();
        let blocks: Vec<&str> =
            document.blocks.iter().map(|block| document.text_of(block)).collect();
        assert_eq!(blocks, expected);
    }

    const FULL: &str = "完成投资三亿二千万元，同比增长百分之八，比";

    #[test]
    fn full_lines_go_on() {
        check(
            &[(2, "今年以来，全局干部职工真抓实干，各项任务"), (0, "圆满完成。"), (2, "下一段。")],
            &["今年以来，全局干部职工真抓实干，各项任务圆满完成。", "下一段。"],
        );
        check(&[(0, FULL), (2, "下一段。")], &[FULL, "下一段。"]);
        check(&[(0, "短行"), (0, "又一短行")], &["短行", "又一短行"]);
        check(&[(2, "一、主要工作"), (2, "（一）防汛备汛")], &["一、主要工作", "（一）防汛备汛"]);
    }

    #[test]
    fn words_keep_their_blank_and_figures_have_none() {
        check(
            &[(0, "采用的系统叫做 Enterprise Resource"), (0, "Planning 系统。")],
            &["采用的系统叫做 Enterprise Resource Planning 系统。"],
        );
        check(
            &[(0, "全县全年完成固定资产投资总额共计人民12"), (0, "34万元。")],
            &["全县全年完成固定资产投资总额共计人民1234万元。"],
        );
    }

    #[test]
    fn hanging_lines_go_on_below_their_text() {
        check(
            &[
                (2, "1. 新建水厂三座，受益群众二万六千人，比去"),
                (3, "年多。"),
                (0, "末段。"),
                (0, "落款"),
            ],
            &["1. 新建水厂三座，受益群众二万六千人，比去年多。", "末段。", "落款"],
        );
    }

    #[test]
    fn items_are_paragraphs() {
        check(
            &[(0, "2、点击顶部导航购买单机版并且输入机器的识别码"), (0, "3、付款。")],
            &["2、点击顶部导航购买单机版并且输入机器的识别码", "3、付款。"],
        );
    }

    #[test]
    fn a_table_of_contents_is_left_out() {
        let contents = [
            (0, "目录"),
            (0, "一、主要工作 ............ 1"),
            (0, "二、存在问题…………3"),
            (0, "三、下一步打算 · · · · · · · · · 12"),
            (0, "一、主要工作"),
        ];
        check(&contents, &["目录", "一、主要工作"]);
        check(&contents[..3], &["目录", "一、主要工作 ............ 1", "二、存在问题…………3"]);
    }

    #[test]
    fn numbers_begin_paragraphs() {
        for (text, expected) in [
            ("一、总体情况", true),
            ("（二）成效", true),
            ("1.新建", true),
            ("3)", true),
            ("第三章 附则", true),
            ("1.2.1总则", true),
            ("1.2 总则", true),
            ("１．总则", true),
            ("1．总则", true),
            ("1．2亿元", false),
            ("3.2亿元", false),
            ("2023年", false),
            ("十分重视", false),
            ("第三方", false),
        ] {
            assert_eq!(begins_with_number(text), expected, "{text}");
        }
    }
}

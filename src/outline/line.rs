//! What one block is: heading, numbered paragraph, short line, noise (specification §1.3, §1.6).

use super::{Ending, LineFacts, LineRole, Marker, noise, run_in, scheme};
use crate::document::BlockKind;
use crate::text::Span;
use crate::text::scanner::{self, is_blank, is_digit, is_han};

/// The first sentence of a run-in heading is at most this long (longest in 496 measured: 38).
const LONGEST_RUN_IN: usize = 40;

/// A heading alone on its line is at most this long.
const LONGEST_STAND_ALONE: usize = 50;

/// The label of a numbered paragraph without heading is at most this long.
const LONGEST_LABEL: usize = 24;

/// An unnumbered heading has at most so many Han characters, and so many characters.
const LONGEST_SHORT: (usize, usize) = (20, 30);

/// Reads one block.
pub(super) fn read(text: &str, kind: BlockKind) -> LineFacts {
    let line = Span::of(trimmed(text), text);
    let inner = unwrap(line);
    let style = match kind {
        BlockKind::Heading(level) => Some(level.max(1)),
        _ => inner.style,
    };
    let offset = inner.text.as_ptr() as usize - text.as_ptr() as usize;
    let role = match kind {
        BlockKind::Cell(_) => LineRole::Body,
        _ if noise::is_noise(line) => LineRole::Noise,
        _ => {
            role(inner.text, style.is_some() || inner.bold).moved(|span| span.shift(offset as u32))
        }
    };
    LineFacts {
        role,
        style,
        bold: inner.bold,
        ending: ending(inner.text),
        length: line.chars().take(255).count() as u8,
        run_in_items: run_in::find(text),
    }
}

/// `text` without the blanks around it.
pub(super) fn trimmed(text: &str) -> Span {
    let is_edge = |c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}');
    let start = text.len() - text.trim_start_matches(is_edge).len();
    let end = text.trim_end_matches(is_edge).len();
    Span::new(start, end.max(start))
}

/// A line without the marks of Markdown around its text.
struct Unwrapped<'a> {
    text: &'a str,
    style: Option<u8>,
    bold: bool,
}

/// Takes `## ` and `**…**` off a line.
fn unwrap(line: &str) -> Unwrapped<'_> {
    let hashes = line.bytes().take(7).take_while(|&b| b == b'#').count();
    let after_hashes = &line[hashes..];
    let is_heading = (1..=6).contains(&hashes) && after_hashes.starts_with(is_blank);
    let (style, text) = if is_heading {
        let text =
            after_hashes.trim_matches(is_blank).trim_end_matches('#').trim_end_matches(is_blank);
        (Some(hashes as u8), text)
    } else {
        (None, line)
    };
    match text.strip_prefix("**").and_then(|rest| rest.strip_suffix("**")) {
        Some(inner) if is_emphasis(inner) => Unwrapped { text: inner, style, bold: true },
        _ => Unwrapped { text, style, bold: false },
    }
}

/// Whether what stands between two `**` is emphasis rather than text between two blanks:
/// `**县工作总结**` is not (specification §3.2).
fn is_emphasis(inner: &str) -> bool {
    let begins_like_blank = inner.starts_with(|c| "县市省区镇乡村街局委办公名元万亩个".contains(c));
    inner.chars().nth(1).is_some() && !inner.contains('*') && !begins_like_blank
}

impl LineFacts {
    /// The same facts where every place of theirs lies at `place` of it.
    pub(crate) fn moved(self, place: impl Fn(Span) -> Span) -> Self {
        let marker = |marker: Marker| Marker { span: place(marker.span), ..marker };
        let run_in_items = self.run_in_items.into_iter().map(marker).collect();
        Self { role: self.role.moved(&place), run_in_items, ..self }
    }
}

impl LineRole {
    /// The same role where every place of its lies at `place` of it.
    fn moved(self, place: impl Fn(Span) -> Span) -> Self {
        let at = |marker: Marker| Marker { span: place(marker.span), ..marker };
        match self {
            Self::Heading { marker, title, run_in } => {
                Self::Heading { marker: at(marker), title: place(title), run_in }
            }
            Self::Item { marker, title } => Self::Item { marker: at(marker), title: place(title) },
            Self::Short { title } => Self::Short { title: place(title) },
            Self::Appendix { title } => Self::Appendix { title: place(title) },
            Self::Body | Self::Noise => self,
        }
    }
}

/// The role of a line without blanks around it; `marked` lines are headings by style or bold.
fn role(line: &str, marked: bool) -> LineRole {
    if is_appendix(line) {
        let title = line.trim_end_matches(['：', ':']);
        return LineRole::Appendix { title: Span::new(0, title.len()) };
    }
    if let Some(reading) = scheme::read(line) {
        let marker = Marker {
            family: reading.family,
            number: reading.number,
            span: Span::new(0, reading.len),
        };
        return numbered(line, marker);
    }
    let bare = without_bullet(line);
    let short = if marked { !bare.is_empty() } else { is_short(bare) };
    if short {
        let title = bare.trim_end_matches(['。', '：', ':']);
        let start = line.len() - bare.len();
        return LineRole::Short { title: Span::new(start, start + title.len()) };
    }
    LineRole::Body
}

/// Takes the sign off that stands before headings as often as before items: ■ 阵地建设.
fn without_bullet(line: &str) -> &str {
    let bare = line.strip_prefix(['■', '◆', '★', '▌', '▶', '❖']);
    bare.map_or(line, |bare| bare.trim_start_matches(is_blank))
}

/// The role of a line that begins with `marker`.
fn numbered(line: &str, marker: Marker) -> LineRole {
    let blanks = |c: char| is_blank(c) || c == '\n';
    let rest = line[marker.span.range().end..].trim_start_matches(blanks);
    let start = line.len() - rest.len();
    if let Some(tail) = contents_entry(rest) {
        return if tail { LineRole::Noise } else { LineRole::Body };
    }
    let at = |end: usize| Span::new(start, start + end);
    match split(rest) {
        Split::StandAlone(end) => LineRole::Heading { marker, title: at(end), run_in: false },
        Split::RunIn(end) => LineRole::Heading { marker, title: at(end), run_in: true },
        Split::Item(end) => LineRole::Item { marker, title: at(end) },
    }
}

/// Whether the text after a marker is an entry of a table of contents (`总则……3`): `Some(true)`;
/// or a row of a table, whose cells tabs or wide gaps separate: `Some(false)`.
fn contents_entry(rest: &str) -> Option<bool> {
    let page = scanner::run_back(rest, is_digit);
    let leader = rest[..page].trim_end_matches(is_blank);
    let dotted = leader.ends_with("...") || leader.ends_with("…") || leader.ends_with("···");
    let tabs = rest.matches('\t').take(2).count();
    if page < rest.len() && rest.len() - page <= 4 && (dotted || (tabs == 1 && leader.len() < page))
    {
        return Some(true);
    }
    let cells = rest.split("  ").filter(|cell| !cell.trim().is_empty()).take(3).count();
    (tabs > 0 || cells > 2).then_some(false)
}

/// Where the heading in the text after a marker ends, in bytes.
enum Split {
    /// The heading is the whole line.
    StandAlone(usize),
    /// The heading is the first sentence.
    RunIn(usize),
    /// There is no heading; this is the end of the first clause.
    Item(usize),
}

/// Splits heading from body. Marks inside quotations, titles and brackets do not count. Reads no
/// further than a heading may reach.
fn split(rest: &str) -> Split {
    let mut depth = 0_u32;
    let mut dots_end = 0;
    for (length, (at, c)) in rest.char_indices().enumerate() {
        let after = &rest[at + c.len_utf8()..];
        if c == '。' && after.starts_with("。。") {
            dots_end = rest.len() - after.trim_start_matches('。').len();
        }
        match c {
            // 。。。 is how some write ……, and ends no heading.
            '。' if at < dots_end => {}
            '“' | '‘' | '《' | '（' | '(' | '「' | '【' => depth += 1,
            '”' | '’' | '》' | '）' | ')' | '」' | '】' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '。' | '：' | ':' if after.is_empty() => {
                return if length <= LONGEST_STAND_ALONE {
                    Split::StandAlone(at)
                } else {
                    item(rest)
                };
            }
            '！' | '？' if after.is_empty() => break,
            '。' | '！' | '？' if length <= LONGEST_RUN_IN => return Split::RunIn(at),
            '：' | ':' if length <= LONGEST_RUN_IN && !is_ratio(rest, at, after) => {
                return Split::RunIn(at);
            }
            '。' | '！' | '？' | '；' => return item(rest),
            _ => {}
        }
        if length > LONGEST_STAND_ALONE {
            return item(rest);
        }
    }
    if rest.is_empty() { Split::Item(0) } else { Split::StandAlone(rest.len()) }
}

/// Whether the colon at byte `at` stands between two digits: 8:30, 1：2.
fn is_ratio(rest: &str, at: usize, after: &str) -> bool {
    scanner::before(rest, at).is_some_and(is_digit) && after.starts_with(is_digit)
}

/// The first clause as a label.
fn item(rest: &str) -> Split {
    let mut characters = rest.char_indices().take(LONGEST_LABEL + 1);
    let clause = characters.find(|&(_, c)| "，。；：！？".contains(c));
    let limit = || rest.char_indices().nth(LONGEST_LABEL).map_or(rest.len(), |(at, _)| at);
    Split::Item(clause.map_or_else(limit, |(at, _)| at))
}

/// Whether the line is 附件, 附件1, 附件一：, 名词解释: alone, it begins an appendix.
fn is_appendix(line: &str) -> bool {
    if line.len() > 24 {
        return false;
    }
    let bare = line.trim_end_matches(['：', ':']);
    if ["名词解释", "附录", "注释", "名词注释", "附表"].contains(&bare) {
        return true;
    }
    let Some(number) = bare.strip_prefix("附件") else { return false };
    let number = number.trim_matches(is_blank);
    number.chars().all(|c| is_digit(c) || "一二三四五六七八九十".contains(c))
}

/// Whether a line without a marker is short enough for a heading and has none of the marks of a
/// sentence.
fn is_short(line: &str) -> bool {
    // 30 characters are at most 120 bytes; most lines are longer and need not be read.
    if line.len() > LONGEST_SHORT.1 * 4 {
        return false;
    }
    let (mut length, mut han, mut blanks) = (0, 0, 0);
    for c in line.chars() {
        if "。，；：！？,;:!?@/\t|_*×…".contains(c) {
            return false;
        }
        length += 1;
        han += usize::from(is_han(c));
        blanks += usize::from(is_blank(c));
    }
    if blanks > 0 && !is_couplet(line) {
        return false;
    }
    let caption = ["表", "图", "附表", "附图"]
        .iter()
        .any(|word| line.strip_prefix(word).is_some_and(|rest| rest.starts_with(is_digit)));
    let bracketed = line.starts_with(['（', '(', '—', '-', '•', '●', '·', '\u{FFFD}']);
    (2..=LONGEST_SHORT.0).contains(&han) && length <= LONGEST_SHORT.1 && !caption && !bracketed
}

/// Whether the line is two clauses of one length with a blank between them:
/// 坚持惩治犯罪　守护社会平安. A name and an office are shorter and unequal.
fn is_couplet(line: &str) -> bool {
    let mut halves = line.split(is_blank).filter(|half| !half.is_empty());
    let lengths = [halves.next(), halves.next()].map(|half| half.map_or(0, |h| h.chars().count()));
    halves.next().is_none() && lengths[0] >= 4 && lengths[0] == lengths[1]
}

/// How the line ends.
fn ending(line: &str) -> Ending {
    match line.chars().next_back() {
        Some('：' | ':') => Ending::Colon,
        Some(c) if "。！？；…”）》】!?;)".contains(c) => Ending::Complete,
        _ => Ending::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::CellPlace;

    /// `marked` holds the title in ⟦ ⟧; `kind` is `heading`, `run-in`, `item`, `short`, `appendix`,
    /// `noise` or `body`.
    #[track_caller]
    fn check(kind: &str, marked: &str) {
        let text = marked.replace(['⟦', '⟧'], "");
        let facts = read(&text, BlockKind::Paragraph);
        let (found, title) = match facts.role {
            LineRole::Heading { title, run_in: false, .. } => ("heading", Some(title)),
            LineRole::Heading { title, .. } => ("run-in", Some(title)),
            LineRole::Item { title, .. } => ("item", Some(title)),
            LineRole::Short { title } => ("short", Some(title)),
            LineRole::Appendix { title } => ("appendix", Some(title)),
            LineRole::Noise => ("noise", None),
            LineRole::Body => ("body", None),
        };
        let shown = title.map_or(text.clone(), |title| {
            let (before, rest) = text.split_at(title.range().start);
            let (inside, after) = rest.split_at(title.len());
            format!("{before}⟦{inside}⟧{after}")
        });
        assert_eq!((found, shown.as_str()), (kind, marked));
    }

    #[test]
    fn stand_alone_headings() {
        check("heading", "一、⟦加强理论学习，全面提升综合素质⟧");
        check("heading", "三、⟦遵守规矩纪律，全力抓好廉政建设⟧ ");
        check("heading", "　　（三）⟦深化重点领域改革，切实增强内生动力⟧。");
        check("heading", "1.⟦主要做法⟧：");
        check("heading", "第一章　⟦总　　则⟧");
        check("heading", "（一）⟦新征程，再出发！⟧");
        check("heading", "二、⟦关于《规划纲要（草案）》的说明⟧");
    }

    #[test]
    fn run_in_headings() {
        check("run-in", "2.⟦落实“一岗双责”⟧。认真执行党风廉政建设责任制。");
        check("run-in", "1.⟦绩效考核⟧：严格落实要求。");
        check("run-in", "（一）⟦为什么要改⟧？因为形势变了。");
        check("run-in", "3.⟦落实“稳字当头。稳中求进”要求⟧。全年完成投资3亿元。");
        check("run-in", "2.⟦走访农户、企业。。。任务分工到人⟧。认真抓好落实。");
        check("run-in", "（\n三）⟦改革开放持续深化⟧。营商环境优化。");
    }

    #[test]
    fn numbered_paragraphs() {
        check(
            "item",
            "1.⟦通过“以工代赈”发放“三北”工程、高标准农田建设⟧劳务报酬20亿元以上；扩大失业保险、工伤保险覆盖面。",
        );
        check("item", "（2）⟦推进教育均衡发展⟧，新建学校3所；改造提升校舍12栋。");
        check("item", "3.⟦⟧");
    }

    #[test]
    fn short_lines_may_be_headings() {
        check("short", "⟦“十四五”时期工作回顾⟧");
        check("short", "⟦结束语⟧");
        check("short", "⟦坚持惩治犯罪　守护社会平安⟧");
        check("short", "■ ⟦阵地建设⟧");
        check("short", "**⟦工作回顾⟧**");
        check("short", "## ⟦工作回顾，成绩与问题⟧");
        check("heading", "### 一、⟦工作回顾⟧ ##");
    }

    #[test]
    fn everything_else_is_body() {
        check("body", "各位代表！");
        check("body", "**县工作总结**");
        check("body", "省长 李某某");
        check("body", "表1主要指标");
        check("body", "5.5%左右的预期增长目标与“十五五”发展目标总体衔接。");
        check("body", "1.指标名称\t单位\t数值");
        check("body", "——经济总体回升向好。");
        check("body", "");
        check("noise", "一、总则…………3");
        check("noise", "一、总则\t12");
        check("noise", "— 3 —");
        check("appendix", "⟦附件1⟧");
        check("appendix", "⟦名词解释⟧");
        check("appendix", "⟦附件⟧：");
        check("body", "附件：1.任务分解表");
    }

    #[test]
    fn cells_are_no_headings_and_styles_are() {
        let cell = read("一、工作", BlockKind::Cell(CellPlace::default()));
        assert_eq!((cell.role, cell.style), (LineRole::Body, None));
        let styled = read("工作，回顾", BlockKind::Heading(2));
        assert_eq!(styled.style, Some(2));
        assert!(matches!(styled.role, LineRole::Short { .. }));
    }
}

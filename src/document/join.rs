//! Cutting a text into logical lines (specification §1.0, "Join rule").
//!
//! Texts copied from a PDF or a sharing site break lines inside a sentence. Such lines are one
//! block; a heading is never joined with its body, and a blank line always separates.

use super::{Block, BlockKind};
use crate::text::Span;
use crate::text::chinese_numeral::is_numeral;
use crate::text::scanner::{is_blank, is_digit, is_han};

/// A line shorter than this, in characters, was not broken because it was full.
const SHORTEST_BROKEN: usize = 18;

/// A line up to this long without a full stop may be a heading.
const LONGEST_HEADING: usize = 40;

/// A line this long may be a full line of hard-wrapped text even if it holds no full stop.
const SHORTEST_WRAPPED: usize = 24;

/// Marks that end a sentence or a clause, so that the line is complete.
const COMPLETE: &str = "。！？：；…”）》】!?:;)";

/// Marks that cannot begin a line: what they close or separate stands on the line before.
const NEVER_FIRST: &str = "，。、；：！？”’）》」』〕,;";

/// Marks that cannot end a line: what they open stands on the next line.
const NEVER_LAST: &str = "（“‘《「『【〔([";

/// The blocks of `text`, one for each logical line. Reads the text once; only lines without a mark
/// at their end are looked at more closely.
pub(super) fn logical_lines(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::with_capacity(text.len() / 128);
    let (mut start, mut open): (usize, Option<Open<'_>>) = (0, None);
    for raw in text.split('\n') {
        let end = start + raw.len();
        let line = trim(raw);
        open = match (open, blocks.last_mut()) {
            _ if line.is_empty() => None,
            (Some(open), Some(block)) if continues(&open, raw, line) => {
                block.span.end = end as u32;
                Some(Open { last: line, joined: true, ..open })
            }
            _ => {
                let title_block = blocks.is_empty();
                blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(start, end) });
                Some(Open { first: line, last: line, joined: false, title_block })
            }
        };
        start = end + 1;
    }
    blocks
}

/// The block that the next line may continue.
#[derive(Clone, Copy)]
struct Open<'a> {
    /// Its first physical line.
    first: &'a str,
    /// Its last one.
    last: &'a str,
    /// Whether it is already more than one.
    joined: bool,
    /// Whether it is the document's first: the title, which may be long and hold a comma.
    title_block: bool,
}

/// A line without the blanks around it.
fn trim(raw: &str) -> &str {
    raw.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}'))
}

/// Whether `next` goes on with the sentence in which `open` ends.
fn continues(open: &Open<'_>, raw: &str, next: &str) -> bool {
    let last = open.last;
    if last.ends_with(|c| NEVER_LAST.contains(c)) || next.starts_with(|c| NEVER_FIRST.contains(c)) {
        return true;
    }
    if is_complete(last) || is_indented(raw) {
        return false;
    }
    is_spliced(open, next)
        || (!begins_block(next)
            && (is_lone_ordinal(last) || closes_what_is_open(last, next) || is_broken(open, next)))
}

/// Whether the line ends a sentence or a clause: with a mark, with the . that some type for one, or
/// with a mark and an advert: …率先完成。某某网www.example.com
fn is_complete(line: &str) -> bool {
    let marked = |line: &str| line.ends_with(|c| COMPLETE.contains(c));
    let stem = line.trim_end_matches(|c: char| c.is_ascii_graphic());
    let word = &line[stem.len()..];
    let advert = || word.contains('.') && marked(stem.trim_end_matches(is_han));
    marked(line) || (word == "." && stem.ends_with(is_han)) || advert()
}

/// Whether the line begins like a paragraph, with two blanks or more.
fn is_indented(raw: &str) -> bool {
    raw.starts_with('\u{3000}') || raw.starts_with('\t') || raw.starts_with("  ")
}

/// Whether `next` begins with a page-chunk marker that a sharing site put into the sentence:
/// `…税收收入XX万元，非税收` / `2、入XX万元`. The first chunk has no marker, so a list that begins
/// here (`1、`) and one that goes on (`1、…` / `2、…`) are none.
fn is_spliced(open: &Open<'_>, next: &str) -> bool {
    let number = |line: &str| {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        (digits <= 3 && line[digits..].starts_with('、'))
            .then(|| line[..digits].parse::<u32>().ok())?
    };
    let Some(marker) = number(next).filter(|&n| n > 1) else { return false };
    let goes_on =
        [open.first, open.last].into_iter().any(|l| number(l).is_some_and(|n| n + 1 == marker));
    !goes_on && !is_heading_like(open.last) && has_clause(open.last)
}

/// Whether the line is nothing but 一是, 二要: a link or a bold run was cut from its sentence.
fn is_lone_ordinal(line: &str) -> bool {
    line.len() <= 9
        && line
            .strip_suffix(['是', '要'])
            .is_some_and(|n| !n.is_empty() && n.chars().all(is_numeral))
}

/// Whether `last` opens a quotation, title or bracket that `next` closes.
fn closes_what_is_open(last: &str, next: &str) -> bool {
    [('“', '”'), ('《', '》'), ('（', '）')].into_iter().any(|(open, close)| {
        let opened = last.rfind(open).is_some_and(|at| !last[at..].contains(close));
        opened && next.find(close).is_some_and(|at| !next[..at].contains(open))
    })
}

/// Whether `open` ends inside a sentence because its line was full.
fn is_broken(open: &Open<'_>, next: &str) -> bool {
    let last = open.last;
    let (length, next_length) = (length_up_to(last, 64), length_up_to(next, 64));
    if length < SHORTEST_BROKEN || is_heading_like(last) || is_byline(last) {
        return false;
    }
    let next_ends = next.ends_with(|c| "。；！？…”）!?;".contains(c));
    if next_length < SHORTEST_BROKEN && !next_ends {
        return false;
    }
    if last.ends_with(['，', '、', ',']) || length > LONGEST_HEADING {
        return true;
    }
    // A line that is longer than the one before it was not wrapped at the same margin; without a
    // full stop both are items of a list: 完成投资3亿元，增长12% / 新增就业1500人，….
    let fits_margin = next_length <= length + 2;
    if open.joined || last.contains(['。', '！', '？', '；']) {
        return fits_margin || next_ends;
    }
    !open.title_block && fits_margin && length >= SHORTEST_WRAPPED && has_clause(last)
}

/// Whether the line holds more than one clause.
fn has_clause(line: &str) -> bool {
    line.contains(['，', '。', '；', ','])
}

/// Whether the line has a marker and no full stop, and is short enough for a heading.
fn is_heading_like(line: &str) -> bool {
    begins_block(line)
        && length_up_to(line, LONGEST_HEADING + 1) <= LONGEST_HEADING
        && !line.contains(['。', '！', '？', '；'])
}

/// Whether the line is a caption or a reporter's line, which ends without a mark:
/// `省长作政府工作报告。本报记者 朱江 摄`.
fn is_byline(line: &str) -> bool {
    line.ends_with('摄') || ["记者", "通讯员", "责任编辑"].iter().any(|word| line.contains(word))
}

/// The number of characters, at most `limit`.
fn length_up_to(line: &str, limit: usize) -> usize {
    line.chars().take(limit).count()
}

/// Whether `line` begins a block of its own: with a marker of any numbering, a bullet, a label.
/// It takes too much rather than too little, since a line that is not joined is still read.
fn begins_block(line: &str) -> bool {
    let mut rest = line.chars();
    match rest.next() {
        Some('第') => rest.next().is_some_and(is_number),
        Some('（' | '(' | '〔' | '[' | '［') => {
            let inner = rest.as_str();
            let numerals = inner.find(|c| !is_number(c)).unwrap_or(inner.len());
            numerals > 0 && inner[numerals..].starts_with(['）', ')', '〕', ']', '］'])
        }
        Some('一'..='\u{9FFF}') => begins_with_numeral(line) || has_label(line),
        Some('A'..='Z' | 'a'..='z') => rest.next().is_some_and(|c| "、.．)）".contains(c)),
        Some('0'..='9' | '０'..='９') => begins_with_figure(line),
        Some(c) => {
            matches!(c, '#' | '|' | '>' | '【' | '\u{2460}'..='\u{24FF}' | '\u{2160}'..='\u{217F}')
                || matches!(c, '\u{2010}'..='\u{2015}' | '-' | '•' | '·' | '●' | '◆' | '■' | '▪')
                || matches!(c, '★' | '▲' | '◇' | '□' | '➢' | '\u{3220}'..='\u{3229}')
                || (c == '*' && rest.next().is_some_and(is_blank))
        }
        None => false,
    }
}

/// 一、 二是 三要, and 首先，.
fn begins_with_numeral(line: &str) -> bool {
    let numerals = line.find(|c| !is_numeral(c)).unwrap_or(line.len());
    let after = line[numerals..].chars().next();
    (numerals > 0 && after.is_some_and(|c| "、．.是要".contains(c)))
        || ["首先，", "其次，", "再次，", "最后，", "附件"]
            .iter()
            .any(|word| line.starts_with(word))
}

/// `1.`, `2、`, `（3）`, `1.2 `: digits with the mark of a marker and no digit after it.
fn begins_with_figure(line: &str) -> bool {
    let digits = line.find(|c| !is_digit(c)).unwrap_or(line.len());
    let mut rest = line[digits..].chars();
    let marked = rest.next().is_some_and(|c| ".．、)）".contains(c));
    let section = line.find(|c: char| !is_digit(c) && c != '.').unwrap_or(line.len());
    let then = |at: usize| line[at..].chars().next();
    (digits <= 9 && marked && !rest.next().is_some_and(is_digit))
        || (section > digits && then(section).is_some_and(is_blank))
}

/// 联系人：, 责任单位：: two to six Han characters and a colon.
fn has_label(line: &str) -> bool {
    let mut label = line.chars().take(7);
    let length = label.by_ref().take_while(|&c| is_han(c)).count();
    (2..=6).contains(&length) && line.chars().nth(length).is_some_and(|c| c == '：' || c == ':')
}

/// A character of a number in a marker.
fn is_number(c: char) -> bool {
    is_digit(c) || is_numeral(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `lines` is a text in which `|` marks the line breaks that are expected to be joined, `/`
    /// those that separate.
    #[track_caller]
    fn check(lines: &str) {
        let text = lines.replace(['|', '/'], "\n");
        let blocks: Vec<&str> = logical_lines(&text).iter().map(|b| b.span.of(&text)).collect();
        let expected: Vec<String> = lines
            .split('/')
            .map(|block| block.replace('|', "\n"))
            .filter(|block| !block.trim().is_empty())
            .collect();
        assert_eq!(blocks, expected);
    }

    #[test]
    fn a_sentence_broken_at_the_margin_is_one_block() {
        check(
            "报告/今年以来，在县委、县政府的正确领导下，本人紧紧围绕分管领域工作，|认真履职、真抓实干，完成了任务。/二、问题",
        );
        check(
            "报告/一是抓学习。坚持把学习贯彻党的二十大精神作为首要政治|任务，开展宣讲12次。/一、工作",
        );
        check(
            "报告/全县上下坚持稳中求进工作总基调，统筹推进各项工作取得新的重大|进展，实现了“十四五”良好开局，为今后的发展打下了更加坚实|的基础。",
        );
        check("报告/新增高新技术企业32家（|含规模以上企业），完成投资。");
        check("报告/加快建设“一心双|核、两轴多组团”的空间格局。/下一步");
        check("报告/严格执行《|证券法|》，规范市场。");
        check("报告/一是|认真完善监管体制。/二是|加快改革。");
    }

    #[test]
    fn a_broken_marker_is_put_together() {
        check("报告/工作有序推进。（|三）改革开放持续深化");
    }

    #[test]
    fn a_page_chunk_marker_stays_inside_the_sentence() {
        check("报告/税收收入XX万元，非税收|2、入XX万元。/二、问题");
        check("报告/1、加强学习，提高能力/2、转变作风，狠抓落实/3、廉洁自律，严守纪律");
        check("报告/一、主要工作/2、城市建设");
    }

    #[test]
    fn headings_stand_alone() {
        check("2022年副县长个人述职报告//2022年副县长述职报告/今年以来，完成了任务。");
        check(
            "关于加强和改进全县乡村治理工作，推动高质量发展的调研报告/近年来，我县坚持党建引领。",
        );
        check("一、加强理论学习，全面提升综合素质/把学习作为首要任务。");
        check(
            "二、关于《上海市国民经济和社会发展第十五个五年规划纲要（草案）》的说明/根据建议，编制了纲要。",
        );
        check(
            "一、概述/强化责任担当，狠抓工作落实，全面推进乡村振兴/坚持农业农村优先发展，全年完成投资3.2亿元，同比增长12%，新建高标准农田5万亩。",
        );
    }

    #[test]
    fn title_block_and_sign_off_stay_apart() {
        check(
            "政府工作报告/——2026年2月3日在上海市第十六届人民代表大会第四次会议上/来源：解放日报/时间：2026-02-09/上海市市长 龚 正/各位代表：",
        );
        check("报告。 贵州日报天眼新闻记者 李森 摄/政府工作报告");
        check("省长代表省人民政府向大会作政府工作报告。本报记者 朱江 摄/各位代表：");
        check(
            "报告/全面完成各项工作任务目标，各方面成效十分明显./全面推进各项改革，狠抓工作落实。",
        );
        check(
            "报告/各项考核指标在全市率先完成，位居全市前列。某某网www.example.com/扎实开展“百日攻坚”行动，全面排查隐患。",
        );
        check("特此报告。/某某县人民政府/2022年12月31日");
        check("不当之处，请批评指正/  张三");
    }

    #[test]
    fn lists_without_full_stops_stay_lists() {
        check(
            "报告/地区生产总值完成45.2亿元，同比增长8%，居全市第2位/固定资产投资完成32.5亿元，同比增长12.3%，比上年提高2个百分点，居全市第1位/",
        );
        check("报告/甲|，乙");
    }

    #[test]
    fn only_blank_lines_make_no_block() {
        for text in ["", "\n \u{3000}\t\n\u{FEFF}"] {
            assert_eq!(logical_lines(text), [], "{text:?}");
        }
    }
}

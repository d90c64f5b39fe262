//! The conventions by which writers leave a value open, one row each. Specification §3.1.
//!
//! To add one, add a row: its examples run as tests.

use super::{PlaceholderType, Severity, date, deleted, mask, phrase, shape, sign};
use crate::text::Span;
use crate::text::order;
use std::sync::LazyLock;

/// A way to leave a value open.
pub struct Convention {
    /// Its stable id.
    pub id: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// A text with such a blank, and what of it the blank is ("" for a place without a mark).
    pub found: (&'static str, &'static str),
    /// A text that looks alike and holds none.
    pub passed_over: &'static str,
    /// The characters at which it is tried.
    starts: &'static str,
    /// Reads a blank at byte `at` of a text, where one of `starts` stands.
    read: fn(&str, usize) -> Option<Hit>,
}

/// A blank as its convention reads it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// Its place.
    pub(super) span: Span,
    /// What it stands for, where the convention tells; otherwise its neighbours do.
    pub(super) kind: Option<PlaceholderType>,
    /// Whether it is to be filled in.
    pub(super) severity: Severity,
    /// What the label says, where the convention knows better than the neighbours.
    pub(super) note: Option<&'static str>,
}

impl Hit {
    /// A blank to fill in, whose neighbours tell what it stands for.
    pub(super) fn open(start: usize, end: usize) -> Self {
        Self { span: Span::new(start, end), kind: None, severity: Severity::Fill, note: None }
    }

    /// The same with a type that is known.
    pub(super) fn of_kind(self, kind: PlaceholderType) -> Self {
        Self { kind: Some(kind), ..self }
    }

    /// The same as a deliberate mask.
    pub(super) fn deliberate(self) -> Self {
        Self { severity: Severity::Info, ..self }
    }
}

/// Every convention, those that ask for more before those that ask for less.
#[rustfmt::skip]
pub const CONVENTIONS: &[Convention] = &[
    Convention { id: "masked-id", name: "遮蔽的号码", found: ("138****1234", "138****1234"), passed_over: "3*5=15",
        starts: "*＊×xX", read: mask::masked_id },
    Convention { id: "year-mask", name: "年份掩码", found: ("20XX年工作总结", "20XX"), passed_over: "2022年工作总结",
        starts: "xXｘＸ*＊×_＿○〇□△█", read: date::year_mask },
    Convention { id: "masked-ordinal", name: "届次掩码", found: ("党的XX大和二十届三中全会", "XX"), passed_over: "党的二十大",
        starts: "xXｘＸ*＊×○", read: mask::masked_ordinal },
    Convention { id: "censored-character", name: "被屏蔽的字", found: ("尤其是在*政建设方面", "*"), passed_over: "党政建设",
        starts: "*＊×", read: mask::censored_character },
    Convention { id: "star", name: "星号", found: ("完成*套棚户区改造", "*"), passed_over: "3*5=15",
        starts: "*＊", read: mask::star },
    Convention { id: "cross", name: "叉号", found: ("新增就业××万人", "××"), passed_over: "“数据要素×”行动",
        starts: "×✕✖╳", read: mask::cross },
    Convention { id: "letter-x", name: "字母X", found: ("完成财政收入XX万元", "XX"), passed_over: "“1+N+X”规划体系",
        starts: "xXｘＸ", read: mask::letter_x },
    Convention { id: "circle", name: "圆圈", found: ("○○县", "○○"), passed_over: "二○三五年",
        starts: "○〇◯●OＯ", read: mask::circle },
    Convention { id: "box", name: "方框", found: ("□□镇", "□□"), passed_over: "□是 □否",
        starts: "□", read: mask::square },
    Convention { id: "triangle", name: "三角", found: ("走访农户△△人次", "△△"), passed_over: "▲ 重点工作",
        starts: "△▲", read: shape::triangle },
    Convention { id: "block", name: "涂黑", found: ("消除缺陷███处", "███"), passed_over: "进度███░░",
        starts: "█▇▉▓", read: shape::block },
    Convention { id: "full-square", name: "实心方框", found: ("新建泵站■座", "■"), passed_over: "■ 阵地建设",
        starts: "■", read: shape::full_square },
    Convention { id: "star-or-diamond", name: "星形、菱形", found: ("采购大米☆☆公斤", "☆☆"), passed_over: "☆个人荣誉",
        starts: "☆★◇◆", read: shape::star },
    Convention { id: "dots-or-hashes", name: "圆点、井号", found: ("设置安置点··处", "··"), passed_over: "## 重点工作",
        starts: "·・•#＃", read: shape::dots_or_hashes },
    Convention { id: "underscore", name: "下划线", found: ("完成____万元", "____"), passed_over: "unit_name",
        starts: "_＿", read: mask::underscore },
    Convention { id: "letter-n", name: "字母N", found: ("建设N个项目", "N"), passed_over: "“N个1”机制",
        starts: "NnＮｎ", read: sign::letter_n },
    Convention { id: "question-mark", name: "问号", found: ("完成？？个", "？？"), passed_over: "怎么办？人人有责",
        starts: "?？", read: sign::question_mark },
    Convention { id: "ellipsis", name: "省略号", found: ("完成投资……亿元", "……"), passed_over: "改造道路、管网……成效明显",
        starts: "…", read: sign::ellipsis },
    Convention { id: "ocr-digits", name: "识别错误的数字", found: ("投资IlOO多万元", "IlOO"), passed_over: "投资1100多万元",
        starts: "IlOo", read: sign::ocr_digits },
    Convention { id: "blank-date", name: "空白日期", found: ("——年月日在第二届人民代表大会上", "年月日"), passed_over: "按年月日排序",
        starts: "年月日", read: date::blank_date },
    Convention { id: "deleted-number", name: "缺失的数字", found: ("地区生产总值完成亿元。", ""), passed_over: "亿元以上项目",
        starts: deleted::STARTS, read: deleted::deleted_number },
    Convention { id: "template-variable", name: "模板变量", found: ("完成${num}万元", "${num}"), passed_over: "价格为$5",
        starts: "{｛$<【[［", read: phrase::template_variable },
    Convention { id: "content-control", name: "内容控件提示", found: ("单击或点击此处输入文字。", "单击或点击此处输入文字。"), passed_over: "单击鼠标",
        starts: "单点选[C", read: phrase::content_control },
    Convention { id: "instruction", name: "填写提示", found: ("（此处填写单位名称）", "（此处填写单位名称）"), passed_over: "会议时间待定",
        starts: "（(【[［〔{｛<＜待T", read: phrase::instruction },
    Convention { id: "empty-bracket", name: "空括号", found: ("完成投资（　　）亿元", "（　　）"), passed_over: "main()",
        starts: "（(【〔《[［{｛", read: phrase::empty_bracket },
    Convention { id: "some-one", name: "某", found: ("某县工作总结", "某"), passed_over: "在某种程度上",
        starts: "某", read: phrase::some_one },
];

/// The rows by the characters they are tried at, in the order of the table.
struct Dispatch {
    filter: [u64; FILTER_BITS / 64],
    rows: Vec<(char, &'static Convention)>,
}

/// Bits of the filter; a power of two.
const FILTER_BITS: usize = 4096;

static DISPATCH: LazyLock<Dispatch> = LazyLock::new(|| {
    let pairs = |row: &'static Convention| row.starts.chars().map(move |c| (c, row));
    let mut rows: Vec<_> = CONVENTIONS.iter().flat_map(pairs).collect();
    order::sort_by_key(&mut rows, |&(c, _)| c);
    let mut filter = [0; FILTER_BITS / 64];
    for &(c, _) in &rows {
        let bit = c as usize % FILTER_BITS;
        filter[bit / 64] |= 1 << (bit % 64);
    }
    Dispatch { filter, rows }
});

/// A reader of blanks over one text.
pub(super) struct Reader(&'static Dispatch);

impl Reader {
    pub(super) fn new() -> Self {
        Self(&DISPATCH)
    }

    /// Whether a blank may begin with `c`; `false` is certain.
    pub(super) fn may_begin(&self, c: char) -> bool {
        let bit = c as usize % FILTER_BITS;
        self.0.filter[bit / 64] & (1 << (bit % 64)) != 0
    }

    /// The blank at byte `at` of `text`, where `c` stands, by the first convention that has one.
    pub(super) fn read(
        &self,
        text: &str,
        at: usize,
        c: char,
    ) -> Option<(&'static Convention, Hit)> {
        let from = self.0.rows.partition_point(|&(start, _)| start < c);
        let rows = self.0.rows[from..].iter().take_while(|&&(start, _)| start == c);
        rows.into_iter().find_map(|&(_, row)| Some((row, (row.read)(text, at)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Surroundings, find};
    use super::*;

    #[test]
    fn each_convention_finds_its_example_and_no_more() {
        for row in CONVENTIONS {
            let (text, token) = row.found;
            let found = find(text, Surroundings::default());
            let [blank] = &found[..] else { panic!("{}: {found:?}", row.id) };
            assert_eq!((&*blank.convention, blank.span.of(text)), (row.id, token));
        }
    }

    #[test]
    fn each_convention_passes_over_what_looks_alike() {
        for row in CONVENTIONS {
            let found = find(row.passed_over, Surroundings::default());
            assert!(found.is_empty(), "{}: {found:?}", row.id);
        }
    }

    #[test]
    fn ids_are_kebab_case_and_stand_once() {
        let mut ids: Vec<_> = CONVENTIONS.iter().map(|row| row.id).collect();
        assert!(ids.iter().all(|id| id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')));
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), CONVENTIONS.len());
    }
}

//! D1, D3. A word doubled across a closing mark, “百日行动”行动, or with nothing between:
//! 行动行动 (specification §5.2).

use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity, Site, deletion};
use crate::text::Span;
use crate::text::scanner::is_han;

pub(in crate::rules) struct RepeatedWord;

const ABOUT: About = About {
    id: "repeated-word",
    title: "词语重复",
    group: Group::Repetition,
    on: true,
    severity: Severity::Warning,
    why: "同一个词紧接着又写了一遍，是改稿时最常见的遗留。",
    source: "编辑惯例",
    fix: Fix::Always,
    bad: &[
        "开展城镇燃气安全整治“百日行动”行动，排查隐患。",
        "认真贯彻《信访工作条例》条例，规范办理程序。",
        "扎实开展“百日攻坚”行动行动，排查隐患。",
        "全面推进推进各项改革。",
    ],
    good: &[
        "扎实开展“百日攻坚”行动，排查隐患。",
        "推进“新城”新城区建设。",
        "落实“河长制”，管好每一条河。",
        "一茬一茬地干，共建共治共享，深化文化文艺工作。",
        "深入学习学习型组织理论。",
    ],
};

impl Rule for RepeatedWord {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn triggers(&self) -> Vec<&'static str> {
        vec!["”", "’", "》", "）"]
    }

    fn check_at(&self, site: &Site<'_>, checked: &mut Checked) {
        let text = site.block.text;
        let Some(word) = doubled(text, site.at, site.at + site.word.len()) else { return };
        report(word, text, checked);
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        for at in adjacent(block.text) {
            let word = Span::new(at + WORD, at + 2 * WORD);
            if is_common_word_twice(block.text, at) {
                report(word, block.text, checked);
            }
        }
    }
}

fn report(word: Span, text: &str, checked: &mut Checked) {
    let message = format!("“{}”重复，应当删去一个。", word.of(text));
    checked.findings.push(ABOUT.finding(word, message).fixed(vec![deletion(word)]));
}

/// The repetition behind a mark, if the two to four Han before it stand again behind it and the
/// word ends there: 新城 in “新城”新城区 goes on, and is another word.
fn doubled(text: &str, mark: usize, behind: usize) -> Option<Span> {
    let (before, rest) = (&text[..mark], &text[behind..]);
    (2..=4).rev().find_map(|count| {
        let start = before.char_indices().rev().nth(count - 1)?.0;
        let word = &before[start..];
        let ends = !rest.get(word.len()..)?.starts_with(is_word_continued);
        (word.chars().all(is_han) && rest.starts_with(word) && ends)
            .then(|| Span::new(behind, behind + word.len()))
    })
}

/// Whether a word may go on with `c`; 的, 和 and the like begin another.
fn is_word_continued(c: char) -> bool {
    is_han(c) && !"的和及与中等是在已将为并".contains(c)
}

/// Two Han of three bytes each.
const WORD: usize = 6;

/// Where six bytes most likely stand twice in a row: places at which the first three do. Looks at many
/// bytes at once, since it looks at all of them.
fn adjacent(text: &str) -> Vec<usize> {
    const STEP: usize = 64;
    let bytes = text.as_bytes();
    let alike = |a: &[u8], b: &[u8], at: usize| {
        (a[at] ^ b[at]) | (a[at + 1] ^ b[at + 1]) | (a[at + 2] ^ b[at + 2]) == 0
    };
    let mut places = Vec::new();
    for start in (0..bytes.len()).step_by(STEP) {
        let end = (start + STEP + 2).min(bytes.len().saturating_sub(WORD));
        let Some(a) = bytes.get(start..end).filter(|a| a.len() > 2) else { break };
        let b = &bytes[start + WORD..end + WORD];
        let count = a.len() - 2;
        if (0..count).fold(false, |any, at| any | alike(a, b, at)) {
            places.extend((0..count).filter(|&at| alike(a, b, at)).map(|at| start + at));
        }
    }
    places
}

/// Words of reports that make no sense twice. Any two characters would not do: 一茬一茬, 共建共治,
/// 文化文艺 (specification, data file).
const COMMON: &[&str] = &[
    "工作", "开展", "进行", "推进", "落实", "加强", "建设", "管理", "发展", "服务", "问题", "项目",
    "活动", "行动", "责任", "制度", "情况", "全面", "深入", "扎实", "积极", "完成", "实施", "组织",
    "提升", "提高", "促进", "强化", "坚持", "认真", "切实", "有效", "重点", "任务", "机制", "企业",
    "群众", "干部", "党员", "部门", "单位", "领导", "安全", "生产", "经济", "社会", "整治", "治理",
    "排查", "整改", "监管", "执法", "推动", "贯彻", "学习",
];

/// Whether a common word stands at byte `at` and once more behind it. 学习学习型组织 goes on.
fn is_common_word_twice(text: &str, at: usize) -> bool {
    let Some(word) = text.get(at..at + WORD) else { return false };
    let Some(rest) = text.get(at + 2 * WORD..) else { return false };
    COMMON.contains(&word)
        && text[at + WORD..].starts_with(word)
        && !rest.starts_with(word)
        && !text[..at].ends_with(word)
        && !rest.starts_with(['型', '化', '性', '者', '员', '家', '们'])
}

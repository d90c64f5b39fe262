//! P2. Half-width brackets around Chinese, and pairs of mixed width: （…) (specification §5.3).

use crate::document::Edit;
use crate::rules::phrase::PhraseRule;
use crate::rules::{About, Finding, Fix, Group, Severity, Site};
use crate::text::Span;
use crate::text::scanner::is_han;

pub(in crate::rules) static RULE: PhraseRule = PhraseRule {
    about: &About {
        id: "half-width-brackets",
        title: "半角括号",
        group: Group::Punctuation,
        on: true,
        severity: Severity::Warning,
        why: "中文里的括号用全角；一半全角一半半角的，更是一眼可见的差错。",
        source: "GB/T 15834 4.9、5.1",
        fix: Fix::Always,
        bad: &["全县乡镇(街道)全部完成。", "全县乡镇（街道)全部完成。"],
        good: &["全县乡镇（街道）全部完成。", "函数f(x)递增", "使用GB(18030)编码"],
    },
    words: &["(", "（"],
    judge,
};

/// Brackets that hold more are not judged (characters).
const LONGEST: usize = 80;

fn judge(about: &'static About, site: &Site<'_>) -> Option<Finding> {
    let rest = site.after();
    let mut inside = rest.char_indices().take(LONGEST);
    let (len, close) = inside.find(|&(_, c)| "()（）\n".contains(c))?;
    let mixed = matches!((site.word, close), ("（", ')') | ("(", '）'));
    let half = (site.word, close) == ("(", ')') && rest[..len].contains(is_han);
    if !mixed && !half {
        return None;
    }
    let open = site.span();
    let end = open.end as usize + len;
    let close = Span::new(end, end + close.len_utf8());
    let wide = [(open, "（"), (close, "）")];
    let fix = wide.map(|(span, wide)| Edit { span, replacement: wide.to_owned() });
    let place = Span { start: open.start, end: close.end };
    Some(about.finding(place, "中文里的括号应当成对用全角“（）”。").fixed(fix.to_vec()))
}

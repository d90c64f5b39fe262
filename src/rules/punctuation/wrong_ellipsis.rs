//! P7. An ellipsis of full stops, half an ellipsis, ……等 (specification §5.3).

use crate::rules::phrase::PhraseRule;
use crate::rules::{About, Finding, Fix, Group, Severity, Site, deletion};
use crate::text::Span;
use crate::text::scanner::{is_blank, is_han, run};

pub(in crate::rules) static RULE: PhraseRule = PhraseRule {
    about: &About {
        id: "wrong-ellipsis",
        title: "省略号写法",
        group: Group::Punctuation,
        on: true,
        severity: Severity::Warning,
        why: "省略号是六个居中的点，占两个字，不用句号或英文句点代替，也不与“等”连用。",
        source: "GB/T 15834 4.11",
        fix: Fix::Always,
        bad: &[
            "走访了农户、企业、学校。。。",
            "走访了农户、企业、学校...等处",
            "走访了农户、企业、学校…",
            "走访了农户、企业、学校……等。",
        ],
        good: &["走访了农户、企业、学校……", "下载地址为a...b"],
    },
    words: &["。。。", "...", "…"],
    judge,
};

fn judge(about: &'static About, site: &Site<'_>) -> Option<Finding> {
    let (before, after) = (site.before(), site.after());
    let dot = site.word.chars().next()?;
    if before.ends_with(dot) {
        return None;
    }
    let len = site.word.len() + run(after, |c| c == dot);
    let rest = &site.block.text[site.at + len..];
    let left = before.chars().next_back().is_some_and(|c| is_han(c) || "”》）".contains(c));
    let next = rest.trim_start_matches(is_blank).chars().next();
    let right = next.is_none_or(|c| is_han(c) || "\n“《（，。；".contains(c));
    let place = Span::new(site.at, site.at + len);
    if dot != '…' {
        return (left && right).then(|| about.finding(place, "省略号应当写作“……”。").mended("……"));
    }
    if len == 2 * dot.len_utf8() {
        let closes = |rest: &str| rest.is_empty() || rest.starts_with(['。', '，', '；', '）']);
        let word = Span::new(site.at + len, site.at + len + '等'.len_utf8());
        return rest.strip_prefix('等').is_some_and(closes).then(|| {
            let message = "“……”与“等”重复，应当删去一个。";
            about
                .finding(Span { start: place.start, end: word.end }, message)
                .fixed(vec![deletion(word)])
        });
    }
    (left && right && len == dot.len_utf8())
        .then(|| about.finding(place, "省略号应当写作“……”。").mended("……"))
}

//! P8. A dash of hyphens, or half a dash before a subtitle (specification §5.3).

use crate::rules::phrase::PhraseRule;
use crate::rules::{About, Finding, Fix, Group, Severity, Site};
use crate::text::scanner::is_han;

pub(in crate::rules) static RULE: PhraseRule = PhraseRule {
    about: &About {
        id: "wrong-dash",
        title: "破折号写法",
        group: Group::Punctuation,
        on: true,
        severity: Severity::Info,
        why: "破折号占两个字，中间不断开，不用连字符代替。",
        source: "GB/T 15834 4.10",
        fix: Fix::Always,
        bad: &["抓好头等大事--粮食安全。", "—在全县工作会议上"],
        good: &["抓好头等大事——粮食安全。", "中国—东盟博览会", "hegao --help", "一般为25—30家"],
    },
    words: &["--", "－－", "—"],
    judge,
};

fn judge(about: &'static About, site: &Site<'_>) -> Option<Finding> {
    let (before, after) = (site.before(), site.after());
    let mark = site.word.chars().next()?;
    if before.ends_with(mark) || after.starts_with(mark) {
        return None;
    }
    let after_han = after.chars().next().is_some_and(is_han);
    let wrong = match mark {
        '—' => before.trim().is_empty() && after_han,
        _ => {
            before.chars().next_back().is_some_and(|c| is_han(c) || "”》）".contains(c))
                && after_han
        }
    };
    wrong.then(|| about.finding(site.span(), "破折号应当写作“——”。").mended("——"))
}

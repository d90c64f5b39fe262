//! U10. 截止 before a time that goes on: 截止目前 (specification §5.4).

use crate::rules::phrase::PhraseRule;
use crate::rules::{About, Finding, Fix, Group, Severity, Site};
use crate::text::Span;
use crate::text::chinese_numeral::is_numeral;
use crate::text::scanner::{is_blank, is_digit, run};

pub(in crate::rules) static RULE: PhraseRule = PhraseRule {
    about: &About {
        id: "misused-deadline",
        title: "截止与截至混用",
        group: Group::Numbers,
        on: true,
        severity: Severity::Warning,
        why: "“截止”是停止，后面不带时间；“截至”是到某个时间，后面必须带时间。",
        source: "《现代汉语词典》；编辑惯例",
        fix: Fix::Always,
        bad: &[
            "截止目前，全县完成造林任务。",
            "截止6月底，各项工作进展顺利。",
            "截止到年底全部完成。",
        ],
        good: &[
            "截至目前，全县完成造林任务。",
            "报名截止日期另行通知。",
            "报名已于5月截止。",
            "申报截止6月底。",
            "报名截止日前三天",
        ],
    },
    words: &["截止"],
    judge,
};

fn judge(about: &'static About, site: &Site<'_>) -> Option<Finding> {
    const TIMES: [&str; 8] = ["目前", "今年", "去年", "上年", "年底", "月底", "本月", "现在"];
    if site.before().ends_with(['名', '报', '标', '费', '缴', '交', '集', '稿']) {
        return None;
    }
    let after = site.after();
    let time = after.strip_prefix('到').unwrap_or(after);
    let digits = run(time, is_digit);
    let dated = |len: usize, marks: &[char]| {
        len > 0 && time[len..].trim_start_matches(is_blank).starts_with(marks)
    };
    let names_time = TIMES.iter().any(|word| time.starts_with(word))
        || dated(digits, &['年', '月', '日'])
        || dated(run(time, is_numeral), &['月']);
    names_time.then(|| {
        let end = site.at + site.word.len() + (after.len() - time.len());
        let place = Span::new(site.at, end);
        about.finding(place, "“截止”后面跟时间，应当用“截至”。").mended("截至")
    })
}

//! What a sentence says of its figures: period, scope, status. Specification §2.7.

use super::Status;
use crate::metric::lexicon::{ESTIMATED, PLANNED, SCOPES};
use crate::text::scanner::{is_digit, run};
use crate::text::words::{Words, longest_prefix, starts_with_any};

/// The nearest period (时期) before byte `at` of a sentence, as written.
pub(super) fn period(before: &str) -> Option<&str> {
    let mut last = None;
    let mut at = 0;
    while let Some(c) = before[at..].chars().next() {
        let len = period_len(&before[at..], c);
        if len > 0 {
            last = Some(&before[at..at + len]);
        }
        at += len.max(c.len_utf8());
    }
    last
}

/// Periods in words, by their first characters.
static PERIODS: Words = Words::new(&[
    "全年", "今年以来", "今年", "去年", "上年", "上半年", "下半年", "前三季度", "一季度", "二季度",
    "三季度", "四季度", "截至目前", "五年来", "五年间", "三年来", "近五年", "近三年", "过去五年",
    "过去一年", "一年来", "年初以来", "“十三五”期间", "“十四五”期间", "“十四五”时期",
    "“十五五”时期", "“十五五”期间", "“十四五”末", "未来五年", "今后五年",
]);

/// The length of the period that `text`, which begins with `c`, begins with; 0 if none.
fn period_len(text: &str, c: char) -> usize {
    match c {
        '全' | '今' | '去' | '上' | '下' | '前' | '一' | '二' | '三' | '四' | '五' | '近'
        | '过' | '年' | '“' | '未' => longest_prefix(text, &PERIODS).map_or(0, str::len),
        '截' => as_of(text),
        c if is_digit(c) => date_len(text),
        _ => 0,
    }
}

/// 截至12月底, 截至目前
fn as_of(text: &str) -> usize {
    if let Some(word) = longest_prefix(text, &["截至目前", "截止目前"]) {
        return word.len();
    }
    let prefix = "截至".len();
    if !text.starts_with("截至") {
        return 0;
    }
    match date_len(&text[prefix..]) {
        0 => 0,
        len => prefix + len,
    }
}

/// 2022年, 2022年上半年, 1—6月份, 2022年12月31日
fn date_len(text: &str) -> usize {
    let mut end = 0;
    loop {
        let digits =
            run(&text[end..], |c| is_digit(c) || matches!(c, '—' | '-' | '－' | '～' | '~'));
        let unit = longest_prefix(
            &text[end + digits..],
            &["年度", "年底", "年末", "年", "月份", "月底", "月末", "月", "日"],
        );
        match unit {
            Some(unit) if digits > 0 => end += digits + unit.len(),
            _ => break,
        }
    }
    let half = longest_prefix(&text[end..], &["上半年", "下半年", "一季度", "前三季度"]);
    if end == 0 { 0 } else { end + half.map_or(0, str::len) }
}

/// The scope (范围) of a figure: the nearest word before it, in the clause or the sentence.
pub(super) fn scope(before: &str) -> Option<&'static str> {
    let mut last = None;
    for (i, c) in before.char_indices() {
        if matches!(c, '全' | '市' | '县' | '区' | '省' | '城' | '中' | '乡' | '农' | '园' | '辖')
        {
            last = longest_prefix(&before[i..], &SCOPES).or(last);
        }
    }
    last
}

/// Achieved, intended or foreseen, by the words of the clause before the figure.
pub(super) fn status(clause: &str, sentence_before: &str) -> Status {
    // 将近 and 将军 hold no 将 of intention.
    static NO_INTENTION: Words = Words::new(&["将近", "将军"]);
    static PLANNED_BEFORE: Words = Words::new(&["力争", "确保", "下一步", "明年"]);
    let intends = |at: usize| {
        starts_with_any(&clause[at..], &PLANNED) && !starts_with_any(&clause[at..], &NO_INTENTION)
    };
    if ESTIMATED.occur_in(clause) {
        Status::Estimated
    } else if clause.char_indices().any(|(at, _)| intends(at))
        || PLANNED_BEFORE.occur_in(sentence_before)
    {
        Status::Planned
    } else {
        Status::Done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_as_written() {
        let check =
            |text: &str, expected: Option<&str>| assert_eq!(period(text), expected, "{text}");
        check("2022年上半年，全县完成", Some("2022年上半年"));
        check("截至12月底，完成", Some("截至12月底"));
        check("1—6月份，全市", Some("1—6月份"));
        check("今年以来，完成", Some("今年以来"));
        check("完成投资", None);
        check("党的二十大以来", None);
    }

    #[test]
    fn intentions_are_not_results() {
        assert_eq!(status("力争招商到位资金", ""), Status::Planned);
        assert_eq!(status("预计完成投资", ""), Status::Estimated);
        assert_eq!(status("完成投资将近", ""), Status::Done);
    }
}

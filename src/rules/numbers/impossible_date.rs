//! U9. Dates that do not exist, and weekdays that are not those of their date (specification §5.4).

use crate::rules::phrase::PhraseRule;
use crate::rules::{About, Finding, Fix, Group, Severity, Site};
use crate::text::Span;
use crate::text::chinese_numeral;
use crate::text::scanner::{is_blank, is_digit, run_back};

pub(in crate::rules) static RULE: PhraseRule = PhraseRule {
    about: &About {
        id: "impossible-date",
        title: "日期不存在",
        group: Group::Numbers,
        on: true,
        severity: Severity::Error,
        why: "日历上没有的日子，或者与星期对不上的日期，一查便知是错的。",
        source: "日历",
        fix: Fix::Never,
        bad: &[
            "于2月30日召开会议。",
            "2023年2月29日印发。",
            "截至2022年13月末",
            "定于2024年5月1日（星期五）召开",
            "自2022年8月至2021年3月开展整治。",
            "会议于上午9:75召开。",
        ],
        good: &[
            "2024年2月29日印发。",
            "定于2024年5月1日（星期三）召开",
            "历时13个月",
            "自2021年8月至2022年3月开展整治。",
            "比例尺1:75",
            "2月29日",
            "农历二月三十日",
        ],
    },
    words: &["月", ":", "："],
    judge,
};

fn judge(about: &'static About, site: &Site<'_>) -> Option<Finding> {
    if site.word != "月" {
        return clock(about, site);
    }
    let (month, start) = number_before(site.before(), 12 * 3)?;
    let year = site.before()[..start].strip_suffix('年').and_then(|b| number_before(b, 12));
    let from = year.map_or(start, |(_, at)| at);
    let year = year.map(|(year, _)| year).filter(|year| (1900..2100).contains(year));
    let day = number_after(site.after());
    let dated = day.filter(|&(_, len)| site.after()[len..].starts_with(['日', '号']));
    // The second month of the lunar calendar may have thirty days.
    let lunar = ["农历", "阴历", "旧历", "闰"];
    if lunar.iter().any(|word| site.before()[..from].ends_with(word)) {
        return None;
    }
    let place = |len: usize| Span::new(from, site.at + site.word.len() + len);
    if !(1..=12).contains(&month) {
        let sure = month < 100 && (year.is_some() || dated.is_some());
        return sure.then(|| about.finding(place(0), format!("一年没有{month}月。")));
    }
    let end = dated.map_or(0, |(_, len)| len + '日'.len_utf8());
    if let Some(len) = year.and_then(|year| reversed(&site.after()[end..], (year, month))) {
        return Some(about.finding(place(end + len), "起止日期前后颠倒。"));
    }
    let (day, len) = dated?;
    let len = len + '日'.len_utf8();
    if day == 0 || day > days(month, year) {
        return Some(about.finding(place(len), format!("{month}月没有{day}日。")));
    }
    let written = weekday_after(&site.after()[len..])?;
    let right = weekday(year?, month, day);
    (written != right).then(|| {
        let message = format!("这一天是星期{}，不是星期{}。", NAMES[right], NAMES[written]);
        about.finding(place(len), message)
    })
}

/// A time of day that no clock shows: 上午9:75.
fn clock(about: &'static About, site: &Site<'_>) -> Option<Finding> {
    let (hour, start) = number_before(site.before(), 0)?;
    let minutes = site.after().bytes().take_while(u8::is_ascii_digit).count();
    let minute: u64 = site.after()[..minutes].parse().ok().filter(|_| minutes == 2)?;
    // 1:75 may be a ratio or a score; behind 上午 it is a time.
    let time = site.before()[..start].ends_with(['午', '晨', '晚', '日', '间']);
    (time && (hour > 24 || minute > 59)).then(|| {
        let place = Span::new(start, site.at + site.word.len() + minutes);
        about.finding(place, "没有这个时刻。")
    })
}

/// The length of the second date of a span of time that ends before it begins:
/// 2022年8月至2021年3月. `from` is year and month of the first.
fn reversed(after: &str, from: (u64, u64)) -> Option<usize> {
    let rest = after.strip_prefix(['至', '到', '—', '-', '～'])?;
    let (year, len) = digits_at(rest)?;
    let rest = rest[len..].strip_prefix('年')?;
    let (month, len) = digits_at(rest)?;
    let rest = rest[len..].strip_prefix('月')?;
    ((1900..2100).contains(&year) && (year, month) < from).then_some(after.len() - rest.len())
}

/// The digits at the start of `text` as a number, and how many they are.
fn digits_at(text: &str) -> Option<(u64, usize)> {
    let len = text.bytes().take(5).take_while(u8::is_ascii_digit).count();
    Some((text[..len].parse().ok()?, len))
}

/// How many days the month has; without a year February has 29.
fn days(month: u64, year: Option<u64>) -> u64 {
    match (month, year) {
        (2, Some(y)) if !(y % 4 == 0 && (y % 100 != 0 || y % 400 == 0)) => 28,
        (2, _) => 29,
        (4 | 6 | 9 | 11, _) => 30,
        _ => 31,
    }
}

/// The days of the week from Sunday.
const NAMES: [&str; 7] = ["日", "一", "二", "三", "四", "五", "六"];

/// The day of the week of a date, from Sunday (Sakamoto's method).
fn weekday(year: u64, month: u64, day: u64) -> usize {
    const SHIFT: [u64; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let year = if month < 3 { year - 1 } else { year };
    ((year + year / 4 - year / 100 + year / 400 + SHIFT[month as usize - 1] + day) % 7) as usize
}

/// The day of the week that is named right behind a date: （星期三）, 周三.
fn weekday_after(text: &str) -> Option<usize> {
    let text = text.trim_start_matches(['（', '(', ' ']);
    let name = ["星期", "周"].iter().find_map(|word| text.strip_prefix(word))?;
    let name = name.strip_prefix('天').map_or(name, |_| "日");
    // 5月1日周一至周五: a span of days names none of them.
    let at = NAMES.iter().position(|day| name.starts_with(day))?;
    (!name[NAMES[at].len().min(name.len())..].starts_with(['至', '到', '、', '—', '-']))
        .then_some(at)
}

/// The number that ends `text`, and where it begins; longer ones are no part of a date.
fn number_before(text: &str, longest: usize) -> Option<(u64, usize)> {
    let text = text.trim_end_matches(is_blank);
    let start = run_back(text, is_digit);
    if start < text.len() {
        let part_of_other = text[..start].ends_with(['.', '．', '-', '—', '－', '/', '～', '~']);
        return (!part_of_other && text.len() - start <= 4)
            .then(|| Some((text[start..].parse().ok()?, start)))?;
    }
    let start = run_back(text, chinese_numeral::is_numeral);
    let numeral = chinese_numeral::read(&text[start..])?;
    (text.len() - start <= longest && !text[..start].ends_with(['第', '几']))
        .then_some((numeral.value, start))
}

/// The number at the start of `text`, and its length with the blanks before it.
fn number_after(text: &str) -> Option<(u64, usize)> {
    let rest = text.trim_start_matches(is_blank);
    let blanks = text.len() - rest.len();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&digits) {
        return Some((rest[..digits].parse().ok()?, blanks + digits));
    }
    let numeral = chinese_numeral::read(rest)?;
    (numeral.value < 100).then_some((numeral.value, blanks + numeral.len))
}

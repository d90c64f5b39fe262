//! Lines that are not of the report: page numbers, the chrome of a web page (specification §1.0).

use crate::text::scanner::{is_blank, is_digit, is_han};

/// Lines that are wholly one of these.
const WORDS: &[&str] = &[
    "下载", "打印", "全屏", "收藏", "加大", "还原", "减小", "关闭", "关闭窗口", "分享", "打印本页",
    "返回顶部", "上一篇", "下一篇", "相关报道", "相关链接", "相关阅读", "目录", "大", "中", "小",
];

/// Short lines that begin with one of these.
const BEGINNINGS: &[&str] = &[
    "【字号", "字号：", "【打印", "【关闭", "来源：", "信息来源：", "文章来源：", "稿件来源：",
    "发布时间：", "发布日期：", "责任编辑：", "【责任编辑", "分享到", "浏览次数", "点击数",
    "阅读次数", "扫一扫", "时间：2", "时间：1", "日期：2", "日期：1", "来源:", "责任编辑:",
    "发布时间:",
];

/// Words of a sharing site around the report. They are findings too; here they only must not pass
/// for a title or a closing.
const SITE_WORDS: &[&str] = &[
    "小编为", "小编整理", "供大家参考", "免费预览", "（未完，全文", "本文来源：", "本文来自",
    "关注公众号", "更多范文", "更多精品",
];

/// A site's words lead its line; behind a sentence of the report they are only spliced in.
const NEAR_THE_FRONT: usize = 8 * 3;

/// Chrome is short; a paragraph may well begin with 来源：.
const LONGEST_CHROME: usize = 40 * 3;

/// A caption is a sentence, no paragraph.
const LONGEST_CAPTION: usize = 100 * 3;

/// Whether the line, without the blanks around it, is not of the report.
pub(super) fn is_noise(line: &str) -> bool {
    if line.len() > LONGEST_CAPTION {
        return false;
    }
    is_caption(line)
        || SITE_WORDS.iter().any(|word| line.find(word).is_some_and(|at| at <= NEAR_THE_FRONT))
        || (line.len() <= LONGEST_CHROME && (is_chrome(line) || is_page_number(line)))
}

fn is_chrome(line: &str) -> bool {
    let is_mark =
        |c: char| matches!(c, '】' | '【' | '[' | ']' | '：' | ':' | '|') || c.is_whitespace();
    let bare = line.trim_matches(is_mark);
    (bare.is_empty() && !line.is_empty())
        || WORDS.contains(&bare)
        || (bare.starts_with('目')
            && bare.ends_with('录')
            && bare.chars().all(|c| "目录".contains(c) || is_blank(c)))
        || BEGINNINGS.iter().any(|beginning| line.starts_with(beginning))
}

/// `— 3 —`, `- 12 -`, `7`, `第3页`, `第 3 页 共 12 页`.
fn is_page_number(line: &str) -> bool {
    let is_rule = |c: char| matches!(c, '-' | '—' | '–' | '－' | '―' | '·') || is_blank(c);
    let bare = line.trim_matches(is_rule);
    let digits = bare.chars().filter(|&c| is_digit(c)).count();
    if bare.chars().all(is_digit) {
        return (1..=3).contains(&digits);
    }
    bare.starts_with('第')
        && digits > 0
        && bare.contains('页')
        && bare.chars().all(|c| is_digit(c) || is_blank(c) || "第页共/，,".contains(c))
}

/// The caption of a photograph: `省长李某作政府工作报告。 某日报记者 张三 摄`.
fn is_caption(line: &str) -> bool {
    let credited = line.ends_with('摄') && line.contains("记者");
    credited || line.rfind("记者").is_some_and(|at| is_byline(line, at))
}

/// Whether only a name follows 记者 and a sentence stands before it:
/// `任某作政府工作报告。某日报记者 盛某卿`.
fn is_byline(line: &str, reporter: usize) -> bool {
    let name = line[reporter + "记者".len()..].trim_start_matches(is_blank);
    let begins_apart = !line[reporter + "记者".len()..].starts_with(is_han);
    begins_apart
        && (2..=4).contains(&name.chars().count())
        && name.chars().all(is_han)
        && line[..reporter].contains('。')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], noise: bool) {
        for line in lines {
            assert_eq!(is_noise(line), noise, "{line}");
        }
    }

    #[test]
    fn chrome_page_numbers_and_captions_are_noise() {
        check(
            &["【字号：", "减小\n】", "打印", "来源：大众日报", "时间：2026-02-09", "相关报道："],
            true,
        );
        check(&["— 3 —", "- 12 -", "7", "第 3 页 共 12 页", "目　录", "【字号：大 中 小】"], true);
        check(
            &["省长李某作政府工作报告。 某日报记者 张三 摄", "任某作报告。某日报记者 盛某卿"],
            true,
        );
    }

    #[test]
    fn words_of_a_sharing_site_are_noise() {
        check(&["下面是小编为大家整理的20**年度个人述职报告，供大家参考。"], true);
        check(
            &["（未完，全文共8126字，当前仅显示1754字）", "本文来源：某某网（www.mouwang.com）"],
            true,
        );
    }

    #[test]
    fn the_report_is_not() {
        check(&["2022", "2022年", "一、目录管理", "打印机采购", "来源可查、去向可追。"], false);
        check(&["引进博士3名，完成国家级继续教育项目2项。（更多范文请访问某某文稿库）"], false);
        check(&["答记者问。", "来源", "第3页有误，请更正", "（三）"], false);
    }
}

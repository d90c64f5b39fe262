//! Every sentence and word of the page, in one place.

mod draft;
mod export;
mod overview;
mod reading;
mod rules;
mod sheets;
mod table;

pub(crate) use draft::*;
pub(crate) use export::*;
pub(crate) use overview::*;
pub(crate) use reading::*;
pub(crate) use rules::*;
pub(crate) use sheets::*;
pub(crate) use table::*;

use crate::rules::Severity;
use crate::view::{Counters, Desk, blank_row, finding_card};
use crate::worker::Stage;

pub(crate) const NAME: &str = "核稿";
pub(crate) const HOME: &str = "核稿，回到首页";
pub(crate) const SKIP: &str = "跳到正文";

pub(crate) const HEADLINE: &str = "签发之前，先核一遍稿";
pub(crate) const LEAD: &str =
    "放进一份总结、述职报告或讲稿：理出提纲，列出指标，找到没填的空和写错的地方。";
pub(crate) const LEAD_TRUST: &str = "全程在这台电脑上完成，一个字也不上传。";
pub(crate) const OPEN: &str = "打开";
pub(crate) const OPEN_FILE: &str = "打开文件";
pub(crate) const DROP_HERE: &str = "或者把文件拖到这里";
pub(crate) const FORMATS: &str =
    "Word、WPS 文档（docx、doc、wps）、PDF、odt、ofd、RTF、网页、纯文本";
pub(crate) const DROP_NOW: &str = "松开鼠标，打开这份文件";
pub(crate) const PASTE_LABEL: &str = "或者粘贴全文";
pub(crate) const PASTE_HINT: &str = "在这里粘贴或直接输入，边写边核";
pub(crate) const EDIT_LABEL: &str = "原文";
pub(crate) const SAMPLE: &str = "看一份示例";
pub(crate) const SAMPLE_HINT: &str = "手头没有稿子？";
pub(crate) const SAMPLE_NAME: &str = "示例：青禾县副县长述职报告.txt";
pub(crate) const BACK_TO_DESK: &str = "返回正在核的稿子";
/// What the page finds: the class that shows its shape, the word, what it means.
pub(crate) const FINDS: [(&str, &str, &str); 4] = [
    ("section", "提纲", "一、（一）1. 各级标题，点一下就到"),
    ("metric", "指标", "每个数字是什么、多少、什么单位，成表可复制"),
    ("blank", "待填", "*、××、____，一处不落列成清单"),
    ("finding", "问题", "夹带的网站水印、重复的词、半角标点……"),
];

pub(crate) const SECTIONS: &str = "章节";
pub(crate) const METRICS: &str = "指标";
pub(crate) const BLANKS: &str = "待填";
pub(crate) const FINDINGS: &str = "问题";
pub(crate) const COUNTERS: &str = "概况";
pub(crate) const UNTITLED: &str = "无标题";
pub(crate) const PASTED: &str = "粘贴的文字";
pub(crate) const ENCODING: &str = "文字编码";
pub(crate) const EXPORT: &str = "导出";
pub(crate) const EXPORT_JSON: &str = "下载核稿结果（JSON）";
pub(crate) const EXPORT_TSV: &str = "复制指标表（可贴进 WPS 表格、Excel）";
pub(crate) const TRUST: &str = "本机处理 · 0 次上传";
pub(crate) const HELP: &str = "帮助";
pub(crate) const LARGE: &str = "大字";
pub(crate) const LARGE_HINT: &str = "放大页面上的字";

pub(crate) const OUTLINE: &str = "提纲";
pub(crate) const OUTLINE_EMPTY: &str =
    "没有发现标题。标题要以“一、”“（一）”“1.”等序号开头，独占一行或在段首。";
pub(crate) const CLOSING: &str = "结尾";
pub(crate) const CLOSE: &str = "关闭";
pub(crate) const CLOSE_OUTLINE: &str = "关闭提纲";
pub(crate) const CLOSE_PANEL: &str = "关闭列表";

pub(crate) const TEXT: &str = "正文";
pub(crate) const EDIT: &str = "修改全文";
pub(crate) const EDIT_DONE: &str = "完成修改";
pub(crate) const MASKED: &str = "待填";

pub(crate) const PANEL: &str = "核稿结果";
pub(crate) const TAB_METRICS: &str = "指标表";
pub(crate) const TAB_BLANKS: &str = "待填清单";
pub(crate) const TAB_FINDINGS: &str = "问题";
pub(crate) const SEARCH: &str = "搜索指标、单位、章节";
pub(crate) const OPEN_ONLY: &str = "只看待填";
pub(crate) const COPY_TABLE: &str = "复制表格";
pub(crate) const NO_METRICS: &str = "这份稿子里没有带数字的指标。";
pub(crate) const NO_MATCHES: &str = "没有符合条件的指标。换个词试试，或清空搜索。";
pub(crate) const CLEAR_SEARCH: &str = "清空搜索";
pub(crate) const NO_FINDINGS: &str = "没有发现问题。";
pub(crate) const NO_FINDINGS_HINT: &str = "机器只查得出有规律的错，签发前仍请通读一遍。";

pub(crate) const COPIED_FAILED: &str = "浏览器不允许复制。请用“下载核稿结果”保存。";
pub(crate) const SAVE_FAILED: &str = "没能生成文件，请再试一次。";
pub(crate) const NOTHING_THERE: &str = "没有了。";
pub(crate) const UNREADABLE_FILE: &str =
    "这份文件读不出来：可能是文件夹，或者打开之后被移动、改动了。请重新选择文件。";
pub(crate) const CRASHED: &str =
    "分析这份稿子时程序出了错，已经自动恢复，原来的内容没有丢。可以再试一次，或换一份稿子。";
pub(crate) const STALLED: &str = "分析超过一分钟没有结果，已经停下，原来的内容没有丢。";
pub(crate) const NO_READERS: &str = "读取这种文件的程序没有下载下来，可能是断网了。原来的内容没有丢。\
     请检查网络后再打开一次，或者复制全文粘贴进来；单文件版 hegao.html 不用联网。";
pub(crate) const STOPPED: &str = "已停止。";
pub(crate) const ONE_AT_A_TIME: &str = "一次核一份稿子，已打开其中第一份。";
pub(crate) const WORKING_SLOW: &str = "稿子很长，还在分析……";
pub(crate) const STOP: &str = "停止";

pub(crate) const PRIVACY_TITLE: &str = "稿子只在这台电脑上";
pub(crate) const PRIVACY: [&str; 4] = [
    "打开的文件、粘贴的文字都在浏览器里就地分析，不上传；除非您自己保存进度，关掉这一页就没有了。",
    "这一页的安全策略禁止它向任何网址发送内容，“0 次上传”不是承诺，是浏览器在管。",
    "没有统计，没有广告，没有第三方代码；默认不往浏览器里存任何东西，只有您打开“自动保存”才存，随时可清除。",
    "想亲自验证：打开后拔掉网线或断开无线网，照样能用；或者按 F12 打开“网络”，看核稿时有没有新的请求：\
     网站版只在第一次打开 Word、WPS 等文件时从本站取一次读取程序，单文件版一次也没有。",
];

pub(crate) const HELP_TITLE: &str = "怎么用";
pub(crate) const HELP_LINES: [&str; 7] = [
    "文件可以拖到页面任何地方；复制好的文字在页面上直接按 Ctrl+V。",
    "正文和待填清单里的空都可以直接填，两边同步；填错了按 Ctrl+Z。",
    "点右边列表里的一行，正文跳到那一处；点正文里的标记，列表跟着选中。",
    "鼠标移到一段上，点段末的笔可以就地改这一段；改动随时重新核对。",
    "问题太多或太少，点问题列表上的“规则”选松紧，或逐条开关；“为什么”说明依据和例子。",
    "点表头按列排序，再点倒序，第三下恢复原文顺序。",
    "文字乱码时，在文件名旁边换一种编码重新读。",
];
pub(crate) const KEYS_TITLE: &str = "键盘";
pub(crate) const KEYS: [(&str, &str); 18] = [
    ("Ctrl+O", "打开文件"),
    ("Ctrl+S", "保存进度（下载进度文件）"),
    ("Ctrl+Shift+S", "导出文档、核实表、模板"),
    ("Ctrl+Alt+C", "复制全文（带格式，已填的空填好）"),
    ("F8 / Shift+F8", "下一个 / 上一个问题"),
    ("Ctrl+F8 / Ctrl+Shift+F8", "下一处 / 上一处未填"),
    ("Enter", "在填空里：填好，到下一处"),
    ("F2", "修改光标所在的一段"),
    ("Esc、Ctrl+Enter", "改完这一段"),
    ("Ctrl+Z", "撤销"),
    ("Ctrl+Y、Ctrl+Shift+Z", "重做"),
    ("Ctrl+H", "查找替换"),
    ("Ctrl+F", "在正文里查找（浏览器自带）"),
    ("Ctrl+Alt+1", "到提纲"),
    ("Ctrl+Alt+2 / 3 / 4 / 5", "到指标表 / 待填清单 / 问题 / 总览"),
    ("Alt+←", "回到跳转之前的地方（浏览器的后退）"),
    ("Esc", "关闭"),
    ("F1", "这份帮助"),
];

/// The encodings that can be chosen by hand: the name shown, the WHATWG label.
pub(crate) const ENCODINGS: [(&str, &str); 5] = [
    ("UTF-8", "utf-8"),
    ("GB18030（GBK）", "gb18030"),
    ("Big5（繁体）", "big5"),
    ("UTF-16LE", "utf-16le"),
    ("UTF-16BE", "utf-16be"),
];

/// A count with its thousands apart: 3,022.
#[must_use]
pub(crate) fn count(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// What a screen reader is told when a report was read.
#[must_use]
pub(crate) fn finished(n: Counters) -> String {
    let Counters { sections, metrics, blanks, findings } = n;
    format!(
        "分析完成：章节 {sections} 个，指标 {metrics} 项，待填 {blanks} 处，问题 {findings} 条。"
    )
}

/// While something is read.
#[must_use]
pub(crate) fn working(name: Option<&str>) -> String {
    name.map_or_else(|| WORKING_SLOW.to_owned(), |name| format!("正在读《{name}》……"))
}

/// What is being done to a file.
#[must_use]
pub(crate) fn stage(stage: Stage) -> String {
    match stage {
        Stage::Opening => "读取文件".to_owned(),
        Stage::Fetching => "准备读取程序".to_owned(),
        Stage::Parsing => "解析内容".to_owned(),
        Stage::Scanning(percent) => format!("已识别 {percent}%"),
        Stage::Checking => "核对".to_owned(),
    }
}

/// Characters that the chosen encoding does not have.
#[must_use]
pub(crate) fn lost_characters(lost: u32) -> String {
    format!(
        "有 {} 个字符按现在的编码读不出来，正文里显示为 �。可以换一种编码重新读。",
        count(lost as usize)
    )
}

/// The table was copied.
#[must_use]
pub(crate) fn copied(rows: usize) -> String {
    format!("已复制 {} 行，可以直接粘贴到 WPS 表格或 Excel。", count(rows))
}

/// A file was saved.
#[must_use]
pub(crate) fn saved(name: &str) -> String {
    format!("已保存为 {name}。")
}

/// 字数 of the document.
#[must_use]
pub(crate) fn characters(number: u32) -> String {
    format!("{} 字", count(number as usize))
}

/// What a badge in the outline says.
#[must_use]
pub(crate) fn open_blanks(number: u32) -> String {
    format!("待填 {number} 处")
}

/// What a blank in the text is called.
#[must_use]
pub(crate) fn blank_name(label: &str) -> String {
    format!("待填：{label}")
}

/// How many of a list are shown.
#[must_use]
pub(crate) fn shown(shown: usize, all: usize) -> String {
    if shown == all {
        format!("共 {} 项", count(all))
    } else {
        format!("{} / {} 项", count(shown), count(all))
    }
}

/// The caption of the table of metrics.
#[must_use]
pub(crate) fn metrics_caption(shown: usize) -> String {
    format!("指标表，{} 行。点表头排序。", count(shown))
}

/// More rows of a list.
#[must_use]
pub(crate) fn more(rest: usize) -> String {
    format!("还有 {} 条，再显示一些", count(rest))
}

/// The button that sorts by a column.
#[must_use]
pub(crate) fn sort_by(column: &str) -> String {
    format!("按{column}排序")
}

/// The word and the sign of a severity.
#[must_use]
pub(crate) fn severity(severity: Severity) -> (&'static str, &'static str) {
    match severity {
        Severity::Error => ("错误", "✕"),
        Severity::Warning => ("警告", "!"),
        Severity::Info => ("提示", "i"),
    }
}

/// What a screen reader is told on the way to a finding.
#[must_use]
pub(crate) fn finding_announced(desk: &Desk, index: u32) -> Option<String> {
    let card = finding_card(desk, index)?;
    let (word, _) = severity(card.severity);
    Some(format!("问题 {}/{}，{word}：{}", index + 1, desk.counters().findings, card.message))
}

/// What a screen reader is told on the way to a blank.
#[must_use]
pub(crate) fn blank_announced(desk: &Desk, index: u32) -> Option<String> {
    let row = blank_row(desk, index)?;
    Some(format!("待填：{}，第 {} 章节", row.label, row.section))
}

/// The title of the browser's tab.
#[must_use]
pub(crate) fn window_title(title: Option<&str>) -> String {
    title.map_or_else(|| NAME.to_owned(), |title| format!("{title} · {NAME}"))
}

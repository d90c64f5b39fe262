//! The words of working on a report: filling, fixing, rewriting, printing, saving.

use super::count;
use crate::draft::Progress;

pub(crate) const UNDO: &str = "撤销";
pub(crate) const REDO: &str = "重做";
pub(crate) const UNDONE_OPENING: &str = "已撤销，回到前一份稿子。";
pub(crate) const HISTORY: &str = "历史";
pub(crate) const HISTORY_START: &str = "打开时的样子";
pub(crate) const TEXT_TOOLS: &str = "正文工具";
pub(crate) const REWRITE: &str = "修改这一段";
pub(crate) const REWRITE_HINT: &str = "修改这一段（F2）";
pub(crate) const REWRITE_KEYS: &str = "改完按 Esc 或 Ctrl+Enter";
pub(crate) const REWRITE_DONE: &str = "完成";
pub(crate) const FIND: &str = "查找替换";
pub(crate) const FIND_LABEL: &str = "查找";
pub(crate) const FIND_BACK: &str = "上一处";
pub(crate) const FIND_NEXT: &str = "下一处";
pub(crate) const FIND_PREVIEW: &str = "找到的地方";
pub(crate) const REPLACE_LABEL: &str = "替换为";
pub(crate) const REPLACE: &str = "替换这一处";

pub(crate) const NEXT_BLANK: &str = "下一处未填";
pub(crate) const ALL_FILLED: &str = "全部填好，可以导出了";
pub(crate) const PROGRESS: &str = "填写进度";
pub(crate) const BLANK_STATES_LABEL: &str = "看哪些";
/// In the order of `view::BlankState`.
pub(crate) const BLANK_STATES: [&str; 4] = ["全部", "未填", "已填", "有意隐去"];
pub(crate) const BY_SECTION: &str = "按章节看";
pub(crate) const ALL_SECTIONS: &str = "全部章节";
pub(crate) const BY_KIND: &str = "按类型看";
pub(crate) const ALL_KINDS: &str = "全部类型";
pub(crate) const NO_BLANKS_MATCH: &str = "没有符合条件的空。换个章节或类型看看。";

pub(crate) const ADOPT: &str = "采纳";
pub(crate) const IGNORE: &str = "忽略";
pub(crate) const MIND: &str = "恢复";
pub(crate) const MIND_RULE: &str = "恢复这一类";
pub(crate) const IGNORED: &str = "已忽略";
pub(crate) const SAFE: &str = "有把握的改法，改后可撤销";
pub(crate) const NO_FINDINGS_LEFT: &str = "问题都处理完了。";

pub(crate) const EXPORT_TEXT: &str = "下载填好的正文（TXT）";
pub(crate) const COPY_TEXT: &str = "复制填好的正文";
pub(crate) const PRINT_TEXT: &str = "打印正文和编号注……";
pub(crate) const PRINT_LISTS: &str = "只打印清单……";
pub(crate) const NOTES: &str = "注";
pub(crate) const METRIC_COLUMNS: [&str; 4] = ["指标", "数值", "单位", "章节"];
pub(crate) const BLANK_COLUMNS: [&str; 4] = ["待填", "填写", "原文", "章节"];
pub(crate) const FINDING_COLUMNS: [&str; 4] = ["程度", "问题", "原文", "章节"];

/// How far the filling is.
#[must_use]
pub(crate) fn filled(progress: Progress) -> String {
    format!("已填 {}/{}", count(progress.filled), count(progress.total))
}

/// Nothing is left to fill in.
#[must_use]
pub(crate) fn all_filled(progress: Progress) -> String {
    match progress.total {
        0 => "这份稿子里没有待填的空。".to_owned(),
        total => format!("{} 项全部填好。可以导出了。", count(total)),
    }
}

/// What is expected in a field, by the kind of its blank.
#[must_use]
pub(crate) fn hint(kind: &str) -> String {
    match kind {
        "数字" => "填数字，如 35".to_owned(),
        "日期" => "填日期，如 6月30日".to_owned(),
        kind => format!("填{kind}"),
    }
}

/// Gives all blanks of a group one value.
#[must_use]
pub(crate) fn fill_same(group: usize) -> String {
    format!("同样的 {group} 处都填这个")
}

/// Whether the 余 behind a figure goes.
#[must_use]
pub(crate) fn approximator(exact: bool) -> &'static str {
    if exact { "保留“余”" } else { "是准数，删去“余”" }
}

/// A section to choose.
#[must_use]
pub(crate) fn section_choice(label: &str, title: &str) -> String {
    if label == title { title.to_owned() } else { format!("{label}、{title}") }
}

/// A kind of blanks to choose.
#[must_use]
pub(crate) fn kind_choice(name: &str, count: usize) -> String {
    format!("{name}（{count}）")
}

/// Corrections were applied.
#[must_use]
pub(crate) fn mended(count: usize) -> String {
    format!("已改 {count} 处。")
}

/// Applies all corrections of a rule.
#[must_use]
pub(crate) fn adopt_alike(count: usize) -> String {
    format!("同类 {count} 处全部采纳")
}

/// Ignores all that a rule finds.
#[must_use]
pub(crate) fn ignore_alike(count: usize) -> String {
    format!("忽略此类（{}）", self::count(count))
}

/// Applies all corrections that are safe.
#[must_use]
pub(crate) fn adopt_safe(count: usize) -> String {
    format!("全部采纳（{}）", self::count(count))
}

/// A step was taken back.
#[must_use]
pub(crate) fn undone(name: &str) -> String {
    format!("已撤销：{name}")
}

/// A step was done again.
#[must_use]
pub(crate) fn redone(name: &str) -> String {
    format!("已重做：{name}")
}

/// What a button takes back or does again.
#[must_use]
pub(crate) fn step_hint(word: &str, name: &str) -> String {
    format!("{word}：{name}")
}

/// How many places were found, and which of them is shown.
#[must_use]
pub(crate) fn found(query: &str, at: Option<usize>, all: usize) -> String {
    match (at, all) {
        _ if query.is_empty() => String::new(),
        (_, 0) => "没有找到".to_owned(),
        (Some(at), all) => format!("{}/{} 处", count(at + 1), count(all)),
        (None, all) => format!("{} 处", count(all)),
    }
}

/// Replaces all places.
#[must_use]
pub(crate) fn replace_all(count: usize) -> String {
    if count == 0 {
        "全部替换".to_owned()
    } else {
        format!("全部替换（{}）", self::count(count))
    }
}

/// More places than are shown.
#[must_use]
pub(crate) fn and_more(rest: usize) -> String {
    format!("还有 {} 处", count(rest))
}

/// The filled text was saved.
#[must_use]
pub(crate) fn saved_text(name: &str, open: usize) -> String {
    format!("已保存为 {name}。{}", still_open(open))
}

/// The filled text was copied.
#[must_use]
pub(crate) fn copied_text(open: usize) -> String {
    format!("已复制正文。{}", still_open(open))
}

/// How many blanks stay open; nothing if none does.
#[must_use]
pub(crate) fn still_open(open: usize) -> String {
    if open == 0 {
        String::new()
    } else {
        format!("还有 {} 处没填，照原样保留。", count(open))
    }
}

pub(crate) const KEEPING: &str = "保存进度……";
pub(crate) const KEEPING_TITLE: &str = "保存进度";
pub(crate) const KEEP_FILE: &str = "存成文件";
pub(crate) const KEEP_FILE_HINT: &str = "把正文、填好的值、忽略的问题和规则的取舍存成一个进度文件（.hegao.json），下次用“打开”或拖进来接着做。";
pub(crate) const SAVE_PROJECT: &str = "下载进度文件";
pub(crate) const KEEP_BROWSER: &str = "自动保存在这个浏览器里";
pub(crate) const KEEP_BROWSER_HINT: &str = "默认不存。打开后，每次改动会存进这台电脑上这个浏览器的本地存储，不上传；能用这台电脑这个账号的人也能看到，公用电脑请不要打开。";
pub(crate) const KEEP_BROWSER_ON: &str = "自动保存";
pub(crate) const KEEP_CLEAR: &str = "清除浏览器里保存的稿子";
pub(crate) const KEPT: &str = "这个浏览器里有自动保存的稿子。";
pub(crate) const KEPT_OPEN: &str = "接着做";
pub(crate) const KEPT_CLEAR: &str = "清除";
pub(crate) const NO_ROOM: &str =
    "浏览器存不下这份稿子，或不允许保存，自动保存已经关掉。请用“保存进度”下载进度文件。";
pub(crate) const BROKEN_PROJECT: &str =
    "这份进度文件打不开：可能不完整、被改过，或由更新的版本保存。页面上的内容没有变。";

/// The project was saved.
#[must_use]
pub(crate) fn saved_project(name: &str) -> String {
    format!("进度已保存为 {name}。下次打开或拖进来接着做。")
}

// The overview.

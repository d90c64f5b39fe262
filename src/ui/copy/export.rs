//! Words about the files that are taken away.

use super::{count, still_open};
use crate::export::border::PatchedFile;

pub(crate) const EXPORT_FILES: &str = "文档、核实表、模板……";
pub(crate) const EXPORT_TITLE: &str = "导出";
pub(crate) const EXPORTING: &str = "正在生成文件……";
pub(crate) const ANONYMOUS: &str = "核稿";
pub(crate) const FINAL: &str = "定稿";
pub(crate) const TEMPLATE: &str = "模板";
pub(crate) const SHEET: &str = "核实表";
pub(crate) const METRIC_TABLE: &str = "指标表";
pub(crate) const FINDING_TABLE: &str = "问题清单";

pub(crate) const DOCUMENT_PART: &str = "填好的文档";
pub(crate) const IN_ORIGINAL: &str = "在原文件中回填（docx）";
pub(crate) const IN_ORIGINAL_HINT: &str =
    "只改填过、改过的那几处文字，原文件的版式、图片、页眉页脚一个字节也不动。";
pub(crate) const NO_ORIGINAL_HINT: &str =
    "打开 docx 文件核稿时，可以在原文件中就地回填；这份稿子不是从 docx 打开的，可按公文格式新建。";
pub(crate) const NEW_DOCUMENT: &str = "按公文格式新建（docx）";
pub(crate) const NEW_DOCUMENT_HINT: &str = "按 GB/T 9704 排版：A4，每页 22 行、每行 28 字，标题小标宋，正文仿宋。待填的空保持原样，标黄并附批注。";
pub(crate) const TRACKED: &str = "改动写成修订，由别人接受";
pub(crate) const AUTHOR: &str = "修订人";
pub(crate) const SETUP: &str = "版式";
pub(crate) const MARGINS: [&str; 4] =
    ["上边距（毫米）", "右边距（毫米）", "下边距（毫米）", "左边距（毫米）"];
pub(crate) const LINE_SPACING: &str = "行距（磅）";
pub(crate) const BOLD_THIRD: &str = "三级标题加粗";
pub(crate) const LATIN: &str = "数字和字母";
pub(crate) const LATIN_FONTS: [&str; 2] = ["Times New Roman", "与汉字同（仿宋）"];
pub(crate) const PAGE_NUMBER: &str = "页码";
pub(crate) const PAGE_NUMBERS: [&str; 2] = ["单页居右、双页居左", "居中"];
pub(crate) const SETUP_RESET: &str = "恢复国标";

pub(crate) const SHEET_PART: &str = "核实表";
pub(crate) const SHEET_HINT: &str =
    "一处空一行，按责任单位分组，发给各单位填；填好收回来，拖进这个页面就自动回填。";
pub(crate) const SHEET_METRICS: &str = "已有的数字也列入，请单位核对";
pub(crate) const SHEET_OPEN: &str = "只列还没填的";
pub(crate) const SHEET_TABS: &str = "每个单位一张工作表";
pub(crate) const SHEET_XLSX: &str = "导出核实表（xlsx）";
pub(crate) const AS_CSV: &str = "csv";
pub(crate) const SHEET_BACK: &str = "收回填好的核实表……";
pub(crate) const DEPARTMENTS: &str = "责任单位";
pub(crate) const DEPARTMENTS_HINT: &str =
    "按指标猜的，可以改：改组名，整组改；改一行，只改那一行。";
pub(crate) const ROW_BY_ROW: &str = "逐行改";
pub(crate) const NO_ROWS: &str = "没有要列的行。";

pub(crate) const TEMPLATE_PART: &str = "明年的模板";
pub(crate) const TEMPLATE_HINT: &str = "把数字重新遮成空，文字、单位、结构都留着，明年照着填。";
pub(crate) const MASK: &str = "数字换成";
pub(crate) const MASK_RANKS: &str = "名次也遮";
pub(crate) const MASK_YEARS: &str = "年份也遮";
pub(crate) const TEMPLATE_NEW: &str = "新建文档（docx）";
pub(crate) const TEMPLATE_ORIGINAL: &str = "在原文件中遮（docx）";
pub(crate) const TEMPLATE_TEXT: &str = "纯文本";

pub(crate) const DATA_PART: &str = "文字和数据";
pub(crate) const AS_TEXT: &str = "纯文本";
pub(crate) const AS_MARKDOWN: &str = "Markdown";
pub(crate) const AS_HTML: &str = "网页";
pub(crate) const AS_JSON: &str = "核稿结果（JSON）";
pub(crate) const COPY_RICH: &str = "复制全文（带格式）";
pub(crate) const TEXT_ROW: &str = "全文";

pub(crate) const NO_ORIGINAL: &str = "原文件不在手边了。请重新打开原来的 docx，或按公文格式新建。";
pub(crate) const NO_WRITER: &str = "生成这种文件的程序没有下载下来，可能是断网了。稿子没有丢。\
     请检查网络后再试一次；单文件版 hegao.html 不用联网。";

/// What stands at the head of the dialog.
#[must_use]
pub(crate) fn export_state(open: usize) -> String {
    match open {
        0 => "全部填好，可以定稿。".to_owned(),
        open => format!("还有 {} 处待填。没填的空在导出的文件里保持原样，绝不补数。", count(open)),
    }
}

/// What is said of an original that was filled in place.
#[must_use]
pub(crate) fn patched(file: &PatchedFile, open: usize) -> String {
    let mut said = match file.written {
        0 if file.skipped.is_empty() => "没有改动，与原文件完全相同。".to_owned(),
        written => format!("写入 {} 处。", count(written)),
    };
    let skipped = file.skipped.iter();
    said.extend(skipped.map(|(number, why)| format!("{} 处没有写入：{why}", count(*number))));
    said.extend(file.notes.iter().map(String::as_str));
    said + &still_open(open)
}

/// How many rows a sheet has.
#[must_use]
pub(crate) fn sheet_rows(rows: usize) -> String {
    format!("共 {} 行。", count(rows))
}

/// How many rows a table has.
#[must_use]
pub(crate) fn table_rows(rows: usize) -> String {
    sheet_rows(rows)
}

/// How many figures a template masks.
#[must_use]
pub(crate) fn masked(figures: usize) -> String {
    format!("遮去 {} 个数字。", count(figures))
}

/// A department with how many rows it has.
#[must_use]
pub(crate) fn department_rows(rows: usize) -> String {
    format!("{} 行", count(rows))
}

/// The field of a row's department.
#[must_use]
pub(crate) fn department_of(name: &str) -> String {
    format!("责任单位：{name}")
}

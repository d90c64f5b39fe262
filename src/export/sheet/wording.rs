//! Every Chinese word in a sheet that is not of the report.

/// The columns of specification §7.1 with their widths in half-width characters, which together
/// fill an A4 page on its side.
pub(super) const COLUMNS: [(&str, u16); 13] = [
    ("序号", 5),
    ("章节", 9),
    ("指标名称", 16),
    ("原文语句", 40),
    ("现填数值", 10),
    ("单位", 7),
    ("统计口径/截止时间", 12),
    ("责任单位(建议)", 13),
    (VALUE, 13),
    (REPORTER, 8),
    ("审核人", 8),
    ("联系电话", 13),
    (NOTE, 13),
];

/// The columns that are found again by their heads.
pub(super) const NAME: &str = "指标名称";
pub(super) const SENTENCE: &str = "原文语句";
pub(super) const VALUE: &str = "核实数值";
pub(super) const REPORTER: &str = "填报人";
pub(super) const NOTE: &str = "备注";
/// The hidden column that ties a row to its blank.
pub(super) const ID: &str = "编号（勿改）";

/// The tab of a sheet with all rows.
pub(super) const SHEET: &str = "核实表";
/// The group of rows that no department is suggested for.
pub(super) const UNDECIDED: &str = "待定";
/// What a report without a title is called.
pub(super) const UNTITLED: &str = "工作报告";

/// How the table is filled in, above its head.
pub(super) const INSTRUCTIONS: &str = "填表说明：1.请只填黄色的“核实数值”一栏，填报人、审核人、联系电话、备注按需填写；\
    现填数值无误的，照填同一个数。2.数字用阿拉伯数字，单位已列在“单位”栏，不用再写；暂无数据的请留空，在“备注”里说明。\
    3.可以排序、筛选、删行、分表，请勿改动表头和隐藏的“编号”列，收回后凭编号对应原文。";

/// The dialogue of a spreadsheet that does not take what was typed.
pub(super) const NO_NUMBER: (&str, &str) =
    ("请填数字", "这里要填数字，例如 35 或 1234.5；单位已列在“单位”栏，情况说明请写在“备注”栏。");
pub(super) const TOO_LONG: (&str, &str) =
    ("内容太长", "这里要填的是原文空白处的字词，请不超过 200 字；情况说明请写在“备注”栏。");
/// The hint beside a cell for a date.
pub(super) const DATE_HINT: (&str, &str) =
    ("填写日期", "请照原文的写法填写，例如 2024年12月9日；原文只空月份的，只填月份的数字。");

/// The caption of a sheet.
pub(super) fn caption(title: &str, department: Option<&str>) -> String {
    match department {
        Some(department) => format!("《{title}》数据核实表（{department}）"),
        None => format!("《{title}》数据核实表"),
    }
}

/// The foot of a printed page.
pub(super) const FOOTER: &str = "&C第 &P 页，共 &N 页";

/// The note of a row that stands for several blanks.
pub(super) fn group_note(count: usize) -> String {
    format!("原文共 {count} 处，一并填写")
}

/// What is intended or foreseen, beside the scope.
pub(super) const PLANNED: &str = "计划";
pub(super) const ESTIMATED: &str = "预计";

/// The name of the step that takes a sheet in.
pub(super) fn step(count: usize) -> String {
    format!("填入核实表：{count} 项")
}

/// Why a value is not taken, beyond what a blank itself refuses.
pub(super) const PERCENT_ELSEWHERE: &str =
    "单元格是百分比格式，而这里的单位不是百分比，请核对后改成普通数字。";
pub(super) const DATE_FOR_FIGURE: &str =
    "这里要填数字，单元格里却是日期（可能被表格软件自动改了格式），请改成数字。";
pub(super) const BROKEN_CELL: &str = "单元格里的公式算不出结果，请改填数值。";
pub(super) const SEVERAL_LINES: &str = "单元格里有换行，填进正文会断开段落，请写成一行。";
pub(super) const LONG_VALUE: &str = "内容超过 200 字，不像是要填的字词。";

/// The tables of metrics and findings.
pub(super) const METRICS: &str = "指标";
pub(super) const METRIC_COLUMNS: [(&str, u16); 10] = [
    ("序号", 6),
    ("指标", 24),
    ("数值", 12),
    ("单位", 8),
    ("章节", 10),
    ("时期", 12),
    ("范围", 10),
    ("状态", 8),
    ("责任单位(建议)", 14),
    (SENTENCE, 60),
];
pub(super) const FINDINGS: &str = "问题";
pub(super) const FINDING_COLUMNS: [(&str, u16); 8] = [
    ("序号", 6),
    ("程度", 8),
    ("规则", 18),
    ("章节", 10),
    ("段落", 6),
    ("问题", 40),
    ("原句", 60),
    ("改后", 60),
];
pub(super) const TO_FILL: &str = "待填";

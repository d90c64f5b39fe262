//! The words of the table of metrics (filter, columns, groups, pictures) and of the outline.

use super::{MASKED, count};
use crate::metric::{MetricKind, Status};
use crate::text::unit::Dimension;
use crate::view::{
    Column, Criterion, Desk, Facet, Group, GroupKey, SectionBar, SeriesKey, Total, section_label,
};

pub(crate) const FILTER: &str = "筛选";
pub(crate) const COLUMN_MENU: &str = "列";
pub(crate) const PICTURE: &str = "图表";
pub(crate) const GROUPING: &str = "分组";
pub(crate) const GROUPINGS: [&str; 3] = ["不分组", "按章节", "按单位"];
pub(crate) const ALL: &str = "全部";
pub(crate) const BEFORE_SECTIONS: &str = "开头（第一个标题之前）";
pub(crate) const DONE: &str = "已完成";
pub(crate) const NO_UNIT: &str = "没有单位";
pub(crate) const PICTURED: &str = "画什么";
pub(crate) const PICTURE_OF_SECTIONS: &str = "各章节的指标和待填";
pub(crate) const HAS_VALUE: &str = "已有数的指标";

/// The head of a column.
#[must_use]
pub(crate) fn column(column: Column) -> &'static str {
    match column {
        Column::Name => "指标",
        Column::Value => "数值",
        Column::Unit => "单位",
        Column::Period => "时期",
        Column::Scope => "范围",
        Column::Status => "状态",
        Column::Section => "章节",
        Column::Source => "原文",
    }
}

/// What a side to filter by is called.
#[must_use]
pub(crate) fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Section => "章节",
        Facet::Dimension => "类别",
        Facet::Kind => "性质",
        Facet::Status => "状态",
        Facet::Open => "数值",
    }
}

/// What a choice of the filter is called in its list.
#[must_use]
pub(crate) fn criterion(desk: &Desk, criterion: Criterion) -> String {
    match criterion {
        Criterion::Section(index) => {
            let section = desk.analysis().outline.sections.get(index as usize);
            section.map_or_else(String::new, |section| {
                let indent = "　".repeat(usize::from(section.depth.saturating_sub(1)));
                [indent.as_str(), &section.number, &section.title].concat()
            })
        }
        Criterion::Dimension(dimension) => self::dimension(dimension).to_owned(),
        Criterion::Kind(kind) => self::kind(kind).to_owned(),
        Criterion::Status(status) => self::status(status).to_owned(),
        Criterion::Open(true) => MASKED.to_owned(),
        Criterion::Open(false) => "已有数".to_owned(),
    }
}

/// What the summary of the filter says of a choice: 章节：二·1.
#[must_use]
pub(crate) fn chosen(desk: &Desk, criterion: Criterion) -> String {
    let what = match criterion {
        Criterion::Section(index) => section_label(desk, Some(index)),
        other => self::criterion(desk, other),
    };
    format!("{}：{what}", facet(criterion.facet()))
}

/// The button that lifts a choice of the filter.
#[must_use]
pub(crate) fn lift(chosen: &str) -> String {
    format!("{chosen}，取消")
}

/// What a unit measures.
#[must_use]
pub(crate) fn dimension(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Count => "数量",
        Dimension::Person => "人数",
        Dimension::Money => "金额",
        Dimension::Area => "面积",
        Dimension::Length => "长度",
        Dimension::Volume => "体积",
        Dimension::Mass => "重量",
        Dimension::Energy => "能源电力",
        Dimension::Time => "时间",
        Dimension::Ratio => "比率",
        Dimension::Data => "数据量",
        Dimension::Other => "其他",
    }
}

/// What is measured of an indicator.
#[must_use]
pub(crate) fn kind(kind: MetricKind) -> &'static str {
    match kind {
        MetricKind::Level => "总量",
        MetricKind::Growth => "增减",
        MetricKind::Share => "占比",
        MetricKind::Rank => "位次",
        MetricKind::Range => "区间",
        MetricKind::Ratio => "比值、倍数",
        MetricKind::Rate => "单位平均",
        MetricKind::Duration => "时长",
        MetricKind::Bound => "上下限",
        MetricKind::Base => "变化前",
        MetricKind::Current => "变化后",
    }
}

/// Achieved, intended or foreseen.
#[must_use]
pub(crate) fn status(status: Status) -> &'static str {
    match status {
        Status::Done => DONE,
        Status::Planned => "计划",
        Status::Estimated => "预计",
    }
}

/// Something with how often it occurs.
#[must_use]
pub(crate) fn with_count(name: &str, number: usize) -> String {
    format!("{name}（{}）", count(number))
}

/// The head of a group.
#[must_use]
pub(crate) fn group_name(group: &Group) -> &str {
    match &group.key {
        _ if !group.name.is_empty() => &group.name,
        GroupKey::Section(_) => BEFORE_SECTIONS,
        GroupKey::Unit(_) => NO_UNIT,
    }
}

/// How many metrics a group has, and how many of them are open.
#[must_use]
pub(crate) fn group_count(group: &Group) -> String {
    let all = count(group.metrics.len());
    match group.open {
        0 => format!("{all} 项"),
        open => format!("{all} 项，待填 {}", count(open as usize)),
    }
}

/// What some metrics come to. The report does not say so, and a total may stand beside its parts:
/// so it is called 相加, never 合计.
#[must_use]
pub(crate) fn total(total: &Total) -> String {
    let Total { sum, unit, addends, open, others, .. } = total;
    let what = match total.status {
        Status::Done => "",
        Status::Planned => "计划数",
        Status::Estimated => "预计数",
    };
    let more = |number: u32, before: &str, after: &str| match number {
        0 => String::new(),
        _ => format!("，{before}{} 项{after}", count(number as usize)),
    };
    let open = more(*open, "另有 ", "待填");
    let others = more(*others, "", "约数、增减等未计");
    format!("{what}相加 {sum} {unit}（{} 项{open}{others}）", count(*addends as usize))
}

/// A series that can be drawn.
#[must_use]
pub(crate) fn series(key: &SeriesKey, figures: usize) -> String {
    let unit = if key.unit.is_empty() { NO_UNIT } else { key.unit.as_str() };
    with_count(&format!("{unit} · {}", kind(key.kind)), figures)
}

/// Figures that have no bar.
#[must_use]
pub(crate) fn rest_of_series(rest: usize) -> String {
    format!("其余 {} 项较小，未画。", count(rest))
}

/// Sections that have no bar.
#[must_use]
pub(crate) fn rest_of_sections(rest: usize, (figures, blanks): (u32, u32)) -> String {
    let [figures, blanks] = [figures, blanks].map(|number| count(number as usize));
    format!("其余 {} 章：已有数 {figures}，待填 {blanks}。", count(rest))
}

/// What a bar of a section stands for.
#[must_use]
pub(crate) fn section_bar(bar: &SectionBar) -> String {
    format!("已有数 {}，待填 {}", bar.figures, bar.blanks)
}

// The outline: folding, items, copying.

pub(crate) const OUTLINE_TOOLS: &str = "提纲的显示";
pub(crate) const UNFOLD_ALL: (&str, &str) = ("展开", "全部展开");
pub(crate) const FOLD_ALL: (&str, &str) = ("折叠", "全部折叠");
pub(crate) const RUN_IN_ITEMS: (&str, &str) = ("一是", "列出段内的一是、二是");
pub(crate) const COPY_OUTLINE: (&str, &str) = ("复制", "复制提纲");

/// The button that folds up what is beneath a section.
#[must_use]
pub(crate) fn beneath(number: &str, title: &str) -> String {
    let name = if number.is_empty() { title } else { number };
    format!("{name}的下级")
}

/// What a badge in the outline says.
#[must_use]
pub(crate) fn metric_count(number: u32) -> String {
    format!("指标 {number} 项")
}

/// The outline was copied.
#[must_use]
pub(crate) fn copied_outline(lines: usize) -> String {
    format!("已复制提纲，共 {} 行。", count(lines))
}

//! What comes back: told before it is filled in, filled in as one step.

use super::{draft, draft_of, path, text};
use hegao::draft::Draft;
use hegao::export::sheet::{self, Choices, FillPreview, FilledSheet, SheetError};

fn read(name: &str) -> Result<FilledSheet, SheetError> {
    sheet::read_filled(&std::fs::read(path(name)).expect("the fixture is readable"))
}

fn merged(draft: &Draft, names: &[&str]) -> FillPreview {
    let sheets = names.iter().map(|name| ((*name).to_owned(), read(name).expect(name)));
    sheet::merge(draft, &sheets.collect::<Vec<_>>())
}

/// What a preview does, in words.
fn told(preview: &FillPreview) -> Vec<String> {
    let rows = |kind: &str, rows: &[sheet::FillRow]| -> Vec<String> {
        let told = rows.iter().map(|row| {
            let values: Vec<&str> = row.candidates.iter().map(|c| c.value.as_str()).collect();
            format!("{kind} {} [{}] {}", row.name, row.current, values.join("|"))
        });
        told.collect()
    };
    let mut told = rows("填", &preview.fills);
    told.extend(rows("冲突", &preview.conflicts));
    told.extend(rows("不符", &preview.differing));
    told.extend(preview.refused.iter().map(|r| format!("拒 {} {} {}", r.name, r.value, r.reason)));
    told.extend(preview.gone.iter().map(|gone| format!("无 {} {}", gone.name, gone.value)));
    told.extend(preview.foreign.iter().map(|(file, error)| format!("{file} {error}")));
    told
}

#[track_caller]
fn check_merge(names: &[&str], expected: &[&str], counts: [usize; 3]) {
    let preview = merged(&draft(), names);
    assert_eq!(told(&preview), expected);
    assert_eq!([preview.confirmed, preview.unchanged, preview.empty], counts, "{names:?}");
}

/// What everybody agrees on, see `VALUES` of `fill.py`.
const FILLED: [&str; 11] = [
    "填 地区生产总值 [] 312.5",
    "填 规上工业增加值增长 [] 7.8",
    "填 一般公共预算收入 [] 18.06",
    "填 税收占比 [] 71.2",
    "填 改造老旧小区 [] 12",
    "填 清理小广告 [] 3200",
    "填 新增城镇就业 [] 2154",
    "填 新增学位 [] 900",
    "填 接种疫苗 [] 5.6",
    "填 县名（《…乡村建设行动方案》） [] 青禾",
    "不符 新开工重点项目 [45] 46",
];

#[test]
fn what_comes_back_is_told_before_it_is_filled_in() {
    for name in ["filled.xlsx", "moved.xlsx", "resaved.xlsx", "filled.csv"] {
        check_merge(&[name], &FILLED, [1, 0, 15]);
    }
    let tabs = ["填 改造老旧小区 [] 12", "填 清理小广告 [] 3200"];
    check_merge(&["tabs.xlsx"], &tabs, [0, 0, 16]);
    let mut both = FILLED.to_vec();
    both.remove(4);
    both.insert(9, "冲突 改造老旧小区 [] 12|13");
    check_merge(&["filled.xlsx", "tabs.xlsx", "second.xlsx"], &both, [1, 0, 56]);
    let other = "exported-other.xlsx 这是另一份报告《白石县2023年工作总结》的核实表，没有填入。";
    check_merge(&["exported-other.xlsx", "exported.xlsx"], &[other], [0, 0, 27]);
}

#[test]
fn cells_are_read_as_they_are_shown() {
    let expected = [
        "填 地区生产总值 [] 312.5",
        "填 规上工业增加值增长 [] 7.8",
        "填 一般公共预算收入 [] 18.06",
        "填 税收占比 [] 71.2",
        "填 清理小广告 [] 1,234",
        "拒 改造老旧小区 十二 请用阿拉伯数字，例如 35，不用“三十五”。",
        "拒 生猪出栏 #REF! 单元格里的公式算不出结果，请改填数值。",
        "拒 新增城镇就业 约2000 这里要填数字，例如 35、1,234.5 或 -3.2；单位已在正文里，不用再写。",
        "拒 新增学位 2024年3月4日 这里要填数字，单元格里却是日期（可能被表格软件自动改了格式），请改成数字。",
        "拒 接种疫苗 5.6% 单元格是百分比格式，而这里的单位不是百分比，请核对后改成普通数字。",
        "拒 县名（《…乡村建设行动方案》） 青\n禾 单元格里有换行，填进正文会断开段落，请写成一行。",
    ];
    check_merge(&["typed.xlsx"], &expected, [1, 0, 15]);
}

#[test]
fn a_preview_is_filled_in_as_one_step() {
    let mut draft = draft();
    draft.fill(0, "300", "地区生产总值").expect("it is a figure");
    let before = draft.filled_text();
    let preview = merged(&draft, &["filled.xlsx", "second.xlsx"]);
    let conflicts: Vec<&str> = preview.conflicts.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(conflicts, ["地区生产总值", "改造老旧小区"], "what was typed, what two say");
    let id = |name: &str| {
        let rows = preview.fills.iter().chain(&preview.conflicts).chain(&preview.differing);
        rows.clone().find(|row| row.name == name).expect(name).id.clone()
    };
    let choices = Choices {
        skipped: [id("接种疫苗")].into(),
        chosen: [(id("改造老旧小区"), 1), (id("新开工重点项目"), 0)].into(),
    };
    assert_eq!(sheet::apply(&mut draft, &preview, &choices), Some(9));
    assert_eq!(draft.undo_name(), Some("填入核实表：9 项"));
    let filled = draft.filled_text();
    for words in [
        "生产总值300亿元，同比增长5.2%；规上工业增加值增长7.8%；一般公共预算收入完成18.06亿元，税收占比达71.2%。",
        "新开工重点项目46个",
        "改造老旧小区13个，惠及居民1,280户；清理小广告3200余处",
        "新增城镇就业2154人",
        "新增学位900个。接种疫苗*万剂次",
        "按照《青禾县乡村建设行动方案》要求，青禾县建成示范村6个",
    ] {
        assert!(filled.contains(words), "{words}\n{filled}");
    }
    assert_eq!(sheet::apply(&mut draft, &preview, &choices), None, "the draft has moved on");
    let again = merged(&draft, &["filled.xlsx"]);
    assert_eq!(told(&again).len(), 3, "{:?}", told(&again));
    assert!(draft.undo());
    assert_eq!(draft.filled_text(), before);
    assert!(draft.redo());
    assert_eq!(draft.filled_text(), filled);
}

#[test]
fn a_row_whose_place_is_gone_is_listed() {
    let edited = text("report.txt").replace("清理小广告*余处；", "");
    let sheets = [("filled.xlsx".to_owned(), read("filled.xlsx").expect("it is a sheet"))];
    let preview = sheet::merge(&draft_of(&edited), &sheets);
    let gone: Vec<&str> = preview.gone.iter().map(|gone| gone.name.as_str()).collect();
    assert!(gone.contains(&"清理小广告"), "{gone:?}");
    assert!(preview.foreign.is_empty());
}

//! 核实表: written, filled in by others, read back.
//!
//! `HEGAO_BLESS=1 cargo test --test it sheets` writes `exported*` in `tests/fixtures/sheets/`; `fill.py`
//! there then fills them in as departments do, with openpyxl and `LibreOffice`.

use crate::project::root;
use crate::readers::mutation::{Numbers, damaged};
use hegao::analysis::Session;
use hegao::document::{Document, Source};
use hegao::draft::Draft;
use hegao::export::sheet::{
    self, Cell, Choices, Expected, FillPreview, FilledSheet, FilledValue, SheetError, SheetModel,
    SheetOptions, Table,
};
use proptest::prelude::*;
use std::path::PathBuf;
use std::rc::Rc;

fn path(name: &str) -> PathBuf {
    root().join("tests/fixtures/sheets").join(name)
}

fn draft_of(text: &str) -> Draft {
    let document = Document::from_text(Source::default(), text.to_owned());
    Draft::new(Rc::new(Session::new(document)))
}

fn text(name: &str) -> String {
    std::fs::read_to_string(path(name)).expect("the fixture is readable")
}

fn draft() -> Draft {
    draft_of(&text("report.txt"))
}

fn model(draft: &Draft) -> SheetModel {
    sheet::sheet_model(draft, &SheetOptions { metrics: true, ..SheetOptions::default() })
}

fn read(name: &str) -> Result<FilledSheet, SheetError> {
    sheet::read_filled(&std::fs::read(path(name)).expect("the fixture is readable"))
}

fn merged(draft: &Draft, names: &[&str]) -> FillPreview {
    let sheets = names.iter().map(|name| ((*name).to_owned(), read(name).expect(name)));
    sheet::merge(draft, &sheets.collect::<Vec<_>>())
}

/// Compares bytes with a fixture, or writes it.
#[track_caller]
fn check_fixture(name: &str, bytes: &[u8]) {
    if std::env::var_os("HEGAO_BLESS").is_some() {
        std::fs::write(path(name), bytes).expect("the fixture is writable");
    }
    let same = std::fs::read(path(name)).is_ok_and(|fixture| fixture == bytes);
    assert!(same, "{name} is written otherwise: see the head of this file");
}

#[test]
fn exports_are_the_same_bytes_each_time() {
    let draft = draft();
    check_fixture("exported.xlsx", &sheet::write_xlsx(&model(&draft)));
    check_fixture("exported.csv", sheet::write_csv(&model(&draft)).as_bytes());
    let tabs = SheetOptions { tab_per_department: true, ..SheetOptions::default() };
    let tabs = sheet::sheet_model(&draft, &tabs);
    check_fixture("exported-tabs.xlsx", &sheet::write_xlsx(&tabs));
    let order: Vec<u32> = (0..draft.session().analysis().metrics.len() as u32).collect();
    let metrics = sheet::metrics_table(&draft, &order);
    check_fixture("exported-metrics.xlsx", &sheet::write_table_xlsx(&metrics));
    let findings = sheet::findings_table(&draft);
    check_fixture("exported-findings.xlsx", &sheet::write_table_xlsx(&findings));
    let other = model(&draft_of(&text("other.txt")));
    check_fixture("exported-other.xlsx", &sheet::write_xlsx(&other));
}

/// The row of the indicator whose sentence has `words` right before the blank.
fn row(model: &SheetModel, words: &str) -> (String, sheet::SheetRow) {
    let found = model.rows().find(|(_, row)| row.sentence[0].ends_with(words));
    let (department, row) = found.unwrap_or_else(|| panic!("no row for {words}"));
    (department.to_owned(), row.clone())
}

#[test]
fn a_row_says_what_is_asked_of_whom() {
    let model = model(&draft());
    #[track_caller]
    fn check(model: &SheetModel, words: &str, expected: [&str; 5], takes: Expected) {
        let (department, row) = row(model, words);
        let found = [&*row.name, row.value.as_str(), &*row.unit, &*row.section, &*department];
        assert_eq!(found, expected, "{words}");
        assert_eq!(row.expected, takes, "{words}");
    }
    use Expected::{Date, Figure, Text};
    check(&model, "全年完成地区生产总值", ["地区生产总值", "", "亿元", "一", "统计局"], Figure);
    check(&model, "一般公共预算收入完成", ["一般公共预算收入", "", "亿元", "一", "财政局"], Figure);
    check(&model, "改造老旧小区", ["改造老旧小区", "", "个", "二·一", "住建局"], Figure);
    check(&model, "惠及居民", ["惠及居民", "1280", "户", "二·一", "住建局"], Figure);
    check(&model, "清理小广告", ["清理小广告", "", "处", "二·一", "城管执法局"], Figure);
    check(&model, "截至", ["年份（截至*年*月）", "", "", "三", "待定"], Date);
    check(&model, "按照《", ["县名（《…乡村建设行动方案》）", "", "", "三", "待定"], Text);
    assert_eq!(model.title, "青禾县2024年工作总结");
    let numbers: Vec<u32> = model.rows().map(|(_, row)| row.number).collect();
    assert_eq!(numbers, (1..=numbers.len() as u32).collect::<Vec<_>>());
}

#[test]
fn somebody_may_choose_another_department() {
    let draft = draft();
    let plain = model(&draft);
    let id = row(&plain, "改造老旧小区").1.id;
    let options = SheetOptions {
        departments: [(id, "房管局".to_owned())].into(),
        renamed: [("统计局".to_owned(), "统计中心".to_owned())].into(),
        ..SheetOptions::default()
    };
    let model = sheet::sheet_model(&draft, &options);
    assert_eq!(row(&model, "改造老旧小区").0, "房管局");
    assert_eq!(row(&model, "地区生产总值").0, "统计中心");
    assert_eq!(model.groups.last().map(|group| group.department.as_str()), Some("待定"));
    assert!(
        model.rows().all(|(_, row)| row.sentence[0] != "固定资产投资"),
        "no figures to confirm"
    );
}

#[test]
fn an_edit_elsewhere_leaves_the_rows_as_they_are() {
    let before = model(&draft());
    let edited = text("report.txt")
        .replace("各项工作取得新成效", "取得成效，撰写信息*篇")
        .replace("三、民生福祉不断增进\n", "三、民生福祉不断增进\n开展走访*次。\n");
    let edited = draft_of(&edited.replace("全年完成地区生产总值", "累计实现地区生产总值"));
    let after = model(&edited);
    let known = |id: &str| after.rows().any(|(_, row)| row.id == id);
    let gone = before.rows().filter(|(_, row)| !known(&row.id));
    let gone: Vec<&str> = gone.map(|(_, row)| row.sentence[0].as_str()).collect();
    // What stands within sixteen characters of the edit is not what it was.
    assert_eq!(gone, ["全年完成地区生产总值", "全年完成地区生产总值***亿元，同比增长"]);
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

#[test]
fn what_is_no_sheet_says_what_it_is() {
    let formats = |name: &str| root().join("tests/fixtures/formats").join(name);
    #[track_caller]
    fn check(bytes: &[u8], expected: SheetError) {
        assert_eq!(sheet::read_filled(bytes), Err(expected));
    }
    let file = |name: &str| std::fs::read(formats(name)).expect("the fixture is readable");
    check(&file("report.docx"), SheetError::NotASheet);
    check(&file("report.doc"), SheetError::NotASheet);
    check(&file("report.odt"), SheetError::OtherFormat);
    check(&file("report.txt"), SheetError::NotOurs);
    check(&file("report.pdf"), SheetError::NotASheet);
    check(b"", SheetError::NotASheet);
    check(b"%TSD-Header-###%\0\0", SheetError::Encrypted);
    check(b"PK\x03\x04", SheetError::Damaged);
    check(&std::fs::read(path("exported-metrics.xlsx")).expect("readable"), SheetError::NotOurs);
    let exported = std::fs::read(path("exported.xlsx")).expect("readable");
    check(&exported[..exported.len() / 2], SheetError::Damaged);
}

/// Text that spreadsheets run, or that XML does not take.
const ATTACKS: [&str; 8] = [
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "  =1+1", "＝HYPERLINK(\"http://x\")",
    "a\u{0}\u{1}\u{FFFE}<b>&_x0041_\"',", "\t=1",
];

#[test]
fn attacks_come_back_as_text() {
    let text = |text: &str| Cell::text(text);
    let rows: Vec<Vec<Cell>> =
        ATTACKS.iter().map(|attack| vec![Cell::Number("1".to_owned()), text(attack)]).collect();
    let columns = ATTACKS.iter().take(2).map(|attack| ((*attack).to_owned(), 20)).collect();
    let table = Table { name: "=[x]".to_owned(), columns, rows };
    check_fixture("attacks.xlsx", &sheet::write_table_xlsx(&table));
    check_fixture("attacks.csv", sheet::write_table_csv(&table).as_bytes());
    let mut model = model(&draft());
    for (row, attack) in
        model.groups.iter_mut().flat_map(|g| &mut g.rows).zip(ATTACKS.iter().cycle())
    {
        let attack = (*attack).to_owned();
        row.sentence = [attack.clone(), attack.clone(), attack.clone()];
        (row.name, row.section, row.unit) = (attack.clone(), attack.clone(), attack.clone());
        (row.scope, row.note, row.value) = (attack.clone(), attack.clone(), Cell::Text(attack));
    }
    let attacked = ATTACKS.map(str::to_owned);
    model.groups.iter_mut().zip(attacked).for_each(|(group, attack)| group.department = attack);
    ATTACKS[0].clone_into(&mut model.title);
    check_fixture("attacks-sheet.csv", sheet::write_csv(&model).as_bytes());
    model.tab_per_department = true;
    check_fixture("attacks-sheet.xlsx", &sheet::write_xlsx(&model));
    let rows = sheet::read_filled(&sheet::write_xlsx(&model)).expect("it is a sheet").rows;
    let ids = |rows: &[sheet::FilledRow]| rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&rows), model.rows().map(|(_, row)| row.id.clone()).collect::<Vec<_>>());
    assert!(rows.iter().any(|row| row.name == "a<b>&_x0041_\"',"), "{rows:?}");
}

#[test]
fn a_cell_is_never_longer_than_a_spreadsheet_takes() {
    let mut model = model(&draft());
    // A blank may be a line of underscores; outside the first plane a character is two units.
    let long = "𠮷".repeat(40_000);
    let row = &mut model.groups[0].rows[0];
    (row.name, row.sentence) = (long.clone(), [long.clone(), long.clone(), long]);
    let rows = sheet::read_filled(&sheet::write_xlsx(&model)).expect("it is a sheet").rows;
    let units = |text: &str| text.encode_utf16().count();
    assert!((31_000..=32_767).contains(&units(&rows[0].name)));
    assert!((31_000..=32_767).contains(&units(&rows[0].sentence)));
    assert!(rows[0].name.ends_with("𠮷…"));
}

#[test]
fn damaged_sheets_are_read_or_refused() {
    let names = ["filled.xlsx", "resaved.xlsx", "typed.xlsx", "filled.csv"];
    let files = names.map(|name| std::fs::read(path(name)).expect("the fixture is readable"));
    let seconds = std::env::var("HEGAO_MUTATIONS").ok().and_then(|text| text.parse().ok());
    let limit = std::time::Duration::from_secs(seconds.unwrap_or(2));
    let (begin, mut rounds, mut read) = (std::time::Instant::now(), 0_u64, 0);
    while begin.elapsed() < limit {
        for (name, bytes) in names.iter().zip(&files) {
            let mut numbers =
                Numbers(0x51ED_270B ^ (rounds + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
            let broken = damaged(bytes, &mut numbers);
            let sound = std::panic::catch_unwind(|| sheet::read_filled(&broken).is_ok());
            read += u64::from(sound.unwrap_or_else(|_| panic!("{name}, round {rounds}")));
        }
        rounds += 1;
    }
    println!("{} damaged sheets, {read} of them read", rounds * 4);
}

/// Reports with blanks at random.
fn reports() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "检查企业*次", "，", "。", "\n", "一、学习\n", "完成投资XX亿元", "**县", "增长*%",
        "撰写心得32篇", "截至*月*日", "__人", "=1+1", "完成亿元", "“", "2024年", "\t",
        "下降0.8个百分点",
    ];
    let piece = prop::sample::select(PIECES).prop_map(str::to_owned).boxed();
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read(report in reports(), tabs in any::<bool>()) {
        let draft = draft_of(&report);
        let options = SheetOptions { metrics: true, tab_per_department: tabs, ..SheetOptions::default() };
        let model = sheet::sheet_model(&draft, &options);
        let written: Vec<(String, String)> =
            model.rows().map(|(_, row)| (row.id.clone(), row.name.clone())).collect();
        for bytes in [sheet::write_xlsx(&model), sheet::write_csv(&model).into_bytes()] {
            match sheet::read_filled(&bytes) {
                Err(error) => prop_assert!(written.is_empty(), "{error}"),
                Ok(filled) => {
                    let mut ids: Vec<&str> = written.iter().map(|(id, _)| id.as_str()).collect();
                    let read: Vec<&str> = filled.rows.iter().map(|row| row.id.as_str()).collect();
                    prop_assert_eq!(&read, &ids);
                    ids.sort_unstable();
                    ids.dedup();
                    prop_assert_eq!(ids.len(), written.len(), "every row has an id of its own");
                }
            }
        }
    }

    #[test]
    fn what_is_filled_in_is_what_comes_out(report in reports(), figure in 0..1_000_000_u32) {
        let mut draft = draft_of(&report);
        let model = sheet::sheet_model(&draft, &SheetOptions::default());
        let mut filled = FilledSheet::default();
        for (_, row) in model.rows() {
            let value = match row.expected {
                Expected::Figure => FilledValue::Number(figure.to_string()),
                _ => FilledValue::Text("青禾".to_owned()),
            };
            filled.rows.push(sheet::FilledRow { id: row.id.clone(), value, ..Default::default() });
        }
        let count = filled.rows.len();
        let before = draft.filled_text();
        let preview = sheet::merge(&draft, &[("表".to_owned(), filled)]);
        prop_assert_eq!(preview.fills.len(), count);
        sheet::apply(&mut draft, &preview, &Choices::default());
        let progress = draft.progress();
        prop_assert_eq!(progress.filled, progress.total);
        prop_assert_eq!(draft.undo(), count > 0);
        prop_assert_eq!(draft.filled_text(), before);
    }
}
